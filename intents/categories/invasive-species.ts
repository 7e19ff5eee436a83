import type { Category } from '../types.ts'

export default {
  id: 'invasive-species',
  label: '外来入侵物种、有害生物',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
