import type { Category } from '../types.ts'

export default {
  id: 'black-odorous-water',
  label: '黑臭水体、河湖水质',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
