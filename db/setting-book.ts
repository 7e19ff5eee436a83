import { asc } from 'drizzle-orm'
import type { SettingBook, SettingChange } from '#app/settings/book.ts'
import type { Database } from './database.ts'
import { recordWith } from './journal.ts'
import { settingChanges } from './schema.ts'
import type { Seal } from './seal.ts'
import { typed } from './unavailable.ts'

const freshForMs = 60_000

/**
 * The port of settings: few rows, held in memory; another process's change is read within a minute. The journal tells
 * of each change in the same commit.
 */
export function createSettingBook(database: Database, seal: Seal): SettingBook {
  const { db } = database
  let known: readonly SettingChange[] = []
  let readAt = Number.NEGATIVE_INFINITY
  const read = async (now: number) => {
    const rows = await db.select().from(settingChanges).orderBy(asc(settingChanges.id))
    known = rows.map(({ id: _id, ...change }) => change)
    readAt = now
  }
  return {
    known: () => known,
    fresh: async (now) => {
      if (now >= readAt && now - readAt < freshForMs) return
      await read(now).catch((error: unknown) => {
        throw typed(error)
      })
    },
    add: async (change) => {
      try {
        const { at, by, ...data } = change
        const entry = {
          type: 'setting-changed',
          at,
          by: { id: by, role: 'administrator' },
          data,
        } as const
        await recordWith(database, seal, entry, [db.insert(settingChanges).values(change)])
        await read(change.at)
      } catch (error) {
        throw typed(error)
      }
    },
  }
}
