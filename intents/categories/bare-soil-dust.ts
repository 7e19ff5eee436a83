import type { Category } from '../types.ts'

export default {
  id: 'bare-soil-dust',
  label: '裸地与堆料扬尘',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
