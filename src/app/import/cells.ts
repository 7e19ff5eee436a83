import { readable } from '#intents/readable.ts'
import { phoneOf } from '#intents/personal/index.ts'
import { readW3cTime } from '#app/tools/w3c-time.ts'
import { beijingOffsetMs } from '#routing/calendar.ts'

/**
 * A cell as it was meant: what a spreadsheet wraps around it is gone (="…", a leading '), signs that nobody sees too;
 * full-width digits and letters are plain ones.
 */
export function plainCell(cell: string): string {
  const bare = readable(cell).text.trim()
  const [, quoted] = /^="?(.*?)"?$/s.exec(bare) ?? []
  return (quoted ?? bare)
    .replace(/^'/, '')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .trim()
}

/** 2.026112E12: the digits it still has, and whether these are all; null: no measurement. */
function measurementIn(text: string): { readonly digits: string; readonly isAll: boolean } | null {
  const [, whole, part = '', power] = /^(\d)(?:\.(\d+))?e\+?(\d+)$/i.exec(text) ?? []
  if (whole === undefined) return null
  return { digits: whole + part, isAll: part.length === Number(power) }
}

/** A spreadsheet that kept digits as a measurement has lost the last ones: they are never made up again. */
export function hasLostDigits(text: string): boolean {
  const measured = measurementIn(text)
  if (measured !== null) return !measured.isAll
  // A number of a cell has fifteen digits at most; all beyond became zeros. One zero more may be its own.
  return /^\d{15}0{2,}(?:\.0+)?$/.test(text)
}

/** Digits written as a number with a fraction of nothing, or as a measurement that has them all. */
export function wholeDigits(text: string): string {
  const measured = measurementIn(text)
  if (measured?.isAll === true) return measured.digits
  return text.replace(/^(\d+)\.0+$/, '$1')
}

const nothing = /^(?:[-—–/\\.·]*|无|没有|不详|未知|未留|未提供|匿名|保密|空|null|n\/?a)$/i

/** Whether a cell says in words that there is nothing to say. */
export function saysNothing(text: string): boolean {
  return nothing.test(text)
}

export type ReadPhones = {
  /** The first that is certain. */
  readonly phone: string | null
  /** The whole cell, where it says more than that or could not be read. */
  readonly rest: string | null
}

/** A cell of telephone numbers. */
export function phonesIn(cell: string): ReadPhones {
  const text = wholeDigits(plainCell(cell))
  if (saysNothing(text)) return { phone: null, rest: null }
  const parts = text.split(/[、,;/|]|\s{2,}|或|和/).filter((part) => part.trim() !== '')
  const [first = null, ...others] = parts
    .map((part) => phoneOf(part) ?? bareNumber(part))
    .filter((phone) => phone !== null)
  const isAll = first !== null && others.length === 0 && digitsOf(text) === digitsOf(first)
  return { phone: first, rest: isAll ? null : text }
}

function bareNumber(part: string): string | null {
  const digits = part.replace(/[\s\-()（）]/g, '')
  return /^\+?\d{5,15}$/.test(digits) ? digits : null
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
}

const dayMs = 86_400_000
/** A day as spreadsheets count them (30000 is 1982, 79999 is 2119), with its fraction: the sheet had lost the format. */
const serial = /^[3-7]\d{4}(?:\.\d+)?$/
const compact = /^(20\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/
const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]*(?:星期.|周.|\(.\))?[ ]*(上午|早上|凌晨|中午|下午|晚上|AM|PM)?[ ]*(\d{1,2})(?:[:时点](?:(\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?)?分?)?)[ ]*(AM|PM)?)?$/i
/** What a sheet shows where nothing was entered. */
const emptyYears = /^(?:1899|1900|1970|0001)\D/
/** From … to …: the first is meant. */
const rangeSign = /\s*(?:~|～|至|到|—|–|\s-\s)\s*/

/**
 * 2026-11-23 09:05, 2026/11/23 9时, 2026年11月23日 下午3:05, 2026-11-23 03:05 PM, 202611230905, a
 * range, and a spreadsheet's own count of days → UTC milliseconds; null for anything else. Times without a zone are
 * Beijing time.
 */
export function timeIn(cell: string): number | null {
  const text = wholeDigits(plainCell(cell)).replaceAll('：', ':')
  if (saysNothing(text) || emptyYears.test(text)) return null
  const [first = text] = /^\d{4}\D/.test(text) ? text.split(rangeSign) : [text]
  if (serial.test(first)) {
    const seconds = Math.round(((Number(first) - 25_569) * dayMs) / 1000)
    return seconds * 1000 - beijingOffsetMs
  }
  const packed = compact.exec(first)
  if (packed !== null) return atBeijing(packed.slice(1))
  const parts = written.exec(first)
  if (parts === null) return readW3cTime(first)
  const [year, month, day, before, hour, minute, second, after] = parts.slice(1)
  return atBeijing([year, month, day, hourOf(hour, before ?? after), minute, second])
}

/** Whether a cell of a time says that there is none. */
export function isNoTime(cell: string): boolean {
  const text = plainCell(cell)
  return saysNothing(text) || emptyYears.test(text)
}

function hourOf(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour
  const count = Number(hour)
  if (/^(?:下午|晚上|PM|中午)$/i.test(half)) {
    const isNoon = count === 12 || (half === '中午' && count > 3)
    return String(count < 12 && !isNoon ? count + 12 : count)
  }
  return String(count === 12 ? 0 : count)
}

/** Year, month, day and what is known of the time, in Beijing → UTC milliseconds; null for no such day. */
function atBeijing([year = '', ...rest]: readonly (string | undefined)[]): number | null {
  const [month, day, hour, minute, second] = rest.map((part) => (part ?? '0').padStart(2, '0'))
  return readW3cTime(
    `${year}-${month ?? ''}-${day ?? ''}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}`,
  )
}
