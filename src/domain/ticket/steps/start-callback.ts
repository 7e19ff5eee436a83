import { awaitsSupervision } from '../deadlines.ts'
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
        settledAt: null,
      },
    }),
    citizen: { told: ({ via }) => (via === 'phone' ? 'told.phone' : null), plain: true },
  },
)

/** The citizen is asked; from the phone queue it never goes back to the channel. */
export const startCallback = completedStep({
  command: 'start-callback',
  input: { via },
  asks: {},
  completes: () => ({ via: 'phone' as const }),
  from: ['resolved'],
  by: ['system', 'operator'],
  quiet: true,
  decide: (ticket, { via }) =>
    awaitsSupervision(ticket) ||
    (ticket.callback !== null && (ticket.callback.via === via || via === 'channel'))
      ? []
      : [callbackStarted({ via, round: ticket.reopenings + 1 })],
})
