import type { Category } from '../types.ts'

export default {
  id: 'commercial-noise',
  label: '商业、服务业噪声',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
