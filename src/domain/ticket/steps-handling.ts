import type { UnitId } from '#routing/units.ts'
import { nothingAsked, joined, same, withSolve } from './steps.ts'
import type { Steps } from './steps.ts'
import type { Part, Ticket, Whistle } from './ticket.ts'

type Handling =
  | 'accepted'
  | 'contacted'
  | 'noted'
  | 'units-added'
  | 'part-done'
  | 'citizen-asked'
  | 'supplemented'
  | 'answer-overdue'
  | 'extension-requested'
  | 'extension-approved'
  | 'extension-refused'
  | 'suspension-requested'
  | 'suspension-approved'
  | 'suspension-refused'
  | 'reviewed'
  | 'urged'
  | 'supervised'
  | 'supervision-answered'
  | 'whistle-opened'
  | 'reported-in'
  | 'whistle-part-done'
  | 'whistle-closed'
  | 'resolved'
  | 'warned'
  | 'escalated'
  | 'reminded'

/** What units do with a ticket, and what the citizen and the clocks add meanwhile. */
export const handlingSteps: Steps<Handling> = {
  accepted: (t, e) => ({ ...t, status: 'accepted', acceptedAt: e.at }),
  contacted: (t, e) => ({
    ...t,
    status: t.status === 'accepted' ? 'in-progress' : t.status,
    contactedAt: t.contactedAt ?? e.at,
  }),
  noted: same,
  'units-added': (t, e) => {
    const { units, note, due } = e.data
    const added = units.map((unit) => ({ unit, note, addedAt: e.at, due, doneAt: null }))
    return { ...t, supporting: joined(t.supporting, units), parts: [...t.parts, ...added] }
  },
  'part-done': (t, e) => ({ ...t, parts: withPartDone(t.parts, e.data.unit, e.at) }),
  'citizen-asked': (t, e) => ({
    ...t,
    status: 'awaiting-citizen',
    awaiting: { question: e.data.question, since: e.at, until: e.data.until, from: t.status },
  }),
  supplemented: (t, e) => resumed({ ...t, place: e.data.place ?? t.place }, e.at),
  'answer-overdue': (t, e) => resumed(t, e.at),
  'extension-requested': (t, e) => ({ ...t, extension: { state: 'requested', ...e.data } }),
  'extension-approved': (t, e) => ({
    ...withSolve(t, e.data.until, e.at),
    extension: t.extension && { ...t.extension, state: 'approved', until: e.data.until },
  }),
  'extension-refused': (t) => ({
    ...t,
    extension: t.extension && { ...t.extension, state: 'refused' },
  }),
  'suspension-requested': (t, e) => ({
    ...t,
    suspension: { state: 'requested', from: t.status, since: null, ...e.data },
  }),
  // The promise rests as long as the ticket does: what was left of it is left after the review.
  'suspension-approved': (t, e) => ({
    ...withSolve(t, (t.deadlines?.solve ?? e.at) + (e.data.reviewAt - e.at), e.at),
    status: 'suspended',
    suspension: t.suspension && {
      ...t.suspension,
      state: 'approved',
      reviewAt: e.data.reviewAt,
      since: e.at,
    },
  }),
  'suspension-refused': (t) => ({
    ...t,
    suspension: t.suspension && { ...t.suspension, state: 'refused' },
  }),
  reviewed: (t, e) => rested(t, e.at),
  urged: (t, e) => ({ ...t, urgedAt: [...t.urgedAt, e.at] }),
  supervised: (t, e) => ({
    ...t,
    supervision: { ...e.data, orderedAt: e.at, repliedAt: null },
  }),
  'supervision-answered': (t, e) => ({
    ...t,
    supervision: t.supervision && { ...t.supervision, repliedAt: e.at },
  }),
  'whistle-opened': (t, e) => {
    const { whistleId: id, units, purpose, place, due } = e.data
    const opened = { id, units, purpose, place, openedAt: e.at, due, caller: e.by.unit }
    return {
      ...t,
      involved: joined(t.involved, units),
      whistles: [...t.whistles, { ...opened, reports: [], closedAt: null, absent: [] }],
    }
  },
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
    ...nothingAsked,
    status: 'resolved',
    resolvedAt: e.at,
    publicReply: e.data.publicReply,
    callback: null,
    rating: null,
    unreachable: false,
  }),
  warned: (t, e) => ({
    ...t,
    warnings: [...t.warnings, { clock: e.data.clock, level: e.data.level }],
  }),
  escalated: (t, e) => ({ ...t, escalations: [...t.escalations, e.data] }),
  reminded: (t, e) => ({ ...t, reminders: [...t.reminders, e.data] }),
}

/** A unit the rules named has a part too, though nobody spelled it out. */
function withPartDone(parts: readonly Part[], unit: UnitId, at: number): readonly Part[] {
  return parts.some((part) => part.unit === unit)
    ? parts.map((part) =>
        part.unit === unit && part.doneAt === null ? { ...part, doneAt: at } : part,
      )
    : [...parts, { unit, note: '', addedAt: at, due: null, doneAt: at }]
}

/** Ends the citizen's pause: the solving clock moves by as long as it actually lasted. */
function resumed(ticket: Ticket, at: number): Ticket {
  const { awaiting } = ticket
  if (awaiting === null) return ticket
  const paused = Math.min(at, awaiting.until) - awaiting.since
  return {
    ...withSolve(ticket, (ticket.deadlines?.solve ?? at) + paused, at),
    status: awaiting.from,
    awaiting: null,
    pausedMs: ticket.pausedMs + paused,
  }
}

/** Ends a suspension: promise and alarms have moved by as long as it actually lasted, to its review day at most. */
function rested(ticket: Ticket, at: number): Ticket {
  const { suspension, deadlines, promisedFrom } = ticket
  const status = suspension?.from ?? 'in-progress'
  const going: Ticket = { ...ticket, status, suspension: null }
  const since = suspension?.since ?? null
  if (suspension === null || since === null || deadlines === null) return going
  const end = Math.min(at, suspension.reviewAt)
  const from = promisedFrom === null ? null : promisedFrom + (end - since)
  const solve = deadlines.solve - (suspension.reviewAt - end)
  return withSolve({ ...going, promisedFrom: from }, solve, at)
}

function onWhistle(ticket: Ticket, id: string, change: (whistle: Whistle) => Whistle): Ticket {
  return {
    ...ticket,
    whistles: ticket.whistles.map((whistle) => (whistle.id === id ? change(whistle) : whistle)),
  }
}
