import type { UnitId } from '#routing/units.ts'
import { endedStatuses } from './ticket/status.ts'
import type { TicketStatus } from './ticket/status.ts'
import type { Ticket } from './ticket/ticket.ts'

export const roles = [
  'citizen',
  'officer',
  'unit-lead',
  'dispatcher',
  'operator',
  'inspector',
  'administrator',
  'system',
] as const

/** 市民, 承办人, 单位负责人, 派单员, 坐席, 督办人(区生态环境局), 管理员, and the house itself (timers, rules). */
export type Role = (typeof roles)[number]

/** Who acts. `unit` is set for officers and unit leads; `id` is an account id, a citizen id, or 'system'. */
export type Actor = {
  readonly id: string
  readonly role: Role
  readonly unit: UnitId | null
  readonly name: string
}

/**
 * A unit sees a ticket only if it takes part in it; a citizen only their own; the desk, the operators and
 * the bureau see all. Secrecy hides the person, not the ticket.
 */
export function maySee(actor: Actor, ticket: Ticket): boolean {
  switch (actor.role) {
    case 'citizen':
      return isItsCitizen(actor, ticket)
    case 'officer':
    case 'unit-lead':
      return actor.unit !== null && takesPart(ticket, actor.unit)
    default:
      return true
  }
}

/** The citizen who complained; for an anonymous ticket whoever proved its secret code, known by the ticket's id. */
export function isItsCitizen(actor: Actor, ticket: Ticket): boolean {
  return actor.role === 'citizen' && actor.id === (ticket.opened.citizenId ?? ticket.id)
}

function takesPart(ticket: Ticket, unit: UnitId): boolean {
  return (
    ticket.handler === unit || ticket.supporting.includes(unit) || ticket.involved.includes(unit)
  )
}

/**
 * Who may read a citizen's name and phone: whoever has to call, a unit only while it handles the ticket; never
 * the handler of a secret report.
 */
export function maySeePerson(actor: Actor, ticket: Ticket): boolean {
  if (actor.role === 'dispatcher' || actor.role === 'operator' || actor.role === 'inspector')
    return true
  const calls = actor.unit !== null && actor.unit === ticket.handler && !hasEnded(ticket.status)
  return calls && !ticket.opened.secrecy
}

function hasEnded(status: TicketStatus): boolean {
  return endedStatuses.some((ended) => ended === status)
}
