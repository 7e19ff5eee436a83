import type { Category } from '../types.ts'

export default {
  id: 'catering-fumes',
  label: '餐饮油烟',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
