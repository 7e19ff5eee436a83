import { Parser } from 'saxen'
import { mostColumns, mostLines } from './bounds.ts'
import { Greedy, faultOf } from './fault.ts'
import type { TableFault } from './fault.ts'

/** Lines any spreadsheet can have; some programs write the last one, empty. */
const lastLine = 1_048_576

/**
 * Looks through every part of an unpacked workbook for rows and cells, the way they will be read, before anything
 * is laid out for them: a cell far out would need all those between. null: nothing is out of bounds.
 */
export function boundsFault(files: Readonly<Record<string, Uint8Array>>): TableFault | null {
  try {
    for (const bytes of Object.values(files)) look(new TextDecoder().decode(bytes))
    return null
  } catch (error) {
    return error instanceof Greedy ? error.found : faultOf('notTable')
  }
}

type Cell = { readonly row: number; readonly column: number }

function look(xml: string): void {
  let cell: Cell | null = null
  const parser = new Parser()
  parser.on('openTag', (name, attributes) => {
    const kind = name.slice(name.indexOf(':') + 1)
    if (kind === 'row') checkRow(attributes()['r'])
    if (kind === 'c') cell = cellAt(attributes()['r'])
    if ((kind === 'v' || kind === 't') && cell !== null) checkFilled(cell)
  })
  parser.on('closeTag', (name) => {
    if (name.slice(name.indexOf(':') + 1) === 'c') cell = null
  })
  // What is no XML is the reader's to refuse.
  parser.on('error', () => undefined)
  parser.parse(xml)
}

function checkRow(given: string | undefined): void {
  if (given === undefined) return
  const row = Number(given)
  if (!(row >= 1 && row <= lastLine)) throw new Greedy(faultOf('notTable'))
}

/** Reads 'BC12'; null for what is no address. */
function cellAt(address: string | undefined): Cell | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(address ?? '')
  if (found === null) throw new Greedy(faultOf('notTable'))
  const [, letters = '', digits = ''] = found
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits), column }
}

function checkFilled({ row, column }: Cell): void {
  if (row <= mostLines && column <= mostColumns) return
  throw new Greedy(faultOf('tooFar', { row, column, lines: mostLines, columns: mostColumns }))
}
