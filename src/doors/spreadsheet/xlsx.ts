import { wholeDigits } from '#app/import/cells.ts'
import { readSheet } from 'read-excel-file/universal'
import { boundsFault } from './filled.ts'
import { faultOf } from './fault.ts'
import type { TableFault } from './fault.ts'
import type { Line } from './lines.ts'
import { repack } from './unpack.ts'

/** The lines of a sheet of an .xlsx file; bounded before they are laid out. `sheet`: its name; the first when left out. */
export async function readXlsx(
  bytes: Uint8Array,
  sheet?: string,
): Promise<readonly Line[] | TableFault> {
  const packed = repack(bytes)
  if ('fault' in packed) return packed
  const greedy = boundsFault(packed.files)
  if (greedy !== null) return greedy
  try {
    // Numbers stay as they are written: a long one must not lose its digits here.
    const rows = await readSheet(packed.buffer, sheet ?? 1, { parseNumber: (text) => text })
    return rows.map((row, index) => ({ line: index + 1, cells: row.map(textOf) }))
  } catch (error) {
    const unknown = error instanceof Error && error.constructor.name === 'SheetNotFoundError'
    return unknown ? faultOf('noSheet', { sheet: sheet ?? '1' }) : faultOf('notTable')
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return wholeSeconds(cell).toISOString().slice(0, 19).replace('T', ' ')
  const text = String(cell)
  return /e/i.test(text) ? wholeDigits(text) : text
}

/** Spreadsheets count days in fractions: a minute comes back a millisecond short. */
function wholeSeconds(date: Date): Date {
  return new Date(Math.round(date.getTime() / 1000) * 1000)
}
