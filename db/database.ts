import { sql } from 'drizzle-orm'
import type { Column, SQL } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Files } from './files/files.ts'
import type * as schema from './schema.ts'

/** Drizzle over either engine; every query is awaited, whether the engine is synchronous or not. */
export type Db = BaseSQLiteDatabase<'async', unknown, typeof schema>

/** An insert, update or delete that has not run yet. */
export type Statement = BatchItem<'sqlite'> & { readonly run: () => unknown }

/** An insert, update or delete whose rows are wanted. */
type Returning<Row> = { readonly all: () => PromiseLike<readonly Row[]> | readonly Row[] }

export type Database = {
  readonly db: Db
  /** Bytes too large for a row, beside the database. */
  readonly files: Files
  /** Runs statements in order, all or nothing, durable once it resolves. Throws the engine's error. */
  readonly commit: (statements: readonly Statement[]) => Promise<void>
  /** Runs one statement that gives rows back, durable once it resolves; beside others it shares their write to disk. */
  readonly returning: <Row>(statement: Returning<Row>) => Promise<readonly Row[]>
  /** Empties the engine's log into the database: what is erased there is still in the log. */
  readonly truncateLog: () => void
  /**
   * Writes the whole database anew, without free space: pages that were split keep copies of what was in them.
   * Whoever asks waits for it. False when somebody else is using it.
   */
  readonly rewrite: () => Promise<boolean>
  readonly close: () => void
}

/** `column in values` with one bound parameter: D1 takes no more than a hundred in a statement. */
export function isOneOf(column: Column | SQL, values: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`
}
