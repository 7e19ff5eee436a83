import type { Category } from '../types.ts'

export default {
  id: 'wildlife',
  label: '野生动植物保护',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
