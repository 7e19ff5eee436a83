/** The administrator's page of settings. */
export const settingPageTexts = {
  title: '设定',
  intro:
    '办理规则里可以改的数。改动从选定的那一天（北京时间零点）起有效，最早从明天起：已经给出的时限、已经结束的时段的三率都不变。',
  now: '现在',
  default: '默认',
  source: '出处',
  coming: '{day} 起：{values}（{name}，{reason}）',
  change: '修改',
  from: '从哪一天起',
  fromHint: '最早 {day}',
  reason: '为什么改',
  bounds: '{min} 到 {max}，{unit}',
  save: '保存',
  saved: '已保存，到那一天起有效。',
  history: '修改记录',
  never: '还没有改过。',
  head: { at: '写于', from: '从哪一天起', values: '数值', name: '谁', reason: '为什么' },
  invalid: '没有保存。请检查：{fields}。',
  sum: '各项相加要等于 {sum}',
  tooEarly: '没有保存：最早从 {day} 起。',
} as const
