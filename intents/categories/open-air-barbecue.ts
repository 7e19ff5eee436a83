import type { Category } from '../types.ts'

export default {
  id: 'open-air-barbecue',
  label: '露天烧烤',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
