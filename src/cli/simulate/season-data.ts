import type { ComplaintCategoryId } from '#intents/categories/index.ts'

type Share = { readonly category: ComplaintCategoryId; readonly weight: number }

/** The district's monthly profile in per cent: noise 57, air 36 (dust 38, odour 20, fumes 11 of it), the rest 7. */
export const profile = [
  { category: 'construction-noise', weight: 20 },
  { category: 'commercial-noise', weight: 15 },
  { category: 'public-space-noise', weight: 8 },
  { category: 'neighbour-noise', weight: 7 },
  { category: 'traffic-noise', weight: 4 },
  { category: 'industrial-noise', weight: 3 },
  { category: 'construction-dust', weight: 8 },
  { category: 'road-dust', weight: 3.2 },
  { category: 'bare-soil-dust', weight: 2.5 },
  { category: 'odor', weight: 7.2 },
  { category: 'catering-fumes', weight: 4 },
  { category: 'open-air-barbecue', weight: 3 },
  { category: 'open-burning', weight: 3 },
  { category: 'industrial-emissions', weight: 3 },
  { category: 'fireworks', weight: 1.6 },
  { category: 'vehicle-exhaust', weight: 0.5 },
  { category: 'sewage-discharge', weight: 1.5 },
  { category: 'drainage-overflow', weight: 1 },
  { category: 'black-odorous-water', weight: 0.8 },
  { category: 'river-dumping', weight: 0.7 },
  { category: 'solid-waste-dumping', weight: 2 },
  { category: 'livestock-pollution', weight: 1 },
] as const satisfies readonly Share[]

/** Which of the phrases below fit a category; the others are of the kind 'site'. */
export const familyOf: { readonly [C in ComplaintCategoryId]?: keyof typeof phrases.replies } = {
  'construction-noise': 'noise',
  'commercial-noise': 'noise',
  'public-space-noise': 'gathering',
  'neighbour-noise': 'gathering',
  'traffic-noise': 'noise',
  'industrial-noise': 'noise',
  'construction-dust': 'dust',
  'road-dust': 'dust',
  'bare-soil-dust': 'dust',
  odor: 'air',
  'catering-fumes': 'air',
  'open-air-barbecue': 'fire',
  'open-burning': 'fire',
  'industrial-emissions': 'air',
  fireworks: 'fire',
  'sewage-discharge': 'water',
  'drainage-overflow': 'water',
  'black-odorous-water': 'water',
  'river-dumping': 'water',
}

/** Complaints whose words leave the rules unsure; the desk finds out by asking. */
export const vague = [
  { category: 'commercial-noise', text: '晚上老有嗡嗡声，分不清从哪儿传来的' },
  { category: 'industrial-noise', text: '夜里一直响，楼里好几家都听见了' },
  { category: 'construction-noise', text: '吵得不行，你们来听听就知道了' },
  { category: 'odor', text: '这几天一开窗就难受，嗓子疼' },
  { category: 'odor', text: '最近老觉得头晕，邻居也这么说' },
  { category: 'industrial-emissions', text: '早上空气特别呛，不知道是谁家排的' },
  { category: 'bare-soil-dust', text: '阳台擦完半天又是一层' },
  { category: 'solid-waste-dumping', text: '后面那块空地没法看了' },
  { category: 'black-odorous-water', text: '门前那条沟颜色不对劲' },
  { category: 'public-space-noise', text: '每天傍晚都不得安宁' },
] as const satisfies readonly { readonly category: ComplaintCategoryId; readonly text: string }[]

/** What is not this desk's, though its words did not say so at first. */
export const elsewhere = [
  { text: '我说的那个你们还没给我弄好', to: '12345热线', note: '经电话核实为楼道照明报修。' },
  {
    text: '上回说的那件事还是那样',
    to: '属地物业主管部门',
    note: '反映停车位纠纷，不属生态环境类。',
  },
  { text: '上次说的问题还是老样子', to: '区水务服务热线', note: '反映家中水压不足，转供水单位。' },
] as const

/** What is said and written in the simulated season. {slots} are filled in. */
export const phrases = {
  openings: ['{town}{village}，{text}', '{text}（{town}{village}）', '{town}{village}：{text}'],
  /** An operator wrote these, not the citizen. */
  callerWords: ['来电', '市民', '诉求', '来信', '群众', '某'],
  contacts: {
    phone: [
      '电话联系诉求人，核实了时间和具体位置，约定今日到现场。',
      '已电话联系，诉求人补充说主要集中在晚上，已告知处理安排。',
      '接通电话，向诉求人说明承办单位和办理时限。',
    ],
    visit: ['上门见到诉求人，一同查看了现场。', '到现场与诉求人见面，听取意见并拍照留存。'],
    message: ['电话未接，已短信告知承办人姓名和联系方式。', '诉求人不便接电话，已在平台留言沟通。'],
  },
  replies: {
    noise: [
      '您反映的情况属实。我们已到现场检查，要求当事单位夜间停止产生噪声的作业，并安排三晚复查，声音已明显降低。',
      '经现场监测核实，已责令加装隔声措施、调整作业时间，整改已完成。今后如有反复请随时联系。',
      '已约谈负责人并下达整改通知，晚22时后不再作业。巡查人员会持续关注，感谢您的监督。',
    ],
    gathering: [
      '工作人员已到场劝导，与活动负责人约定了音量和结束时间，近几日复查情况良好。',
      '已会同社区上门沟通，当事人表示会注意时间、控制音量。社区已列入日常巡查。',
      '已在现场设置提示牌并安排值守，傍晚至22时加密巡查，扰民情况已有改善。',
    ],
    dust: [
      '已到现场检查，责令落实苫盖、洒水和车辆冲洗，裸露土方已全部覆盖。',
      '经核实路面确有积尘，已组织清扫并增加洒水频次，早晚各一次。',
      '已要求施工单位完善围挡和喷淋，未整改到位前停止土方作业，复查合格。',
    ],
    air: [
      '现场检查发现净化设施未正常开启，已责令立即整改并清洗，复查时无明显异味。',
      '已开展排查并取样检测，来源已查明，要求当事单位限期完成治理，今日复查已达到要求。',
      '执法人员夜间突击检查，已固定证据并依法处理，我们会继续跟踪。',
    ],
    fire: [
      '巡查人员到场后已制止并清理现场，对当事人进行了教育，后续加密夜间巡查。',
      '已会同相关单位联合处置，现场已恢复，周边已张贴告知。',
      '经核实情况属实，已依法处理当事人，并在周边开展入户宣传。',
    ],
    water: [
      '已查明来源并封堵，抽运积水、清理河道，水质已取样送检。',
      '维修人员已疏通管线，现场冲洗消毒完毕，近期将更换破损管段。',
      '现场已清理完毕，安排专人每日巡河，感谢您的反映。',
    ],
    site: [
      '已组织人员清运并恢复原状，同时加装监控、设置警示牌。',
      '经现场核实情况属实，已要求责任人三日内整改，复查已完成。',
      '已会同属地现场处置，问题已消除，如有反复请随时联系我们。',
    ],
  },
  /** A reply that says when. */
  dated: '（{day}）{reply}',
  despite: '其余的由所属单位继续办理，已向诉求人说明。',
  again: [
    '二次办理时已重新到现场核查，补充落实了整改措施，并与您当面确认。',
    '针对您反映的反复问题，已升级处理措施，安排专人盯守一周，情况已稳定。',
  ],
  notes: [
    '现场照片已存档，当事人已签收整改通知。',
    '已列入巡查台账，三日内复查。',
    '该点位本季度已有多次反映，建议纳入每月一题。',
    '夜间监测数据已留存，超出限值。',
    '当事单位负责人不在现场，已电话约谈。',
  ],
  returns: [
    '经核实，问题起因不在我单位职责范围，建议由所列单位主办。',
    '现场核查后，该事项的监管和处罚由所列单位负责，请予改派。',
  ],
  upheld: '按所引条款仍由你单位主办，请继续办理。',
  conference: '会商议定由该单位主办，其他单位配合。',
  desk: ['电话核实后人工定类派单。', '诉求人补充了情况，按核实结果派单。', '请按首接负责办理。'],
  parts: ['我单位已到场配合，相关证照和手续已核查。', '已完成现场检测，数据提供主办单位。'],
  joins: '请配合核查证照和现场情况。',
  questions: ['请问一般是几点到几点最严重？', '方便补充一下具体楼号或者门店名称吗？'],
  supplements: ['主要是晚上九点到十二点，周末更厉害。', '就在南门进来第二栋，一层门口。'],
  urges: ['怎么还没人处理？', '好几天了，麻烦快一点。', '今天又是这样，请尽快。'],
  withdrawals: ['已经自己协商好了。', '这两天没有了，先不反映了。', null],
  extensionReasons: [
    '隔声设备定制需要时间。',
    '需等待检测报告出具。',
    '整改材料未到货，已有书面承诺。',
  ],
  extensionApproved: '理由充分，同意延期。',
  extensionRefused: '可先行采取临时措施，请按原时限办理。',
  suspensionReason: '涉及管线改造，需列入年度工程。',
  suspensionPlan: '先行临时措施，每周巡查一次，工程进场后复核。',
  suspensionApproved: '同意挂账，到期复核。',
  whistlePurpose: '多部门联合执法，现场共同核查。',
  reports: ['已到场。', '执法人员到场配合检查。'],
  whistleParts: ['我单位检查事项已完成。', '已现场出具意见。'],
  whistleClosed: '联合处置完毕，各单位意见已汇总。',
  supervision: '请于两日内说明超期原因和下一步措施。',
  supervisionAnswer: '因现场协调耗时造成超期，已明确专人负责，今日完成整改。',
  finalAnswer:
    '两次办理后诉求人仍不认可，已由负责人到现场再次核查，书面说明原因并列入长期治理台账。',
  exclusions: [
    { ground: 'untrue', evidence: '三次不同时段现场核查均未发现所述情况，附照片和监测记录。' },
    { ground: 'outside-powers', evidence: '所述点位位于区外，已函告相邻区主管部门，附函件。' },
    { ground: 'force-majeure', evidence: '当日为大风极端天气，已按应急预案处置，附气象记录。' },
  ],
  exclusionApproved: '证据充分，同意剔除。',
  citizenWord: '情况一直都有，不是我编的，可以问问邻居。',
  unitWord: '核查记录和照片齐全，请维持。',
  appealRefused: '核查时段与反映时段不符，不予剔除。',
  appealUpheld: '复核后维持剔除。',
  unmerge: '现场核实不是同一处，单独派单。',
  unreached: ['无人接听。', '关机。', '诉求人不便通话。'],
  comments: {
    good: ['处理很快，谢谢。', '来人看了，好多了。', null, null, null],
    fair: ['有改善，希望坚持巡查。', '比以前好一些。', null, null],
    bad: ['安静了两天又开始了。', '来过一次，没什么变化。', '没人联系过我。', null],
  },
  surnames: '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗',
  titles: ['先生', '女士'],
  givenNames: [
    '伟',
    '敏',
    '静',
    '磊',
    '洋',
    '艳',
    '勇',
    '娟',
    '涛',
    '霞',
    '建国',
    '晓明',
    '志强',
    '海燕',
  ],
} as const
