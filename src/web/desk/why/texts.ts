/** The rule behind a dispatch, and whether the rules still say so. */
export const ruleTexts = {
  ofCategory: '“{category}”的一般规则',
  withFact: '“{category}”中属于“{fact}”的规则',
  byHand: '派单员没有按规则派；规则是{rule}',
  same: '规则没有变过：用同样的话重新算一遍，结果与派单时一字不差。',
  differs: '规则没有变过，但重新算出的结果与派单时不同。这不应该发生，请告诉管理员。',
  olderReading: '判断类别的规则后来更新过；这里是当时的判断。',
  changedAgrees: '派单以后规则更新过；按现在的规则，还是这个单位、这一条。',
  changedOther: '派单以后规则更新过；按现在的规则会派给{unit}，依据“{clause}”。本工单不因此改变。',
  changedNeedsTown: '派单以后规则更新过；按现在的规则，还要知道镇街才能定单位。本工单不因此改变。',
} as const

/** Why a complaint is urgent, by the rules of intents/urgency.ts. */
export const urgencyReasonTexts: Readonly<Record<string, string>> = {
  'fast/now': '正在发生',
  'fast/night': '夜间',
  'fast/exams': '考试期间“{word}”',
  'fast/weak-people': '影响“{word}”',
  'danger/fire': '火情“{word}”',
  'danger/explosion': '爆炸危险“{word}”',
  'danger/gas': '燃气泄漏“{word}”',
  'danger/chemical': '危险化学品“{word}”',
  'danger/co': '一氧化碳“{word}”',
  'danger/medical': '中毒、昏倒或受伤“{word}”',
  'danger/trapped': '人员被困“{word}”',
  'danger/electric': '触电危险“{word}”',
  'danger/violence': '暴力“{word}”',
  'danger/self-harm': '轻生“{word}”',
  'danger/crash': '事故“{word}”',
  'danger/unknown': '危险情形',
}

/** Words of a complaint that counted, by what for. */
export const evidenceTexts = {
  legend: '标出的词：',
  layers: { category: '类别', place: '地点', fact: '由谁负责', urgency: '紧急程度' },
} as const

/** Why a unit was chosen or not, by the codes of routing/considered.ts. */
export const consideredTexts = {
  'local-unit': '属地办理',
  'lead-of-category': '此类诉求由该单位承办',
  'supports-category': '此类诉求的协办单位',
  'only-leads': '“{clause}”的牵头部门，不直接承办',
  'only-shares': '“{clause}”的主责单位之一，本件不主办',
  'replaced-by': '属于“{fact}”，改由上面的单位办理',
  'fact-absent': '没有提到“{fact}”，不需要该单位',
  because: '属于“{fact}”，依据“{clause}”',
  'chosen-by-desk': '派单员选定',
  'desk-chose-another': '规则原定此单位，派单员另选',
} as const

export const whyTexts = {
  why: '为什么派到这里',
  whyCategory: '类别依据',
  clauseBasis: '方案依据',
  lead: '牵头部门',
  primary: '主责单位',
  supporting: '协办单位',
  considered: '考虑过的单位',
  decidedBy: { rules: '按规则自动派单', desk: '派单员派单', conference: '会商决定' },
  rule: '所用规则',
  outcome: { handler: '主办', supporting: '协办', rejected: '不选' },
  notYet: '还没有派单。',
  quote: '{year} 年行动计划 {clause}：',
  handlerIs: '主办单位',
  handlerWas: '上次主办单位',
  rulesNow: '规则现在的看法',
  rulesUnsure: '规则拿不准类别，下面的看法只供参考。',
  rulesWould: '按“{category}”和文中地点，规则会派给{unit}。依据：{clause}。',
  rulesNeedTown: '看作“{category}”，但文中没有能定下的镇街，规则定不了单位。',
  rulesOutside: '规则认为这不是本平台受理的诉求（{category}），可以转介。',
  placeSaid: '文中地点：{place}',
  placeMaybe: '文中地点可能是：{places}',
  placeOutside: '文中提到区外地点：{place}',
  note: '派单说明',
  consideredHead: { unit: '单位', outcome: '结论', reason: '理由' },
  confidence: '把握',
  noRanked: '没有留下判断结果。',
  noWords: '没有可标出的词。',
  ranked: '可能的类别',
  wordsCounted: '判断依据的词：{words}',
} as const
