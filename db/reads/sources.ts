import { and, asc, desc, eq, exists, isNull, max, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Period, PickQuery, SourceReaders } from '#app/intake/source-readers.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { isOneOf } from '../database.ts'
import type { Db } from '../database.ts'
import { sourceKey } from '../keys.ts'
import { eventColumns } from '../read-event.ts'
import type { ReadEvent } from '../read-event.ts'
import { events, tickets } from '../schema.ts'
import type { Seal } from '../seal.ts'
import { within } from './filter.ts'

/** What programs read: tickets by their source, and whole histories, many in one query. */
export function createSources(db: Db, seal: Seal, readEvent: ReadEvent): SourceReaders {
  return {
    idBySource: async (channel, sourceNumber) => {
      const key = await sourceKey(seal, { channel, sourceNumber })
      if (key === null) return null
      const [row] = await db
        .select({ id: tickets.id })
        .from(tickets)
        .where(eq(tickets.sourceKey, key))
      return row?.id ?? null
    },
    pick: async (query) => {
      const rows = await db
        .select({ id: tickets.id })
        .from(tickets)
        .where(and(...conditionsOf(db, query)))
        .orderBy(desc(tickets.openedAt), desc(tickets.number))
        .limit(query.limit)
        .offset(query.offset ?? 0)
      return rows.map(({ id }) => id)
    },
    newestEvent: async () => {
      const [row] = await db.select({ newest: max(events.position) }).from(events)
      return row?.newest ?? 0
    },
    histories: async (ids) => {
      const rows = await db
        .select(eventColumns)
        .from(events)
        .where(isOneOf(events.ticketId, ids))
        .orderBy(asc(events.ticketId), asc(events.seq))
      const stored = rows.map(readEvent)
      const found = new Map<string, StoredEvent[]>()
      for (const event of stored) {
        const known = found.get(event.ticketId)
        if (known === undefined) found.set(event.ticketId, [event])
        else known.push(event)
      }
      return found
    },
  }
}

function conditionsOf(db: Db, query: PickQuery): SQL[] {
  const { kind, channel, numbers, categories, statuses, opened, changed } = query
  const found = [
    kind && eq(tickets.kind, kind),
    channel && eq(tickets.channel, channel),
    numbers && isOneOf(tickets.number, numbers),
    categories && categoryIn(categories),
    statuses && isOneOf(tickets.status, statuses),
    opened && within(tickets.openedAt, opened),
    changed && changedWithin(db, changed),
  ]
  return found.filter((condition) => typeof condition === 'object')
}

function categoryIn(wanted: NonNullable<PickQuery['categories']>): SQL | undefined {
  const named = wanted.filter((id) => id !== null)
  const known = isOneOf(tickets.category, named)
  return wanted.includes(null) ? or(known, isNull(tickets.category)) : known
}

function changedWithin(db: Db, period: Period): SQL {
  const own = and(eq(events.ticketId, tickets.id), within(events.at, period))
  return exists(
    db
      .select({ one: sql`1` })
      .from(events)
      .where(own),
  )
}
