import { refuse } from '../refusal.ts'
import type { DecisionContext, TicketCommand } from './commands.ts'
import type { Decided, Fact } from './decide.ts'
import { deadlinesFrom } from './intake.ts'
import { settings } from './settings.ts'
import type { Ticket } from './ticket.ts'

type Command<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>

/** The call-back: the citizen, not the unit, says whether it is solved (rulebook, Call-back). */
export const deciders = {
  'start-callback': (ticket: Ticket, { via }: Command<'start-callback'>): Decided =>
    ticket.callback !== null && ticket.callback.via === via
      ? []
      : [{ type: 'callback-started', data: { via, round: ticket.reopenings + 1 } }],

  'remind-callback': (ticket: Ticket): Decided =>
    ticket.callback === null
      ? refuse('nothing-pending')
      : [{ type: 'callback-reminded', data: { attempt: ticket.callback.reminders + 1 } }],

  'attempt-callback': (ticket: Ticket, command: Command<'attempt-callback'>): Decided => {
    const { callback } = ticket
    if (callback === null || callback.via !== 'phone') return refuse('nothing-pending')
    const { halfDay, reached, note } = command
    if (callback.halfDays.includes(halfDay)) return refuse('too-often', { halfDay })
    const attempt = callback.attempts + 1
    const tried: Fact = { type: 'callback-attempted', data: { attempt, halfDay, reached, note } }
    return !reached && attempt >= settings.callbackPhoneAttempts
      ? [tried, ...ended('unreachable')]
      : [tried]
  },

  rate: (ticket: Ticket, command: Command<'rate'>, by: DecisionContext): Decided => {
    const { contacted, solved, satisfied, comment, via } = command
    if (ticket.rating !== null) return refuse('already-done')
    const rated: Fact = { type: 'rated', data: { contacted, solved, satisfied, comment, via } }
    if (solved === 'solved' && satisfied !== 'unsatisfied') {
      return [rated, { type: 'closed', data: { reason: 'solved' } }]
    }
    if (ticket.reopenings >= settings.maxReopenings) {
      return [rated, { type: 'closed', data: { reason: 'final' } }]
    }
    const data = {
      reason: solved === 'solved' ? 'unsatisfied' : solved,
      round: ticket.reopenings + 1,
      deadlines: deadlinesFrom(by, ticket.urgency),
    }
    return [rated, { type: 'reopened', data }]
  },

  'give-up-callback': (_ticket: Ticket, { because }: Command<'give-up-callback'>): Decided =>
    ended(because),
}

/** Nobody could be asked: counted apart from the rates, and shown. */
export function ended(because: 'unreachable' | 'anonymous'): Fact[] {
  const closed: Fact = { type: 'closed', data: { reason: because } }
  return because === 'unreachable' ? [{ type: 'unreachable', data: {} }, closed] : [closed]
}
