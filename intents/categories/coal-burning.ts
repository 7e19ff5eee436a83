import type { Category } from '../types.ts'

export default {
  id: 'coal-burning',
  label: '散煤燃烧',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
