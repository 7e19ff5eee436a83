/** What fields of steps and forms are called; a step may call one otherwise (domain/ticket/steps/words.ts). */
export const fieldLabels = {
  method: '联系方式',
  note: '说明',
  text: '内容',
  publicReply: '给市民的答复（市民会看到）',
  internalNote: '内部办理说明（市民看不到）',
  reason: '理由',
  proposedUnit: '建议的承办单位',
  clause: '依据的条款',
  to: '转往何处',
  units: '单位',
  due: '完成期限',
  question: '要问市民的问题',
  until: '延期到',
  plan: '后续计划',
  reviewAt: '复核日期',
  order: '督办要求',
  replyDue: '答复期限',
  reply: '答复',
  urgency: '紧急程度',
  halfDay: '回访时段',
  reached: '是否接通',
  contacted: '承办单位是否联系过市民',
  solved: '问题是否解决',
  satisfied: '市民是否满意',
  comment: '市民的话',
  ground: '剔除情形',
  evidence: '证据',
  category: '诉求类别',
  town: '镇街',
  village: '村、社区',
  spot: '具体位置',
  unit: '承办单位',
} as const

/** What stands beside the fields of the desk's forms, and before a step that ends something. */
/** How to fill in a field. */
export const fieldHints: Readonly<Record<string, string>> = {
  until: '晚于现在的办结时限，最多再延一个同类时限。',
  reviewAt: '到这一天恢复办理。',
  clause: '方案或规定里的哪一条。',
}
