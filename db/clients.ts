import { Buffer } from 'node:buffer'
import { asc, eq } from 'drizzle-orm'
import type { Clients } from '#app/intake/clients.ts'
import type { Database } from './database.ts'
import { clients } from './schema.ts'

/**
 * Programs and their keys. A key is 256 random bits, so a plain hash of it is enough: there is nothing to
 * guess. It is shown once, by whoever made it.
 */
export function createClients({ db }: Database): Clients {
  return {
    add: async ({ name, door, key, at }) => {
      const row = { name, door, keyHash: await hashOf(key), createdAt: at }
      const added = await db
        .insert(clients)
        .values(row)
        .onConflictDoNothing({ target: clients.name })
        .returning({ name: clients.name })
      return added.length > 0
    },
    remove: async (name) => {
      const gone = await db
        .delete(clients)
        .where(eq(clients.name, name))
        .returning({ name: clients.name })
      return gone.length > 0
    },
    byKey: async (key) => {
      const [row] = await db
        .select({ name: clients.name, door: clients.door })
        .from(clients)
        .where(eq(clients.keyHash, await hashOf(key)))
      return row ?? null
    },
    list: () =>
      db
        .select({ name: clients.name, door: clients.door, createdAt: clients.createdAt })
        .from(clients)
        .orderBy(asc(clients.name)),
  }
}

async function hashOf(key: string): Promise<string> {
  const bytes = new TextEncoder().encode(key)
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url')
}
