import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import { endedStatuses, openStatuses } from '../status.ts'
import type { Ticket } from '../ticket.ts'

export const published = event('published', {}, { change: (t) => ({ ...t, published: true }) })

/**
 * Lets the public read the complaint's words and the reply, where the office publishes words at all: a person has
 * looked that they tell nothing of anybody.
 */
export const publish = step({
  command: 'publish',
  input: {},
  from: [...openStatuses, 'resolved', ...endedStatuses],
  by: ['dispatcher', 'inspector'],
  moot: barred,
  decide: (ticket) => (barred(ticket) ? refuse('nothing-pending') : [published({})]),
})

function barred(ticket: Ticket): boolean {
  return ticket.opened.secrecy || ticket.published
}
