import { event, innerStep } from '../declare.ts'
import { basis, rebased } from '../dispatching.ts'
import * as k from '../kinds.ts'
import { routing } from '../shapes.ts'
import { runningStatuses } from '../status.ts'

/** `routing`: what its unit answers by from now on; absent: as before. */
export const classified = event(
  'classified',
  { category: k.category, note: k.maybe(k.words.ofStaff), routing: k.optional(routing) },
  {
    change: (t, { data }) => ({ ...rebased(t, data.routing), category: data.category }),
  },
)

/** The desk names the category. `routing`: what the rules say now, where its unit stays. */
export const classify = innerStep({
  command: 'classify',
  input: { category: k.category, note: k.maybe(k.words.ofStaff), routing: k.optional(routing) },
  from: runningStatuses,
  by: ['dispatcher'],
  decide: (ticket, { category, note, routing }) =>
    category === ticket.category ? [] : [classified({ category, note, ...basis(ticket, routing) })],
})
