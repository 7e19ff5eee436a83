import { dispatchAccuracy } from '#domain/dispatch-accuracy.ts'
import type { DispatchRow } from '#domain/dispatch-accuracy.ts'
import { rates, settledFromHistory } from '#domain/rates.ts'
import type { RateGroup, RatesTable, SettledRow } from '#domain/rates.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { eachHistory } from './audit.ts'
import type { Ctx } from './ctx.ts'
import type { Ports } from './ports.ts'
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
  ports: Pick<Ports, 'archive' | 'readers'>,
  { period, group }: { readonly period: Period; readonly group: RateGroup },
): Promise<RecomputedRates> {
  const rows: SettledRow[] = []
  let tickets = 0
  for await (const events of eachHistory(ports)) {
    tickets += 1
    rows.push(...settledWithin(events, period))
  }
  const table = rates(inOrder(rows), group)
  const shown = rates(inOrder(await ports.readers.settled(period)), group)
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

// Sums of weights such as 0.8 depend on their order in the last digit: both sides add in the same one.
function inOrder(rows: readonly SettledRow[]): readonly SettledRow[] {
  const key = ({ settledAt, number }: SettledRow) => `${String(settledAt)} ${number}`
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/**
 * First-dispatch accuracy and return rate per rule and unit of a period: for the rules' owner. Refuses:
 * 'not-allowed' for whoever is not of the bureau.
 */
export async function readDispatchAccuracy(
  ctx: Ctx,
  period: Period,
): Promise<readonly DispatchRow[] | Refusal> {
  return ['inspector', 'dispatcher', 'administrator'].includes(ctx.actor.role)
    ? recomputeDispatchAccuracy(ctx, period)
    : refuse('not-allowed')
}

/** The same for the house's own tools. */
export async function recomputeDispatchAccuracy(
  ports: Pick<Ports, 'archive'>,
  period: Period,
): Promise<readonly DispatchRow[]> {
  const dispatches: StoredEvent[][] = []
  for await (const events of eachHistory(ports)) {
    dispatches.push(events.filter(({ type }) => telling.has(type)))
  }
  return dispatchAccuracy(dispatches, period)
}

/** Enough to tell how a dispatch went; whole histories of all tickets need not fit the memory. */
const telling: ReadonlySet<StoredEvent['type']> = new Set([
  'dispatched',
  'redispatched',
  'returned',
  'return-upheld',
])
