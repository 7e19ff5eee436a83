import type { Category } from '../types.ts'

export default {
  id: 'vegetation-damage',
  label: '毁林毁绿、破坏湿地',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
