import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  lt,
  lte,
  ne,
  not,
  notExists,
  notInArray,
  or,
  sql,
} from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { OutboundMessage, SendResult } from '#app/messages.ts'
import type { Outbox, OutboxBatch } from '#app/ports.ts'
import type { Channel } from '#domain/ticket/events.ts'
import { isOneOf } from './database.ts'
import type { Database, Db, Statement } from './database.ts'
import { ticketsOf } from './outbox-tickets.ts'
import { outbox, outboxMessages, transcript } from './schema.ts'
import { openJson, sealJson } from './seal.ts'
import type { Seal } from './seal.ts'
import {
  ofStaff,
  readableOf,
  recipientOf,
  staffStatements,
  withStaffMessage,
} from './staff-outbox.ts'
import type { InPlace } from './store.ts'

export type OutboxSettings = {
  /** Failed tries after which a batch is a dead letter. */
  readonly outboxTries: number
  /** Wait after the first failed try, milliseconds; doubled by each further one. */
  readonly firstRetryMs: number
  readonly longestRetryMs: number
  /** Channels whose messages another process sends: never taken here. */
  readonly elsewhere: readonly Channel[]
}

/**
 * The outbox port. A dialogue's batches leave in the order they were written: a later one waits while an
 * earlier one is waiting. A try counts when it is taken, so one lost in a crash counts too.
 */
export function createOutbox(database: Database, seal: Seal, settings: OutboxSettings): Outbox {
  const { db, commit } = database
  const ofCitizens = and(not(ofStaff), notInArray(outbox.channel, [...settings.elsewhere]))
  return {
    take: async (now, limit, leaseMs) =>
      withMessages(db, seal, await takeDue(database, ofCitizens, { now, limit, leaseMs })),
    takeStaff: async (now, limit, leaseMs) =>
      withStaffMessage(db, seal, await takeDue(database, ofStaff, { now, limit, leaseMs })),
    putStaff: async (message) => commit(await staffStatements(db, seal, message)),
    settle: async (batch, result, now) => {
      const own = and(eq(outbox.batch, batch), eq(outbox.state, 'waiting'))
      const [row] = result.ok ? [{ tries: 0 }] : await db.select().from(outbox).where(own)
      if (row === undefined) return
      await commit([
        db
          .update(outbox)
          .set(settled(result, row.tries, now, settings))
          .where(own),
      ])
    },
    troubles: async (limit) => {
      const retried = and(eq(outbox.state, 'waiting'), isNotNull(outbox.reason))
      const rows = await db
        .select()
        .from(outbox)
        .where(or(eq(outbox.state, 'dead'), retried))
        .orderBy(desc(outbox.position))
        .limit(limit)
      const tickets = await ticketsOf(db, seal, rows)
      return rows.map(({ batch, channel, dialogueId, state, tries, reason, nextTryAt }) => ({
        batch,
        channel,
        recipient: recipientOf(channel, dialogueId),
        tickets: tickets.get(batch) ?? [],
        state: state === 'dead' ? 'dead' : 'waiting',
        tries,
        reason: reason ?? '',
        nextTryAt: state === 'dead' ? null : nextTryAt,
      }))
    },
    // One try stays counted: the reply token of the first is used up.
    retry: async (batch, now) => {
      const again = await db
        .update(outbox)
        .set({ state: 'waiting', tries: 1, nextTryAt: now })
        .where(and(eq(outbox.batch, batch), ne(outbox.state, 'sent')))
        .returning({ batch: outbox.batch })
      return again.length > 0
    },
  }
}

type Due = { readonly now: number; readonly limit: number; readonly leaseMs: number }

async function takeDue(
  { db, returning }: Database,
  lane: SQL | undefined,
  { now, limit, leaseMs }: Due,
) {
  // Looked for first: most who ask find nothing, and a write is a write to disk.
  if ((await dueBatches(db, lane, now, 1)).length === 0) return []
  const taken = await returning<typeof outbox.$inferSelect>(
    db
      .update(outbox)
      .set({ tries: sql`${outbox.tries} + 1`, nextTryAt: now + leaseMs })
      .where(inArray(outbox.position, dueBatches(db, lane, now, limit)))
      .returning(),
  )
  return taken.toSorted((a, b) => a.position - b.position)
}

/** Positions of batches of a lane (those this process sends) that are due and first in their dialogue. */
function dueBatches(db: Db, lane: SQL | undefined, now: number, limit: number) {
  const earlier = alias(outbox, 'earlier')
  const earlierWaits = db
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.dialogueId, outbox.dialogueId),
        eq(earlier.state, 'waiting'),
        lt(earlier.position, outbox.position),
      ),
    )
  return db
    .select({ position: outbox.position })
    .from(outbox)
    .where(
      and(eq(outbox.state, 'waiting'), lte(outbox.nextTryAt, now), lane, notExists(earlierWaits)),
    )
    .orderBy(asc(outbox.position))
    .limit(limit)
}

async function withMessages(
  db: Db,
  seal: Seal,
  taken: readonly { readonly batch: string; readonly tries: number }[],
): Promise<OutboxBatch[]> {
  if (taken.length === 0) return []
  const batches = taken.map((row) => row.batch)
  const rows = await db
    .select()
    .from(outboxMessages)
    .where(isOneOf(outboxMessages.batch, batches))
    .orderBy(asc(outboxMessages.index))
  return readableOf(db, taken, async ({ batch, tries }) => {
    const own = rows.filter((row) => row.batch === batch)
    const messages = await Promise.all(
      own.map((row) => openJson<OutboundMessage>(seal, 'outbound-message', row.sealedMessage)),
    )
    return { batch, tries: tries - 1, messages }
  })
}

function settled(result: SendResult, tries: number, now: number, settings: OutboxSettings) {
  if (result.ok) return { state: 'sent', reason: null } as const
  const { reason } = result
  if (!result.retryable || tries >= settings.outboxTries) return { state: 'dead', reason } as const
  const wait = Math.min(settings.longestRetryMs, settings.firstRetryMs * 2 ** (tries - 1))
  return { nextTryAt: Math.max(now, result.retryAt ?? now + wait), reason }
}

/** New messages as statements: their batches, their words, their place in the transcript. */
export async function outboxStatements(
  db: Db,
  seal: Seal,
  inPlace: InPlace,
  messages: readonly OutboundMessage[],
): Promise<Statement[]> {
  const batches = new Map(messages.map((message) => [message.batch, message]))
  const perMessage = messages.map(async (message): Promise<Statement[]> => {
    const { id, batch, index, questionId, personId } = message
    const row = {
      id,
      batch,
      index,
      questionId,
      sealedMessage: await sealJson(seal, 'outbound-message', message),
    }
    return [
      db.insert(outboxMessages).values(row),
      db.insert(transcript).values({ personId, messageId: id }),
    ]
  })
  return [
    ...[...batches.values()].map((message) => batchStatement(db, inPlace, message)),
    ...(await Promise.all(perMessage)).flat(),
  ]
}

function batchStatement(db: Db, inPlace: InPlace, message: OutboundMessage): Statement {
  const { batch, dialogueId, channel, createdAt } = message
  return db.insert(outbox).values({
    batch,
    dialogueId,
    channel,
    state: inPlace.has(channel) ? 'sent' : 'waiting',
    tries: 0,
    nextTryAt: createdAt,
    createdAt,
  })
}
