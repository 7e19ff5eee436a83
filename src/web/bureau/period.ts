import type { Period } from '#app/evaluation/read-bureau.ts'
import { dateTime, readFieldTime } from '#doors/format.ts'

const day = 86_400_000

/** A period as its form shows it: two dates in Asia/Shanghai, both included. */
export type PeriodFields = { readonly from: string; readonly to: string }

/** A calendar month in Asia/Shanghai (`2026-11`) → its days; null when it is none. */
export function monthPeriod(month: string): Period | null {
  const from = readFieldTime(`${month}-01`)
  const [year = 0, number = 0] = month.split('-').map(Number)
  if (from === null || number < 1 || number > 12) return null
  const next = number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${two(number + 1)}`
  const to = readFieldTime(`${next}-01`)
  return to === null ? null : { from, to }
}

/** Two dates → [from, to), UTC milliseconds; null when one is no date or they are the wrong way round. */
export function readPeriod({ from, to }: PeriodFields): Period | null {
  const start = dateOnly(from)
  const last = dateOnly(to)
  return start === null || last === null || last < start ? null : { from: start, to: last + day }
}

/** The dates of a period, for its form and its addresses. */
export function periodFields(period: Period): PeriodFields {
  return { from: dateTime(period.from).slice(0, 10), to: dateTime(period.to - 1).slice(0, 10) }
}

function dateOnly(text: string): number | null {
  const at = text.length === 10 ? readFieldTime(text) : null
  // 2026-02-31 would quietly become a day of March.
  return at === null || dateTime(at).slice(0, 10) !== text ? null : at
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
