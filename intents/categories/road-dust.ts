import type { Category } from '../types.ts'

export default {
  id: 'road-dust',
  label: '道路扬尘与遗撒',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
