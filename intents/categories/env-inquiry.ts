import type { Category } from '../types.ts'

export default {
  id: 'env-inquiry',
  label: '环境咨询',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
