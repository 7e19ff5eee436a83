import { toHandler } from '../../notices/audiences.ts'
import { missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { heldStatuses } from '../status.ts'

const fields = { order: k.words.ofStaff, replyDue: k.moment }

/** `order` is empty when the house gives it, for a ticket handled again as often as may be. */
export const supervised = event('supervised', fields, {
  change: (t, { at, data }) => ({
    ...t,
    supervision: { ...data, orderedAt: at, repliedAt: null },
  }),
  tells: ({ after }, { data, by }) => {
    const due = { clock: 'supervision', at: data.replyDue } as const
    const told = toHandler('supervised', after, due)
    // The house's own order: whoever watches over the answer has not given it.
    return by.role === 'system'
      ? [...told, { matter: 'supervised', audience: 'inspectors', due }]
      : told
  },
})

/** The bureau orders the handler to answer in writing by a day. */
export const supervise = step({
  command: 'supervise',
  input: fields,
  from: heldStatuses,
  by: ['inspector'],
  decide: (_ticket, { order, replyDue }, { now }) =>
    replyDue <= now ? missing('replyDue') : [supervised({ order, replyDue })],
})
