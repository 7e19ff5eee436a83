import { fill } from './labels.ts'
import { words } from './words.ts'
import { w3cTime } from '#app/tools/w3c-time.ts'

/** UTC milliseconds → 2026-11-23 18:05 in Asia/Shanghai. */
export function dateTime(at: number): string {
  return w3cTime(at).slice(0, 16).replace('T', ' ')
}

/** UTC milliseconds → 11-23 18:05 in Asia/Shanghai. */
export function shortTime(at: number): string {
  return dateTime(at).slice(5)
}

/** UTC milliseconds → the value of a datetime-local field in Asia/Shanghai. */
export function fieldTime(at: number): string {
  return dateTime(at).replace(' ', 'T')
}

/** A datetime-local or date field's value, read in Asia/Shanghai → UTC milliseconds; null when it is none. */
export function readFieldTime(value: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?)?$/u.exec(value)
  if (match === null) return null
  const at = Date.parse(`${match[1] ?? ''}T${match[2] ?? '00:00'}:00+08:00`)
  return Number.isNaN(at) ? null : at
}

/** UTC milliseconds → 2026-11 in Asia/Shanghai. */
export function monthOf(at: number): string {
  return dateTime(at).slice(0, 7)
}

/** A length of time in its two largest units, never less than a minute. */
export function span(ms: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / 60_000))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  if (days > 0) return join(fill(words.days, { n: days }), hours > 0 && days < 3 ? hours : 0)
  if (hours > 0) return fill(words.hours, { n: hours })
  return fill(words.minutes, { n: minutes })
}

function join(days: string, hours: number): string {
  return hours > 0 ? `${days} ${fill(words.hours, { n: hours })}` : days
}

/** A share of 1 → 93.4%. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

/** A rate → 93.42%, to the places in which the city publishes. */
export function rateText(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}

/** A difference of two shares → +1.20, in percentage points. */
export function points(difference: number): string {
  const text = (difference * 100).toFixed(2)
  return text === '-0.00'
    ? '0.00'
    : `${difference > 0 && text !== '0.00' ? '+' : ''}${text}`.replace('-', '−')
}

/** Whole minutes → 45 分钟, 26.5 小时, 4.2 天. */
export function minutesText(minutes: number): string {
  if (minutes < 60) return fill(words.minutes, { n: minutes })
  if (minutes < 48 * 60) return fill(words.hours, { n: (minutes / 60).toFixed(1) })
  return fill(words.days, { n: (minutes / 1440).toFixed(1) })
}
