import { rank } from '#domain/ranking.ts'
import type { Ranking } from '#domain/ranking.ts'
import { durationsOf } from '#domain/durations.ts'
import type { Durations } from '#domain/durations.ts'
import { rates } from '#domain/rates.ts'
import type { RateRow, RateWeights, RatesTable } from '#domain/rates.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { SettledRow } from '#domain/settled.ts'
import { counts, keysOf, lastRows } from '#domain/tally.ts'
import type { RateGroup } from '#domain/tally.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Ctx } from '#app/ctx.ts'
import { weightsFor } from '#app/settings/book.ts'
import { comparedTo, cutNow, quarterTo } from './evaluation-period.ts'
import type { Compared, Period } from './evaluation-period.ts'
import { comparable, rankGroups } from './rank-groups.ts'
import type { RankGroup } from './rank-groups.ts'

export type { Period }

/** How long first contacts and solutions took, of the valid call-backs of a line; null in the key is the whole. */
export type TimesRow = {
  readonly key: string | null
  readonly contact: Durations
  readonly solve: Durations
}

export type BureauView = {
  readonly period: Period
  readonly compared: Compared
  readonly table: RatesTable
  /** The same of the period before and of a year ago. */
  readonly before: RatesTable
  readonly lastYear: RatesTable
  readonly times: readonly TimesRow[]
  /** Names of the persons that stand as keys in the table. */
  readonly people: Readonly<Record<string, string>>
  /** What its figures weigh. */
  readonly using: RateWeights
  /** Citizens' complaints per status. */
  readonly counts: Readonly<Partial<Record<TicketStatus, number>>>
  /** Open complaints whose next clock has rung. */
  readonly overdue: number
  /** Alarms per status: what machines and inspectors report counts apart. */
  readonly alarms: Readonly<Partial<Record<TicketStatus, number>>>
}

/** Who may see the district's figures. */
function isOfBureau({ actor }: Pick<Ctx, 'actor'>): boolean {
  return ['inspector', 'dispatcher', 'administrator'].includes(actor.role)
}

/**
 * The rates of a period for the district and per group, beside the period before and the same a year ago. Refuses:
 * 'not-allowed' for whoever is not of the bureau.
 */
export async function readBureau(
  ctx: Ctx,
  input: { readonly period: Period; readonly group: RateGroup },
): Promise<BureauView | Refusal> {
  if (!isOfBureau(ctx)) return refuse('not-allowed')
  const { period, group } = input
  const compared = comparedTo(period, cutNow(ctx))
  const late = {
    kind: 'complaint',
    overdueAt: ctx.now(),
    sort: 'due',
    limit: 1,
    offset: 0,
  } as const
  const [rows, before, lastYear, counted, { total: overdue }, alarms] = await Promise.all([
    ctx.readers.settled(period),
    readRates(ctx, compared.before, group),
    readRates(ctx, compared.lastYear, group),
    ctx.readers.counts(null, 'complaint'),
    ctx.readers.list(late),
    ctx.readers.counts(null, 'alarm'),
  ])
  const using = weightsFor(ctx.settingBook.known(), period, ctx.now())
  return {
    ...{ period, compared, before, lastYear, using, overdue, alarms, counts: counted },
    table: rates(rows, group, using),
    times: timesOf(rows, group),
    people: group === 'person' ? peopleOf(rows) : {},
  }
}

/** The rates of a period by themselves. For whoever has been let in. */
async function readRates(ctx: Ctx, period: Period, group: RateGroup): Promise<RatesTable> {
  const using = weightsFor(ctx.settingBook.known(), period, ctx.now())
  return rates(await ctx.readers.settled(period), group, using)
}

function timesOf(rows: readonly SettledRow[], group: RateGroup): readonly TimesRow[] {
  const lines = new Map<string | null, SettledRow[]>()
  for (const row of [...lastRows(rows)].filter(counts.valid)) {
    for (const key of [null, ...keysOf(row, group)]) {
      const line = lines.get(key)
      if (line === undefined) lines.set(key, [row])
      else line.push(row)
    }
  }
  return [...lines].map(([key, members]) => ({
    key,
    contact: durationsOf(members.flatMap(({ contactMinutes }) => contactMinutes ?? [])),
    solve: durationsOf(members.flatMap(({ solveMinutes }) => solveMinutes ?? [])),
  }))
}

function peopleOf(rows: readonly SettledRow[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.flatMap(({ person, personName }) => (person === null ? [] : [[person, personName ?? '']])),
  )
}

export type RankingView = {
  /** The three months the places go by. */
  readonly quarter: Period
  readonly groups: readonly { readonly group: RankGroup; readonly ranking: Ranking }[]
}

/**
 * The units ranked in groups that can be compared, over the three months up to the end of a period. Refuses:
 * 'not-allowed' for whoever is not of the bureau.
 */
export async function readRanking(ctx: Ctx, period: Period): Promise<RankingView | Refusal> {
  return isOfBureau(ctx) ? rankUnits(ctx, period) : refuse('not-allowed')
}

/** The same for whoever has been let in. */
export async function rankUnits(ctx: Ctx, period: Period): Promise<RankingView> {
  const quarter = quarterTo(period, cutNow(ctx))
  const { rows } = await readRates(ctx, quarter, 'handler')
  const { weights } = weightsFor(ctx.settingBook.known(), quarter, ctx.now())
  const ofGroup = (group: RankGroup): readonly RateRow[] =>
    rows.filter(({ key }) => key !== null && comparable(key) === group)
  return {
    quarter,
    groups: rankGroups.map((group) => ({ group, ranking: rank(ofGroup(group), weights) })),
  }
}
