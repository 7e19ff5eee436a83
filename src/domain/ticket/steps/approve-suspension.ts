import { toHandler } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import { withSolve } from '../folding.ts'
import * as k from '../kinds.ts'
import { handledStatuses } from '../status.ts'

export const suspensionApproved = event(
  'suspension-approved',
  { reviewAt: k.moment, note: k.maybe(k.words.ofStaff) },
  {
    // The promise rests as long as the ticket does: what was left of it is left after the review.
    change: (t, { at, data: { reviewAt } }) => ({
      ...withSolve(t, (t.deadlines?.solve ?? at) + (reviewAt - at), at),
      status: 'suspended',
      suspension: t.suspension && { ...t.suspension, state: 'approved', reviewAt, since: at },
    }),
    tells: ({ after }) => toHandler('suspension-approved', after),
  },
)

export const approveSuspension = step({
  command: 'approve-suspension',
  input: { note: k.maybe(k.words.ofStaff) },
  from: handledStatuses,
  by: ['dispatcher', 'inspector'],
  moot: ({ suspension }) => suspension?.state !== 'requested',
  decide: ({ suspension }, { note }, { now }) => {
    if (suspension?.state !== 'requested') return refuse('nothing-pending')
    const { reviewAt } = suspension
    // It would rest for less than nothing, and the promise would move forward.
    return now >= reviewAt
      ? refuse('too-late', { until: reviewAt })
      : [suspensionApproved({ reviewAt, note })]
  },
})
