import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { partBarred, withPartDone } from '../parts.ts'
import { heldStatuses } from '../status.ts'

export const partDone = event(
  'part-done',
  { unit: k.unit, note: k.words.ofStaff },
  {
    change: (t, { at, data }) => ({ ...t, parts: withPartDone(t.parts, data.unit, at) }),
  },
)

/** A supporting unit has done what it was asked for. */
export const finishPart = step({
  command: 'finish-part',
  input: { note: k.words.ofStaff },
  from: heldStatuses,
  by: ['participant'],
  moot: (ticket, { unit }) => unit === null || partBarred(ticket, unit) !== null,
  decide: (ticket, { note }, { actor: { unit } }) => {
    if (unit === null) return refuse('not-your-unit')
    return partBarred(ticket, unit) ?? [partDone({ unit, note })]
  },
})
