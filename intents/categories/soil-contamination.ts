import type { Category } from '../types.ts'

export default {
  id: 'soil-contamination',
  label: '土壤与地块污染',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
