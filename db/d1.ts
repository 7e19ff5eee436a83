import type { D1Database } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'
import type { Database, Statement } from './database.ts'
import * as schema from './schema.ts'

/** A D1 binding whose migrations are applied (`wrangler d1 migrations apply`). */
export function openD1(binding: D1Database): Database {
  const db = drizzle(binding, { schema })
  return {
    db,
    commit: async ([first, ...rest]: readonly Statement[]) => {
      if (first !== undefined) await db.batch([first, ...rest])
    },
    close: () => undefined,
  }
}
