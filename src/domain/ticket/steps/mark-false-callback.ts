import { refuse } from '../../refusal.ts'
import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { countedStatuses } from '../status.ts'

/** `ratedAt`: which verdict it is of. What it had closed is open again, and the citizen is asked anew. */
export const falseCallbackMarked = event(
  'false-callback-marked',
  { note: k.words.ofStaff, ratedAt: k.moment },
  {
    change: (t) => {
      const asked = { ...t, rating: null, callback: null }
      return t.closedBecause === 'solved'
        ? { ...asked, status: 'resolved', closedAt: null, closedBecause: null }
        : asked
    },
    citizen: { told: 'told.false-callback', plain: true },
  },
)

/** A verdict that an operator wrote down and the citizen never gave: it counts for nothing, and is counted. */
export const markFalseCallback = step({
  command: 'mark-false-callback',
  input: { note: k.words.ofStaff },
  from: countedStatuses,
  by: ['inspector'],
  moot: ({ rating }) => rating?.byStaff !== true,
  decide: ({ rating }, { note }) => {
    if (rating?.byStaff !== true) return refuse('nothing-pending')
    return isBlank(note) ? missing('note') : [falseCallbackMarked({ note, ratedAt: rating.at })]
  },
})
