import { beijingDay, dayStart } from '#routing/calendar.ts'

const noon = 12 * 3_600_000

/** The half-day in Beijing a moment lies in, e.g. 20261123-am; these sort by time. `at`: UTC milliseconds. */
export function halfDayOf(at: number): string {
  const day = beijingDay(at).replaceAll('-', '')
  return `${day}-${at - dayStart(at) < noon ? 'am' : 'pm'}`
}
