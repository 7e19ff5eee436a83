import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Database, Db, Statement } from './database.ts'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Waits this long for another process's write before it says "locked". */
const busyMs = 5_000

/**
 * Opens (and creates, and migrates) an SQLite file, or ':memory:'. WAL with full synchronisation: what has
 * been committed survives a kill and a power cut.
 */
export function openSqlite(path: string): Database & { readonly close: () => void } {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const sqlite = new BetterSqlite(path, { timeout: busyMs })
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  const database = drizzle(sqlite, { casing: 'snake_case' })
  migrate(database, { migrationsFolder })
  const all = sqlite.transaction((statements: readonly Statement[]) => {
    for (const statement of statements) run(statement)
  })
  return {
    // Safe because a synchronous result may be awaited like any other.
    db: database as unknown as Db,
    commit: (statements) =>
      new Promise((resolve) => {
        all.immediate(statements)
        resolve()
      }),
    ready: () => Promise.resolve(sqlite.prepare('select 1').get() !== undefined),
    close: () => sqlite.close(),
  }
}

/** better-sqlite3 runs a prepared statement at once. */
function run(statement: Statement): void {
  // Safe because every statement built from a better-sqlite3 database has a synchronous run().
  const query = statement as unknown as { run: () => unknown }
  query.run()
}
