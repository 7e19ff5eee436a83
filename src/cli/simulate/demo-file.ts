import { sql } from 'drizzle-orm'
import { openSqlite } from '#db/sqlite.ts'
import type { Account } from '#doors/staff-auth.ts'
import { createAuth } from '#server/auth.ts'
import { makeAccounts } from './season-people.ts'
import { fillSeason } from './simulate-season.ts'
import type { Lived } from './simulate.ts'

type Season = { readonly seed: number; readonly days: number; readonly count: number }

export const demoSeason: Season = { seed: 2026, days: 90, count: 750 }
export const demoPassword = 'huiying-demo'

export type Demo = { readonly accounts: readonly Account[]; readonly lived: readonly Lived[] }

/**
 * Writes what the demo shows to a new file that need not outlive a power cut: accounts, and a season that ends now.
 * `secret`: the master secret its personal data is sealed with.
 */
export async function writeDemo(
  path: string,
  secret: string,
  season: Season = demoSeason,
): Promise<Demo> {
  const database = openSqlite(path)
  await database.db.run(sql`pragma synchronous = off`)
  const auth = createAuth(database.db, { secret, baseUrl: 'http://localhost' })
  const accounts = await makeAccounts(auth, demoPassword)
  const lived = await fillSeason(database, { ...season, secret, now: Date.now(), accounts })
  database.close()
  return { accounts, lived }
}
