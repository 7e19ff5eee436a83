import type { ReplyKey } from '#intents/replies/types.ts'
import { toUnits } from '../../notices/audiences.ts'
import type { Told } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { isBlank, missing } from '../checks.ts'
import { innerStep, recorded } from '../declare.ts'
import { deadlinesFrom, dispatchData, dispatchedTo, keepPromise } from '../dispatching.ts'
import type { Dispatched } from '../events.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { deadlines, routing } from '../shapes.ts'
import { runningStatuses } from '../status.ts'
import type { Ticket } from '../ticket.ts'

const fields: k.FieldsOf<Dispatched> = {
  handler: k.unit,
  supporting: k.units,
  routing,
  decidedBy: k.choice('decided-by', ['rules', 'desk', 'conference']),
  note: k.maybe(k.words.ofStaff),
  deadlines,
}

/** To its first unit. */
export const dispatched = recorded<Dispatched>()('dispatched', fields, {
  change: (t, e) => dispatchedTo(t, e.data, e.at),
  tells: (_, { data }) => toBoth(data),
  citizen: { told: 'told.dispatched', step: 'step.dispatched' },
})

/** `round`: how many times it has been sent elsewhere with this; left out in histories of before it was kept. */
type Redispatched = Dispatched & { readonly from: Ticket['handler']; readonly round?: number }

/** From one unit to another, or by a conference's word. */
export const redispatched = recorded<Redispatched>()(
  'redispatched',
  { ...fields, from: k.maybe(k.unit), round: k.optional(k.count) },
  {
    change: (t, e) => ({ ...dispatchedTo(t, e.data, e.at), redispatches: t.redispatches + 1 }),
    tells: (_, { data }) => [...toBoth(data), ...toUnits('taken-away', [data.from], null)],
    citizen: { told: ({ round = 1 }) => redispatchTold(round), step: 'step.dispatched' },
  },
)

/** Who hears of every move from unit to unit soon believes in none of them: the second is the last that is told. */
function redispatchTold(round: number): ReplyKey | null {
  if (round > settings.redispatchesTold) return null
  return round === settings.redispatchesTold ? 'told.redispatched-last' : 'told.redispatched'
}

function toBoth({ handler, supporting }: Dispatched): readonly Told[] {
  return [...toUnits('dispatched', [handler]), ...toUnits('supporting', supporting)]
}

/**
 * First dispatch from the desk, a redispatch, or a conference's decision: told apart by the ticket's state. Whoever
 * takes it from a unit says why.
 */
export const dispatch = innerStep({
  command: 'dispatch',
  input: { routing, note: k.maybe(k.words.ofStaff) },
  from: runningStatuses,
  by: ['dispatcher'],
  decide: (ticket, command, by) => {
    const { routing, note } = command
    if (ticket.category === null) return refuse('missing-category')
    if (ticket.dispatch !== null && isBlank(note)) return missing('note')
    if (routing.handler === holder(ticket)) return refuse('same-unit', { unit: routing.handler })
    const decidedBy = ticket.status === 'conference' ? 'conference' : 'desk'
    const clocks = keepPromise(ticket, deadlinesFrom(by, ticket.urgency))
    const data = dispatchData(routing, decidedBy, note, clocks)
    if (ticket.dispatch === null) return [dispatched(data)]
    const from = ticket.handler ?? ticket.returnProposal?.from ?? ticket.dispatch.handler
    return [redispatched({ ...data, from, round: ticket.redispatches + 1 })]
  },
})

/** Who has it, or whose return waits for the desk: sending it back there is upholding, with a clause. */
function holder(ticket: Ticket): Ticket['handler'] {
  if (ticket.handler !== null) return ticket.handler
  return ticket.queuedFor === 'returned' ? (ticket.returnProposal?.from ?? null) : null
}
