import type { D1Database } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'
import type { Database, Db, Statement } from './database.ts'

/** Opens a D1 binding; its migrations are applied by wrangler from db/migrations. */
export function openD1(binding: D1Database): Database {
  const database = drizzle(binding, { casing: 'snake_case' })
  return {
    // Safe because D1's database is asynchronous and has the same query builder.
    db: database as unknown as Db,
    commit: async (statements) => {
      const [first, ...rest] = statements
      if (first === undefined) return
      const batch: [Statement, ...Statement[]] = [first, ...rest]
      await database.batch(batch)
    },
    ready: async () => (await binding.prepare('select 1 as one').first('one')) === 1,
  }
}
