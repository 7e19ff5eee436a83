import { toDeciders } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { handledStatuses } from '../status.ts'

const fields = { until: k.moment, reason: k.words.ofStaff }

export const extensionRequested = event('extension-requested', fields, {
  change: (t, { data }) => ({ ...t, extension: { state: 'requested', ...data } }),
  tells: () => toDeciders('extension-requested'),
})

/** More time, asked for once, before the deadline, by at most the class again (rulebook, Clocks). */
export const requestExtension = step({
  command: 'request-extension',
  input: fields,
  from: handledStatuses,
  by: ['handler'],
  moot: ({ extension }) => extension !== null,
  decide: (ticket, { reason, until }, by) => {
    const solve = ticket.deadlines?.solve
    if (ticket.extension !== null) return refuse('limit-reached', { limit: 1 })
    if (solve === undefined || by.now >= solve) return refuse('too-late', { until: solve ?? 0 })
    if (isBlank(reason)) return missing('reason')
    const latest = by.due('solve', ticket.urgency, solve)
    return until <= solve || until > latest
      ? refuse('invalid-input', { fields: 'until', latest })
      : [extensionRequested({ reason, until })]
  },
})
