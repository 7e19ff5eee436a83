import { and, eq, isNotNull } from 'drizzle-orm'
import { isOneOf } from './database.ts'
import type { Database } from './database.ts'
import { attachments } from './schema.ts'

/** Removes the files of what was erased; the record remembers them until they are gone. Gives how many. */
export async function removeErased({ db, files }: Database): Promise<number> {
  const erased = await db
    .select({ id: attachments.id, file: attachments.file })
    .from(attachments)
    .where(and(eq(attachments.state, 'lost'), isNotNull(attachments.file)))
  for (const { id, file } of erased) {
    if (file !== null) await files.remove(file)
    await db.update(attachments).set({ file: null }).where(eq(attachments.id, id))
  }
  return erased.length
}

/**
 * Removes files nothing refers to: left by a crash between file and record, or by one of two writers. Those
 * younger than `before` (UTC milliseconds) may still get their record. Gives how many.
 */
export async function sweepFiles(database: Database, before: number): Promise<number> {
  let removed = await removeErased(database)
  let after: string | null = null
  do {
    const page = await database.files.list(after)
    const old = page.files.filter(({ at }) => at < before).map(({ key }) => key)
    const kept = await referredTo(database, old)
    for (const key of old.filter((one) => !kept.has(one))) {
      await database.files.remove(key)
      removed += 1
    }
    after = page.next
  } while (after !== null)
  return removed
}

async function referredTo({ db }: Database, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db
    .select({ file: attachments.file })
    .from(attachments)
    .where(isOneOf(attachments.file, keys))
  return new Set(rows.flatMap(({ file }) => (file === null ? [] : [file])))
}
