import type { Category } from '../types.ts'

export default {
  id: 'illegal-mining',
  label: '盗采砂石、矿产',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
