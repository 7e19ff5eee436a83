import chineseDays from 'chinese-days'
import { announcedYears, fixedDaysOff, packageKnowsUntil } from './holidays.ts'

/**
 * Whether people work on a day of Beijing (2026-10-01): by our own announcements, else the package's data. For a
 * year nobody has announced: Monday to Friday without the days off by law; see isAnnounced.
 */
export function isWorkday(day: string): boolean {
  const year = Number(day.slice(0, 4))
  const date = day.slice(5)
  const own = announcedYears.find((one) => one.year === year)
  if (own === undefined && year <= packageKnowsUntil) return chineseDays.isWorkday(day)
  if (own?.work.includes(date)) return true
  const off: readonly string[] = own?.off ?? fixedDaysOff
  return !off.includes(date) && !isWeekend(day)
}

/** Whether the holidays of a year are known; where not, deadlines in working days are a guess. */
export function isAnnounced(year: number): boolean {
  return year <= packageKnowsUntil || announcedYears.some((one) => one.year === year)
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
