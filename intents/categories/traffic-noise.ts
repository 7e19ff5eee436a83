import type { Category } from '../types.ts'

export default {
  id: 'traffic-noise',
  label: '交通噪声',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
