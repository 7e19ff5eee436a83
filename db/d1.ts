import type { D1Database, R2Bucket } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'
import type { Database, Statement } from './database.ts'
import { r2Files } from './files/r2.ts'
import * as schema from './schema.ts'

/** A D1 binding whose migrations are applied (`wrangler d1 migrations apply`), and the bucket of its attachments. */
export function openD1(binding: D1Database, bucket: R2Bucket): Database {
  const db = drizzle(binding, { schema })
  return {
    db,
    files: r2Files(bucket),
    commit: async ([first, ...rest]: readonly Statement[]) => {
      if (first !== undefined) await db.batch([first, ...rest])
    },
    returning: async (statement) => statement.all(),
    // The platform's files are its own: docs/data.md says how long it keeps what was.
    truncateLog: () => undefined,
    rewrite: () => Promise.resolve(true),
    close: () => undefined,
  }
}
