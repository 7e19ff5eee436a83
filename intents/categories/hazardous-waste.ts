import type { Category } from '../types.ts'

export default {
  id: 'hazardous-waste',
  label: '危险废物、医疗废物',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
