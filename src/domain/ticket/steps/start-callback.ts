import { refuse } from '../../refusal.ts'
import { awaitsSupervision } from '../deadlines.ts'
import { calledBackStatuses } from '../status.ts'
import { completedStep, event } from '../declare.ts'
import * as k from '../kinds.ts'

const via = k.choice('callback-way', ['channel', 'phone'])

export const callbackStarted = event(
  'callback-started',
  { via, round: k.count },
  {
    change: (t, { at, data: { via, round } }) => ({
      ...t,
      callback: {
        round,
        via,
        startedAt: at,
        askedAt: at,
        reminders: t.callback?.reminders ?? 0,
        attempts: t.callback?.attempts ?? 0,
        halfDays: t.callback?.halfDays ?? [],
        reachedAt: null,
        settledAt: null,
      },
    }),
    citizen: { told: ({ via }) => (via === 'phone' ? 'told.phone' : null), plain: true },
  },
)

/**
 * The citizen is asked; from the phone queue it never goes back to the channel. What is still handled is asked of
 * only once the house has begun to.
 */
export const startCallback = completedStep({
  command: 'start-callback',
  input: { via },
  asks: {},
  completes: () => ({ via: 'phone' as const }),
  from: calledBackStatuses,
  by: ['system', 'operator'],
  quiet: true,
  moot: ({ status, callback }) =>
    callback === null ? status !== 'resolved' : callback.settledAt !== null,
  decide: (ticket, { via }) => {
    const { callback, status, reopenings } = ticket
    if (callback === null && status !== 'resolved') {
      return refuse('too-early', { command: 'start-callback' })
    }
    if (awaitsSupervision(ticket)) return []
    const isAsked = callback !== null && (callback.via === via || via === 'channel')
    return isAsked || (callback !== null && callback.settledAt !== null)
      ? []
      : [callbackStarted({ via, round: reopenings + 1 })]
  },
})
