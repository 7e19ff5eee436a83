import { and, asc, eq, inArray, lte, ne, sql } from 'drizzle-orm'
import type { InboundMessage } from '#app/messages.ts'
import type { Attachments } from '#app/ports.ts'
import { isOneOf } from './database.ts'
import type { Database, Db, Statement } from './database.ts'
import { attachmentChunks, attachments, ticketAttachments } from './schema.ts'
import type { Seal } from './seal.ts'

export type AttachmentSettings = {
  readonly newId: () => string
  /** Failed downloads after which an attachment is given up. */
  readonly attachmentTries: number
  /** Wait after the first failed download, milliseconds; doubled by each further one. */
  readonly firstRetryMs: number
  readonly longestRetryMs: number
}

/** Bytes of one chunk: sealed and in base64 it stays well under D1's two million bytes a row. */
const chunkBytes = 512 * 1024

/** The attachments port. */
export function createAttachments(
  database: Database,
  seal: Seal,
  settings: AttachmentSettings,
): Attachments {
  const { db } = database
  return {
    put: (photo) => put(database, seal, { ...photo, upload: settings.newId() }),
    get: (id) => get(db, seal, id),
    records: async (ids) => {
      const rows = await db.select().from(attachments).where(isOneOf(attachments.id, ids))
      return rows.map(({ id, personId, state, mediaType }) => ({ id, personId, state, mediaType }))
    },
    tickets: async (id) => {
      const rows = await db
        .select({ ticketId: ticketAttachments.ticketId })
        .from(ticketAttachments)
        .where(eq(ticketAttachments.attachmentId, id))
      return rows.map((row) => row.ticketId)
    },
    ...createDownloads(db, settings),
  }
}

type Upload = Parameters<Attachments['put']>[0] & { readonly upload: string }

/**
 * Chunk by chunk, since D1 takes no statement of ten megabytes; the record that points to them comes last, so
 * that a photo is here whole or not at all. Of two uploads at once the first to finish counts.
 */
async function put({ db, commit }: Database, seal: Seal, photo: Upload): Promise<void> {
  const { id, upload, bytes } = photo
  const known = await recordOf(db, id)
  if (known?.state === 'stored') return
  for (let index = 0; index * chunkBytes < bytes.length; index += 1) {
    const piece = bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes)
    const sealedBytes = await seal.sealBytes(piece, placeOf(photo, index))
    await commit([
      db.insert(attachmentChunks).values({ attachmentId: id, upload, index, sealedBytes }),
    ])
  }
  const { personId, channel, mediaType, at } = photo
  const stored = { state: 'stored', mediaType, size: bytes.length, upload, reason: null } as const
  const record = { id, personId, channel, at, tries: 0, nextTryAt: at, ...stored }
  const counting = db
    .select({ upload: attachments.upload })
    .from(attachments)
    .where(eq(attachments.id, id))
  await commit([
    db
      .insert(attachments)
      .values(record)
      .onConflictDoUpdate({
        target: attachments.id,
        set: stored,
        setWhere: ne(attachments.state, 'stored'),
      }),
    db
      .delete(attachmentChunks)
      .where(
        and(eq(attachmentChunks.attachmentId, id), ne(attachmentChunks.upload, sql`(${counting})`)),
      ),
  ])
}

/** Where a chunk belongs: one that was moved, swapped or taken from another photo does not open. */
function placeOf(of: { readonly id: string; readonly upload: string }, index: number): string {
  return JSON.stringify(['attachment', of.id, of.upload, index])
}

async function recordOf(db: Db, id: string) {
  const [row] = await db.select().from(attachments).where(eq(attachments.id, id))
  return row ?? null
}

async function get(db: Db, seal: Seal, id: string): ReturnType<Attachments['get']> {
  const record = await recordOf(db, id)
  if (record?.state !== 'stored') return null
  const { mediaType, size, upload } = record
  if (mediaType === null || size === null || upload === null) return null
  const bytes = new Uint8Array(size)
  for (let index = 0; index * chunkBytes < size; index += 1) {
    const [chunk] = await db
      .select({ sealed: attachmentChunks.sealedBytes })
      .from(attachmentChunks)
      .where(
        and(
          eq(attachmentChunks.attachmentId, id),
          eq(attachmentChunks.upload, upload),
          eq(attachmentChunks.index, index),
        ),
      )
    if (chunk === undefined) throw new Error('a chunk of an attachment is missing')
    bytes.set(
      await seal.openBytes(chunk.sealed, placeOf({ id, upload }, index)),
      index * chunkBytes,
    )
  }
  return { mediaType, bytes }
}

function createDownloads(
  db: Db,
  settings: AttachmentSettings,
): Pick<Attachments, 'take' | 'failed'> {
  return {
    take: async (channel, { now, limit, leaseMs }) => {
      const due = db
        .select({ id: attachments.id })
        .from(attachments)
        .where(
          and(
            eq(attachments.state, 'wanted'),
            eq(attachments.channel, channel),
            lte(attachments.nextTryAt, now),
          ),
        )
        .orderBy(asc(attachments.nextTryAt))
        .limit(limit)
      return db
        .update(attachments)
        .set({ tries: sql`${attachments.tries} + 1`, nextTryAt: now + leaseMs })
        .where(inArray(attachments.id, due))
        .returning({ id: attachments.id, personId: attachments.personId })
    },
    failed: async (id, { reason, retryable }, now) => {
      const known = await recordOf(db, id)
      if (known?.state !== 'wanted') return
      const wait = settings.firstRetryMs * 2 ** Math.max(0, known.tries - 1)
      const nextTryAt = now + Math.min(settings.longestRetryMs, wait)
      const state = retryable && known.tries < settings.attachmentTries ? 'wanted' : 'lost'
      await db
        .update(attachments)
        .set({ state, reason, nextTryAt })
        .where(and(eq(attachments.id, id), eq(attachments.state, 'wanted')))
    },
  }
}

/** Photos a message names, noted as wanted in the message's own commit; those already here stay as they are. */
export function wantStatements(
  db: Db,
  { channel, content }: InboundMessage,
  { personId, storedAt: at }: { readonly personId: string; readonly storedAt: number },
): Statement[] {
  if (content.type !== 'attachments') return []
  return content.attachments
    .filter(({ kind }) => kind === 'image')
    .map(({ id }) =>
      db
        .insert(attachments)
        .values({ id, personId, channel, at, state: 'wanted', tries: 0, nextTryAt: at })
        .onConflictDoNothing(),
    )
}
