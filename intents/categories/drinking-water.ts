import type { Category } from '../types.ts'

export default {
  id: 'drinking-water',
  label: '饮用水水源与水质',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
