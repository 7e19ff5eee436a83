import { toHandler } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { event, lookedUpStep } from '../declare.ts'
import * as k from '../kinds.ts'
import type { Ticket } from '../ticket.ts'

const fields = { into: k.id, intoNumber: k.ticketNumber }

export const merged = event('merged', fields, {
  change: (t, { data }) => ({
    ...t,
    status: 'merged',
    queuedFor: null,
    mergedInto: { id: data.into, number: data.intoNumber },
  }),
  tells: ({ before }) => toHandler('merged', before, null),
  citizen: { told: 'told.merged', slots: (_, { intoNumber }) => ({ into: intoNumber }) },
})

/** Handled with another ticket on the same matter. The operator: a call just being written down, for its caller waits. */
export const merge = lookedUpStep({
  command: 'merge',
  input: fields,
  asks: { intoNumber: k.ticketNumber },
  from: ['pending', 'dispatched', 'accepted'],
  by: ['dispatcher', 'operator'],
  // Calls are merged where they are written down.
  moot: (_ticket, { role }) => role === 'operator',
  decide: (ticket, { into, intoNumber }, { actor, now }) => {
    if (actor.role === 'operator' && !isBeingOpened(ticket, now)) {
      return refuse('not-allowed', { command: 'merge' })
    }
    return into === ticket.id
      ? refuse('invalid-input', { fields: 'into' })
      : [merged({ into, intoNumber })]
  },
})

/** A call in the very commit that opens it. */
function isBeingOpened({ opened, openedAt, lastEventAt }: Ticket, now: number): boolean {
  return opened.channel === 'hotline' && openedAt === now && lastEventAt === now
}
