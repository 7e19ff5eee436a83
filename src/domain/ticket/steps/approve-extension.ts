import { toHandler } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import { withSolve } from '../folding.ts'
import * as k from '../kinds.ts'
import { handledStatuses } from '../status.ts'

export const extensionApproved = event(
  'extension-approved',
  { until: k.moment, note: k.maybe(k.words.ofStaff) },
  {
    change: (t, { at, data }) => ({
      ...withSolve(t, data.until, at),
      extension: t.extension && { ...t.extension, state: 'approved', until: data.until },
    }),
    tells: ({ after }) => toHandler('extension-approved', after),
    citizen: {
      told: 'told.extended',
      slots: (ticket, { until }, { labels }) => ({
        due: labels.time(until),
        reason: ticket.extension?.reason ?? '',
      }),
      step: 'step.extended',
    },
  },
)

export const approveExtension = step({
  command: 'approve-extension',
  input: { note: k.maybe(k.words.ofStaff) },
  from: [...handledStatuses, 'awaiting-citizen'],
  by: ['dispatcher', 'inspector'],
  moot: ({ extension }) => extension?.state !== 'requested',
  decide: ({ extension }, { note }) =>
    extension?.state === 'requested'
      ? [extensionApproved({ until: extension.until, note })]
      : refuse('nothing-pending'),
})
