import { rates } from '#domain/rates.ts'
import { settledFromHistory } from '#domain/settled.ts'
import type { RatesTable } from '#domain/rates.ts'
import type { SettledRow } from '#domain/settled.ts'
import type { RateGroup } from '#domain/tally.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { weightsFor } from '#app/settings/book.ts'
import { eachHistory } from './audit.ts'
import type { Ports } from '#app/ports.ts'
import type { Period } from './read-bureau.ts'

/** Rates recomputed from events, beside those of the read model that the pages show. */
export type RecomputedRates = {
  readonly tickets: number
  readonly table: RatesTable
  readonly shown: RatesTable
  /** To the last digit. */
  readonly agrees: boolean
}

/**
 * The three rates and the composite of a period [from, to), UTC milliseconds, from the histories of all tickets
 * alone, and the same from the read model.
 */
export async function recomputeRates(
  ports: Pick<Ports, 'archive' | 'readers' | 'settingBook'>,
  {
    period,
    group,
    now = period.to,
  }: { readonly period: Period; readonly group: RateGroup; readonly now?: number },
): Promise<RecomputedRates> {
  const rows: SettledRow[] = []
  let tickets = 0
  for await (const events of eachHistory(ports)) {
    tickets += 1
    rows.push(...settledWithin(events, period))
  }
  await ports.settingBook.fresh(now)
  const using = weightsFor(ports.settingBook.known(), period, now)
  const table = rates(rows, group, using)
  const shown = rates(await ports.readers.settled(period), group, using)
  return { tickets, table, shown, agrees: JSON.stringify(table) === JSON.stringify(shown) }
}

function settledWithin(
  events: readonly StoredEvent[],
  { from, to }: Period,
): readonly SettledRow[] {
  const ticketId = events[0]?.ticketId
  if (ticketId === undefined) return []
  return settledFromHistory(ticketId, events).filter(
    ({ settledAt }) => settledAt >= from && settledAt < to,
  )
}
