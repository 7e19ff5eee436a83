import { chronicSpots } from '#domain/spots.ts'
import type { Spot } from '#domain/spots.ts'
import type { RateRow } from '#domain/rates.ts'
import type { Ranked } from '#domain/ranking.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { SettledRow } from '#domain/settled.ts'
import type { Ctx } from '#app/ctx.ts'
import type { TicketRow } from '#app/ports.ts'
import { spotRulesAt } from '#app/settings/book.ts'
import type { Period } from './evaluation-period.ts'
import { nowQuery } from './now-lists.ts'
import { pullsOf } from './pulls.ts'
import { rankUnits, readBureau } from './read-bureau.ts'

const mostUnits = 5
const mostCases = 3
const mostOverdue = 5
const mostSpots = 3
const day = 86_400_000
/** The longest days a setting allows (src/app/settings/declared.ts), after as long a time of handling. */
const lookBack = 120 * day

/** A unit below the mean of those it compares with, and what pulls it down. */
export type Weak = {
  readonly one: Ranked
  /** Of the group it is ranked in. */
  readonly mean: number
  /** Valid call-backs of the quarter that were not answered well in all three; a few of them, the worst first. */
  readonly pulls: number
  readonly cases: readonly SettledRow[]
}

/** What a leader reads on the first of the month. */
export type Brief = {
  readonly period: Period
  readonly total: RateRow
  readonly before: RateRow
  readonly lastYear: RateRow
  /** The three months `weak` goes by. */
  readonly quarter: Period
  /** Farthest below first; only units of enough cases. */
  readonly weak: readonly Weak[]
  /** As it is now, longest overdue first. */
  readonly overdue: { readonly rows: readonly TicketRow[]; readonly total: number }
  /** Places that came back within the period. */
  readonly spots: readonly Spot[]
}

/** The leader's one page of a period. Refuses: 'not-allowed' for whoever is not of the bureau. */
export async function readBrief(ctx: Ctx, period: Period): Promise<Brief | Refusal> {
  const view = await readBureau(ctx, { period, group: 'handler' })
  if (isRefusal(view)) return view
  const late = { ...nowQuery('overdue', ctx.now()), limit: mostOverdue, offset: 0 }
  const [overdue, spots, { quarter, weak }] = await Promise.all([
    ctx.readers.list(late),
    spotsOf(ctx, period),
    weakestOf(ctx, period),
  ])
  return {
    period,
    total: view.table.total,
    before: view.before.total,
    lastYear: view.lastYear.total,
    ...{ quarter, weak, overdue, spots },
  }
}

async function spotsOf(ctx: Ctx, { from, to }: Period): Promise<readonly Spot[]> {
  const rules = spotRulesAt(ctx.settingBook.known(), Math.min(to - 1, ctx.now()))
  const found = await ctx.readers.occurrences({ from: from - lookBack, to })
  return chronicSpots(found, rules)
    .filter(({ cases }) => cases.some(({ openedAt }) => openedAt >= from))
    .slice(0, mostSpots)
}

async function weakestOf(ctx: Ctx, period: Period): Promise<Pick<Brief, 'quarter' | 'weak'>> {
  const { quarter, groups } = await rankUnits(ctx, period)
  const rows = await ctx.readers.settled(quarter)
  const below = groups
    .flatMap(({ ranking: { ranked, mean } }) => ranked.map((one) => ({ one, mean })))
    .filter(({ one, mean }) => one.place !== null && one.score < mean)
    .sort((a, b) => a.one.score - a.mean - (b.one.score - b.mean))
    .slice(0, mostUnits)
  const weak = below.map(({ one, mean }) => {
    const pulls = pullsOf(ctx, rows, { unit: one.key, period: quarter })
    return { one, mean, pulls: pulls.length, cases: pulls.slice(0, mostCases) }
  })
  return { quarter, weak }
}
