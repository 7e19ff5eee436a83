import type { ClockName } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import { alarmTime } from './alarms.ts'
import { runningFrom } from './deadlines.ts'
import { alarmLevels } from './events.ts'
import type { AlarmLevel, Deadlines } from './events.ts'
import type { Ticket } from './ticket.ts'

/** Units without repetition, in the order they came in. */
export function joined(units: readonly UnitId[], more: readonly UnitId[]): readonly UnitId[] {
  return [...new Set([...units, ...more])]
}

/**
 * Sets deadlines as of `at` (UTC milliseconds). An alarm already given for a clock that moved is forgotten
 * when it lies ahead again, so that it comes once more and never twice for the same lateness: what is behind it
 * stays given.
 */
export function withDeadlines(ticket: Ticket, deadlines: Deadlines, at: number): Ticket {
  const moved = { ...ticket, deadlines }
  const still = (clock: ClockName, level: AlarmLevel): AlarmLevel | null => {
    if (clock === 'dispatch' || ticket.deadlines?.[clock] === deadlines[clock]) return level
    const from = runningFrom(moved, clock)
    if (from === null) return null
    const upTo = alarmLevels.slice(0, alarmLevels.indexOf(level) + 1)
    return (
      upTo.findLast((one) => alarmTime(moved, { from, at: deadlines[clock] }, one) <= at) ?? null
    )
  }
  return { ...moved, ...givenAgain(ticket, still) }
}

type Still = (clock: ClockName, level: AlarmLevel) => AlarmLevel | null

/** The alarms given, each at the stage that still counts. */
function givenAgain(
  { warnings, escalations }: Ticket,
  still: Still,
): Pick<Ticket, 'warnings' | 'escalations'> {
  const given = new Map<string, { clock: ClockName; level: AlarmLevel }>()
  const all = [
    ...warnings,
    ...escalations.map(({ clock, to }) => ({ clock, level: to })),
  ] satisfies readonly { clock: ClockName; level: AlarmLevel }[]
  for (const { clock, level } of all) {
    const now = still(clock, level)
    if (now !== null) given.set(`${clock} ${now}`, { clock, level: now })
  }
  const found: Pick<Ticket, 'warnings' | 'escalations'> = { warnings: [], escalations: [] }
  return [...given.values()].reduce(
    (kept, { clock, level }) =>
      level === 'yellow' || level === 'red'
        ? { ...kept, warnings: [...kept.warnings, { clock, level }] }
        : { ...kept, escalations: [...kept.escalations, { clock, to: level }] },
    found,
  )
}

/** Moves the solving deadline alone. */
export function withSolve(ticket: Ticket, solve: number, at: number): Ticket {
  const { deadlines } = ticket
  return deadlines === null ? ticket : withDeadlines(ticket, { ...deadlines, solve }, at)
}

/** What stops waiting when a unit loses the ticket or the ticket ends: questions and requests of its unit. */
export const nothingAsked = { awaiting: null, suspension: null } as const

/** Ends the citizen's pause: the solving clock moves by as long as it actually lasted. */
export function resumed(ticket: Ticket, at: number): Ticket {
  const { awaiting } = ticket
  if (awaiting === null) return ticket
  const paused = Math.min(at, awaiting.until) - awaiting.since
  return {
    ...withSolve(ticket, (ticket.deadlines?.solve ?? at) + paused, at),
    status: awaiting.from,
    awaiting: null,
    pausedMs: ticket.pausedMs + paused,
  }
}

/** A call-back that is over. */
export function settled(ticket: Ticket, at: number): Ticket {
  return { ...ticket, callback: ticket.callback && { ...ticket.callback, settledAt: at } }
}
