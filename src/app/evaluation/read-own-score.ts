import { rateRow, rates } from '#domain/rates.ts'
import type { RateRow } from '#domain/rates.ts'
import type { Ranked } from '#domain/ranking.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { SettledRow } from '#domain/settled.ts'
import { noTally } from '#domain/tally.ts'
import { unitStatuses } from '#domain/ticket/status.ts'
import type { UnitId } from '#routing/units.ts'
import type { Ctx } from '#app/ctx.ts'
import type { TicketRow } from '#app/ports.ts'
import { weightsFor } from '#app/settings/book.ts'
import { comparedTo, cutNow } from './evaluation-period.ts'
import type { Period } from './evaluation-period.ts'
import { pullsOf } from './pulls.ts'
import { rankUnits } from './read-bureau.ts'

const most = 50

/** What a unit sees of its own standing. */
export type OwnScore = {
  readonly unit: UnitId
  readonly period: Period
  readonly now: RateRow
  readonly before: RateRow
  readonly lastYear: RateRow
  /** Its place over the quarter among so many; null: no valid case in it. */
  readonly ranked: { readonly one: Ranked; readonly among: number } | null
  /** Valid call-backs of the period that were not answered well in all three: those that can be excluded too. */
  readonly pulls: readonly SettledRow[]
  /** Still with the unit, by what is due next: what it does now counts. */
  readonly canAct: readonly TicketRow[]
  /** Resolved; the citizen is yet to be asked. */
  readonly toBeCalled: readonly TicketRow[]
}

/** A unit's own score of a period. Refuses: 'not-allowed' for whoever is of no unit. */
export async function readOwnScore(ctx: Ctx, period: Period): Promise<OwnScore | Refusal> {
  const { unit } = ctx.actor
  if (unit === null) return refuse('not-allowed')
  const compared = comparedTo(period, cutNow(ctx))
  const own = { handler: unit, kind: 'complaint', sort: 'due', limit: most, offset: 0 } as const
  const [rows, before, lastYear, ranking, canAct, toBeCalled] = await Promise.all([
    ctx.readers.settled(period),
    ctx.readers.settled(compared.before),
    ctx.readers.settled(compared.lastYear),
    rankUnits(ctx, period),
    ctx.readers.list({ ...own, statuses: unitStatuses }),
    ctx.readers.list({ ...own, statuses: ['resolved'] }),
  ])
  const lineOf = (of: readonly SettledRow[], when: Period): RateRow => ownLine(ctx, of, unit, when)
  const group = ranking.groups.find(({ ranking: one }) =>
    one.ranked.some(({ key }) => key === unit),
  )
  const one = group?.ranking.ranked.find(({ key }) => key === unit)
  return {
    unit,
    period,
    now: lineOf(rows, period),
    before: lineOf(before, compared.before),
    lastYear: lineOf(lastYear, compared.lastYear),
    ranked: one === undefined ? null : { one, among: group?.ranking.ranked.length ?? 0 },
    pulls: pullsOf(ctx, rows, { unit, period }),
    canAct: canAct.rows,
    toBeCalled: toBeCalled.rows,
  }
}

function ownLine(ctx: Ctx, rows: readonly SettledRow[], unit: UnitId, period: Period): RateRow {
  const using = weightsFor(ctx.settingBook.known(), period, ctx.now())
  const found = rates(rows, 'handler', using).rows.find(({ key }) => key === unit)
  return found ?? rateRow(unit, noTally, using)
}
