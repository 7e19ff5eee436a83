import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import type { NumberedRow } from '#app/import-orders.ts'
import type { Table } from '#app/import-results.ts'

const maxMegabytes = 30

export type ReadTable = {
  readonly header: readonly string[]
  readonly rows: readonly NumberedRow[]
}

/** Why a file is no table. */
export type TableFault = {
  readonly fault: 'badFormat' | 'tooLarge' | 'notTable' | 'noSheet' | 'empty' | 'doubleColumns'
  readonly slots: Readonly<Record<string, string>>
}

/**
 * A spreadsheet's headings and rows as text: .xlsx, or .csv in UTF-8 or GB 18030. Empty rows are left out;
 * times are written as the sheet shows them. Throws when the file cannot be opened.
 */
export async function readTable(path: string, sheet?: string): Promise<ReadTable | TableFault> {
  const extension = extname(path).toLowerCase()
  if (extension !== '.xlsx' && extension !== '.csv') return { fault: 'badFormat', slots: { path } }
  if (statSync(path).size > maxMegabytes * 1024 * 1024) {
    return { fault: 'tooLarge', slots: { max: String(maxMegabytes) } }
  }
  const lines = extension === '.csv' ? readCsv(path) : await readXlsx(path, sheet)
  return 'fault' in lines ? lines : tableOf(lines)
}

type Lines = readonly (readonly string[])[]

function tableOf(lines: Lines): ReadTable | TableFault {
  const at = lines.findIndex(isFilled)
  const header = (lines[at] ?? []).map((heading) => heading.trim())
  if (header.length === 0) return { fault: 'empty', slots: {} }
  const named = header.filter((heading) => heading !== '')
  const double = named.filter((heading, index) => named.indexOf(heading) !== index)
  if (double.length > 0) return { fault: 'doubleColumns', slots: { columns: double.join(', ') } }
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
  return { header, rows }
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '')
}

function readCsv(path: string): Lines | TableFault {
  try {
    const read: unknown = parse(decode(readFileSync(path)), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
    })
    return read as string[][] // Safe because without `columns` the parser gives lists of text.
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) {
      return { fault: 'notTable', slots: {} }
    }
    throw error
  }
}

/** Office software on Chinese Windows writes CSV in GB 18030. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

async function readXlsx(path: string, sheet?: string): Promise<Lines | TableFault> {
  const bytes = readFileSync(path)
  try {
    // Numbers stay as they are written: a long one must not lose its digits here.
    const rows = await readSheet(bytes, sheet ?? 1, { parseNumber: (text) => text })
    return rows.map((row) => row.map(textOf))
  } catch (error) {
    const unknown = error instanceof Error && error.constructor.name === 'SheetNotFoundError'
    return unknown
      ? { fault: 'noSheet', slots: { sheet: sheet ?? '1' } }
      : { fault: 'notTable', slots: {} }
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

/** Writes a table, by the file's ending as .xlsx or .csv (UTF-8 that Excel recognises); readable by its owner alone. */
export async function writeTable(
  path: string,
  { header, rows }: Table,
  sheet?: string,
): Promise<void> {
  const lines = [header, ...rows].map((line) => line.map(harmless))
  if (extname(path).toLowerCase() === '.csv') {
    const text = lines.map((line) => line.map(quoted).join(',')).join('\r\n')
    writeFileSync(path, `\ufeff${text}\r\n`, { mode: 0o600 })
    return
  }
  const cells = lines.map((line) => line.map((value) => ({ type: String, value })))
  writeFileSync(
    path,
    await writeXlsxFile(cells, { ...(sheet === undefined ? {} : { sheet }) }).toBuffer(),
    { mode: 0o600 },
  )
}

/** Office software runs a cell that begins like a formula; a leading apostrophe makes it words again. */
function harmless(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
