import type { Category } from '../types.ts'

export default {
  id: 'out-of-scope',
  label: '非本平台受理',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
