import type { Category } from '../types.ts'

export default {
  id: 'other-environment',
  label: '其他生态环境问题（光污染、辐射等）',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
