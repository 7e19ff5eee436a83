import type { Routing } from '#routing/types.ts'
import type { TicketEvent } from './events.ts'
import { joined, withDeadlines } from './steps.ts'
import type { Steps } from './steps.ts'
import type { Ticket } from './ticket.ts'

type Dispatching =
  | 'queued'
  | 'classified'
  | 'placed'
  | 'urgency-set'
  | 'dispatched'
  | 'redispatched'
  | 'referred'
  | 'merged'
  | 'unmerged'
  | 'returned'
  | 'return-upheld'
  | 'conference-called'

/** From the dispatch desk to a unit, and back. */
export const deskSteps: Steps<Dispatching> = {
  queued: (t, e) => ({ ...t, status: 'pending', queuedFor: e.data.reason }),
  classified: (t, e) => ({ ...rebased(t, e.data.routing), category: e.data.category }),
  placed: (t, e) => ({ ...rebased(t, e.data.routing), place: e.data.place }),
  'urgency-set': (t, e) => {
    const set = { ...t, urgency: e.data.urgency, dispatchDue: e.data.dispatchDue }
    return e.data.deadlines === null ? set : withDeadlines(set, e.data.deadlines, e.at)
  },
  dispatched: dispatchedTo,
  redispatched: dispatchedTo,
  referred: (t) => ({ ...t, status: 'referred', queuedFor: null }),
  merged: (t, e) => ({
    ...t,
    status: 'merged',
    queuedFor: null,
    mergedInto: { id: e.data.into, number: e.data.intoNumber },
  }),
  unmerged: (t, e) => ({
    ...backAtDesk(t, e),
    status: 'pending',
    queuedFor: 'unmerged',
    mergedInto: null,
    involved: t.handler === null ? t.involved : joined(t.involved, [t.handler]),
    handler: null,
    acceptedAt: null,
  }),
  returned: (t, e) => ({
    ...backAtDesk(t, e),
    returns: e.data.round,
    named: e.data.proposedUnit === null ? t.named : joined(t.named, [e.data.proposedUnit]),
    involved: t.handler === null ? t.involved : joined(t.involved, [t.handler]),
    returnProposal:
      t.handler === null ? null : { from: t.handler, proposedUnit: e.data.proposedUnit },
    handler: null,
    acceptedAt: null,
  }),
  'return-upheld': (t, e) => ({
    ...withDeadlines({ ...t, dispatchedAt: e.at, deskDoneAt: e.at }, e.data.deadlines, e.at),
    status: 'dispatched',
    queuedFor: null,
    handler: e.data.handler,
    returnProposal: null,
  }),
  'conference-called': (t, e) => ({
    ...backAtDesk(t, e),
    status: 'conference',
    queuedFor: null,
    conferenceUnits: e.data.units,
    involved: joined(t.involved, e.data.units),
  }),
}

/** The unit stays; what it answers by does not. */
function rebased(ticket: Ticket, routing: Routing | undefined): Ticket {
  const { dispatch } = ticket
  return routing === undefined || dispatch === null
    ? ticket
    : { ...ticket, dispatch: { ...dispatch, routing } }
}

type Back = Extract<TicketEvent, { readonly type: 'returned' | 'unmerged' | 'conference-called' }>

/** The desk's clock begins anew, and its alarms with it. */
function backAtDesk(ticket: Ticket, { at, data }: Back): Ticket {
  return {
    ...ticket,
    deskFrom: at,
    dispatchDue: data.dispatchDue ?? ticket.dispatchDue,
    deskDoneAt: null,
    warnings: ticket.warnings.filter(({ clock }) => clock !== 'dispatch'),
    escalations: ticket.escalations.filter(({ clock }) => clock !== 'dispatch'),
  }
}

type Dispatch = Extract<TicketEvent, { readonly type: 'dispatched' | 'redispatched' }>

/** What the unit before had asked for lapses; an extension it was granted stays the only one. */
function dispatchedTo(ticket: Ticket, event: Dispatch): Ticket {
  const { handler, supporting, deadlines } = event.data
  const sent: Ticket = {
    ...ticket,
    status: 'dispatched',
    queuedFor: null,
    handler,
    supporting,
    // A part is asked of a unit that supports; another dispatch may leave it out.
    parts: ticket.parts.filter(({ unit, doneAt }) => doneAt !== null || supporting.includes(unit)),
    involved: ticket.handler === null ? ticket.involved : joined(ticket.involved, [ticket.handler]),
    dispatch: event.data,
    acceptedAt: null,
    contactedAt: null,
    dispatchedAt: event.at,
    deskDoneAt: event.at,
    firstDispatchedAt: ticket.firstDispatchedAt ?? event.at,
    promisedFrom: ticket.promisedFrom ?? event.at,
    returnProposal: null,
    conferenceUnits: [],
    extension: ticket.extension?.state === 'requested' ? null : ticket.extension,
    suspension: null,
  }
  return withDeadlines(sent, deadlines, event.at)
}
