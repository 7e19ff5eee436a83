import type { Urgency } from '../intents/types.ts'
import { addWorkingDays } from './calendar.ts'
import { limits, longSolveDays } from './limits.ts'
import type { ClockName } from './types.ts'
import { isWorkday } from './workdays.ts'

const minute = 60_000
const day = 24 * 60

/** How long clocks run: minutes around the clock, and how solving classes of several days are counted. */
export type Limits = {
  readonly minutes: (clock: ClockName, urgency: Urgency) => number
  readonly days: 'calendar' | 'working'
}

/** As the repository has them. */
export const defaultLimits: Limits = {
  minutes: (clock, urgency) => limits.find((limit) => limit.clock === clock)?.minutes[urgency] ?? 0,
  days: longSolveDays,
}

/**
 * When a clock started at `from` (UTC milliseconds) rings for a complaint of this urgency. With `days` working,
 * solving classes of several days count working days; hours, and days that are not whole, run around the clock.
 */
export function dueAt(
  clock: ClockName,
  urgency: Urgency,
  from: number,
  { minutes: longs, days }: Limits = defaultLimits,
): number {
  const minutes = longs(clock, urgency)
  const inDays = clock === 'solve' && minutes > day && minutes % day === 0
  if (inDays && days === 'working') return addWorkingDays(from, minutes / day, isWorkday)
  return from + minutes * minute
}
