import { and, asc, eq, gte, or, sql } from 'drizzle-orm'
import type { Flooding } from '#app/talk/flooding-port.ts'
import type { FloodRecord } from '#domain/flooding.ts'
import { isOneOf } from './database.ts'
import type { Database, Db, Statement } from './database.ts'
import { floodRecords, inbox } from './schema.ts'

/** The flooding port. */
export function createFlooding({ db }: Database): Flooding {
  return {
    records: async (personId) => recordsOf(db, [personId]),
    standing: async (now, limit) => {
      const later = (...types: readonly FloodRecord['type'][]) => sql`exists (
        select 1 from flood_records later where later.personId = ${floodRecords.personId}
        and later.seq > ${floodRecords.seq} and later.type in ${types})`
      const until = sql`json_extract(${floodRecords.data}, '$.until')`
      const blocked = sql`${floodRecords.type} = 'blocked' and ${until} > ${now}
        and not ${later('blocked', 'lifted')}`
      const undecided = sql`${floodRecords.type} = 'suspected'
        and not ${later('kept', 'folded', 'blocked', 'lifted')}`
      const rows = await db
        .select({ personId: floodRecords.personId })
        .from(floodRecords)
        .where(or(blocked, undecided))
        .orderBy(asc(floodRecords.at), asc(floodRecords.id))
        .limit(limit)
      const ids = rows.map(({ personId }) => personId)
      const all = await recordsOf(db, ids)
      return ids.map((id) => all.filter(({ personId }) => personId === id))
    },
    messagesSince: async (personId, since) => {
      const [row] = await db
        .select({ sent: sql<number>`count(*)` })
        .from(inbox)
        .where(and(eq(inbox.personId, personId), gte(inbox.storedAt, since)))
      return row?.sent ?? 0
    },
  }
}

async function recordsOf(db: Db, ids: readonly string[]): Promise<readonly FloodRecord[]> {
  const rows = await db
    .select()
    .from(floodRecords)
    .where(isOneOf(floodRecords.personId, ids))
    .orderBy(asc(floodRecords.personId), asc(floodRecords.seq))
  // Safe because nothing but FloodRecords is written, whose data goes by their type.
  return rows.map(({ id: _id, ...row }) => row as FloodRecord)
}

/** New records as statements; somebody else's of the same place in the order is a conflict. */
export function floodStatements(db: Db, records: readonly FloodRecord[]): Statement[] {
  return records.map((record) => db.insert(floodRecords).values(record))
}
