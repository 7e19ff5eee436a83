import { readFileSync } from 'node:fs'

/** A row of the plan's tables as printed: white space taken out, merged and continued cells resolved, unit cells whole. */
export type SourceRow = {
  readonly attachment: number
  readonly section: string
  readonly task: number
  readonly name: string
  readonly text: string
  readonly deadline: string
  readonly lead: string
  readonly primary: string
  readonly supporting: string
}

/** The text of a plan, as it was published. */
export function sourceText(year: number): string {
  return readFileSync(new URL(`../../routing/plan/${String(year)}/source.txt`, import.meta.url), {
    encoding: 'utf8',
  })
}

/** Without white space: the source breaks lines inside sentences and names. */
export function squeeze(text: string): string {
  return text.replace(/\s/g, '')
}

/**
 * Reads the tables of a plan from its text alone. A line that begins with a tab starts a cell, others continue
 * it; a row starts with a number, or with two empty cells under the row above. Throws on what is no such row:
 * nothing of the tables is passed over.
 */
export function readRows(source: string): readonly SourceRow[] {
  return source
    .split(/^\s*附件(?=\d\s*$)/m)
    .slice(1)
    .flatMap(rowsOfAttachment)
}

function rowsOfAttachment(text: string): SourceRow[] {
  const attachment = Number(/^\d/.exec(text)?.[0])
  const [, ...cellsOfRows] = rawRows(text.slice(text.indexOf('\t序号')))
  const rows: SourceRow[] = []
  let section = ''
  for (const cells of cellsOfRows) {
    if (cells.length === 1) section = cells[0] ?? ''
    else rows.push(rowOf(cells, { attachment, section, above: rows.at(-1) }))
  }
  return rows
}

/** Chunks between blank lines, joined again where a blank line fell inside a row. */
function rawRows(text: string): string[][] {
  const rows: string[][] = []
  for (const chunk of text.split(/\n(?:[ \u3000]*\n)+/)) {
    if (squeeze(chunk) === '' && !chunk.includes('\t')) continue
    const [continued = '', ...cells] = chunk.split(/^\t/m).map(squeeze)
    const last = rows.at(-1)
    if (last === undefined || startsRow(cells)) rows.push(cells)
    else last.push((last.pop() ?? '') + continued, ...cells)
  }
  return rows
}

function startsRow(cells: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = cells
  if (/^\d+$/.test(first)) return true
  if (cells.length === 1 && /^[一二三四五六]、/.test(first)) return true
  return first === '' && second === '' && third !== ''
}

type Above = {
  readonly attachment: number
  readonly section: string
  readonly above: SourceRow | undefined
}

const titles = 3

function rowOf(cells: readonly string[], { attachment, section, above }: Above): SourceRow {
  const text = cells[2] ?? ''
  const [deadline = '', ...units] = cells.slice(titles)
  const three = units.length === 2 ? [units[0], ...units] : units
  if (three.length !== 3) throw new Error(`not a row: ${cells.join(' | ')}`)
  const own = [...cells.slice(0, 2), deadline, ...three]
  const value = (column: number) => own[column] || valueAbove(above, column)
  return {
    attachment,
    section,
    task: Number(value(0)),
    name: value(1),
    text,
    deadline: value(2),
    lead: value(3),
    primary: value(4),
    supporting: value(5),
  }
}

const columns = ['task', 'name', 'deadline', 'lead', 'primary', 'supporting'] as const

/** What an empty cell continues: the same column of the row above. */
function valueAbove(above: SourceRow | undefined, column: number): string {
  const name = columns[column]
  return above === undefined || name === undefined ? '' : String(above[name])
}
