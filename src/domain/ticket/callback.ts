import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Actor } from '../roles.ts'
import type { DecisionContext, TicketCommand } from './commands.ts'
import { awaitsSupervision, wayToAsk } from './deadlines.ts'
import type { Decided, Fact } from './decide.ts'
import { halfDayOf } from './half-day.ts'
import { deadlinesFrom } from './intake.ts'
import { settings } from './settings.ts'
import type { Ticket } from './ticket.ts'

type Command<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>

/** The call-back: the citizen, not the unit, says whether it is solved (rulebook, Call-back). */
export const deciders = {
  'start-callback': (ticket: Ticket, { via }: Command<'start-callback'>): Decided =>
    // From the phone queue it never goes back to the channel.
    awaitsSupervision(ticket) ||
    (ticket.callback !== null && (ticket.callback.via === via || via === 'channel'))
      ? []
      : [{ type: 'callback-started', data: { via, round: ticket.reopenings + 1 } }],

  'remind-callback': ({ callback }: Ticket): Decided => {
    if (callback?.via !== 'channel') return refuse('nothing-pending')
    const limit = settings.callbackReminderAfterMs.length
    return callback.reminders < limit
      ? [{ type: 'callback-reminded', data: { attempt: callback.reminders + 1 } }]
      : refuse('limit-reached', { limit })
  },

  'attempt-callback': (
    ticket: Ticket,
    command: Command<'attempt-callback'>,
    { now }: DecisionContext,
  ): Decided => {
    const { callback } = ticket
    if (!inPhoneQueue(ticket) || callback === null) return refuse('nothing-pending')
    const { halfDay, reached, note } = command
    if (callback.halfDays.includes(halfDay)) return refuse('too-often', { halfDay })
    if (halfDay > halfDayOf(now) || halfDay < halfDayOf(callback.startedAt)) {
      return refuse('invalid-input', { fields: 'halfDay' })
    }
    const attempt = callback.attempts + 1
    const tried: Fact = { type: 'callback-attempted', data: { attempt, halfDay, reached, note } }
    return !reached && attempt >= settings.callbackPhoneAttempts
      ? [tried, ...unanswered(ticket, 'unreachable')]
      : [tried]
  },

  rate: (ticket: Ticket, command: Command<'rate'>, by: DecisionContext): Decided => {
    const { contacted, solved, satisfied, comment, via } = command
    const barred = rateBarred(ticket)
    if (barred !== null) return barred
    const rated: Fact = { type: 'rated', data: { contacted, solved, satisfied, comment, via } }
    if (solved === 'solved' && satisfied !== 'unsatisfied') {
      return [rated, { type: 'closed', data: { reason: 'solved' } }]
    }
    // Asked because the promise had passed: the first handling is not over, so no second one begins.
    if (ticket.status !== 'resolved') return [rated]
    // Handled again twice already: the house orders supervision (tick.ts), and its answer closes the ticket.
    if (ticket.reopenings >= settings.maxReopenings) return [rated]
    const data = {
      reason: solved === 'solved' ? 'unsatisfied' : solved,
      round: ticket.reopenings + 1,
      deadlines: deadlinesFrom(by, ticket.urgency),
    }
    return [rated, { type: 'reopened', data }]
  },

  'give-up-callback': (
    ticket: Ticket,
    { because }: Command<'give-up-callback'>,
    { actor }: DecisionContext,
  ): Decided =>
    mayGiveUp(ticket, because, actor)
      ? unanswered(ticket, because)
      : refuse('too-early', { command: 'give-up-callback' }),
}

/** A call-back waits to be made by phone. */
export function inPhoneQueue({ callback }: Ticket): boolean {
  return callback?.via === 'phone' && callback.settledAt === null
}

/** Why the three questions may not be answered now: nobody has asked, or they have been answered. */
export function rateBarred(ticket: Ticket): Refusal | null {
  const { callback, status } = ticket
  if (awaitsSupervision(ticket)) return refuse('already-done')
  if (callback === null) return status === 'resolved' ? null : refuse('nothing-pending')
  return callback.settledAt === null ? null : refuse('already-done')
}

/**
 * Unreachable: after all attempts, or when the house finds that no number is on file. Anonymous: there never
 * was a way to ask (rulebook, Call-back).
 */
export function mayGiveUp(
  ticket: Ticket,
  because: 'unreachable' | 'anonymous',
  actor: Actor,
): boolean {
  if (because === 'anonymous') return wayToAsk(ticket) === null
  const tried = (ticket.callback?.attempts ?? 0) >= settings.callbackPhoneAttempts
  return inPhoneQueue(ticket) && (tried || actor.role === 'system')
}

/** Nobody could be asked: counted apart from the rates, and shown. What is still handled goes on. */
export function unanswered(ticket: Ticket, because: 'unreachable' | 'anonymous'): Fact[] {
  const gone: Fact[] = because === 'unreachable' ? [{ type: 'unreachable', data: {} }] : []
  return ticket.status === 'resolved'
    ? [...gone, { type: 'closed', data: { reason: because } }]
    : gone
}
