import type { ClockName } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { AlarmLevel, SideClockName } from '../ticket/events.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { NoticeMatter } from './matters.ts'

/** Who is told: the people of a unit, its leads alone, one person, the dispatch desk, the bureau's inspectors. */
export type Audience =
  `unit:${UnitId}` | `lead:${UnitId}` | `person:${string}` | 'dispatchers' | 'inspectors'

/** What has to be done by when, UTC milliseconds; null: nothing. */
export type NoticeDue = { readonly clock: ClockName | SideClockName; readonly at: number } | null

/** `due` left out: whatever has to be done next on the ticket. */
export type Told = {
  readonly matter: NoticeMatter
  readonly audience: Audience
  readonly due?: NoticeDue
}

type UnitOrNone = UnitId | null

export function toUnits(
  matter: NoticeMatter,
  units: readonly UnitOrNone[],
  due?: NoticeDue,
): readonly Told[] {
  return units
    .filter((unit) => unit !== null)
    .map((unit) => ({
      matter,
      audience: `unit:${unit}`,
      ...(due === undefined ? {} : { due }),
    }))
}

export function toHandler(
  matter: NoticeMatter,
  { handler }: Ticket,
  due?: NoticeDue,
): readonly Told[] {
  return toUnits(matter, [handler], due)
}

export function toDesk(matter: NoticeMatter): readonly Told[] {
  return [{ matter, audience: 'dispatchers' }]
}

export function toInspectors(matter: NoticeMatter): readonly Told[] {
  return [{ matter, audience: 'inspectors' }]
}

/** Either may approve what a unit asks for (rulebook, People). */
export function toDeciders(matter: NoticeMatter): readonly Told[] {
  return [...toDesk(matter), ...toInspectors(matter)]
}

/** An alarm goes to the unit twice, then to its lead, then to the inspectors (rulebook, Clocks). */
export function toLevel(level: AlarmLevel, unit: UnitOrNone, due: NoticeDue): readonly Told[] {
  if (level === 'yellow' || level === 'red') return toUnits(level, [unit], due)
  if (level === 'inspector') return [{ matter: 'escalated', audience: 'inspectors', due }]
  return unit === null ? [] : [{ matter: 'escalated', audience: `lead:${unit}`, due }]
}
