import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartFault } from './start-fault.ts'

export type Secret = {
  readonly secret: string
  /** Where a new one was just written; null when it was there already. */
  readonly madeAt: string | null
}

const leastLength = 32

/**
 * The master secret: from the environment, else from a file beside the database that only its owner may
 * read, made at the first start so that a bare machine can begin. A database that is there already has had one:
 * another is not made for it. Throws StartFault.
 */
export function findSecret(given: string | null, databasePath: string): Secret {
  if (given !== null) return { secret: given, madeAt: null }
  if (databasePath === ':memory:') return { secret: randomBytes(32).toString('hex'), madeAt: null }
  const path = join(dirname(databasePath), 'huiying.secret')
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim()
    if (kept.length < leastLength) throw new StartFault('keyEmpty', { file: path })
    return { secret: kept, madeAt: null }
  }
  if (hasData(databasePath)) throw new StartFault('keyMissing', { path: databasePath })
  mkdirSync(dirname(path), { recursive: true })
  const secret = randomBytes(32).toString('hex')
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return { secret, madeAt: path }
}

function hasData(databasePath: string): boolean {
  return existsSync(databasePath) && statSync(databasePath).size > 0
}
