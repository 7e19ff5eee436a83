import { and, asc, eq, lte, max, sql } from 'drizzle-orm'
import type { Readers } from '#app/ports.ts'
import type { Db } from '../database.ts'
import { numbersFrom, outagesIn } from '../facts.ts'
import { codeKey } from '../keys.ts'
import { codes, tickets } from '../schema.ts'
import type { Seal } from '../seal.ts'

type Lookups = Pick<
  Readers,
  'idByNumber' | 'idByCode' | 'lastSerial' | 'outages' | 'ringing' | 'followers' | 'mergedInto'
>

/** Tickets found one at a time: by number, by secret code, by what rings. */
export function createLookups(db: Db, seal: Seal): Lookups {
  return {
    idByNumber: async (number) => {
      const [row] = await db
        .select({ id: tickets.id })
        .from(tickets)
        .where(eq(tickets.number, number))
      return row?.id ?? null
    },
    idByCode: async (number, code) => {
      const key = await codeKey(seal, code)
      const [row] = await db
        .select({ id: tickets.id })
        .from(tickets)
        .innerJoin(codes, and(eq(codes.ticketId, tickets.id), eq(codes.codeKey, key)))
        .where(eq(tickets.number, number))
      return row?.id ?? null
    },
    lastSerial: async (day) => {
      const [row] = await db
        .select({ last: max(tickets.serial) })
        .from(tickets)
        .where(eq(tickets.day, day))
      return Math.max(row?.last ?? 0, await numbersFrom(db, day))
    },
    outages: () => outagesIn(db),
    ringing: async (now, limit) => {
      const rows = await db
        .select({ id: tickets.id })
        .from(tickets)
        .where(lte(tickets.nextTimerAt, now))
        .orderBy(asc(tickets.nextTimerAt))
        .limit(limit)
      return rows.map((row) => row.id)
    },
    followers: async (ticketId) => {
      // UNION, not UNION ALL: ends even where two tickets were merged into each other.
      const rows = await db.all<{ dialogueId: string }>(sql`
        with recursive joined(id) as (
          select id from tickets where mergedInto = ${ticketId}
          union select tickets.id from tickets join joined on tickets.mergedInto = joined.id)
        select distinct dialogueId from tickets join joined using (id)
        where dialogueId is not null order by dialogueId`)
      return rows.map((row) => row.dialogueId)
    },
    mergedInto: async (ticketId) => {
      const rows = await db
        .select({ id: tickets.id })
        .from(tickets)
        .where(eq(tickets.mergedInto, ticketId))
        .orderBy(asc(tickets.openedAt))
      return rows.map((row) => row.id)
    },
  }
}
