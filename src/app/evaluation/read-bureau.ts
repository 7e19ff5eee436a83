import { rates } from '#domain/rates.ts'
import type { RateGroup, RateWeights, RatesTable } from '#domain/rates.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Ctx } from '#app/ctx.ts'
import { weightsFor } from '#app/settings/book.ts'

export type Period = { readonly from: number; readonly to: number }

export type BureauView = {
  readonly period: Period
  readonly table: RatesTable
  /** What its figures weigh. */
  readonly using: RateWeights
  /** Citizens' complaints per status. */
  readonly counts: Readonly<Partial<Record<TicketStatus, number>>>
  /** Open complaints whose next clock has rung. */
  readonly overdue: number
  /** Alarms per status: what machines and inspectors report counts apart. */
  readonly alarms: Readonly<Partial<Record<TicketStatus, number>>>
}

/**
 * The three rates and the composite of a period [from, to), UTC milliseconds, for the district and per
 * group. Refuses: 'not-allowed' for whoever is not of the bureau.
 */
export async function readBureau(
  ctx: Ctx,
  input: { readonly period: Period; readonly group: RateGroup },
): Promise<BureauView | Refusal> {
  if (!['inspector', 'dispatcher', 'administrator'].includes(ctx.actor.role)) {
    return refuse('not-allowed')
  }
  const { period, group } = input
  const late = {
    kind: 'complaint',
    overdueAt: ctx.now(),
    sort: 'due',
    limit: 1,
    offset: 0,
  } as const
  const using = weightsFor(ctx.settingBook.known(), period, ctx.now())
  const [rows, counts, { total: overdue }, alarms] = await Promise.all([
    ctx.readers.settled(period),
    ctx.readers.counts(null, 'complaint'),
    ctx.readers.list(late),
    ctx.readers.counts(null, 'alarm'),
  ])
  return { period, table: rates(rows, group, using), using, counts, overdue, alarms }
}
