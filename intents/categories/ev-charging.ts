import type { Category } from '../types.ts'

export default {
  id: 'ev-charging',
  label: '居住区充电设施建设',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
