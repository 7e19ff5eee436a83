import { parse } from 'csv-parse/sync'
import { mostLines, mostSeparators } from './bounds.ts'
import { decodeCsv, delimiterOf } from './decode.ts'
import { faultOf } from './fault.ts'
import type { TableFault } from './fault.ts'
import type { Line } from './lines.ts'

/** The lines of a CSV file that are not empty. Bounded before it is parsed: lines, then cells. */
export function readCsv(bytes: Uint8Array): readonly Line[] | TableFault {
  const decoded = decodeCsv(bytes)
  if (typeof decoded !== 'string') return decoded
  const text = decoded.trimEnd()
  const lines = countOf(text, '\n') + 1
  if (lines > mostLines) return faultOf('tooManyLines', { lines, max: mostLines })
  const [told, sign] = /^sep=(.)\r?\n/i.exec(text) ?? []
  if (told !== undefined && sign !== undefined) return parsed(text.slice(told.length), sign)
  const delimiter = delimiterOf(text)
  if (countOf(text, delimiter) > mostSeparators) return faultOf('tooMuch')
  return parsed(text, delimiter)
}

function parsed(text: string, delimiter: string): readonly Line[] | TableFault {
  const lines: Line[] = []
  try {
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      // ="2026…" and words with a quote in them are what offices export.
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { records, empty_lines: empty }) => {
        lines.push({ line: records + empty, cells })
        return null
      },
    })
    return lines
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) {
      return faultOf('notTable')
    }
    throw error
  }
}

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1
  return count
}
