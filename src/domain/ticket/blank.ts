import type { Opened, TicketEvent, TicketId } from './events.ts'
import type { Ticket } from './ticket.ts'

/** A ticket as its first event finds it. Throws when history does not begin with `opened`: a bug, never input. */
export function blankTicket(id: TicketId, event: TicketEvent): Ticket {
  if (event.type !== 'opened') throw new Error(`history of ${id} begins with ${event.type}`)
  const opened: Opened = event.data
  return {
    id,
    seq: 0,
    status: 'pending',
    opened,
    openedAt: event.at,
    category: opened.category,
    place: opened.place,
    urgency: opened.urgency,
    queuedFor: null,
    handler: null,
    supporting: [],
    assignee: null,
    parts: [],
    involved: [],
    dispatch: null,
    deskFrom: event.at,
    dispatchDue: opened.dispatchDue,
    deskDoneAt: null,
    deadlines: null,
    acceptedAt: null,
    contactedAt: null,
    dispatchedAt: null,
    firstDispatchedAt: null,
    promisedFrom: null,
    resolvedAt: null,
    closedAt: null,
    publicReply: null,
    returns: 0,
    redispatches: 0,
    returnProposal: null,
    named: [],
    conferenceUnits: [],
    conferenceHeard: [],
    awaiting: null,
    pausedMs: 0,
    extension: null,
    suspension: null,
    whistles: [],
    urgedAt: [],
    unansweredAt: null,
    supervision: null,
    ...notEnded,
    ...notRung,
    filesReleasedAt: null,
    published: false,
    written: [],
    lastEventAt: event.at,
  }
}

const notEnded = {
  first: null,
  resolvedBy: null,
  reopenings: 0,
  callback: null,
  rating: null,
  unreachable: false,
  closedBecause: null,
  exclusion: null,
  mergedInto: null,
} as const

const notRung = { warnings: [], escalations: [], reminders: [] } as const
