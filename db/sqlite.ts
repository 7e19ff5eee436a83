import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { errorTexts } from './conflict.ts'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { NewerData, TrialData } from '#app/errors.ts'
import type { Database, Db } from './database.ts'
import { diskFiles } from './files/disk.ts'
import { makeGroupCommit } from './group-commit.ts'
import { memoryFiles } from './files/memory.ts'
import * as schema from './schema.ts'
import { withCompiledOnce } from './statement-cache.ts'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** A database that can be copied whole. */
export type SqliteDatabase = Database & {
  /** All of it but the attachments, to be opened again in memory, as often as wanted. */
  readonly image: () => Buffer
}

/**
 * Opens or makes an SQLite file (':memory:' for none, an image for a copy in memory) and brings it to the newest
 * schema; its folder is made if need be. Attachments lie in the folder `files`, beside the file when it is left
 * out. A writer waits at most `busyTimeoutMs` for another process's lock. Throws NewerData, TrialData or the driver's
 * error.
 */
export function openSqlite(
  from: string | Buffer,
  settings: { readonly busyTimeoutMs?: number; readonly files?: string | null } = {},
): SqliteDatabase {
  const path = typeof from === 'string' ? from : ':memory:'
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const sqlite = new Sqlite(from, { timeout: settings.busyTimeoutMs ?? 3000 })
  sqlite.pragma('journal_mode = WAL')
  // FULL: what was acknowledged to a channel outlives a power cut, not only the process.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  // What is erased leaves no words behind in free pages; what it leaves in pages in use, `rewrite` takes.
  sqlite.pragma('secure_delete = ON')
  refuseStrange(sqlite)
  const drizzled = drizzle(withCompiledOnce(sqlite), { schema })
  applyMigrations(() => migrate(drizzled, { migrationsFolder }))
  const group = makeGroupCommit(sqlite)
  return {
    // Safe because a synchronous query builder is awaitable too, and nothing here relies on more.
    db: drizzled as unknown as Db,
    files: filesFor(path, settings.files ?? null),
    commit: group.commit,
    returning: group.returning,
    truncateLog: () => void sqlite.pragma('wal_checkpoint(TRUNCATE)'),
    rewrite: async () => rewrite(sqlite),
    close: () => {
      group.close()
      sqlite.close()
    },
    image: () => sqlite.serialize(),
  }
}

function rewrite(sqlite: Sqlite.Database): boolean {
  try {
    sqlite.exec('VACUUM')
  } catch (error) {
    if (errorTexts(error).some((text) => /SQLITE_(?:BUSY|LOCKED)/.test(text))) return false
    throw error
  }
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  return true
}

function filesFor(path: string, folder: string | null): Database['files'] {
  if (path === ':memory:' && folder === null) return memoryFiles()
  return diskFiles(folder ?? join(dirname(path), 'files'))
}

/** Throws when another code than this one's past has made the tables. */
function refuseStrange(sqlite: Sqlite.Database): void {
  const known = readMigrationFiles({ migrationsFolder })
  const strange = appliedTo(sqlite).filter(({ hash }) => !known.some((one) => one.hash === hash))
  if (strange.length === 0) return
  const newest = Math.max(...known.map(({ folderMillis }) => folderMillis))
  if (strange.some(({ at }) => at > newest)) throw new NewerData('the tables are of newer code')
  throw new TrialData('the tables are of before the first release')
}

type Applied = { readonly hash: string; readonly at: number }

/** The migrator's own notes; none in a new file. */
function appliedTo(sqlite: Sqlite.Database): readonly Applied[] {
  const notes = sqlite.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'")
  if (notes.get() === undefined) return []
  // Safe because the migrator makes this table.
  return sqlite
    .prepare('select hash, created_at as at from __drizzle_migrations')
    .all() as readonly Applied[]
}

/** Two processes opening a new file at once: the slower finds the tables made, and then nothing to do. */
function applyMigrations(apply: () => void): void {
  for (let triesLeft = 2; ; triesLeft -= 1) {
    try {
      apply()
      return
    } catch (error) {
      if (triesLeft === 0) throw error
    }
  }
}
