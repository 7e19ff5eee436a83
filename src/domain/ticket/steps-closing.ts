import { sideOf } from './excluding.ts'
import { nothingAsked } from './steps.ts'
import type { Steps } from './steps.ts'
import type { Exclusion, Ticket } from './ticket.ts'

type Closing =
  | 'callback-started'
  | 'callback-reminded'
  | 'callback-attempted'
  | 'rated'
  | 'unreachable'
  | 'reopened'
  | 'closed'
  | 'withdrawn'
  | 'exclusion-proposed'
  | 'exclusion-answered'
  | 'exclusion-approved'
  | 'exclusion-refused'
  | 'erased'

/** The call-back and the end. */
export const closingSteps: Steps<Closing> = {
  'callback-started': (t, e) => ({
    ...t,
    callback: {
      round: e.data.round,
      via: e.data.via,
      startedAt: e.at,
      askedAt: e.at,
      reminders: t.callback?.reminders ?? 0,
      attempts: t.callback?.attempts ?? 0,
      halfDays: t.callback?.halfDays ?? [],
      settledAt: null,
    },
  }),
  'callback-reminded': (t, e) => ({
    ...t,
    callback: t.callback && { ...t.callback, reminders: e.data.attempt, askedAt: e.at },
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
    ...nothingAsked,
    status: 'reopened',
    reopenings: e.data.round,
    deadlines: e.data.deadlines,
    dispatchedAt: e.at,
    promisedFrom: e.at,
    pausedMs: 0,
    resolvedAt: null,
    closedAt: null,
    closedBecause: null,
    contactedAt: null,
    callback: null,
    unreachable: false,
    extension: null,
    warnings: [],
    escalations: [],
  }),
  closed: (t, e) => ({
    ...t,
    ...nothingAsked,
    status: 'closed',
    closedAt: e.at,
    closedBecause: e.data.reason,
  }),
  withdrawn: (t, e) => ({
    ...t,
    ...nothingAsked,
    status: 'withdrawn',
    closedAt: e.at,
    queuedFor: null,
  }),
  'exclusion-proposed': (t, e) => ({
    ...t,
    exclusion: {
      ...e.data,
      state: 'proposed',
      proposedBy: e.by.id,
      approvedBy: null,
      appealed: false,
      heard: [],
    },
  }),
  'exclusion-answered': (t, e) => ({
    ...t,
    exclusion: t.exclusion && heard(t.exclusion, sideOf(e.by)),
  }),
  'exclusion-approved': (t, e) => ({
    ...t,
    exclusion: t.exclusion && { ...t.exclusion, state: 'approved', approvedBy: e.by.id },
  }),
  'exclusion-refused': (t) => ({
    ...t,
    exclusion: t.exclusion && { ...t.exclusion, state: 'refused' },
  }),
  erased: (t) => ({ ...t, opened: { ...t.opened, citizenId: null, dialogueId: null, text: '' } }),
}

/** A word after the approval is an appeal: everybody is heard anew. */
function heard(exclusion: Exclusion, side: Exclusion['heard'][number]): Exclusion {
  return exclusion.state === 'approved'
    ? { ...exclusion, state: 'appealed', appealed: true, heard: [side] }
    : { ...exclusion, heard: [...exclusion.heard, side] }
}

function settled(ticket: Ticket, at: number): Ticket {
  return { ...ticket, callback: ticket.callback && { ...ticket.callback, settledAt: at } }
}
