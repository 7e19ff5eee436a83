import type { Category } from '../types.ts'

export default {
  id: 'open-burning',
  label: '露天焚烧（秸秆、垃圾、枝叶）',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
