import type { Period } from '#app/evaluation/read-bureau.ts'
import { periodWith } from '#app/evaluation/evaluation-period.ts'
import { dateTime } from '#doors/format.ts'
import { dayBegins } from '#routing/calendar.ts'

const day = 86_400_000

/** A period as its form shows it: two dates in Asia/Shanghai, both included. */
export type PeriodFields = { readonly from: string; readonly to: string }

/** A calendar month in Asia/Shanghai (`2026-11`) → its days; null when it is none. */
export function monthPeriod(month: string): Period | null {
  return periodWith(month, calendarMonths)
}

const calendarMonths = { months: 1, cutoff: 0 } as const

/** Two dates → [from, to), UTC milliseconds; null when one is no date or they are the wrong way round. */
export function readPeriod({ from, to }: PeriodFields): Period | null {
  const start = dayBegins(from)
  const last = dayBegins(to)
  return start === null || last === null || last < start ? null : { from: start, to: last + day }
}

/** The dates of a period, for its form and its addresses. */
export function periodFields(period: Period): PeriodFields {
  return { from: dateTime(period.from).slice(0, 10), to: dateTime(period.to - 1).slice(0, 10) }
}
