import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Heads } from '#app/evaluation/archive-port.ts'
import type { ReadModels } from '#app/evaluation/read-models-port.ts'
import type { Database } from '#db/database.ts'
import { createFacts } from '#db/facts.ts'
import { createPorts } from '#db/ports.ts'
import { createReadModels } from '#db/read-models.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { readConfig } from '#server/config.ts'
import { headFile } from '#server/head-file.ts'
import type { Env } from '#cli/setup.ts'

export type OpenData = ReturnType<typeof createPorts> & {
  readonly heads?: Heads
  readonly database: Database
  /** The tables that follow from history, beside an empty database in memory to write them to again. */
  readonly readModels: () => ReadModels
  /** Whether the house's own master secret was found: without it nothing sealed is read, and no hash checked. */
  readonly key: 'ours' | 'other' | 'missing'
}

// Opens nothing: without the house's secret only what is not sealed can be read.
const noSecret = 'no master secret is known here'

/** The database the tools read: `--db`, else the environment's, else the server's default. */
export function databasePath(given: string | undefined, env: Env = process.env): string {
  if (given !== undefined) return given
  const read = readConfig(env)
  return 'config' in read ? read.config.database : 'data/huiying.db'
}

/** An existing database file for reading by a command-line tool; null when there is none at `path`. */
export async function openData(path: string, env: Env = process.env): Promise<OpenData | null> {
  if (!existsSync(path)) return null
  const database = openSqlite(path)
  const secret = knownSecret(path, env)
  const seal = await makeSeal(secret ?? noSecret)
  const ports = createPorts(database, seal, { newId: () => crypto.randomUUID(), now: Date.now })
  const isOurs = secret !== null && (await createFacts(database, seal).isOurKey())
  return {
    ...ports,
    ...headsOf(path, env),
    database,
    readModels: () => createReadModels(database, openSqlite(':memory:'), seal),
    key: secret === null ? 'missing' : isOurs ? 'ours' : 'other',
  }
}

/** Where the server keeps the head of this database; of another one, as in a drill, nothing is known. */
function headsOf(path: string, env: Env): { readonly heads?: Heads } {
  const read = readConfig(env)
  const { database, headFile: file = null } = 'config' in read ? read.config : { database: '' }
  return file === null || resolve(database) !== resolve(path) ? {} : { heads: headFile(file) }
}

/** From the environment, else from the file the server keeps beside its database; never made here. */
function knownSecret(path: string, env: Env): string | null {
  const { HUIYING_SECRET: given } = env
  if (given !== undefined && given !== '') return given
  const file = join(dirname(path), 'huiying.secret')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}
