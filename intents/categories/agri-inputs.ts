import type { Category } from '../types.ts'

export default {
  id: 'agri-inputs',
  label: '农药、化肥、农膜污染',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
