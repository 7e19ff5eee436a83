import { onTestFinished } from 'vitest'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { fillSeason } from '#cli/simulate/simulate-season.ts'
import { day, start } from './build.ts'

const seasonSecret = 's'.repeat(40)
export const seasonEnd = start + 3 * 3_600_000
export const seasonPeriod = { from: seasonEnd - 31 * day, to: seasonEnd + 1 }

/** A simulated month of the district in a database of its own, closed when the test ends. */
export async function aStoredSeason(count: number, seed = 7, path = ':memory:') {
  const season = await openStoredSeason(count, seed, path)
  onTestFinished(() => {
    season.database.close()
  })
  return season
}

/** The same for whoever closes it: for several tests that only read. */
export async function openStoredSeason(count: number, seed = 7, path = ':memory:') {
  const database = openSqlite(path)
  const given = { seed, now: seasonEnd, days: 31, count, secret: seasonSecret, accounts: [] }
  const lived = await fillSeason(database, given)
  const settings = { newId: () => 'id', now: () => seasonEnd }
  const ports = createPorts(database, await makeSeal(seasonSecret), settings)
  return { ...ports, database, lived }
}
