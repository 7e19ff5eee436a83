import { blankTicket } from './blank.ts'
import type { TicketEvent, TicketId } from './events.ts'
import { closingSteps } from './steps-closing.ts'
import { deskSteps } from './steps-desk.ts'
import { handlingSteps } from './steps-handling.ts'
import { same } from './steps.ts'
import type { Steps } from './steps.ts'
import type { Ticket } from './ticket.ts'

/** Folds one event into a ticket; `null` only before `opened`. Pure; unknown to time and persons. */
export function evolve(ticket: Ticket | null, id: TicketId, event: TicketEvent): Ticket {
  const before = ticket ?? blankTicket(id, event)
  // Safe because the table has exactly one step per event type.
  const step = steps[event.type] as (ticket: Ticket, event: TicketEvent) => Ticket
  return { ...step(before, event), seq: before.seq + 1, lastEventAt: event.at }
}

/** A ticket from its whole history; null when there is none. */
export function fold(id: TicketId, events: readonly TicketEvent[]): Ticket | null {
  return events.reduce<Ticket | null>((ticket, event) => evolve(ticket, id, event), null)
}

const steps: Steps<TicketEvent['type']> = {
  opened: same,
  ...deskSteps,
  ...handlingSteps,
  ...closingSteps,
}
