import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import { reportWays } from '../events.ts'
import * as k from '../kinds.ts'
import { answerableStatuses } from '../status.ts'
import { calledTo, calls, hasReported, onWhistle } from '../whistling.ts'

const how = k.choice('report-how', reportWays)

export const reportedIn = event(
  'reported-in',
  { whistleId: k.id, unit: k.unit, how, late: k.yesNo, note: k.words.ofStaff },
  {
    change: (t, { at, data: { whistleId, unit, how, late } }) =>
      onWhistle(t, whistleId, (one) => ({
        ...one,
        reports: [...one.reports, { unit, how, late, at, done: null }],
      })),
  },
)

/** A called unit reports in. */
export const reportIn = step({
  command: 'report-in',
  input: { whistleId: k.whistleId, how, note: k.words.ofStaff },
  from: answerableStatuses,
  by: ['called-unit'],
  moot: (ticket, { unit }) => calls(ticket, unit, false).length === 0,
  decide: (ticket, { whistleId, how, note }, by) => {
    const found = calledTo(ticket, whistleId, by.actor.unit)
    if ('refused' in found) return found
    const { whistle, unit } = found
    if (hasReported(whistle, unit)) return refuse('already-done')
    return [reportedIn({ whistleId, unit, how, late: by.now > whistle.due, note })]
  },
})
