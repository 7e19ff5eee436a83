import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from '#db/database.ts'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { readConfig } from '#server/config.ts'

export type OpenData = ReturnType<typeof createPorts> & {
  readonly database: Database
  /** The house's own master secret was found: what is sealed can be opened, seals can be checked. */
  readonly keyed: boolean
}

// Opens nothing: without the house's secret only what is not sealed can be read.
const noSecret = 'no master secret is known here'

/** The database the tools read: `--db`, else the environment's, else the server's default. */
export function databasePath(given: string | undefined): string {
  if (given !== undefined) return given
  const read = readConfig(process.env)
  return 'config' in read ? read.config.database : 'data/huiying.db'
}

/** An existing database file for reading by a command-line tool; null when there is none at `path`. */
export async function openData(path: string): Promise<OpenData | null> {
  if (!existsSync(path)) return null
  const database = openSqlite(path)
  const secret = knownSecret(path)
  const seal = await makeSeal(secret ?? noSecret)
  const ports = createPorts(database, seal, { newId: () => crypto.randomUUID(), now: Date.now })
  return { ...ports, database, keyed: secret !== null }
}

/** From the environment, else from the file the server keeps beside its database; never made here. */
function knownSecret(path: string): string | null {
  const { HUIYING_SECRET: given } = process.env
  if (given !== undefined && given !== '') return given
  const file = join(dirname(path), 'huiying.secret')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}
