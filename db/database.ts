import type { BatchItem } from 'drizzle-orm/batch'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

/** Drizzle over either engine; queries are awaited, whichever answers. */
export type Db = BaseSQLiteDatabase<'async', unknown>

export type Statement = BatchItem<'sqlite'>

/** The whole difference between the engines. */
export type Database = {
  readonly db: Db
  /** All or nothing. Throws what the engine throws (see conflict.ts). */
  readonly commit: (statements: readonly Statement[]) => Promise<void>
  /** True when a trivial query answers. */
  readonly ready: () => Promise<boolean>
}
