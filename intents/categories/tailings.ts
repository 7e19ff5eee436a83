import type { Category } from '../types.ts'

export default {
  id: 'tailings',
  label: '尾矿库',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
