import type { Category } from '../types.ts'

export default {
  id: 'livestock-pollution',
  label: '畜禽养殖污染',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
