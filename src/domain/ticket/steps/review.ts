import { toHandler } from '../../notices/audiences.ts'
import { event, step } from '../declare.ts'
import { withSolve } from '../folding.ts'
import * as k from '../kinds.ts'
import type { Ticket } from '../ticket.ts'

const fields = { note: k.words.ofStaff }

export const reviewed = event('reviewed', fields, {
  change: (t, { at }) => rested(t, at),
  tells: ({ after }) => toHandler('reviewed', after),
})

/** A suspension ends: on its review day, or before. */
export const review = step({
  command: 'review',
  input: fields,
  from: ['suspended'],
  by: ['handler', 'dispatcher', 'inspector', 'system'],
  decide: (_ticket, { note }) => [reviewed({ note })],
})

/** Promise and alarms have moved by as long as it actually lasted, to its review day at most. */
function rested(ticket: Ticket, at: number): Ticket {
  const { suspension, deadlines, promisedFrom } = ticket
  const status = suspension?.from ?? 'in-progress'
  const going: Ticket = { ...ticket, status, suspension: null }
  const since = suspension?.since ?? null
  if (suspension === null || since === null || deadlines === null) return going
  const end = Math.min(at, suspension.reviewAt)
  const from = promisedFrom === null ? null : promisedFrom + (end - since)
  const solve = deadlines.solve - (suspension.reviewAt - end)
  return withSolve({ ...going, promisedFrom: from }, solve, at)
}
