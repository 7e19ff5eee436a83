import chineseDays from 'chinese-days'
import { lawfulHolidays } from './holidays.ts'
import type { LawfulHoliday } from './holidays.ts'

const day = 86_400_000

/**
 * Days off by law in a year from 2000 to 2099, as 2027-02-05, before the State Council has said which weekends are
 * worked for longer holidays. Reckoned without the clock of the process.
 */
export function lawfulDaysOff(year: number): ReadonlySet<string> {
  return new Set(lawfulHolidays.flatMap((holiday) => daysOf(holiday, year)))
}

function daysOf({ on, before, days }: LawfulHoliday, year: number): readonly string[] {
  const first = firstOf(on, year) - before * day
  return Array.from({ length: days }, (_, index) =>
    new Date(first + index * day).toISOString().slice(0, 10),
  )
}

/** UTC midnight of the day. */
function firstOf(on: LawfulHoliday['on'], year: number): number {
  if ('solar' in on) return Date.parse(`${String(year)}-${on.solar}T00:00:00Z`)
  return 'term' in on ? pureBrightness(year) : ofLunarDay(on.lunar, year)
}

/** 清明 in this century, by the formula of the almanac. */
function pureBrightness(year: number): number {
  const inCentury = year % 100
  const date = Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)
  return Date.UTC(year, 3, date)
}

/**
 * `date`: MM-DD of the lunar calendar; a leap month has no festival. The package reads the lunar day by the clock of
 * the process: given as noon there it is the same in every time zone.
 */
function ofLunarDay(date: string, year: number): number {
  const [month = 1, ofMonth = 1] = date.split('-').map(Number)
  const noon = new Date(year, month - 1, ofMonth, 12)
  return Date.parse(`${chineseDays.getSolarDateFromLunar(noon).date}T00:00:00Z`)
}
