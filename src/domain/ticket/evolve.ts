import type { UnitId } from '#routing/units.ts'
import type { Opened, TicketEvent, TicketId } from './events.ts'
import type { Ticket, Whistle } from './ticket.ts'

type Of<T extends TicketEvent['type']> = Extract<TicketEvent, { readonly type: T }>
type Steps = { readonly [T in TicketEvent['type']]: (ticket: Ticket, event: Of<T>) => Ticket }

/** Folds one event into a ticket; `null` only before `opened`. Pure; unknown to time and persons. */
export function evolve(ticket: Ticket | null, id: TicketId, event: TicketEvent): Ticket {
  const before = ticket ?? blank(id, event)
  // Safe because the table has exactly one step per event type.
  const step = steps[event.type] as (ticket: Ticket, event: TicketEvent) => Ticket
  return { ...step(before, event), seq: before.seq + 1, lastEventAt: event.at }
}

/** A ticket from its whole history; null when there is none. */
export function fold(id: TicketId, events: readonly TicketEvent[]): Ticket | null {
  return events.reduce<Ticket | null>((ticket, event) => evolve(ticket, id, event), null)
}

function blank(id: TicketId, event: TicketEvent): Ticket {
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
    involved: [],
    dispatch: null,
    deadlines: null,
    acceptedAt: null,
    contactedAt: null,
    dispatchedAt: null,
    firstDispatchedAt: null,
    resolvedAt: null,
    closedAt: null,
    publicReply: null,
    returns: 0,
    returnProposal: null,
    conferenceUnits: [],
    awaiting: null,
    pausedMs: 0,
    extension: null,
    suspension: null,
    whistles: [],
    urgedAt: [],
    supervision: null,
    reopenings: 0,
    callback: null,
    rating: null,
    unreachable: false,
    closedBecause: null,
    exclusion: null,
    mergedInto: null,
    warnings: [],
    escalations: [],
    lastEventAt: event.at,
  }
}

const same = (ticket: Ticket): Ticket => ticket

const steps: Steps = {
  opened: same,
  queued: (t, e) => ({ ...t, status: 'pending', queuedFor: e.data.reason }),
  classified: (t, e) => ({ ...t, category: e.data.category }),
  placed: (t, e) => ({ ...t, place: e.data.place }),
  'urgency-set': (t, e) => ({
    ...t,
    urgency: e.data.urgency,
    deadlines: e.data.deadlines ?? t.deadlines,
    warnings: [],
    escalations: [],
  }),
  dispatched: dispatchedTo,
  redispatched: dispatchedTo,
  referred: (t) => ({ ...t, status: 'referred', queuedFor: null }),
  merged: (t, e) => ({
    ...t,
    status: 'merged',
    queuedFor: null,
    mergedInto: { id: e.data.into, number: e.data.intoNumber },
  }),
  accepted: (t, e) => ({ ...t, status: 'accepted', acceptedAt: e.at }),
  contacted: (t, e) => ({
    ...t,
    status: t.status === 'accepted' ? 'in-progress' : t.status,
    contactedAt: t.contactedAt ?? e.at,
  }),
  noted: same,
  returned: (t, e) => ({
    ...t,
    returns: e.data.round,
    involved: t.handler === null ? t.involved : joined(t.involved, [t.handler]),
    returnProposal:
      t.handler === null ? null : { from: t.handler, proposedUnit: e.data.proposedUnit },
    handler: null,
    acceptedAt: null,
  }),
  'return-upheld': (t, e) => ({
    ...t,
    status: 'dispatched',
    queuedFor: null,
    handler: e.data.handler,
    returnProposal: null,
    dispatchedAt: e.at,
  }),
  'conference-called': (t, e) => ({
    ...t,
    status: 'conference',
    queuedFor: null,
    conferenceUnits: e.data.units,
    involved: joined(t.involved, e.data.units),
  }),
  'units-added': (t, e) => ({ ...t, supporting: joined(t.supporting, e.data.units) }),
  'part-done': same,
  'citizen-asked': (t, e) => ({
    ...t,
    status: 'awaiting-citizen',
    awaiting: { question: e.data.question, since: e.at, until: e.data.until, from: t.status },
  }),
  supplemented: (t, e) => resumed({ ...t, place: e.data.place ?? t.place }, e.at),
  'answer-overdue': (t, e) => resumed(t, e.at),
  'extension-requested': (t, e) => ({ ...t, extension: { state: 'requested', ...e.data } }),
  'extension-approved': (t, e) => ({
    ...withSolve(t, e.data.until),
    extension: t.extension && { ...t.extension, state: 'approved', until: e.data.until },
  }),
  'extension-refused': (t) => ({
    ...t,
    extension: t.extension && { ...t.extension, state: 'refused' },
  }),
  'suspension-requested': (t, e) => ({
    ...t,
    suspension: { state: 'requested', from: t.status, ...e.data },
  }),
  'suspension-approved': (t, e) => ({
    ...withSolve(t, Math.max(t.deadlines?.solve ?? 0, e.data.reviewAt)),
    status: 'suspended',
    suspension: t.suspension && { ...t.suspension, state: 'approved', reviewAt: e.data.reviewAt },
  }),
  'suspension-refused': (t) => ({
    ...t,
    suspension: t.suspension && { ...t.suspension, state: 'refused' },
  }),
  reviewed: (t) => ({ ...t, status: t.suspension?.from ?? 'in-progress', suspension: null }),
  urged: (t, e) => ({ ...t, urgedAt: [...t.urgedAt, e.at] }),
  supervised: (t, e) => ({
    ...t,
    supervision: { order: e.data.order, replyDue: e.data.replyDue, repliedAt: null },
  }),
  'supervision-answered': (t, e) => ({
    ...t,
    supervision: t.supervision && { ...t.supervision, repliedAt: e.at },
  }),
  'whistle-opened': (t, e) => ({
    ...t,
    involved: joined(t.involved, e.data.units),
    whistles: [
      ...t.whistles,
      {
        id: e.data.whistleId,
        units: e.data.units,
        purpose: e.data.purpose,
        place: e.data.place,
        due: e.data.due,
        reports: [],
        closedAt: null,
        absent: [],
      },
    ],
  }),
  'reported-in': (t, e) =>
    onWhistle(t, e.data.whistleId, (w) => ({
      ...w,
      reports: [
        ...w.reports,
        { unit: e.data.unit, how: e.data.how, late: e.data.late, at: e.at, done: null },
      ],
    })),
  'whistle-part-done': (t, e) =>
    onWhistle(t, e.data.whistleId, (w) => ({
      ...w,
      reports: w.reports.map((r) => (r.unit === e.data.unit ? { ...r, done: e.data.done } : r)),
    })),
  'whistle-closed': (t, e) =>
    onWhistle(t, e.data.whistleId, (w) => ({ ...w, closedAt: e.at, absent: e.data.absent })),
  resolved: (t, e) => ({
    ...t,
    status: 'resolved',
    resolvedAt: e.at,
    publicReply: e.data.publicReply,
    awaiting: null,
    suspension: null,
    callback: null,
    rating: null,
  }),
  'callback-started': (t, e) => ({
    ...t,
    callback: {
      round: e.data.round,
      via: e.data.via,
      startedAt: e.at,
      reminders: t.callback?.reminders ?? 0,
      attempts: t.callback?.attempts ?? 0,
      halfDays: t.callback?.halfDays ?? [],
      settledAt: null,
    },
  }),
  'callback-reminded': (t, e) => ({
    ...t,
    callback: t.callback && { ...t.callback, reminders: e.data.attempt },
  }),
  'callback-attempted': (t, e) => ({
    ...t,
    callback: t.callback && {
      ...t.callback,
      attempts: e.data.attempt,
      halfDays: [...t.callback.halfDays, e.data.halfDay],
    },
  }),
  rated: (t, e) => ({
    ...settled(t, e.at),
    rating: {
      contacted: e.data.contacted,
      solved: e.data.solved,
      satisfied: e.data.satisfied,
      comment: e.data.comment,
      at: e.at,
    },
  }),
  unreachable: (t, e) => ({ ...settled(t, e.at), unreachable: true }),
  reopened: (t, e) => ({
    ...t,
    status: 'reopened',
    reopenings: e.data.round,
    deadlines: e.data.deadlines,
    dispatchedAt: e.at,
    resolvedAt: null,
    closedAt: null,
    closedBecause: null,
    contactedAt: null,
    unreachable: false,
    extension: null,
    warnings: [],
    escalations: [],
  }),
  closed: (t, e) => ({ ...t, status: 'closed', closedAt: e.at, closedBecause: e.data.reason }),
  withdrawn: (t, e) => ({ ...t, status: 'withdrawn', closedAt: e.at, queuedFor: null }),
  'exclusion-proposed': (t, e) => ({
    ...t,
    exclusion: { state: 'proposed', proposedBy: e.by.id, ...e.data },
  }),
  'exclusion-approved': (t) => ({
    ...t,
    exclusion: t.exclusion && { ...t.exclusion, state: 'approved' },
  }),
  'exclusion-refused': (t) => ({
    ...t,
    exclusion: t.exclusion && { ...t.exclusion, state: 'refused' },
  }),
  warned: (t, e) => ({
    ...t,
    warnings: [...t.warnings, { clock: e.data.clock, level: e.data.level }],
  }),
  escalated: (t, e) => ({ ...t, escalations: [...t.escalations, e.data] }),
  erased: (t) => ({ ...t, opened: { ...t.opened, citizenId: null, dialogueId: null, text: '' } }),
}

function dispatchedTo(ticket: Ticket, event: Of<'dispatched'> | Of<'redispatched'>): Ticket {
  const { handler, supporting, deadlines } = event.data
  return {
    ...ticket,
    status: 'dispatched',
    queuedFor: null,
    handler,
    supporting,
    involved: ticket.handler === null ? ticket.involved : joined(ticket.involved, [ticket.handler]),
    dispatch: event.data,
    deadlines,
    acceptedAt: null,
    contactedAt: null,
    dispatchedAt: event.at,
    firstDispatchedAt: ticket.firstDispatchedAt ?? event.at,
    returnProposal: null,
    conferenceUnits: [],
    warnings: ticket.warnings.filter((warning) => warning.clock === 'solve'),
    escalations: ticket.escalations.filter((escalation) => escalation.clock === 'solve'),
  }
}

/** Ends the citizen's pause: the solving clock moves by as long as it actually lasted. */
function resumed(ticket: Ticket, at: number): Ticket {
  const { awaiting } = ticket
  if (awaiting === null) return ticket
  const paused = Math.min(at, awaiting.until) - awaiting.since
  return {
    ...withSolve(ticket, (ticket.deadlines?.solve ?? at) + paused),
    status: awaiting.from,
    awaiting: null,
    pausedMs: ticket.pausedMs + paused,
  }
}

function withSolve(ticket: Ticket, solve: number): Ticket {
  return { ...ticket, deadlines: ticket.deadlines && { ...ticket.deadlines, solve } }
}

function settled(ticket: Ticket, at: number): Ticket {
  return { ...ticket, callback: ticket.callback && { ...ticket.callback, settledAt: at } }
}

function onWhistle(ticket: Ticket, id: string, change: (whistle: Whistle) => Whistle): Ticket {
  return {
    ...ticket,
    whistles: ticket.whistles.map((whistle) => (whistle.id === id ? change(whistle) : whistle)),
  }
}

function joined(units: readonly UnitId[], more: readonly UnitId[]): readonly UnitId[] {
  return [...new Set([...units, ...more])]
}
