import { noCallWords } from '#intents/lexicon/headings.ts'
import { z } from 'zod'
import {
  hasLostDigits,
  isNoTime,
  phonesIn,
  plainCell,
  saysNothing,
  timeIn,
  wholeDigits,
} from './cells.ts'
import type { ImportColumn, ImportMap } from './import-map.ts'
import type { SourceReport } from '#app/intake/open-by-source.ts'
import { placeOfReport } from '#app/places/place-of-report.ts'

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

const sourceNumber = z
  .string()
  .transform((cell) => wholeDigits(plainCell(cell)))
  .refine((text) => text !== '', 'missing' satisfies RowFaultCode)
  .refine((text) => !hasLostDigits(text), 'number-lost' satisfies RowFaultCode)
  .refine(
    (text) => text === '' || /^[\w\-/.\u4e00-\u9fff〔〕［］【】()（） ]{1,60}$/.test(text),
    'bad-number' satisfies RowFaultCode,
  )
const phone = z
  .string()
  .refine((cell) => !hasLostDigits(plainCell(cell)), 'number-lost' satisfies RowFaultCode)
  .transform(phonesIn)
/** What is longer is read as far as this, and kept whole in the note. */
const mostRead = 200
const short = z.string().transform((text) => text.slice(0, mostRead))

const rowSchema = z.object({
  sourceNumber,
  text: z
    .string()
    .min(1, 'missing' satisfies RowFaultCode)
    .max(4000, 'too-long' satisfies RowFaultCode),
  receivedAt: z
    .string()
    .min(1, 'missing' satisfies RowFaultCode)
    .transform(timeIn)
    .refine((at): at is number => at !== null, 'bad-time' satisfies RowFaultCode),
  name: short,
  phone,
  town: short,
  address: short,
  category: short,
  urgency: short,
  secrecy: short,
  title: short,
  acceptBy: z.string().transform(timeIn),
  solveBy: z.string().transform(timeIn),
  unit: short,
  callback: short,
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
  const { town: area, address } = row
  const text = wordsOf(row)
  const place = placeOfReport({ area, address, coordinates: null, text })
  if ('outside' in place) {
    const at = map.columns.address === undefined ? 'town' : 'address'
    return [{ ...faultOf('outside', at, cells, map), detail: place.outside }]
  }
  return {
    kind: 'complaint',
    channel: 'import',
    sourceNumber: row.sourceNumber,
    text,
    category: meantBy(map.categories, row.category),
    place,
    urgency: meantBy(map.urgencies, row.urgency),
    when: null,
    secrecy: map.yes.includes(row.secrecy),
    note: noteOf(cells, map, row),
    person: personOf(row),
    receivedAt: row.receivedAt,
    aside: row.phone.rest,
    ...orderOf(row),
    ...callbackOf(row),
  }
}

type Row = z.infer<typeof rowSchema>

/** The title too, where the words do not begin with it. */
function wordsOf({ title, text }: Row): string {
  return title === '' || text.includes(title) ? text : `${title}。${text}`
}

/** What the order says of clocks and unit, where it says any of it. */
function orderOf({ acceptBy, solveBy, unit }: Row): Pick<SourceReport, 'sourceOrder'> {
  if (acceptBy === null && solveBy === null && unit === '') return {}
  return { sourceOrder: { acceptBy, solveBy, unit: unit === '' ? null : unit } }
}

/** Only a plain no keeps anybody from being called. */
function callbackOf({ callback }: Row): Pick<SourceReport, 'callbackWish'> {
  const isNo = noCallWords.some((no) => no === plainCell(callback).toUpperCase())
  return isNo ? { callbackWish: { ask: false, hours: null } } : {}
}

/** What their word means to us; null for one nobody has told us of, whatever every object has by that name. */
function meantBy<T>(words: Readonly<Record<string, T>>, word: string): T | null {
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null
}

function personOf(row: Row): SourceReport['person'] {
  const { phone: number, sourceNumber: own } = row
  const name = saysNothing(plainCell(row.name)) ? null : row.name
  if (name === null && number.phone === null) return null
  // Without a phone nothing tells that two rows are one person.
  const sender = number.phone === null ? `order:${own}` : `phone:${number.phone}`
  return { sender, name, phone: number.phone }
}

/** What the sheet says and nothing of ours reads: columns without a meaning, words for a value that nobody has told us of. */
function noteOf(
  cells: Cells,
  { columns, results, categories, urgencies }: ImportMap,
  row: Row,
): string | null {
  const { category, urgency } = row
  const read = new Set<string | undefined>([...Object.values(columns), ...Object.values(results)])
  const known = (words: object, word: string) => word === '' || Object.hasOwn(words, word)
  const left = Object.entries(cells).filter(
    ([heading, value]) =>
      value.trim() !== '' &&
      (!read.has(heading) ||
        (heading === columns.category && !known(categories, category)) ||
        (heading === columns.urgency && !known(urgencies, urgency)) ||
        isUnread(heading, value, columns, row)),
  )
  return left.length === 0 ? null : left.map((cell) => cell.join('：')).join('；')
}

/** A cell that could not be read, or not all of it: its words are kept, nothing is made up. */
function isUnread(
  heading: string,
  value: string,
  columns: ImportMap['columns'],
  row: Row,
): boolean {
  switch (heading) {
    case columns.phone:
      return row.phone.phone === null && row.phone.rest !== null
    case columns.acceptBy:
      return row.acceptBy === null && !isNoTime(value)
    case columns.solveBy:
      return row.solveBy === null && !isNoTime(value)
    default:
      return heading !== columns.text && value.length > mostRead
  }
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
