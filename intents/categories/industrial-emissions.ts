import type { Category } from '../types.ts'

export default {
  id: 'industrial-emissions',
  label: '工业与汽修废气、VOCs异味',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
