import type { Category } from '../types.ts'

export default {
  id: 'sacrificial-burning',
  label: '祭祀焚烧',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
