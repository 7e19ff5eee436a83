import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/universal'
import type { NumberedRow } from '#app/import-orders.ts'
import { decodeCsv, delimiterOf } from './decode.ts'
import { faultOf } from './fault.ts'
import type { TableFault } from './fault.ts'
import { repack } from './unpack.ts'

/** Largest file, and most rows in it. */
export const mostMegabytes = 10
export const mostRows = 20_000

export type ReadTable = {
  readonly header: readonly string[]
  readonly rows: readonly NumberedRow[]
}

/**
 * A spreadsheet's headings and rows as text, told by its bytes: .xlsx, or CSV in UTF-8, GB 18030 or UTF-16. Empty
 * rows are left out; times are written as the sheet shows them. `name`: the file's; what is called .xlsx and is
 * none is no CSV either. `sheet`: its name; the first when left out.
 */
export async function readTable(
  bytes: Uint8Array,
  { name = '', sheet }: { readonly name?: string; readonly sheet?: string | undefined } = {},
): Promise<ReadTable | TableFault> {
  if (bytes.length > mostMegabytes * 1024 * 1024) {
    return faultOf('tooLarge', { max: String(mostMegabytes) })
  }
  if (bytes.length === 0) return faultOf('empty')
  const lines = await linesOf(bytes, { name, sheet })
  return 'fault' in lines ? lines : tableOf(lines)
}

type Lines = readonly (readonly string[])[]

const zipped = [0x50, 0x4b]
/** What old .xls files begin with, and .xlsx files behind a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0]

type Wanted = { readonly name: string; readonly sheet: string | undefined }

async function linesOf(bytes: Uint8Array, { name, sheet }: Wanted): Promise<Lines | TableFault> {
  const begins = (signs: readonly number[]) => signs.every((byte, index) => bytes[index] === byte)
  if (begins(compound)) return faultOf('oldXls')
  if (begins(zipped)) return readXlsx(bytes, sheet)
  return /\.xlsx?$/i.test(name) ? faultOf('notTable') : readCsv(bytes)
}

function tableOf(lines: Lines): ReadTable | TableFault {
  const at = lines.findIndex(isFilled)
  const header = (lines[at] ?? []).map((heading) => heading.trim())
  if (header.length === 0) return faultOf('empty')
  const named = header.filter((heading) => heading !== '')
  const double = named.filter((heading, index) => named.indexOf(heading) !== index)
  if (double.length > 0) return faultOf('doubleColumns', { columns: double.join(', ') })
  const rows = lines.flatMap((cells, index) =>
    index <= at || !isFilled(cells)
      ? []
      : [
          {
            line: index + 1,
            cells: Object.fromEntries(header.map((heading, i) => [heading, cells[i] ?? ''])),
          },
        ],
  )
  if (rows.length === 0) return faultOf('noRows')
  if (rows.length > mostRows) {
    return faultOf('tooManyRows', { max: String(mostRows), rows: String(rows.length) })
  }
  return { header, rows }
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '')
}

function readCsv(bytes: Uint8Array): Lines | TableFault {
  const text = decodeCsv(bytes)
  if (typeof text !== 'string') return text
  try {
    const read: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    })
    return read as string[][] // Safe because without `columns` the parser gives lists of text.
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) {
      return faultOf('notTable')
    }
    throw error
  }
}

async function readXlsx(bytes: Uint8Array, sheet?: string): Promise<Lines | TableFault> {
  const packed = repack(bytes)
  if ('fault' in packed) return packed
  try {
    // Numbers stay as they are written: a long one must not lose its digits here.
    const rows = await readSheet(packed.buffer, sheet ?? 1, { parseNumber: (text) => text })
    return rows.map((row) => row.map(textOf))
  } catch (error) {
    const unknown = error instanceof Error && error.constructor.name === 'SheetNotFoundError'
    return unknown ? faultOf('noSheet', { sheet: sheet ?? '1' }) : faultOf('notTable')
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return wholeSeconds(cell).toISOString().slice(0, 19).replace('T', ' ')
  const text = String(cell)
  const value = /^\d(?:\.\d+)?e\+?\d+$/i.test(text) ? Number(text) : NaN
  return Number.isSafeInteger(value) ? String(value) : text
}

/** Spreadsheets count days in fractions: a minute comes back a millisecond short. */
function wholeSeconds(date: Date): Date {
  return new Date(Math.round(date.getTime() / 1000) * 1000)
}
