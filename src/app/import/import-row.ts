import { phoneOf } from '#intents/personal/index.ts'
import { z } from 'zod'
import type { ImportColumn, ImportMap } from './import-map.ts'
import type { SourceReport } from '#app/intake/open-by-source.ts'
import { placeOfReport } from '#app/places/place-of-report.ts'
import { readW3cTime } from '#app/tools/w3c-time.ts'
import { beijingOffsetMs } from '#routing/calendar.ts'

/** Cells of a row by the heading of their column, as text. */
export type Cells = Readonly<Record<string, string>>

export type RowFaultCode =
  | 'missing'
  | 'too-long'
  | 'number-lost'
  | 'bad-number'
  | 'bad-time'
  | 'time-to-come'
  | 'bad-phone'
  | 'outside'

/** What is wrong with a row. `column`: the heading in their file; `detail`: what is shown with it. */
export type RowFault = {
  readonly code: RowFaultCode
  readonly column: string
  readonly detail: string
}

/** A spreadsheet that kept a long number as a measurement has lost its last digits. */
const measured = /^\d(?:\.\d+)?e\+\d+$/i
const sourceNumber = z
  .string()
  .refine((text) => !measured.test(text), 'number-lost' satisfies RowFaultCode)
  .refine((text) => /^[\w\-/.\u4e00-\u9fff]{1,60}$/.test(text), 'bad-number' satisfies RowFaultCode)
const phone = z
  .string()
  .transform((text) => phoneOf(text) ?? text.replace(/[\s\-()（）]/g, ''))
  .refine((text) => text === '' || /^\+?\d{5,15}$/.test(text), 'bad-phone' satisfies RowFaultCode)
const short = z.string().max(200, 'too-long' satisfies RowFaultCode)

const rowSchema = z.object({
  sourceNumber: z
    .string()
    .min(1, 'missing' satisfies RowFaultCode)
    .pipe(sourceNumber),
  text: z
    .string()
    .min(1, 'missing' satisfies RowFaultCode)
    .max(4000, 'too-long' satisfies RowFaultCode),
  receivedAt: z
    .string()
    .min(1, 'missing' satisfies RowFaultCode)
    .transform(timeOf)
    .refine((at): at is number => at !== null, 'bad-time' satisfies RowFaultCode),
  name: short,
  phone,
  town: short,
  address: short,
  category: short,
  urgency: short,
  secrecy: short,
} satisfies Record<ImportColumn, z.ZodType>)

/**
 * A row of a spreadsheet → a report, or everything that is wrong with it. Times without a zone are Beijing
 * time. The township's column outranks the names in the address; the person is called back by phone.
 */
export function readRow(
  cells: Cells,
  map: ImportMap,
  now: number,
): SourceReport | readonly RowFault[] {
  const parsed = rowSchema.safeParse(valuesOf(cells, map))
  if (!parsed.success) {
    return parsed.error.issues.map((issue) =>
      faultOf(issue.message, String(issue.path[0]), cells, map),
    )
  }
  const row = parsed.data
  if (row.receivedAt > now) return [faultOf('time-to-come', 'receivedAt', cells, map)]
  const { town: area, address, text } = row
  const place = placeOfReport({ area, address, coordinates: null, text })
  if ('outside' in place) {
    const at = map.columns.address === undefined ? 'town' : 'address'
    return [{ ...faultOf('outside', at, cells, map), detail: place.outside }]
  }
  return {
    kind: 'complaint',
    channel: 'import',
    sourceNumber: row.sourceNumber,
    text: row.text,
    category: meantBy(map.categories, row.category),
    place,
    urgency: meantBy(map.urgencies, row.urgency),
    when: null,
    secrecy: map.yes.includes(row.secrecy),
    note: noteOf(cells, map, row),
    person: personOf(row),
    receivedAt: row.receivedAt,
  }
}

/** What their word means to us; null for one nobody has told us of, whatever every object has by that name. */
function meantBy<T>(words: Readonly<Record<string, T>>, word: string): T | null {
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null
}

function personOf(row: z.infer<typeof rowSchema>): SourceReport['person'] {
  const { name, phone: number, sourceNumber: own } = row
  if (name === '' && number === '') return null
  return {
    // Without a phone nothing tells that two rows are one person.
    sender: number === '' ? `order:${own}` : `phone:${number}`,
    name: name === '' ? null : name,
    phone: number === '' ? null : number,
  }
}

/** What the sheet says and nothing of ours reads: columns without a meaning, words for a value that nobody has told us of. */
function noteOf(
  cells: Cells,
  { columns, results, categories, urgencies }: ImportMap,
  { category, urgency }: z.infer<typeof rowSchema>,
): string | null {
  const read = new Set<string | undefined>([...Object.values(columns), ...Object.values(results)])
  const known = (words: object, word: string) => word === '' || Object.hasOwn(words, word)
  const left = Object.entries(cells).filter(
    ([heading, value]) =>
      value.trim() !== '' &&
      (!read.has(heading) ||
        (heading === columns.category && !known(categories, category)) ||
        (heading === columns.urgency && !known(urgencies, urgency))),
  )
  return left.length === 0 ? null : left.map((cell) => cell.join('：')).join('；')
}

function valuesOf(cells: Cells, { columns }: ImportMap): Record<string, string> {
  const names = Object.keys(rowSchema.shape) as ImportColumn[] // Safe because the shape is keyed by them.
  return Object.fromEntries(
    names.map((name) => {
      const heading = columns[name]
      return [name, heading === undefined ? '' : (cells[heading] ?? '').trim()]
    }),
  )
}

function faultOf(code: string, name: string, cells: Cells, { columns }: ImportMap): RowFault {
  const heading = columns[name as ImportColumn] ?? name // Safe because it is a key of the row's schema.
  // Safe because every message of the schema is one of the codes.
  return { code: code as RowFaultCode, column: heading, detail: cells[heading] ?? '' }
}

/** A day as spreadsheets count them (30000 is 1982, 79999 is 2119), with its fraction: the sheet had lost the format. */
const serial = /^[3-7]\d{4}(?:\.\d+)?$/
const compact = /^(20\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/
const dayMs = 86_400_000

/**
 * 2026-11-23 09:05, 2026/11/23 9:05, the Chinese form of it, 20261123090500, and a spreadsheet's own count of days
 * → UTC milliseconds; null for anything else.
 */
function timeOf(text: string): number | null {
  if (serial.test(text)) {
    const seconds = Math.round(((Number(text) - 25_569) * dayMs) / 1000)
    return seconds * 1000 - beijingOffsetMs
  }
  const packed = compact.exec(text)
  if (packed !== null) return atBeijing(packed.slice(1))
  const parts =
    /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?(?:[T ]*(\d{1,2})[:\uff1a\u65f6](\d{1,2})(?:[:\uff1a\u5206](\d{1,2})(?:\.\d+)?\u79d2?)?\u5206?)?$/.exec(
      text,
    )
  return parts === null ? readW3cTime(text) : atBeijing(parts.slice(1))
}

/** Year, month, day and what is known of the time, in Beijing → UTC milliseconds; null for no such day. */
function atBeijing([year = '', ...rest]: readonly (string | undefined)[]): number | null {
  const [month, day, hour, minute, second] = rest.map((part) => (part ?? '0').padStart(2, '0'))
  return readW3cTime(
    `${year}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}`,
  )
}
