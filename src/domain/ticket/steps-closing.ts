import { nothingAsked } from './steps.ts'
import type { Steps } from './steps.ts'
import type { Ticket } from './ticket.ts'

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
  erased: (t) => ({ ...t, opened: { ...t.opened, citizenId: null, dialogueId: null, text: '' } }),
}

function settled(ticket: Ticket, at: number): Ticket {
  return { ...ticket, callback: ticket.callback && { ...ticket.callback, settledAt: at } }
}
