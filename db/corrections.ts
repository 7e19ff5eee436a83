import type { Corrections } from '#app/evaluation/corrections-port.ts'
import type { Database } from './database.ts'
import { corrections } from './schema.ts'

/** The port of decisions on proposed examples. */
export function createCorrections({ db }: Pick<Database, 'db'>): Corrections {
  return {
    verdicts: () => db.select().from(corrections),
    decide: async (verdict) => {
      await db
        .insert(corrections)
        .values(verdict)
        .onConflictDoUpdate({ target: corrections.ticketId, set: verdict })
    },
  }
}
