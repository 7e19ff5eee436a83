import type { Routing } from '#routing/types.ts'
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
  classify: (ticket: Ticket, { category, note, routing }: Command<'classify'>): Decided =>
    category === ticket.category
      ? []
      : [{ type: 'classified', data: { category, note, ...basis(ticket, routing) } }],

  place: (ticket: Ticket, { place, routing }: Command<'place'>): Decided => [
    { type: 'placed', data: { place, ...basis(ticket, routing) } },
  ],

  'set-urgency': (
    ticket: Ticket,
    { urgency, note }: Command<'set-urgency'>,
    by: DecisionContext,
  ): Decided => {
    if (urgency === ticket.urgency) return []
    const fresh = whileResting(ticket, deadlinesFrom(by, urgency), by.now)
    const deadlines = ticket.deadlines && earlier(ticket.deadlines, fresh)
    const dispatchDue = Math.min(ticket.dispatchDue, by.due('dispatch', urgency, by.now))
    return [{ type: 'urgency-set', data: { urgency, note, dispatchDue, deadlines } }]
  },

  dispatch: (ticket: Ticket, command: Command<'dispatch'>, by: DecisionContext): Decided => {
    const { routing, note } = command
    if (ticket.category === null) return refuse('missing-category')
    if (routing.handler === holder(ticket)) return refuse('same-unit', { unit: routing.handler })
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

  merge: (
    ticket: Ticket,
    { into, intoNumber }: Command<'merge'>,
    { actor, now }: DecisionContext,
  ): Decided => {
    if (actor.role === 'operator' && !isBeingOpened(ticket, now)) {
      return refuse('not-allowed', { command: 'merge' })
    }
    return into === ticket.id
      ? refuse('invalid-input', { fields: 'into' })
      : [{ type: 'merged', data: { into, intoNumber } }]
  },

  unmerge: (
    { mergedInto, urgency }: Ticket,
    { note }: Command<'unmerge'>,
    by: DecisionContext,
  ): Decided => {
    const unsaid = isBlank(note) && by.actor.role !== 'system'
    if (unsaid) return refuse('invalid-input', { fields: 'note' })
    const dispatchDue = by.due('dispatch', urgency, by.now)
    const fromNumber = mergedInto?.number ?? ''
    return [{ type: 'unmerged', data: { note, fromNumber, dispatchDue } }]
  },

  return: (ticket: Ticket, command: Command<'return'>, by: DecisionContext): Decided => {
    const { reason, note, proposedUnit, clause } = command
    const { deadlines, handler } = ticket
    if (deadlines === null || handler === null)
      return refuse('wrong-status', { status: ticket.status })
    if (isConferred(ticket)) return refuse('limit-reached', { limit: ticket.returns })
    if (by.now > deadlines.return) return refuse('too-late', { until: deadlines.return })
    if (proposedUnit === handler) return refuse('same-unit', { unit: handler })
    const fault = faultOf(command)
    if (fault !== null) return refuse('invalid-input', { fields: fault })
    const round = ticket.returns + 1
    const dispatchDue = by.due('dispatch', ticket.urgency, by.now)
    const returned: Fact = {
      type: 'returned',
      data: { reason, note, proposedUnit, clause, round, dispatchDue },
    }
    if (round < settings.returnsBeforeConference) {
      return [returned, { type: 'queued', data: { reason: 'returned', note: null } }]
    }
    const concerned = [handler, proposedUnit, ...ticket.involved, ...ticket.named]
    const named = concerned.filter((unit) => unit !== null)
    const called: Fact = {
      type: 'conference-called',
      data: {
        units: [...new Set(named)],
        dispatchDue: by.now + settings.conferenceWithinMs,
      },
    }
    return [returned, called]
  },

  'uphold-return': (
    ticket: Ticket,
    { note, clause }: Command<'uphold-return'>,
    by: DecisionContext,
  ): Decided => {
    const handler = ticket.returnProposal?.from
    if (ticket.queuedFor !== 'returned' || handler === undefined) return refuse('nothing-pending')
    if (isBlank(clause)) return refuse('invalid-input', { fields: 'clause' })
    const deadlines = keepPromise(ticket, deadlinesFrom(by, ticket.urgency))
    return [{ type: 'return-upheld', data: { note, clause, handler, deadlines } }]
  },
}

/** Only of the unit that has it: for another it takes a dispatch. */
function basis({ handler }: Ticket, routing: Routing | undefined): { readonly routing?: Routing } {
  return routing?.handler === handler ? { routing } : {}
}

/** The conference's word is binding: what it dispatched is not returned again. */
export function isConferred(ticket: Ticket): boolean {
  return ticket.dispatch?.decidedBy === 'conference'
}

/** Who has it, or whose return waits for the desk: sending it back there is upholding, with a clause. */
function holder(ticket: Ticket): Ticket['handler'] {
  if (ticket.handler !== null) return ticket.handler
  return ticket.queuedFor === 'returned' ? (ticket.returnProposal?.from ?? null) : null
}

/** A return says why; one that disputes duty or area names the unit or clause it thinks right. */
function faultOf({ reason, note, proposedUnit, clause }: Command<'return'>): string | null {
  if (isBlank(note)) return 'note'
  const disputes = reason === 'not-our-duty' || reason === 'not-our-area'
  return disputes && proposedUnit === null && isBlank(clause) ? 'proposedUnit' : null
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}

/** The citizen's promise is not moved by another dispatch (rulebook, Clocks). */
function keepPromise(ticket: Ticket, fresh: Deadlines): Deadlines {
  return { ...fresh, solve: ticket.deadlines?.solve ?? fresh.solve }
}

/** A suspended ticket's promise is told as it will be after the review. */
function whileResting({ status, suspension }: Ticket, fresh: Deadlines, now: number): Deadlines {
  if (status !== 'suspended' || suspension === null) return fresh
  return { ...fresh, solve: fresh.solve + Math.max(0, suspension.reviewAt - now) }
}

/** A new urgency counts from when it is set, and takes nothing promised back. */
function earlier(promised: Deadlines, fresh: Deadlines): Deadlines {
  return {
    accept: Math.min(promised.accept, fresh.accept),
    contact: Math.min(promised.contact, fresh.contact),
    return: Math.min(promised.return, fresh.return),
    solve: Math.min(promised.solve, fresh.solve),
  }
}

/** A call in the very commit that opens it. */
function isBeingOpened({ opened, openedAt, lastEventAt }: Ticket, now: number): boolean {
  return opened.channel === 'hotline' && openedAt === now && lastEventAt === now
}
