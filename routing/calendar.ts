import { usualExams } from './holidays.ts'

const hour = 3_600_000
const day = 24 * hour
/** Asia/Shanghai is ahead of UTC by so many milliseconds: no summer time since 1991. */
export const beijingOffsetMs = 8 * hour
const nightFrom = 22
const nightTo = 6

export type ExamPeriod = {
  readonly exam: (typeof usualExams)[number]['exam']
  /** First and first moment after, UTC milliseconds. */
  readonly from: number
  readonly to: number
}

/** Beijing's calendar day of a moment (UTC milliseconds), as 2023-01-01. */
export function beijingDay(at: number): string {
  return new Date(at + beijingOffsetMs).toISOString().slice(0, 10)
}

/** The first moment of Beijing's day of a moment; both UTC milliseconds. */
export function dayStart(at: number): number {
  return at - ((at + beijingOffsetMs) % day)
}

/** The first moment of a day of Beijing (2026-12-02), UTC milliseconds; null for what is no such day. */
export function dayBegins(written: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return null
  const at = Date.parse(`${written}T00:00:00Z`) - beijingOffsetMs
  return Number.isNaN(at) || beijingDay(at) !== written ? null : at
}

/**
 * The same time of day on the nth working day after `at` (UTC milliseconds). `days` is a whole number from 0;
 * `isWorkday` is asked with Beijing's days as 2023-01-01. Throws a RangeError on other numbers of days.
 */
export function addWorkingDays(
  at: number,
  days: number,
  isWorkday: (day: string) => boolean,
): number {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`)
  let then = at
  for (let left = days; left > 0;) {
    then += day
    if (isWorkday(beijingDay(then))) left -= 1
  }
  return then
}

/** Whether it is night in Beijing, from 22 to 6 (noise law, article 88: the hours of rest). `at` is UTC milliseconds. */
export function isNight(at: number): boolean {
  const clock = new Date(at + beijingOffsetMs).getUTCHours()
  return clock >= nightFrom || clock < nightTo
}

/** The usual exam days of a year, when noise near schools weighs more (plan, air 21). */
export function examPeriods(year: number): readonly ExamPeriod[] {
  return usualExams.map(({ exam, from, to }) => ({
    exam,
    from: startOf(year, from),
    to: startOf(year, to) + day,
  }))
}

/** Whether a moment (UTC milliseconds) lies in an exam period. */
export function isExamPeriod(at: number): boolean {
  const year = new Date(at + beijingOffsetMs).getUTCFullYear()
  return examPeriods(year).some(({ from, to }) => from <= at && at < to)
}

function startOf(year: number, date: string): number {
  return Date.parse(`${String(year)}-${date}T00:00:00Z`) - beijingOffsetMs
}
