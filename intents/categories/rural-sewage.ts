import type { Category } from '../types.ts'

export default {
  id: 'rural-sewage',
  label: '农村生活污水',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
