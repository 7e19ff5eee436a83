import { refuse } from '../../refusal.ts'
import { event, innerStep } from '../declare.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { calledBackStatuses } from '../status.ts'

export const callbackReminded = event(
  'callback-reminded',
  { attempt: k.count },
  {
    change: (t, { at, data }) => ({
      ...t,
      callback: t.callback && { ...t.callback, reminders: data.attempt, askedAt: at },
    }),
    citizen: { told: 'callback.reminder', plain: true },
  },
)

export const remindCallback = innerStep({
  command: 'remind-callback',
  input: {},
  from: calledBackStatuses,
  by: ['system', 'operator'],
  quiet: true,
  decide: ({ callback }) => {
    if (callback?.via !== 'channel') return refuse('nothing-pending')
    const limit = settings.callbackReminderAfterMs.length
    return callback.reminders < limit
      ? [callbackReminded({ attempt: callback.reminders + 1 })]
      : refuse('limit-reached', { limit })
  },
})
