import { plainHeading } from '#app/import/guess-map.ts'
import { headings } from '#intents/lexicon/headings.ts'
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

/** Headings stand this far down at most: above them are titles, and who made the sheet when. */
const headWithin = 10

/**
 * Headings and rows out of lines: the headings are the line with most names that such sheets use, else the first that
 * is filled; empty lines are left out. Headings of two lines are read as one; of two columns of one name the second is
 * told by its number.
 */
export function tableOf(lines: readonly Line[]): ReadTable | TableFault {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return faultOf('empty')
  const greedy = greedyIn(filled)
  if (greedy !== null) return greedy
  const { header, body } = headOf(filled)
  if (body.length === 0) return faultOf('noRows')
  if (body.length > mostRows) return faultOf('tooManyRows', { max: mostRows, rows: body.length })
  const rows = body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(header.map((heading, i) => [heading, cells[i] ?? ''])),
  }))
  return { header, rows }
}

type Head = { readonly header: readonly string[]; readonly body: readonly Line[] }

function headOf(filled: readonly Line[]): Head {
  const scores = filled.slice(0, headWithin).map(({ cells }) => knownIn(cells))
  const most = Math.max(...scores)
  const at = most >= 2 ? scores.indexOf(most) : 0
  const own = cellsAt(filled, at)
  const below = cellsAt(filled, at + 1)
  const isTwoLines = isSubHead(own, below)
  const above = at > 0 && countFilled(cellsAt(filled, at - 1)) > 1 ? cellsAt(filled, at - 1) : []
  const width = Math.max(own.length, isTwoLines ? below.length : 0)
  const names = Array.from({ length: width }, (_, i) => {
    const lower = isTwoLines ? (below[i] ?? '') : ''
    return lower || (own[i] ?? '') || (above[i] ?? '')
  })
  return { header: numbered(names), body: filled.slice(isTwoLines ? at + 2 : at + 1) }
}

function cellsAt(lines: readonly Line[], at: number): readonly string[] {
  return (lines[at]?.cells ?? []).map((cell) => cell.trim())
}

function countFilled(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length
}

const knownHeadings: ReadonlySet<string> = new Set(Object.values(headings).flat())

function knownIn(cells: readonly string[]): number {
  return cells.filter((cell) => knownHeadings.has(plainHeading(cell))).length
}

/** A second line of headings names parts of the first, and nothing else stands in it. */
function isSubHead(own: readonly string[], below: readonly string[]): boolean {
  const parts = below.filter((cell) => cell !== '')
  const underEmpty = below.some((cell, i) => cell !== '' && (own[i] ?? '') === '')
  return underEmpty && parts.every((cell) => knownHeadings.has(plainHeading(cell)))
}

/** Of columns of one name, the second is told by its number. */
function numbered(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    if (name === '') return name
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}（${String(count)}）`
  })
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
