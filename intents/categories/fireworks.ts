import type { Category } from '../types.ts'

export default {
  id: 'fireworks',
  label: '烟花爆竹燃放、销售',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
