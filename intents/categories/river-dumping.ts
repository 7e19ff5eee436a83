import type { Category } from '../types.ts'

export default {
  id: 'river-dumping',
  label: '向河道倾倒垃圾、渣土',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
