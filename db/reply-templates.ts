import { asc, eq } from 'drizzle-orm'
import type { ReplyTemplates } from '#app/replies/templates.ts'
import type { Database } from './database.ts'
import { replyTemplates } from './schema.ts'

/** The port of the units' templates of replies. */
export function createReplyTemplates({ db }: Pick<Database, 'db'>): ReplyTemplates {
  return {
    versions: async (unit) => {
      const ofUnit = db.select().from(replyTemplates).where(eq(replyTemplates.unit, unit))
      const rows = await ofUnit.orderBy(asc(replyTemplates.id))
      return rows.map(({ id: _id, ...version }) => version)
    },
    add: async (version) => {
      await db.insert(replyTemplates).values(version)
    },
  }
}
