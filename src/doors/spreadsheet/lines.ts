import type { NumberedRow } from '#app/import/import-orders.ts'
import { mostCharacters, mostColumns, mostInCell, mostRows } from './bounds.ts'
import { faultOf } from './fault.ts'
import type { TableFault } from './fault.ts'

/** A line of a sheet as it is counted there, from 1. */
export type Line = { readonly line: number; readonly cells: readonly string[] }

export type ReadTable = {
  readonly header: readonly string[]
  readonly rows: readonly NumberedRow[]
}

/** Headings and rows out of lines: the first that is filled has the headings; empty ones are left out. */
export function tableOf(lines: readonly Line[]): ReadTable | TableFault {
  const [head, ...body] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (head === undefined) return faultOf('empty')
  const header = head.cells.map((heading) => heading.trim())
  const named = header.filter((heading) => heading !== '')
  const double = named.filter((heading, index) => named.indexOf(heading) !== index)
  const greedy = greedyIn([head, ...body])
  if (greedy !== null) return greedy
  if (double.length > 0) return faultOf('doubleColumns', { columns: double.join(', ') })
  if (body.length === 0) return faultOf('noRows')
  if (body.length > mostRows) return faultOf('tooManyRows', { max: mostRows, rows: body.length })
  const rows = body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(header.map((heading, i) => [heading, cells[i] ?? ''])),
  }))
  return { header, rows }
}

/** The first line that is wider or has more words than anybody types; null when none has. */
function greedyIn(lines: readonly Line[]): TableFault | null {
  let characters = 0
  for (const { line: row, cells } of lines) {
    if (cells.length > mostColumns) {
      return faultOf('tooManyColumns', { row, columns: cells.length, max: mostColumns })
    }
    const long = cells.findIndex((cell) => cell.length > mostInCell)
    if (long >= 0) return faultOf('cellTooLong', { row, column: long + 1, max: mostInCell })
    characters += cells.reduce((sum, cell) => sum + cell.length, 0)
    if (characters > mostCharacters) return faultOf('tooMuch')
  }
  return null
}
