import type { Category } from '../types.ts'

export default {
  id: 'machinery-exhaust',
  label: '非道路移动机械冒黑烟',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
