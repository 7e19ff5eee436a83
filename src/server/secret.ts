import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Secret = {
  readonly secret: string
  /** Where a new one was just written; null when it was there already. */
  readonly madeAt: string | null
}

/**
 * The master secret: from the environment, else from a file beside the database that only its owner may
 * read, made at the first start so that a bare machine can begin.
 */
export function findSecret(given: string | null, databasePath: string): Secret {
  if (given !== null) return { secret: given, madeAt: null }
  if (databasePath === ':memory:') return { secret: randomBytes(32).toString('hex'), madeAt: null }
  const path = join(dirname(databasePath), 'huiying.secret')
  if (existsSync(path)) return { secret: readFileSync(path, 'utf8').trim(), madeAt: null }
  mkdirSync(dirname(path), { recursive: true })
  const secret = randomBytes(32).toString('hex')
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return { secret, madeAt: path }
}
