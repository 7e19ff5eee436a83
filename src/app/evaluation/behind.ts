import { countedRows, isFalse } from '#domain/rates.ts'
import type { RateGroup, RateWeights, SettledRow } from '#domain/rates.ts'
import { weightsFor } from '#app/settings/book.ts'
import type { Ctx } from '#app/ctx.ts'
import type { Period } from './read-bureau.ts'

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
  'false-callback',
] as const
export type Figure = (typeof figures)[number]

const solved = (row: SettledRow, using: RateWeights): boolean =>
  row.solved === 'solved' || (row.solved === 'partly' && using.partlySolved > 0)
const satisfied = (row: SettledRow, using: RateWeights): boolean =>
  row.satisfied === 'satisfied' || (row.satisfied === 'basically' && using.basicallySatisfied > 0)
const contacted = (row: SettledRow): boolean => row.contacted === true

/** Which call-backs each figure counts; the shares only among the valid ones. */
const counts: Readonly<Record<Figure, (row: SettledRow, using: RateWeights) => boolean>> = {
  valid,
  contacted: (row) => valid(row) && contacted(row),
  solved: (row, using) => valid(row) && solved(row, using),
  satisfied: (row, using) => valid(row) && satisfied(row, using),
  'not-contacted': (row) => valid(row) && !contacted(row),
  'not-solved': (row, using) => valid(row) && !solved(row, using),
  'not-satisfied': (row, using) => valid(row) && !satisfied(row, using),
  unreachable: (row) => row.outcome === 'unreachable',
  excluded: (row) => row.outcome === 'excluded',
  anonymous: (row) => row.outcome === 'anonymous',
  'false-callback': isFalse,
}

function valid(row: SettledRow): boolean {
  return row.outcome === 'rated'
}

/** Which line of the table a figure stands in; null: the district's. A town may be unknown (''). */
export type Line = { readonly group: RateGroup; readonly key: string } | null

/** The call-backs a figure counts, one per ticket but of false ones each, as src/domain/rates.ts counts them. */
export function rowsBehind(
  rows: readonly SettledRow[],
  {
    line,
    figure,
    using,
  }: { readonly line: Line; readonly figure: Figure; readonly using: RateWeights },
): readonly SettledRow[] {
  const counted = figure === 'false-callback' ? rows : countedRows(rows)
  return counted.filter(
    (row) => counts[figure](row, using) && (line === null || (row[line.group] ?? '') === line.key),
  )
}

/** The same of a period, as its rates weigh. */
export async function readBehind(
  ctx: Ctx,
  { period, ...asked }: { readonly period: Period; readonly line: Line; readonly figure: Figure },
): Promise<readonly SettledRow[]> {
  const using = weightsFor(ctx.settingBook.known(), period, ctx.now())
  return rowsBehind(await ctx.readers.settled(period), { ...asked, using })
}
