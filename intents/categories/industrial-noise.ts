import type { Category } from '../types.ts'

export default {
  id: 'industrial-noise',
  label: '工业噪声',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
