import { and, asc, gt, lte, sql } from 'drizzle-orm'
import type { LedgerName } from '#app/evaluation/archive-port.ts'
import type { Link } from './chain.ts'
import { isOneOf } from './database.ts'
import type { Db } from './database.ts'
import { events, journal } from './schema.ts'

/** A link as it is stored. */
export type LedgerRow = Link & { readonly position: number; readonly hash: string }

/** Every table whose rows are chained, and by what. */
const ledgers = {
  events: { table: events, chain: events.ticketId },
  journal: { table: journal, chain: journal.chain },
} as const satisfies Record<LedgerName, object>

/** Whole chains in their order, of the next ones after `after`; as many as `limit`. */
export async function chainsAfter(
  db: Db,
  ledger: LedgerName,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<ReadonlyMap<string, readonly LedgerRow[]>> {
  const { table, chain } = ledgers[ledger]
  const page = await db
    .selectDistinct({ id: chain })
    .from(table)
    .where(gt(chain, after ?? ''))
    .orderBy(asc(chain))
    .limit(limit)
  const { position, seq, at, type, version, by, data, personal, hash, salt, seals } = table
  const ids = page.map(({ id }) => id)
  const rows = await db
    .select({ chain, position, seq, at, type, version, by, data, personal, hash, salt, seals })
    .from(table)
    .where(isOneOf(chain, ids))
    .orderBy(asc(chain), asc(seq))
  const found = new Map<string, LedgerRow[]>(ids.map((id) => [id, []]))
  for (const row of rows) found.get(row.chain)?.push(row)
  return found
}

/** What a seal covers of an entry. */
export type Written = Pick<LedgerRow, 'position' | 'hash' | 'seals' | 'at'>

/** Entries in the order of writing, of positions in (after, upTo]. */
export async function writtenBetween(
  db: Db,
  ledger: LedgerName,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<readonly Written[]> {
  const { table } = ledgers[ledger]
  const { position, hash, seals, at } = table
  return db
    .select({ position, hash, seals, at })
    .from(table)
    .where(and(gt(position, after), lte(position, upTo)))
    .orderBy(asc(position))
}

/** What there is after a position: how many, the first and the last, the last position ever given. */
export async function endOf(
  db: Db,
  ledger: LedgerName,
  after: number,
): Promise<{
  readonly count: number
  readonly oldestAt: number | null
  readonly last: number
  readonly given: number
  readonly seals: number
}> {
  const { table } = ledgers[ledger]
  const { position, at, seals } = table
  const [row] = await db
    .select({
      count: sql<number>`count(*)`,
      oldestAt: sql<number | null>`min(${at})`,
      last: sql<number>`coalesce(max(${position}), ${after})`,
      seals: sql<number>`coalesce(max(${seals}), 0)`,
    })
    .from(table)
    .where(gt(position, after))
  const [sequence] = await db.all<{ readonly given: number }>(
    sql`select seq as given from sqlite_sequence where name = ${ledger}`,
  )
  const end = row ?? { count: 0, oldestAt: null, last: after, seals: 0 }
  return { ...end, given: sequence?.given ?? 0 }
}
