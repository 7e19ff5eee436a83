import { and, eq } from 'drizzle-orm'
import type { TicketChange } from '#app/ports.ts'
import { eventVersions } from '#domain/ticket/versions.ts'
import { genesis, hashOf, freshSalt } from './chain.ts'
import type { Db } from './database.ts'
import { events } from './schema.ts'
import type { Seal } from './seal.ts'
import { sealsSoFar } from './sealing.ts'

/**
 * New events as rows, each with the hash that ties it to the one before. Whoever wrote first makes the commit
 * fail by `seq`, so a hash read here cannot be outdated when it is stored.
 */
export async function chainEvents(
  db: Db,
  seal: Seal,
  { ticketId, expectedSeq, events: made, personal }: TicketChange,
): Promise<readonly (typeof events.$inferInsert)[]> {
  const seals = await sealsSoFar(db)
  let previous = expectedSeq === 0 ? genesis : await hashAt(db, ticketId, expectedSeq)
  const rows: (typeof events.$inferInsert)[] = []
  for (const [index, event] of made.entries()) {
    const seq = expectedSeq + index + 1
    const written = { version: eventVersions[event.type], personal: personal[index] ?? [] }
    const link = { ...event, ...written, seq, salt: freshSalt(), seals }
    previous = hashOf(seal, previous, { ...link, chain: ticketId })
    rows.push({ ...link, ticketId, hash: previous })
  }
  return rows
}

async function hashAt(db: Db, ticketId: string, seq: number): Promise<string> {
  const [row] = await db
    .select({ hash: events.hash })
    .from(events)
    .where(and(eq(events.ticketId, ticketId), eq(events.seq, seq)))
  return row?.hash ?? genesis
}
