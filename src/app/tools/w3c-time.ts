import { beijingOffsetMs } from '#routing/calendar.ts'

const pattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+\- ]\d{2}:?\d{2})?)?$/

/** UTC milliseconds → W3C date and time in Asia/Shanghai: 2026-11-23T09:30:00+08:00. */
export function w3cTime(at: number): string {
  return `${new Date(at + beijingOffsetMs).toISOString().slice(0, 19)}+08:00`
}

/**
 * A W3C date, or date and time → UTC milliseconds; null when it is none. Without a zone it is Beijing time; a
 * zone whose plus sign a query string has turned into a blank is read as meant.
 */
export function readW3cTime(text: string): number | null {
  const found = pattern.exec(text.trim())
  if (found === null) return null
  const [, day = '', time = '00:00:00', zone = '+08:00'] = found
  if (!isDay(day)) return null
  const seconds = time.length === 5 ? `${time}:00` : time
  const sign = zone.replace(' ', '+')
  const colon = /^[+-]\d{4}$/.test(sign) ? `${sign.slice(0, 3)}:${sign.slice(3)}` : sign
  const at = Date.parse(`${day}T${seconds.replace(/(\.\d{3})\d+$/, '$1')}${colon}`)
  return Number.isNaN(at) ? null : at
}

/** Whether the calendar has it: Date.parse takes 30 February for the 2nd of March. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}
