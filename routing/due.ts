import type { Urgency } from '../intents/types.ts'
import { addWorkingDays } from './calendar.ts'
import { limits, longSolveDays } from './limits.ts'
import type { ClockName } from './types.ts'
import { isWorkday } from './workdays.ts'

const minute = 60_000
const day = 24 * 60

/**
 * When a clock started at `from` (UTC milliseconds) rings for a complaint of this urgency, by the limits. With
 * `days` working, solving classes of several days count working days; hours always run around the clock.
 */
export function dueAt(
  clock: ClockName,
  urgency: Urgency,
  from: number,
  days: 'calendar' | 'working' = longSolveDays,
): number {
  const minutes = limits.find((limit) => limit.clock === clock)?.minutes[urgency] ?? 0
  const inDays = clock === 'solve' && minutes > day
  if (inDays && days === 'working') return addWorkingDays(from, minutes / day, isWorkday)
  return from + minutes * minute
}
