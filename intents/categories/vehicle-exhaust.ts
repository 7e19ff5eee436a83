import type { Category } from '../types.ts'

export default {
  id: 'vehicle-exhaust',
  label: '机动车尾气、黑烟车',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
