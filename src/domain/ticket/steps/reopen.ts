import { toHandler } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import { deadlinesFrom } from '../dispatching.ts'
import { nothingAsked } from '../folding.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { deadlines } from '../shapes.ts'

/** `reason`: the citizen's words, or which answer of the call-back brought it. */
export const reopened = event(
  'reopened',
  { reason: k.words.ofCitizen, round: k.count, deadlines },
  {
    change: (t, { at, data }) => ({
      ...t,
      ...nothingAsked,
      status: 'reopened',
      reopenings: data.round,
      deadlines: data.deadlines,
      dispatchedAt: at,
      promisedFrom: at,
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
    tells: ({ after }) => toHandler('reopened', after),
    citizen: { told: 'told.reopened', step: 'step.reopened' },
  },
)

/** It is back after it was closed: a second handling. */
export const reopen = step({
  command: 'reopen',
  input: { reason: k.words.ofCitizen },
  from: ['closed'],
  by: ['its-citizen', 'operator'],
  moot: ({ handler, reopenings }) => handler === null || reopenings >= settings.maxReopenings,
  decide: (ticket, { reason }, by) => {
    if (ticket.closedAt === null || ticket.handler === null)
      return refuse('wrong-status', { status: ticket.status })
    const until = ticket.closedAt + settings.reopenWithinMs
    if (by.now > until) return refuse('too-late', { until })
    if (ticket.reopenings >= settings.maxReopenings) {
      return refuse('limit-reached', { limit: settings.maxReopenings })
    }
    const round = ticket.reopenings + 1
    return [reopened({ reason, round, deadlines: deadlinesFrom(by, ticket.urgency) })]
  },
})
