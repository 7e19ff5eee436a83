import type { Category } from '../types.ts'

export default {
  id: 'protected-area',
  label: '自然保护地、生态红线内违法活动',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
