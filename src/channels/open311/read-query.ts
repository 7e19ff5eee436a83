import { complaintCategoryId } from '#app/tools/ids.ts'
import type { Period, PickQuery } from '#app/intake/source-readers.ts'
import { readW3cTime } from '#app/tools/w3c-time.ts'
import { parseNumber } from '#domain/ticket/number.ts'
import { statuses } from '#domain/ticket/status.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import { areFaults, faultOf } from './errors.ts'
import type { Fault } from './errors.ts'
import { field } from './read-report.ts'
import type { Fields } from './read-report.ts'
import { closedStatuses, unclassifiedService } from './record.ts'

const day = 24 * 3_600_000
/** GeoReport v2, Response Volume: a span of 90 days, at most 1000 requests. */
const longestSpan = 90 * day
export const volume = 1000

/**
 * GET requests → which tickets, or what is wrong. Ids override every other filter. `page_size` and `page` (from 1),
 * which many endpoints have besides the standard, cut the list into pages.
 */
export function readQuery(fields: Fields, now: number): PickQuery | readonly Fault[] {
  const limit = Math.min(volume, whole(fields, 'page_size') ?? volume)
  const offset = ((whole(fields, 'page') ?? 1) - 1) * limit
  const common = { kind: 'complaint', limit, offset } as const
  const ids = listOf(fields, 'service_request_id')
  if (ids.length > 0) return { ...common, numbers: ids.map((id) => parseNumber(id) ?? id) }
  const opened = readPeriod(fields, now)
  const wanted = readStatuses(fields)
  const faults = [opened, wanted].filter(areFaults).flat()
  if (faults.length > 0 || areFaults(opened) || areFaults(wanted)) return faults
  return { ...common, opened, ...categoriesOf(fields), ...(wanted === null ? {} : wanted) }
}

/** A number from 1, as a field gives it; null for anything else. */
function whole(fields: Fields, name: string): number | null {
  const text = field(fields, name) ?? ''
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null
}

/** Comma-separated and repeated values of a field. */
function listOf(fields: Fields, name: string): readonly string[] {
  const values = (fields.get(name) ?? []).flatMap((value) => value.split(','))
  return values.map((value) => value.trim()).filter((value) => value !== '')
}

function categoriesOf(fields: Fields): Pick<PickQuery, 'categories'> {
  const codes = listOf(fields, 'service_code')
  if (codes.length === 0) return {}
  const known = codes.flatMap((code) => complaintCategoryId.safeParse(code).data ?? [])
  return { categories: codes.includes(unclassifiedService) ? [...known, null] : known }
}

function readStatuses(
  fields: Fields,
): { readonly statuses: readonly TicketStatus[] } | null | readonly Fault[] {
  const given = listOf(fields, 'status').map((status) => status.toLowerCase())
  if (given.some((status) => status !== 'open' && status !== 'closed'))
    return [faultOf('bad-status')]
  const [first] = given
  if (first === undefined || new Set(given).size === 2) return null
  return { statuses: statuses.filter((one) => closedStatuses.has(one) === (first === 'closed')) }
}

/**
 * start_date and end_date → [from, to), both days included. One of them alone opens or closes a span of 90
 * days; none is the latest 90.
 */
export function readPeriod(fields: Fields, now: number): Period | readonly Fault[] {
  const start = readDate(fields, 'start_date')
  const end = readDate(fields, 'end_date')
  if (areFaults(start) || areFaults(end)) return [start, end].filter(areFaults).flat()
  const from = start.at ?? (end.at ?? now) - longestSpan
  const to = (end.at ?? Math.min(now, from + longestSpan)) + 1
  return from >= to || to - from > longestSpan + 1 ? [faultOf('bad-range')] : { from, to }
}

/** `at`: null when it is not given. */
function readDate(
  fields: Fields,
  name: 'start_date' | 'end_date',
): { readonly at: number | null } | readonly Fault[] {
  const text = field(fields, name)
  const at = text === null ? null : readW3cTime(text)
  return text !== null && at === null ? [faultOf('bad-date', 400, { field: name })] : { at }
}
