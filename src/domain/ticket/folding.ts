import type { UnitId } from '#routing/units.ts'
import { alarmTime } from './alarms.ts'
import { runningFrom } from './deadlines.ts'
import type { AlarmLevel, Deadlines } from './events.ts'
import type { Ticket } from './ticket.ts'

/** Units without repetition, in the order they came in. */
export function joined(units: readonly UnitId[], more: readonly UnitId[]): readonly UnitId[] {
  return [...new Set([...units, ...more])]
}

/**
 * Sets deadlines as of `at` (UTC milliseconds). An alarm already given for a clock that moved is forgotten
 * when it lies ahead again, so that it comes once more and never twice for the same lateness.
 */
export function withDeadlines(ticket: Ticket, deadlines: Deadlines, at: number): Ticket {
  const moved = { ...ticket, deadlines }
  const stays = (clock: keyof Deadlines | 'dispatch', alarm: AlarmLevel) => {
    if (clock === 'dispatch' || ticket.deadlines?.[clock] === deadlines[clock]) return true
    const from = runningFrom(moved, clock)
    return from !== null && alarmTime(moved, { from, at: deadlines[clock] }, alarm) <= at
  }
  return {
    ...moved,
    warnings: ticket.warnings.filter(({ clock, level }) => stays(clock, level)),
    escalations: ticket.escalations.filter(({ clock, to }) => stays(clock, to)),
  }
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
