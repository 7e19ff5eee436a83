import { and, eq, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import type { Swept } from '#app/files/attachments-port.ts'
import { isOneOf } from './database.ts'
import type { Database } from './database.ts'
import { attachments, ticketAttachments } from './schema.ts'

/**
 * Removes the files of what was erased; the record remembers them until they are gone, and goes itself when no
 * ticket names it. Gives how many.
 */
export async function removeErased({ db, files }: Database): Promise<number> {
  const erased = await db
    .select({ id: attachments.id, file: attachments.file })
    .from(attachments)
    .where(and(eq(attachments.state, 'lost'), isNotNull(attachments.file)))
  for (const { id, file } of erased) {
    if (file !== null) await files.remove(file)
    await db.update(attachments).set({ file: null }).where(eq(attachments.id, id))
  }
  const named = db
    .select({ one: sql`1` })
    .from(ticketAttachments)
    .where(eq(ticketAttachments.attachmentId, attachments.id))
  const gone = and(eq(attachments.state, 'lost'), eq(attachments.reason, 'erased'))
  await db.delete(attachments).where(and(gone, isNull(attachments.file), notExists(named)))
  return erased.length
}

/** So many files without a record may be left over from crashes; more than are known, and it is another house's folder. */
const leftOverAtMost = 20

/**
 * Removes files nothing refers to: left by a crash between file and record, or by one of two writers. Those
 * younger than `before` (UTC milliseconds) may still get their record. Where most files are unknown, the folder
 * is another database's, or this database is an old copy: then none is removed. Gives how many were removed, and
 * how many were left as strange.
 */
export async function sweepFiles(database: Database, before: number): Promise<Swept> {
  const erased = await removeErased(database)
  const unknown: string[] = []
  let known = 0
  let after: string | null = null
  do {
    const page = await database.files.list(after)
    const old = page.files.filter(({ at }) => at < before).map(({ key }) => key)
    const kept = await referredTo(database, old)
    known += kept.size
    unknown.push(...old.filter((one) => !kept.has(one)))
    after = page.next
  } while (after !== null)
  if (unknown.length > leftOverAtMost && unknown.length > known) {
    return { removed: erased, strange: unknown.length }
  }
  for (const key of unknown) await database.files.remove(key)
  return { removed: erased + unknown.length, strange: 0 }
}

async function referredTo({ db }: Database, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db
    .select({ file: attachments.file })
    .from(attachments)
    .where(isOneOf(attachments.file, keys))
  return new Set(rows.flatMap(({ file }) => (file === null ? [] : [file])))
}
