import { counts, firstKeysOf, keysOf, lastRows } from '#domain/tally.ts'
import type { RateGroup } from '#domain/tally.ts'
import type { SettledRow } from '#domain/settled.ts'
import type { RateWeights } from '#domain/rates.ts'
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
  'first-valid',
  'first-solved',
  'not-first-solved',
  'reopened',
  'late',
  'first-dispatched',
  'not-right',
  'returned',
  'unreachable',
  'excluded',
  'anonymous',
  'false-callback',
] as const
export type Figure = (typeof figures)[number]

type Test = (row: SettledRow, using: RateWeights) => boolean

const partly = ({ partlySolved }: RateWeights): boolean => partlySolved > 0
const solved: Test = (row, using) => counts.solved(row) || (partly(using) && counts.partly(row))
const satisfied: Test = (row, using) =>
  counts.satisfied(row) || (using.basicallySatisfied > 0 && counts.basically(row))
const firstSolved: Test = (row, using) =>
  counts.firstSolved(row) || (partly(using) && counts.firstPartly(row))
const but =
  (whole: Test, part: Test): Test =>
  (row, using) =>
    whole(row, using) && !part(row, using)

/** Which call-backs each figure counts; the shares only among the valid ones. */
const tests = {
  valid: counts.valid,
  contacted: counts.contacted,
  solved,
  satisfied,
  'not-contacted': but(counts.valid, counts.contacted),
  'not-solved': but(counts.valid, solved),
  'not-satisfied': but(counts.valid, satisfied),
  'first-valid': counts.firstValid,
  'first-solved': firstSolved,
  'not-first-solved': but(counts.firstValid, firstSolved),
  reopened: counts.reopened,
  late: counts.late,
  'first-dispatched': counts.dispatched,
  'not-right': but(counts.dispatched, counts.right),
  returned: counts.returned,
  unreachable: counts.unreachable,
  excluded: counts.excluded,
  anonymous: counts.anonymous,
  'false-callback': counts.falseCallbacks,
} as const satisfies Record<Figure, Test>

/** Counted for every call-back and not only for a ticket's last. */
const ofEach: ReadonlySet<Figure> = new Set([
  'false-callback',
  'first-valid',
  'first-solved',
  'not-first-solved',
])
/** In the line of the unit it was first sent to. */
const ofFirst: ReadonlySet<Figure> = new Set(['first-dispatched', 'not-right', 'returned'])

/** Which line of the table a figure stands in; null: the district's. A town may be unknown (''). */
export type Line = { readonly group: RateGroup; readonly key: string } | null

/** The call-backs a figure counts, earliest settled first, as src/domain/tally.ts counts them. */
export function rowsBehind(
  rows: readonly SettledRow[],
  {
    line,
    figure,
    using,
  }: { readonly line: Line; readonly figure: Figure; readonly using: RateWeights },
): readonly SettledRow[] {
  const last = lastRows(rows)
  const keys = ofFirst.has(figure) ? firstKeysOf : keysOf
  return rows
    .filter((row) => tests[figure](row, using) && (ofEach.has(figure) || last.has(row)))
    .filter((row) => line === null || keys(row, line.group).includes(line.key))
    .toSorted((a, b) => a.settledAt - b.settledAt || (a.number < b.number ? -1 : 1))
}

/** The same of a period, as its rates weigh. */
export async function readBehind(
  ctx: Ctx,
  { period, ...asked }: { readonly period: Period; readonly line: Line; readonly figure: Figure },
): Promise<readonly SettledRow[]> {
  const using = weightsFor(ctx.settingBook.known(), period, ctx.now())
  return rowsBehind(await ctx.readers.settled(period), { ...asked, using })
}
