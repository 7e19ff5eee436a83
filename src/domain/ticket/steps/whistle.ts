import { toUnits } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { missing } from '../checks.ts'
import { completedStep, event } from '../declare.ts'
import { joined } from '../folding.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { workingStatuses } from '../status.ts'
import type { Ticket, Whistle } from '../ticket.ts'
import { isTown } from '../whistling.ts'

const fields = {
  whistleId: k.id,
  units: k.units,
  purpose: k.words.ofStaff,
  place: k.maybe(k.line.ofStaff),
  due: k.moment,
}

export const whistleOpened = event('whistle-opened', fields, {
  change: (t, { at, by, data: { whistleId: id, units, ...asked } }) => {
    const opened = { id, units, ...asked, openedAt: at, caller: by.unit }
    return {
      ...t,
      involved: joined(t.involved, units),
      whistles: [...t.whistles, { ...opened, reports: [], closedAt: null, absent: [] }],
    }
  },
  tells: (_, { data: { units, due } }) =>
    toUnits('whistle', units, { clock: 'report-in', at: due }),
  citizen: { step: 'step.whistled' },
})

/** A township calls bureaus to the spot (rulebook, Whistle). Without a date of its own it has the rulebook's. */
export const whistle = completedStep({
  command: 'whistle',
  input: fields,
  asks: {
    units: k.units,
    purpose: k.words.ofStaff,
    place: k.maybe(k.line.ofStaff),
    due: k.maybe(k.moment),
  },
  completes: (asked, ticket, { newId, now }) => ({
    ...asked,
    whistleId: newId(),
    due: asked.due ?? whistleDue(ticket, now),
  }),
  from: workingStatuses,
  by: ['handler'],
  moot: (_ticket, { unit }) => !isTown(unit),
  decide: (ticket, { whistleId, units, purpose, place, due }, by) => {
    if (!isTown(by.actor.unit)) return refuse('not-allowed', { command: 'whistle' })
    const called = [...new Set(units)].filter((unit) => unit !== by.actor.unit)
    if (called.length === 0) return missing('units')
    if (due <= by.now) return missing('due')
    const asked = { units: called, purpose, place, due, caller: by.actor.unit }
    if (ticket.whistles.some((one) => isSame(one, asked, by.now))) return []
    return [whistleOpened({ whistleId, units: called, purpose, place, due })]
  },
})

type Asked = Pick<Whistle, 'units' | 'purpose' | 'place' | 'due' | 'caller'>

/**
 * The same call, still open: sent twice it is one. Without a date of its own a later one is due later by as much as
 * it came later.
 */
function isSame(one: Whistle, asked: Asked, now: number): boolean {
  return (
    one.closedAt === null &&
    one.caller === asked.caller &&
    one.purpose.trim() === asked.purpose.trim() &&
    (one.place ?? '').trim() === (asked.place ?? '').trim() &&
    [...one.units].sort().join() === [...asked.units].sort().join() &&
    (one.due === asked.due || asked.due - one.due === now - one.openedAt)
  )
}

/** By when called units report in unless the whistle says otherwise, UTC milliseconds (rulebook, Whistle). */
export function whistleDue({ urgency }: Pick<Ticket, 'urgency'>, now: number): number {
  const { urgent, otherwise } = settings.reportInWithinMs
  return now + (urgency === 'urgent' ? urgent : otherwise)
}
