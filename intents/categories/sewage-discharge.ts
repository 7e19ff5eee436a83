import type { Category } from '../types.ts'

export default {
  id: 'sewage-discharge',
  label: '污水违法排放（工业、餐饮、工地、医疗）',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
