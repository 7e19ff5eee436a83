import { refuse } from '../../refusal.ts'
import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import { nothingAsked } from '../folding.ts'
import * as k from '../kinds.ts'
import { workingStatuses } from '../status.ts'

const fields = { publicReply: k.words.ofStaff, internalNote: k.maybe(k.words.ofStaff) }

export const resolved = event('resolved', fields, {
  change: (t, { at, by, data }) => ({
    ...t,
    ...nothingAsked,
    status: 'resolved',
    resolvedAt: at,
    unansweredAt: null,
    resolvedBy: by.name === null ? null : { id: by.id, name: by.name },
    publicReply: data.publicReply,
    callback: null,
    rating: null,
    unreachable: false,
  }),
  citizen: {
    told: 'told.resolved',
    slots: (_, { publicReply }) => ({ reply: publicReply }),
    step: 'step.resolved',
  },
})

/** The unit says that it is done; whether it is, the citizen says. */
export const resolve = step({
  command: 'resolve',
  input: fields,
  from: workingStatuses,
  by: ['handler'],
  moot: ({ contactedAt }) => contactedAt === null,
  decide: (ticket, { publicReply, internalNote }) => {
    if (ticket.contactedAt === null) return refuse('missing-contact')
    return isBlank(publicReply) ? missing('publicReply') : [resolved({ publicReply, internalNote })]
  },
})
