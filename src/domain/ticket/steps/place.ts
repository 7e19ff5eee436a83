import { event, innerStep } from '../declare.ts'
import { basis, rebased } from '../dispatching.ts'
import * as k from '../kinds.ts'
import { routing } from '../shapes.ts'
import { runningStatuses } from '../status.ts'

const fields = { place: k.place, routing: k.optional(routing) }

/** `routing`: what its unit answers by from now on; absent: as before. */
export const placed = event('placed', fields, {
  change: (t, { data }) => ({ ...rebased(t, data.routing), place: data.place }),
})

/** The desk sets the place right. `routing`: what the rules say now, where its unit stays. */
export const place = innerStep({
  command: 'place',
  input: fields,
  from: runningStatuses,
  by: ['dispatcher'],
  decide: (ticket, { place, routing }) => [placed({ place, ...basis(ticket, routing) })],
})
