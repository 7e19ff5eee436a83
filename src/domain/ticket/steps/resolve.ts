import { refuse } from '../../refusal.ts'
import { isBlank, missing } from '../checks.ts'
import { checkClosing, closingFaults } from '../closing-check.ts'
import { event, step } from '../declare.ts'
import { nothingAsked } from '../folding.ts'
import * as k from '../kinds.ts'
import { workingStatuses } from '../status.ts'

const asked = {
  publicReply: k.words.ofStaff,
  internalNote: k.maybe(k.words.ofStaff),
  despite: k.optional(k.maybe(k.words.ofStaff)),
}
/** `overruled`: what the check found and `despite` answers; both left out where it found nothing. */
const fields = {
  ...asked,
  overruled: k.optional(k.list(k.choice('closing-fault', closingFaults))),
}

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

/**
 * The unit says that it is done; whether it is, the citizen says. What the check before closing finds bars it
 * ('unproven', each finding a param of its own) unless a reason is given.
 */
export const resolve = step({
  command: 'resolve',
  input: asked,
  from: workingStatuses,
  by: ['handler'],
  moot: ({ contactedAt }) => contactedAt === null,
  decide: (ticket, { publicReply, internalNote, despite = null }, { mattersIn }) => {
    if (ticket.contactedAt === null) return refuse('missing-contact')
    if (isBlank(publicReply)) return missing('publicReply')
    const found = checkClosing(ticket, publicReply, mattersIn)
    if (found.length === 0) return [resolved({ publicReply, internalNote })]
    if (isBlank(despite)) {
      return refuse(
        'unproven',
        Object.fromEntries(found.map(({ fault, of }) => [fault, of.join(',')])),
      )
    }
    const overruled = found.map(({ fault }) => fault)
    return [resolved({ publicReply, internalNote, despite, overruled })]
  },
})
