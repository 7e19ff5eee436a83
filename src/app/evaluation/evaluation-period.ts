import { beijingDay } from '#routing/calendar.ts'
import { dayBegins } from '#routing/calendar.ts'
import { valuesAt } from '#app/settings/book.ts'
import type { Ctx } from '#app/ctx.ts'

/** [from, to), UTC milliseconds. */
export type Period = { readonly from: number; readonly to: number }

/** How the year is cut: so many months at a time, each ending with this day; 0: with the calendar month. */
export type Cut = { readonly months: number; readonly cutoff: number }

/** As set now. */
export function cutNow({ settingBook, now }: Pick<Ctx, 'settingBook' | 'now'>): Cut {
  const { months = 1, cutoff = 0 } = valuesAt(settingBook.known(), 'period', now())
  return { months, cutoff }
}

/** Counted from the year 0. */
function monthNumber(month: string): number | null {
  const [, year = '', number = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? []
  return year === '' ? null : Number(year) * 12 + Number(number) - 1
}

function nameOf(month: number): string {
  return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** The first moment of an evaluation month: after the cut-off day of the month before. */
function begins(month: number, { cutoff }: Cut): number {
  const written =
    cutoff === 0
      ? `${nameOf(month)}-01`
      : `${nameOf(month - 1)}-${String(cutoff + 1).padStart(2, '0')}`
  const at = dayBegins(written)
  if (at === null) throw new RangeError(`no day ${written}`)
  return at
}

/** The evaluation period with this number; 0 began in the year 0. */
function numbered(index: number, cut: Cut): Period {
  const first = index * cut.months
  return { from: begins(first, cut), to: begins(first + cut.months, cut) }
}

/** The period the month (2026-11) belongs to; null when it is none. */
export function periodWith(month: string, cut: Cut): Period | null {
  const number = monthNumber(month)
  return number === null ? null : numbered(Math.floor(number / cut.months), cut)
}

/** The number of the period a moment lies in. */
function indexAt(at: number, cut: Cut): number {
  const number = monthNumber(beijingDay(at).slice(0, 7)) ?? 0
  const index = Math.floor(number / cut.months)
  return at < numbered(index, cut).to ? index : index + 1
}

/** The last period that is over. */
export function lastFullPeriod(now: number, cut: Cut): Period {
  return numbered(indexAt(now, cut) - 1, cut)
}

/** The last so many that are over, newest first, by the month each is named after: its last. */
export function lastPeriods(now: number, cut: Cut, count: number): readonly string[] {
  const last = indexAt(now, cut)
  return Array.from({ length: count }, (_, back) => nameOf((last - back + 1) * cut.months - 1))
}

/** The one before, and the same a year earlier. */
export type Compared = { readonly before: Period; readonly lastYear: Period }

/** Of an evaluation period the neighbours among them; of any other days as many before, and the same a year earlier. */
export function comparedTo(period: Period, cut: Cut): Compared {
  const index = indexAt(period.from, cut)
  const own = numbered(index, cut)
  const isWhole = own.from === period.from && own.to === period.to
  return {
    before: isWhole
      ? numbered(index - 1, cut)
      : { from: period.from - (period.to - period.from), to: period.from },
    lastYear: { from: yearBefore(period.from), to: yearBefore(period.to) },
  }
}

/** The first moment of the same day a year earlier; of 29 February the last before it. */
function yearBefore(at: number): number {
  const [year = '', ...rest] = beijingDay(at).split('-')
  const written = [String(Number(year) - 1), ...rest].join('-')
  return dayBegins(written) ?? dayBegins(`${String(Number(year) - 1)}-02-28`) ?? at
}

/** The three months up to the end of this period: what rankings go by. */
export function quarterTo({ to }: Period, cut: Cut): Period {
  const last = indexAt(to - 1, { ...cut, months: 1 })
  return { from: begins(last - 2, cut), to: begins(last + 1, cut) }
}
