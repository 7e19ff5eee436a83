import { eq, like, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { facts, people } from './schema.ts'
import type { Seal } from './seal.ts'
import { withTypedErrors } from './unavailable.ts'

/** What the house asks its own database at a start and while it runs. */
export type Facts = {
  /** Whether this is the key the database was sealed with; a new database takes it as its own. */
  readonly isOurKey: () => Promise<boolean>
  /** Writes, durably; throws StorageUnavailable when that is not possible. */
  readonly write: (now: number) => Promise<void>
}

/** Over one database and the seal of the key that was given. */
export function createFacts({ db, commit }: Database, seal: Seal): Facts {
  const put = (name: (typeof facts.$inferInsert)['name'], value: string) =>
    commit([
      db
        .insert(facts)
        .values({ name, value })
        .onConflictDoUpdate({ target: facts.name, set: { value } }),
    ])
  return withTypedErrors({
    isOurKey: async () => {
      const ours = await seal.lookup('key-check')
      const [kept] = await db.select().from(facts).where(eq(facts.name, 'key-check'))
      if (kept !== undefined) return kept.value === ours
      if (!(await opensWhatIsThere({ db }, seal))) return false
      await put('key-check', ours)
      return true
    },
    write: (now: number) => put('written', String(now)),
  })
}

/** A database of before the check value: whether its people can be read. */
async function opensWhatIsThere({ db }: Pick<Database, 'db'>, seal: Seal): Promise<boolean> {
  const [row] = await db
    .select({ sealed: people.sealedSender })
    .from(people)
    .where(like(people.sealedSender, '1.%'))
    .orderBy(sql`random()`)
    .limit(1)
  if (row === undefined) return true
  return seal.open(row.sealed).then(
    () => true,
    () => false,
  )
}
