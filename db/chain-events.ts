import { Buffer } from 'node:buffer'
import { and, eq } from 'drizzle-orm'
import type { TicketChange } from '#app/ports.ts'
import { eventVersions } from '#domain/ticket/versions.ts'
import { genesis, hashOf } from './chain.ts'
import type { Db } from './database.ts'
import { events } from './schema.ts'

const saltBytes = 12

/**
 * New events as rows, each with the hash that ties it to the one before. Whoever wrote first makes the commit
 * fail by `seq`, so a hash read here cannot be outdated when it is stored.
 */
export async function chainEvents(
  db: Db,
  { ticketId, expectedSeq, events: made, personal }: TicketChange,
): Promise<readonly (typeof events.$inferInsert)[]> {
  let previous = expectedSeq === 0 ? genesis : await hashAt(db, ticketId, expectedSeq)
  const rows: (typeof events.$inferInsert)[] = []
  for (const [index, event] of made.entries()) {
    const seq = expectedSeq + index + 1
    const written = { version: eventVersions[event.type], personal: personal[index] ?? [] }
    const link = { ...event, ...written, ticketId, seq, salt: freshSalt() }
    previous = await hashOf(previous, link)
    rows.push({ ...link, hash: previous })
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

function freshSalt(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(saltBytes))).toString('base64url')
}
