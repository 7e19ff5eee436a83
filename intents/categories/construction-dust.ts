import type { Category } from '../types.ts'

export default {
  id: 'construction-dust',
  label: '施工扬尘',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
