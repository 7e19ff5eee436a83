import type { UnitId } from '#routing/units.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Actor } from '../roles.ts'
import type { Ticket, Whistle } from './ticket.ts'

/** Townships and the park are known by their statistical code (Miyun: 110118…). */
export function isTown(unit: UnitId | null): boolean {
  return unit?.startsWith('110118') ?? false
}

/** The township that called closes its whistle; the bureau's inspector may, so that none stays open. */
export function mayClose(actor: Actor, whistle: Whistle): boolean {
  return actor.role === 'inspector' || (actor.unit !== null && actor.unit === whistle.caller)
}

/** The open whistle of this id that calls a unit, or why there is none. */
export function calledTo(
  ticket: Ticket,
  id: string,
  unit: UnitId | null,
): { readonly whistle: Whistle; readonly unit: UnitId } | Refusal {
  const whistle = ticket.whistles.find((one) => one.id === id)
  if (whistle === undefined) return refuse('not-found')
  if (whistle.closedAt !== null) return refuse('already-done')
  if (unit === null || !whistle.units.includes(unit)) return refuse('not-your-unit')
  return { whistle, unit }
}

/** Whether a unit has reported in. */
export function hasReported(whistle: Whistle, unit: UnitId | null): boolean {
  return whistle.reports.some((report) => report.unit === unit)
}

/** Open whistles that call a unit and to which it has reported in, or has not yet. */
export function calls(ticket: Ticket, unit: UnitId | null, reported: boolean): readonly Whistle[] {
  if (unit === null) return []
  return ticket.whistles.filter(
    (one) =>
      one.closedAt === null && one.units.includes(unit) && hasReported(one, unit) === reported,
  )
}

/** The ticket with one of its whistles changed. */
export function onWhistle(
  ticket: Ticket,
  id: string,
  change: (whistle: Whistle) => Whistle,
): Ticket {
  return {
    ...ticket,
    whistles: ticket.whistles.map((whistle) => (whistle.id === id ? change(whistle) : whistle)),
  }
}
