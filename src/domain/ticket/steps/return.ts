import { toUnits } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import type { CommandOf } from '../declare.ts'
import { backAtDesk, isConferred } from '../dispatching.ts'
import { returnReasons } from '../events.ts'
import { joined } from '../folding.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { queued } from './open.ts'

/** `proposedUnit`, `clause`: the unit the returning unit thinks right, and what it relies on. */
const fields = {
  reason: k.choice('return-reason', returnReasons),
  note: k.words.ofStaff,
  proposedUnit: k.maybe(k.unit),
  clause: k.maybe(k.line.ofStaff),
}

export const returned = event(
  'returned',
  { ...fields, round: k.count, dispatchDue: k.moment },
  {
    change: (t, { at, data }) => ({
      ...backAtDesk(t, at, data.dispatchDue),
      returns: data.round,
      first: t.first && { ...t.first, returned: t.first.returned || t.handler === t.first.handler },
      named: data.proposedUnit === null ? t.named : joined(t.named, [data.proposedUnit]),
      involved: t.handler === null ? t.involved : joined(t.involved, [t.handler]),
      returnProposal:
        t.handler === null ? null : { from: t.handler, proposedUnit: data.proposedUnit },
      handler: null,
      acceptedAt: null,
    }),
    citizen: { step: 'step.returned' },
  },
)

/** After the second return the units concerned confer, and the bureau decides. */
export const conferenceCalled = event(
  'conference-called',
  { units: k.units, dispatchDue: k.moment },
  {
    change: (t, { at, data }) => ({
      ...backAtDesk(t, at, data.dispatchDue),
      status: 'conference',
      queuedFor: null,
      conferenceUnits: data.units,
      conferenceHeard: [],
      involved: joined(t.involved, data.units),
    }),
    tells: (_, { data }) => [
      ...toUnits('conference', data.units),
      { matter: 'conferring', audience: 'dispatchers' },
      { matter: 'conferring', audience: 'inspectors' },
    ],
  },
)

/** The unit sends it back to the desk, with its reason (rulebook, Return). */
export const returnTicket = step({
  command: 'return',
  input: fields,
  from: ['dispatched', 'accepted'],
  by: ['handler'],
  moot: isConferred,
  decide: (ticket, command, by) => {
    const { reason, note, proposedUnit, clause } = command
    const { deadlines, handler } = ticket
    if (deadlines === null || handler === null)
      return refuse('wrong-status', { status: ticket.status })
    if (isConferred(ticket)) return refuse('limit-reached', { limit: ticket.returns })
    if (by.now > deadlines.return) return refuse('too-late', { until: deadlines.return })
    if (proposedUnit === handler) return refuse('same-unit', { unit: handler })
    const fault = faultOf(command)
    if (fault !== null) return missing(fault)
    const round = ticket.returns + 1
    const dispatchDue = by.due('dispatch', ticket.urgency, by.now)
    const back = returned({ reason, note, proposedUnit, clause, round, dispatchDue })
    if (round < settings.returnsBeforeConference) {
      return [back, queued({ reason: 'returned', note: null })]
    }
    const concerned = [handler, proposedUnit, ...ticket.involved, ...ticket.named]
    const units = [...new Set(concerned.filter((unit) => unit !== null))]
    return [back, conferenceCalled({ units, dispatchDue: by.now + settings.conferenceWithinMs })]
  },
})

/** A return says why; one that disputes duty or area names the unit or clause it thinks right. */
function faultOf({
  reason,
  note,
  proposedUnit,
  clause,
}: CommandOf<'return', k.DataOf<typeof fields>>): string | null {
  if (isBlank(note)) return 'note'
  const disputes = reason === 'not-our-duty' || reason === 'not-our-area'
  return disputes && proposedUnit === null && isBlank(clause) ? 'proposedUnit' : null
}
