import type { Category } from '../types.ts'

export default {
  id: 'solid-waste-dumping',
  label: '垃圾、渣土、固废倾倒堆放',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
