import type { Category } from '../types.ts'

export default {
  id: 'drainage-overflow',
  label: '雨污混接、管网堵塞外溢',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
