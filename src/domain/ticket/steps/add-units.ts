import { toUnits } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import { joined } from '../folding.ts'
import * as k from '../kinds.ts'
import { mayBeAdded } from '../parts.ts'
import { heldStatuses } from '../status.ts'

const fields = { units: k.units, note: k.words.ofStaff, due: k.maybe(k.moment) }

export const unitsAdded = event('units-added', fields, {
  change: (t, { at, data: { units, note, due } }) => {
    const added = units.map((unit) => ({ unit, note, addedAt: at, due, doneAt: null }))
    return { ...t, supporting: joined(t.supporting, units), parts: [...t.parts, ...added] }
  },
  tells: (_, { data: { units, due } }) =>
    toUnits('part', units, due === null ? null : { clock: 'part', at: due }),
})

/** Asks other units for a part of it. Without a date of its own a part has the promise's. */
export const addUnits = step({
  command: 'add-units',
  input: fields,
  from: heldStatuses,
  by: ['handler', 'dispatcher', 'inspector'],
  decide: (ticket, { units, note, due }, { now }) => {
    const fresh = [...new Set(units)].filter((unit) => mayBeAdded(ticket, unit))
    if (fresh.length === 0) return refuse('already-done', { command: 'add-units' })
    if (due !== null && due <= now) return missing('due')
    const promised = ticket.deadlines?.solve ?? now
    const by = due ?? (promised > now ? promised : null)
    return [unitsAdded({ units: fresh, note, due: by })]
  },
})
