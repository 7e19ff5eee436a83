import { and, asc, desc, eq, gt, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Archive, Touched } from '#app/evaluation/archive-port.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { isOneOf } from './database.ts'
import type { Database, Db } from './database.ts'
import { endOf } from './ledgers.ts'
import { eventColumns } from './read-event.ts'
import type { ReadEvent } from './read-event.ts'
import { auditSeals, dialogues, events, tickets } from './schema.ts'
import type { Seal } from './seal.ts'
import { noSeal, sealNew } from './sealing.ts'
import { auditPiece } from './verify.ts'

/** The archive port. */
export function createArchive({ db }: Database, seal: Seal, readEvent: ReadEvent): Archive {
  return {
    histories: (after, limit, touched) => histories({ db, readEvent }, { after, limit }, touched),
    seal: (now, everyMs) => sealNew(db, seal, { now, everyMs }),
    head: async () => {
      const last = await lastSeal(db)
      return last && { number: last.number, entries: last.entries, at: last.at, hash: last.hash }
    },
    knows: async (hash) => {
      const [found] = await db.select().from(auditSeals).where(eq(auditSeals.hash, hash)).limit(1)
      return found !== undefined
    },
    unsealed: async () => {
      const last = (await lastSeal(db)) ?? noSeal
      const [newEvents, newEntries] = [
        await endOf(db, 'events', last.events),
        await endOf(db, 'journal', last.journal),
      ]
      return newEvents.count + newEntries.count
    },
    audit: (place) => auditPiece({ db, readEvent }, seal, place),
    erasable: async (before, limit) => {
      const rows = await db
        .select({ id: tickets.id })
        .from(tickets)
        .where(and(isNull(tickets.erasedAt), lt(tickets.endedAt, before), isNotTalking(db)))
        .orderBy(asc(tickets.endedAt))
        .limit(limit)
      return rows.map((row) => row.id)
    },
  }
}

/** Whoever is just telling something is not interrupted: it is confirmed or forgotten within weeks. */
function isNotTalking(db: Db): SQL {
  const own = or(eq(dialogues.id, tickets.dialogueId), eq(dialogues.personId, tickets.citizenId))
  return notExists(
    db
      .select({ one: sql`1` })
      .from(dialogues)
      .where(and(isNotNull(dialogues.heldSince), own)),
  )
}

type Reading = { readonly db: Db; readonly readEvent: ReadEvent }

async function histories(
  reading: Reading,
  { after, limit }: { readonly after: string | null; readonly limit: number },
  touched: Touched | undefined,
): Promise<readonly (readonly StoredEvent[])[]> {
  const page = await reading.db
    .selectDistinct({ id: events.ticketId })
    .from(events)
    .where(
      and(
        gt(events.ticketId, after ?? ''),
        touched && isOneOf(events.type, touched.types),
        // By ticket, one page after the other: by time every page would look through the whole period again.
        touched && sql`+${events.at} >= ${touched.from} and +${events.at} < ${touched.to}`,
      ),
    )
    .orderBy(asc(events.ticketId))
    .limit(limit)
  const ids = page.map(({ id }) => id)
  return historiesOf(reading, ids)
}

async function historiesOf(
  { db, readEvent }: Reading,
  ids: readonly string[],
): Promise<readonly (readonly StoredEvent[])[]> {
  const rows = await db
    .select(eventColumns)
    .from(events)
    .where(isOneOf(events.ticketId, ids))
    .orderBy(asc(events.ticketId), asc(events.seq))
  const found = new Map<string, StoredEvent[]>(ids.map((id) => [id, []]))
  for (const row of rows) found.get(row.ticketId)?.push(readEvent(row))
  return [...found.values()]
}

async function lastSeal(db: Db) {
  const [last] = await db.select().from(auditSeals).orderBy(desc(auditSeals.number)).limit(1)
  return last ?? null
}
