import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { announcedYears, packageKnowsUntil } from './holidays.ts'
import type { YearData } from './holidays.ts'
import { lawfulDaysOff } from './legal-holidays.ts'

/**
 * Whether people work on a day of Beijing (2026-10-01): by `entered` (what the office has entered), our own
 * announcements, else the package's data. For a year nobody has announced: Monday to Friday without the days off by
 * law; see isAnnounced.
 */
export function isWorkday(day: string, entered: readonly YearData[] = []): boolean {
  const year = Number(day.slice(0, 4))
  const date = day.slice(5)
  const own = [...entered, ...announcedYears].find((one) => one.year === year)
  if (own === undefined && year <= packageKnowsUntil) return isAnnouncedWorkday(day)
  if (own?.work.includes(date)) return true
  const isOff = own === undefined ? lawful(year).has(day) : own.off.includes(date)
  return !isOff && !isWeekend(day)
}

/** Whether the holidays of a year are known; where not, deadlines in working days are a guess. */
export function isAnnounced(year: number, entered: readonly YearData[] = []): boolean {
  return (
    year <= packageKnowsUntil || [...entered, ...announcedYears].some((one) => one.year === year)
  )
}

const reckoned = new Map<number, ReadonlySet<string>>()

/** Reckoned once a year: a deadline asks for many days of it. */
function lawful(year: number): ReadonlySet<string> {
  const known = reckoned.get(year) ?? lawfulDaysOff(year)
  reckoned.set(year, known)
  return known
}

/** The package's data alone: its functions read days by the clock of the process. */
function isAnnouncedWorkday(day: string): boolean {
  if (day in announced.workdays) return true
  return !(day in announced.holidays) && !isWeekend(day)
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
