import type { ReplyFact } from './fill-template.ts'

/** How a template of a reply calls the facts of a case: {今天}. */
export const factNames = {
  today: '今天',
  received: '反映日期',
  contacted: '联系日期',
  place: '地点',
  category: '问题',
  number: '编号',
  unit: '单位',
} as const satisfies Record<ReplyFact, string>

export const templateTexts = {
  day: '{month}月{day}日',
  unknown: '【请填写：{name}】',
} as const
