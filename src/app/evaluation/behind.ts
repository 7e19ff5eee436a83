import { countedRows } from '#domain/rates.ts'
import type { RateGroup, SettledRow } from '#domain/rates.ts'
import { settings } from '#domain/ticket/settings.ts'

/** Figures of the rates table that have a list behind them. */
export const figures = [
  'valid',
  'contacted',
  'solved',
  'satisfied',
  'not-contacted',
  'not-solved',
  'not-satisfied',
  'unreachable',
  'excluded',
  'anonymous',
] as const
export type Figure = (typeof figures)[number]

const solved = (row: SettledRow): boolean =>
  row.solved === 'solved' || (row.solved === 'partly' && settings.partlySolved > 0)
const satisfied = (row: SettledRow): boolean =>
  row.satisfied === 'satisfied' ||
  (row.satisfied === 'basically' && settings.basicallySatisfied > 0)
const contacted = (row: SettledRow): boolean => row.contacted === true

/** Which call-backs each figure counts; the shares only among the valid ones. */
const counts: Readonly<Record<Figure, (row: SettledRow) => boolean>> = {
  valid,
  contacted: (row) => valid(row) && contacted(row),
  solved: (row) => valid(row) && solved(row),
  satisfied: (row) => valid(row) && satisfied(row),
  'not-contacted': (row) => valid(row) && !contacted(row),
  'not-solved': (row) => valid(row) && !solved(row),
  'not-satisfied': (row) => valid(row) && !satisfied(row),
  unreachable: (row) => row.outcome === 'unreachable',
  excluded: (row) => row.outcome === 'excluded',
  anonymous: (row) => row.outcome === 'anonymous',
}

function valid(row: SettledRow): boolean {
  return row.outcome === 'rated'
}

/** Which line of the table a figure stands in; null: the district's. A town may be unknown (''). */
export type Line = { readonly group: RateGroup; readonly key: string } | null

/** The call-backs a figure counts, one per ticket, as src/domain/rates.ts counts them. */
export function rowsBehind(
  rows: readonly SettledRow[],
  line: Line,
  figure: Figure,
): readonly SettledRow[] {
  return countedRows(rows).filter(
    (row) => counts[figure](row) && (line === null || (row[line.group] ?? '') === line.key),
  )
}
