import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'

/** Whether nothing was said. */
export function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}

/** A field is not filled in, or wrongly. */
export function missing(field: string): Refusal {
  return refuse('invalid-input', { fields: field })
}
