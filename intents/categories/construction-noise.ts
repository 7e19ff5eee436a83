import type { Category } from '../types.ts'

export default {
  id: 'construction-noise',
  label: '施工噪声（含夜间施工）',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
