import type { Category } from '../types.ts'

export default {
  id: 'fuel-vapor',
  label: '加油站油气、黑加油点',
  terms: [],
  sources: [],
  effects: [],
  patterns: [],
  exclusions: [],
  examples: [],
} as const satisfies Category
