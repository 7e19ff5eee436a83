import { toHandler } from '../../notices/audiences.ts'
import { event, step } from '../declare.ts'
import { nothingAsked } from '../folding.ts'
import * as k from '../kinds.ts'
import { openStatuses } from '../status.ts'

const fields = { reason: k.maybe(k.words.ofCitizen) }

export const withdrawn = event('withdrawn', fields, {
  change: (t, { at }) => ({
    ...t,
    ...nothingAsked,
    status: 'withdrawn',
    closedAt: at,
    queuedFor: null,
  }),
  tells: ({ before }) => toHandler('withdrawn', before, null),
})

/** The citizen gives it up. */
export const withdraw = step({
  command: 'withdraw',
  input: fields,
  from: [...openStatuses, 'resolved'],
  by: ['its-citizen', 'operator'],
  decide: (_ticket, { reason }) => [withdrawn({ reason })],
})
