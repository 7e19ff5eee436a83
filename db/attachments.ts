import { and, eq, isNull, sql } from 'drizzle-orm'
import type {
  AttachmentRecord,
  Attachments,
  NewMedia,
  StoredMedia,
} from '#app/files/attachments-port.ts'
import { readChunks } from './attachment-chunks.ts'
import { createDownloads } from './attachment-downloads.ts'
import type { DownloadSettings } from './attachment-downloads.ts'
import { sealedReader, writeSealed } from './attachment-files.ts'
import { sweepFiles } from './attachment-sweep.ts'
import { isOneOf } from './database.ts'
import type { Database, Db } from './database.ts'
import { attachmentChunks, attachments, ticketAttachments } from './schema.ts'
import { openJson, sealJson } from './seal.ts'
import type { Seal } from './seal.ts'

export type AttachmentSettings = DownloadSettings

/** The attachments port: records in the database, bytes among its files. */
export function createAttachments(
  database: Database,
  seal: Seal,
  settings: AttachmentSettings,
): Attachments {
  const { db } = database
  return {
    put: (media) => put(database, seal, media),
    open: (id) => open(database, seal, id),
    records: async (ids) => {
      const rows = await db.select().from(attachments).where(isOneOf(attachments.id, ids))
      return Promise.all(rows.map((row) => recordFrom(seal, row)))
    },
    tickets: async (id) => {
      const rows = await db
        .select({ ticketId: ticketAttachments.ticketId })
        .from(ticketAttachments)
        .where(eq(ticketAttachments.attachmentId, id))
      return rows.map((row) => row.ticketId)
    },
    unmoved: async (limit) => {
      const { id, personId, channel, at } = attachments
      const old = and(eq(attachments.state, 'stored'), isNull(attachments.file))
      const rows = await db
        .select({ id, personId, channel, at })
        .from(attachments)
        .where(old)
        .limit(limit)
      return rows.map((row) => ({ ...row, location: null }))
    },
    sweep: (before) => sweepFiles(database, before),
    ...createDownloads(db, settings),
  }
}

type Row = typeof attachments.$inferSelect

async function recordFrom(seal: Seal, row: Row): Promise<AttachmentRecord> {
  const { id, personId, state, mediaType, reason, sealedLocation } = row
  const location =
    sealedLocation === null
      ? null
      : await openJson<Location>(seal, 'attachment-location', sealedLocation)
  return { id, personId, state, mediaType, reason, location }
}

type Location = NonNullable<NewMedia['location']>

/**
 * The file first, then the record that points to it: an attachment is here whole or not at all. Of two at once
 * the first to finish counts; the other's file is removed, by the next sweep if need be.
 */
async function put(database: Database, seal: Seal, media: NewMedia): Promise<void> {
  const { db, files, commit } = database
  const { id, personId, channel, mediaType, bytes, location, at } = media
  if (isHere(await rowOf(db, id))) return
  const key = await writeSealed(files, seal, { id, bytes })
  const sealedLocation =
    location === null ? null : await sealJson(seal, 'attachment-location', location)
  const stored = {
    state: 'stored',
    mediaType,
    size: bytes.length,
    file: key,
    sealedLocation,
    upload: null,
    reason: null,
  } as const
  await commit([
    db
      .insert(attachments)
      .values({ id, personId, channel, at, tries: 0, nextTryAt: at, ...stored })
      .onConflictDoUpdate({
        target: attachments.id,
        set: stored,
        setWhere: mayBeStored,
      }),
    db.delete(attachmentChunks).where(eq(attachmentChunks.attachmentId, id)),
  ])
  if ((await rowOf(db, id))?.file !== key) await files.remove(key)
}

/** Not here yet, or still in the database; and not erased. */
const mayBeStored = sql`(${attachments.state} <> 'stored' or ${attachments.file} is null)
  and ${attachments.reason} is not 'erased'`

function isHere(row: Row | null): boolean {
  return row?.reason === 'erased' || (row?.state === 'stored' && row.file !== null)
}

async function rowOf(db: Db, id: string): Promise<Row | null> {
  const [row] = await db.select().from(attachments).where(eq(attachments.id, id))
  return row ?? null
}

async function open({ db, files }: Database, seal: Seal, id: string): Promise<StoredMedia | null> {
  const row = await rowOf(db, id)
  if (row?.state !== 'stored') return null
  const { mediaType, size, file: key, upload } = row
  if (mediaType === null || size === null) return null
  if (key !== null) return { mediaType, size, read: sealedReader(files, seal, { id, key, size }) }
  if (upload === null) return null
  const read: StoredMedia['read'] = async (from, to) =>
    (await readChunks(db, seal, { id, upload, size })).subarray(from, to)
  return { mediaType, size, read }
}
