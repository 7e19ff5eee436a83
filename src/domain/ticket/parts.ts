import type { UnitId } from '#routing/units.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Part, Ticket } from './ticket.ts'

/** Whom a part may be asked of: anybody but the handler, one part at a time. */
export function mayBeAdded({ handler, parts }: Ticket, unit: UnitId): boolean {
  return unit !== handler && !parts.some((part) => part.unit === unit && part.doneAt === null)
}

/** Why a unit has no part to finish: what was asked of it is done. */
export function partBarred({ parts }: Ticket, unit: UnitId): Refusal | null {
  const own = parts.filter((part) => part.unit === unit)
  return own.length > 0 && own.every(({ doneAt }) => doneAt !== null)
    ? refuse('already-done')
    : null
}

/** A unit the rules named has a part too, though nobody spelled it out. */
export function withPartDone(parts: readonly Part[], unit: UnitId, at: number): readonly Part[] {
  return parts.some((part) => part.unit === unit)
    ? parts.map((part) =>
        part.unit === unit && part.doneAt === null ? { ...part, doneAt: at } : part,
      )
    : [...parts, { unit, note: '', addedAt: at, due: null, doneAt: at }]
}
