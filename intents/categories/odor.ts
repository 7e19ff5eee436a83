import type { Category } from '../types.ts'

export default {
  id: 'odor',
  label: '恶臭异味（污水厂、垃圾站、不明来源）',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
