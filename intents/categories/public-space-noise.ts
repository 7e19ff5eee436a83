import type { Category } from '../types.ts'

export default {
  id: 'public-space-noise',
  label: '公共场所社会噪声（广场舞、音响）',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
