import type { Routing } from '#routing/types.ts'
import type { DecisionContext } from './declare.ts'
import type { Deadlines, Dispatched, Opened } from './events.ts'
import { joined, withDeadlines } from './folding.ts'
import type { Ticket } from './ticket.ts'

/** The clocks a dispatch starts now. */
export function deadlinesFrom(by: DecisionContext, urgency: Opened['urgency']): Deadlines {
  return {
    accept: by.due('accept', urgency, by.now),
    contact: by.due('contact', urgency, by.now),
    return: by.due('return', urgency, by.now),
    solve: by.due('solve', urgency, by.now),
  }
}

/** The citizen's promise is not moved by another dispatch (rulebook, Clocks). */
export function keepPromise(ticket: Ticket, fresh: Deadlines): Deadlines {
  return { ...fresh, solve: ticket.deadlines?.solve ?? fresh.solve }
}

/** A dispatch as history keeps it. */
export function dispatchData(
  routing: Routing,
  decidedBy: Dispatched['decidedBy'],
  note: string | null,
  deadlines: Deadlines,
): Dispatched {
  const { handler, supporting } = routing
  return { handler, supporting, routing, decidedBy, note, deadlines }
}

/** What the rules say now, only of the unit that has it: for another it takes a dispatch. */
export function basis(
  { handler }: Ticket,
  routing: Routing | undefined,
): { readonly routing?: Routing } {
  return routing?.handler === handler ? { routing } : {}
}

/** The unit stays; what it answers by does not. */
export function rebased(ticket: Ticket, routing: Routing | undefined): Ticket {
  const { dispatch } = ticket
  return routing === undefined || dispatch === null
    ? ticket
    : { ...ticket, dispatch: { ...dispatch, routing } }
}

/** The conference's word is binding: what it dispatched is not returned again. */
export function isConferred(ticket: Ticket): boolean {
  return ticket.dispatch?.decidedBy === 'conference'
}

/** The desk's clock begins anew, and its alarms with it. `at`, `dispatchDue`: UTC milliseconds. */
export function backAtDesk(ticket: Ticket, at: number, dispatchDue: number): Ticket {
  return {
    ...ticket,
    deskFrom: at,
    dispatchDue,
    deskDoneAt: null,
    warnings: ticket.warnings.filter(({ clock }) => clock !== 'dispatch'),
    escalations: ticket.escalations.filter(({ clock }) => clock !== 'dispatch'),
  }
}

/** What the unit before had asked for lapses; an extension it was granted stays the only one. */
export function dispatchedTo(ticket: Ticket, data: Dispatched, at: number): Ticket {
  const { handler, supporting, deadlines } = data
  const sent: Ticket = {
    ...ticket,
    status: 'dispatched',
    queuedFor: null,
    handler,
    supporting,
    assignee: null,
    // A part is asked of a unit that supports; another dispatch may leave it out.
    parts: ticket.parts.filter(({ unit, doneAt }) => doneAt !== null || supporting.includes(unit)),
    involved: ticket.handler === null ? ticket.involved : joined(ticket.involved, [ticket.handler]),
    dispatch: data,
    acceptedAt: null,
    contactedAt: null,
    dispatchedAt: at,
    deskDoneAt: at,
    firstDispatchedAt: ticket.firstDispatchedAt ?? at,
    first: ticket.first ?? { handler, returned: false },
    promisedFrom: ticket.promisedFrom ?? at,
    returnProposal: null,
    conferenceUnits: [],
    extension: ticket.extension?.state === 'requested' ? null : ticket.extension,
    suspension: null,
  }
  return withDeadlines(sent, deadlines, at)
}
