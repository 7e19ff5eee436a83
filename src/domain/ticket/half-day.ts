const hour = 3_600_000
const beijing = 8 * hour

/** The half-day in Beijing a moment lies in, e.g. 20261123-am; these sort by time. `at`: UTC milliseconds. */
export function halfDayOf(at: number): string {
  const local = new Date(at + beijing)
  const day = local.toISOString().slice(0, 10).replaceAll('-', '')
  return `${day}-${local.getUTCHours() < 12 ? 'am' : 'pm'}`
}
