/** What settings are called, where they come from and what they do. */
export const settingTexts = {
  clocks: {
    dispatch: '受理 → 派单',
    accept: '派单 → 签收',
    contact: '派单 → 首次联系',
    return: '派单 → 可以退单',
    solve: '派单 → 办结',
  },
  fields: {
    urgency: { urgent: '紧急', fast: '加急', general: '一般', complex: '疑难' },
    rates: { contacted: '响应率', solved: '解决率', satisfied: '满意率' },
    answers: { partlySolved: '部分解决', basicallySatisfied: '基本满意' },
    working: '按工作日算（0 自然日，1 工作日）',
    years: '年数',
    months: '几个月一期',
    cutoff: '截止日（0 为月末）',
    times: '同一地点同一类问题几次',
    days: '在几天以内',
    againDays: '办结后几天以内又来',
  },
  units: {
    months: '个月',
    day: '日',
    days: '天',
    times: '次',
    minutes: '分钟',
    share: '0 到 1',
    yes: '0 或 1',
    years: '年',
  },
  effects: { limit: '从生效日起开始走的时限按新值算；已经给出的时限不变。' },
  solveDays: {
    label: '办结的 7 天、15 天怎样算',
    source: '没有查到出处，请核对',
    effect: '从生效日起开始走的办结时限按新值算；2 小时、24 小时的总是连续算。',
  },
  weights: {
    label: '综合得分的权重',
    source: '没有查到出处，请核对；三项相加等于 1',
    effect: '一个时段按它最后一天有效的权重算；已经结束的时段不变。',
  },
  answers: {
    label: '部分解决、基本满意算多少',
    source: '没有查到出处，请核对',
    effect: '一个时段按它最后一天有效的数算；已经结束的时段不变。',
  },
  period: {
    label: '考核期',
    source: '没有查到出处，请核对；截止日 18 就是上月 19 日至本月 18 日',
    effect: '从生效日起，统计页按新的考核期分；已经审定的通报不变。',
  },
  spots: {
    label: '反复反映的地点',
    source: '没有查到出处，请核对',
    effect: '从生效日起，反复反映的地点按新的次数和天数找；工单不变。',
  },
  retention: {
    label: '工单结束几年后匿名',
    source: '没有查到出处，请核对',
    effect: '从生效日起，系统按新的年数匿名；已经匿名的不能恢复。',
  },
} as const
