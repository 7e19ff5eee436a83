import { refuse } from '../refusal.ts'
import type { DecisionContext, TicketCommand } from './commands.ts'
import type { Decided, Fact } from './decide.ts'
import type { Deadlines } from './events.ts'
import { deadlinesFrom, dispatchData } from './intake.ts'
import { settings } from './settings.ts'
import type { Ticket } from './ticket.ts'

type Command<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>

/** From the dispatch desk to a unit, and back. */
export const deciders = {
  classify: (ticket: Ticket, { category, note }: Command<'classify'>): Decided =>
    category === ticket.category ? [] : [{ type: 'classified', data: { category, note } }],

  place: (_ticket: Ticket, { place }: Command<'place'>): Decided => [
    { type: 'placed', data: { place } },
  ],

  'set-urgency': (
    ticket: Ticket,
    { urgency, note }: Command<'set-urgency'>,
    by: DecisionContext,
  ): Decided => {
    if (urgency === ticket.urgency) return []
    const from = ticket.dispatchedAt
    const deadlines =
      from === null ? null : keepPromise(ticket, fromStart(ticket, urgency, by, from))
    return [{ type: 'urgency-set', data: { urgency, note, deadlines } }]
  },

  dispatch: (ticket: Ticket, command: Command<'dispatch'>, by: DecisionContext): Decided => {
    const { routing, note } = command
    if (ticket.category === null) return refuse('missing-category')
    if (ticket.handler === routing.handler) return refuse('same-unit', { unit: routing.handler })
    const decidedBy = ticket.status === 'conference' ? 'conference' : 'desk'
    const deadlines = keepPromise(ticket, deadlinesFrom(by, ticket.urgency))
    const data = dispatchData(routing, decidedBy, note, deadlines)
    if (ticket.dispatch === null) return [{ type: 'dispatched', data }]
    const from = ticket.handler ?? ticket.returnProposal?.from ?? ticket.dispatch.handler
    return [{ type: 'redispatched', data: { ...data, from } }]
  },

  refer: (_ticket: Ticket, { to, note }: Command<'refer'>): Decided => [
    { type: 'referred', data: { to, note } },
  ],

  merge: (ticket: Ticket, { into, intoNumber }: Command<'merge'>): Decided =>
    into === ticket.id
      ? refuse('invalid-input', { fields: 'into' })
      : [{ type: 'merged', data: { into, intoNumber } }],

  return: (ticket: Ticket, command: Command<'return'>, by: DecisionContext): Decided => {
    const { reason, note, proposedUnit, clause } = command
    const { deadlines, handler } = ticket
    if (deadlines === null || handler === null)
      return refuse('wrong-status', { status: ticket.status })
    if (by.now > deadlines.return) return refuse('too-late', { until: deadlines.return })
    if (proposedUnit === handler) return refuse('same-unit', { unit: handler })
    const round = ticket.returns + 1
    const returned: Fact = { type: 'returned', data: { reason, note, proposedUnit, clause, round } }
    if (round < settings.returnsBeforeConference) {
      return [returned, { type: 'queued', data: { reason: 'returned', note: null } }]
    }
    const named = [handler, proposedUnit, ...ticket.involved].filter((unit) => unit !== null)
    const called: Fact = { type: 'conference-called', data: { units: [...new Set(named)] } }
    return [returned, called]
  },

  'uphold-return': (ticket: Ticket, { note, clause }: Command<'uphold-return'>): Decided => {
    const handler = ticket.returnProposal?.from
    if (ticket.queuedFor !== 'returned' || handler === undefined) return refuse('nothing-pending')
    return [{ type: 'return-upheld', data: { note, clause, handler } }]
  },
}

/** The citizen's promise is never moved later by another dispatch (rulebook, Clocks). */
function keepPromise(ticket: Ticket, fresh: Deadlines): Deadlines {
  const promised = ticket.deadlines?.solve
  return promised === undefined ? fresh : { ...fresh, solve: Math.min(promised, fresh.solve) }
}

function fromStart(
  ticket: Ticket,
  urgency: Ticket['urgency'],
  by: DecisionContext,
  from: number,
): Deadlines {
  return {
    accept: by.due('accept', urgency, from),
    contact: by.due('contact', urgency, from),
    return: by.due('return', urgency, from),
    solve: by.due('solve', urgency, ticket.firstDispatchedAt ?? from),
  }
}
