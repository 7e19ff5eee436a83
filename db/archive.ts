import { and, asc, desc, eq, gt, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Archive, Sealed, Touched } from '#app/evaluation/archive-port.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { genesis, sealHash } from './chain.ts'
import { isOneOf } from './database.ts'
import type { Database, Db } from './database.ts'
import { macKey } from './keys.ts'
import { auditSeals, dialogues, events, tickets } from './schema.ts'
import { eventColumns } from './read-event.ts'
import type { ReadEvent } from './read-event.ts'
import type { Seal } from './seal.ts'
import { verifyHistory } from './verify.ts'

/** Events of one seal: a page that fits the memory of a worker. */
const eventsPerSeal = 5000

/** The archive port. */
export function createArchive({ db }: Database, seal: Seal, readEvent: ReadEvent): Archive {
  return {
    histories: (after, limit, touched) => histories({ db, readEvent }, { after, limit }, touched),
    seal: (now, everyMs) => sealNew(db, seal, { now, everyMs }),
    verify: ({ head, keyed }) => verifyHistory(db, keyed ? seal : null, head),
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

async function sealNew(
  db: Db,
  seal: Seal,
  { now, everyMs }: { readonly now: number; readonly everyMs: number },
): Promise<Sealed | null> {
  const [last] = await db.select().from(auditSeals).orderBy(desc(auditSeals.upTo)).limit(1)
  if (last !== undefined && now - last.at < everyMs) return null
  const rows = await db
    .select({ position: events.position, hash: events.hash })
    .from(events)
    .where(gt(events.position, last?.upTo ?? 0))
    .orderBy(asc(events.position))
    .limit(eventsPerSeal)
  const newest = rows.at(-1)
  if (newest === undefined) return null
  const hash = await sealHash(
    last?.hash ?? genesis,
    rows.map((row) => row.hash),
  )
  const row = { upTo: newest.position, at: now, hash, mac: await macKey(seal, hash) }
  // Another process may have sealed up to here at the same time; what it sealed is the same.
  await db.insert(auditSeals).values(row).onConflictDoNothing()
  return { upTo: row.upTo, hash }
}
