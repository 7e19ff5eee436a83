import type { Circumstances } from '#intents/types.ts'
import { isExamPeriod } from '#routing/calendar.ts'

/** What the clock tells of a message that came at `at` (UTC milliseconds). */
export function circumstancesAt(at: number): Circumstances {
  return { exams: isExamPeriod(at) }
}
