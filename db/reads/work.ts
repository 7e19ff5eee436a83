import { and, asc, eq, gt, min, not, notExists, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Readers } from '#app/ports.ts'
import { isOneOf } from '../database.ts'
import type { Db } from '../database.ts'
import { events, tickets } from '../schema.ts'
import { takesPart } from './lists.ts'

const later = alias(events, 'later')

/** Work that waits for somebody: tickets on which something was asked and not answered since. */
export function createWork(db: Db): Pick<Readers, 'waiting'> {
  return {
    waiting: async ({ asked, answered, statuses, handler, unit, limit }) => {
      const answeredSince = db
        .select({ one: sql`1` })
        .from(later)
        .where(
          and(
            eq(later.ticketId, events.ticketId),
            gt(later.seq, events.seq),
            isOneOf(later.type, answered),
          ),
        )
      const conditions = [
        isOneOf(tickets.status, statuses),
        eq(events.type, asked.type),
        notExists(answeredSince),
        handler && eq(tickets.handler, handler),
        unit && takesPart(db, unit),
        ...Object.entries(asked.where ?? {}).map(([field, value]) => eq(inData(field), value)),
        ...Object.entries(asked.except ?? {}).map(([field, values]) =>
          not(isOneOf(inData(field), values)),
        ),
      ].filter((condition) => typeof condition === 'object')
      const rows = await db
        .select({ id: events.ticketId })
        .from(tickets)
        .innerJoin(events, eq(events.ticketId, tickets.id))
        .where(and(...conditions))
        .groupBy(events.ticketId)
        .orderBy(asc(min(events.at)), asc(events.ticketId))
        .limit(limit)
      return rows.map((row) => row.id)
    },
  }
}

/** A text in what an event says. */
function inData(field: string): SQL<string> {
  return sql<string>`json_extract(${events.data}, ${`$.${field}`})`
}
