import type { Category } from '../types.ts'

export default {
  id: 'neighbour-noise',
  label: '邻里生活噪声（装修、宠物、邻居）',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
