import type { UnitId } from '#routing/units.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Actor } from '../roles.ts'
import type { DecisionContext, TicketCommand } from './commands.ts'
import type { Decided } from './decide.ts'
import type { Ticket, Whistle } from './ticket.ts'

type Command<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>

/** Townships and the park are known by their statistical code (Miyun: 110118…). */
export function isTown(unit: UnitId | null): boolean {
  return unit?.startsWith('110118') ?? false
}

/** A township calls bureaus to the spot; each reports in; the township closes the whistle. */
export const deciders = {
  whistle: (_ticket: Ticket, command: Command<'whistle'>, by: DecisionContext): Decided => {
    const { whistleId, units, purpose, place, due } = command
    if (!isTown(by.actor.unit)) return refuse('not-allowed', { command: 'whistle' })
    const called = [...new Set(units)].filter((unit) => unit !== by.actor.unit)
    if (called.length === 0) return refuse('invalid-input', { fields: 'units' })
    if (due <= by.now) return refuse('invalid-input', { fields: 'due' })
    return [{ type: 'whistle-opened', data: { whistleId, units: called, purpose, place, due } }]
  },

  'report-in': (ticket: Ticket, command: Command<'report-in'>, by: DecisionContext): Decided => {
    const found = calledTo(ticket, command.whistleId, by.actor.unit)
    if ('refused' in found) return found
    const { whistle, unit } = found
    if (whistle.reports.some((report) => report.unit === unit)) return refuse('already-done')
    const late = by.now > whistle.due
    const { whistleId, how, note } = command
    return [{ type: 'reported-in', data: { whistleId, unit, how, late, note } }]
  },

  'finish-whistle-part': (
    ticket: Ticket,
    command: Command<'finish-whistle-part'>,
    by: DecisionContext,
  ): Decided => {
    const found = calledTo(ticket, command.whistleId, by.actor.unit)
    if ('refused' in found) return found
    const { whistle, unit } = found
    if (!whistle.reports.some((report) => report.unit === unit)) return refuse('too-early')
    const { whistleId, done, note } = command
    return [{ type: 'whistle-part-done', data: { whistleId, unit, done, note } }]
  },

  'close-whistle': (
    ticket: Ticket,
    { whistleId, note }: Command<'close-whistle'>,
    { actor }: DecisionContext,
  ): Decided => {
    const whistle = ticket.whistles.find((one) => one.id === whistleId)
    if (whistle === undefined) return refuse('not-found')
    if (!mayClose(actor, whistle)) return refuse('not-your-unit')
    if (whistle.closedAt !== null) return refuse('already-done')
    const absent = whistle.units.filter(
      (unit) => !whistle.reports.some((report) => report.unit === unit),
    )
    return [{ type: 'whistle-closed', data: { whistleId, absent, note } }]
  },
}

/** The township that called closes its whistle; the bureau's inspector may, so that none stays open. */
export function mayClose(actor: Actor, whistle: Whistle): boolean {
  return actor.role === 'inspector' || (actor.unit !== null && actor.unit === whistle.caller)
}

function calledTo(
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
