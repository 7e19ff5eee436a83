import { blankTicket } from './blank.ts'
import type { TicketEvent, TicketId } from './events.ts'
import { eventsByType } from './steps/index.ts'
import type { Ticket } from './ticket.ts'
import { wordsIn } from './written.ts'

/** Folds one event into a ticket; `null` only before `opened`. Pure; unknown to time and persons. */
export function evolve(ticket: Ticket | null, id: TicketId, event: TicketEvent): Ticket {
  const before = ticket ?? blankTicket(id, event)
  const { fields, meaning } = eventsByType[event.type]
  // Safe because the table has each declaration under its own event's type.
  const change = meaning.change as Change | undefined
  const after = change?.(before, event) ?? before
  // All that was written goes with its person.
  const written = event.type === 'erased' ? [] : [...before.written, ...wordsIn(fields, event.data)]
  return { ...after, written, seq: before.seq + 1, lastEventAt: event.at }
}

type Change = (ticket: Ticket, event: TicketEvent) => Ticket

/** A ticket from its whole history; null when there is none. */
export function fold(id: TicketId, events: readonly TicketEvent[]): Ticket | null {
  return events.reduce<Ticket | null>((ticket, event) => evolve(ticket, id, event), null)
}
