import { refuse } from '../../refusal.ts'
import { inPhoneQueue } from '../callback.ts'
import { missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import { halfDayOf } from '../half-day.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { calledBackStatuses } from '../status.ts'
import { unanswered } from './give-up-callback.ts'

/** `note`: what the operator writes down of what the citizen said. */
const fields = { halfDay: k.halfDay, reached: k.yesNo, note: k.maybe(k.words.ofCitizen) }

export const callbackAttempted = event(
  'callback-attempted',
  { attempt: k.count, ...fields },
  {
    change: (t, { at, data }) => ({
      ...t,
      callback: t.callback && {
        ...t.callback,
        attempts: data.attempt,
        halfDays: [...t.callback.halfDays, data.halfDay],
        reachedAt: data.reached ? at : t.callback.reachedAt,
      },
    }),
  },
)

/**
 * A call that was tried; three of them on different half-days, and nobody is tried any more. Somebody who calls back
 * in the same half-day has been reached.
 */
export const attemptCallback = step({
  command: 'attempt-callback',
  input: fields,
  from: calledBackStatuses,
  by: ['operator'],
  moot: (ticket) => !inPhoneQueue(ticket),
  decide: (ticket, { halfDay, reached, note }, { now }) => {
    const { callback } = ticket
    if (!inPhoneQueue(ticket) || callback === null) return refuse('nothing-pending')
    if (!reached && callback.halfDays.includes(halfDay)) return refuse('too-often', { halfDay })
    if (halfDay > halfDayOf(now) || halfDay < halfDayOf(callback.startedAt)) {
      return missing('halfDay')
    }
    const attempt = callback.attempts + 1
    const tried = callbackAttempted({ attempt, halfDay, reached, note })
    return !reached && attempt >= settings.callbackPhoneAttempts
      ? [tried, ...unanswered(ticket, 'unreachable')]
      : [tried]
  },
})
