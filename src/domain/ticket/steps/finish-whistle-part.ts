import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { answerableStatuses } from '../status.ts'
import { calledTo, calls, hasReported, onWhistle } from '../whistling.ts'

export const whistlePartDone = event(
  'whistle-part-done',
  { whistleId: k.id, unit: k.unit, done: k.yesNo, note: k.words.ofStaff },
  {
    change: (t, { data: { whistleId, unit, done } }) =>
      onWhistle(t, whistleId, (one) => ({
        ...one,
        reports: one.reports.map((report) => (report.unit === unit ? { ...report, done } : report)),
      })),
  },
)

/** A unit that has reported in says whether it has done its part. */
export const finishWhistlePart = step({
  command: 'finish-whistle-part',
  input: { whistleId: k.whistleId, done: k.yesNo, note: k.words.ofStaff },
  from: answerableStatuses,
  by: ['called-unit'],
  moot: (ticket, { unit }) => calls(ticket, unit, true).length === 0,
  decide: (ticket, { whistleId, done, note }, { actor }) => {
    const found = calledTo(ticket, whistleId, actor.unit)
    if ('refused' in found) return found
    const { whistle, unit } = found
    return hasReported(whistle, unit)
      ? [whistlePartDone({ whistleId, unit, done, note })]
      : refuse('too-early')
  },
})
