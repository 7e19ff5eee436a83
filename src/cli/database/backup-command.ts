import { beijingOffsetMs } from '#routing/calendar.ts'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createFacts } from '#db/facts.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { findSecret } from '#server/secret.ts'
import {
  checkCopy,
  copyFiles,
  databaseName,
  filesFolder,
  filesName,
  manifestName,
} from './backup-parts.ts'
import { sha256Of } from './backup-parts.ts'
import type { Manifest } from './backup-parts.ts'
import { CliFault, readArgs, readSettings } from '#cli/setup.ts'
import type { Env } from '#cli/setup.ts'
import { backupTexts as say } from './texts-backup.ts'
import { fillText } from '#cli/texts.ts'

type Done = { readonly lines: readonly string[]; readonly code: number }

/**
 * npm run backup: the database while it is in use, then the attachments, into a folder named by the time; the copy is
 * checked, and says which key it needs. The key itself is not in it. Throws CliFault with what to do.
 */
export async function backupCommand(
  argv: readonly string[],
  env: Env,
  now: number = Date.now(),
): Promise<Done> {
  const { words, options } = readArgs(argv, { db: { type: 'string' } }, say.usage)
  const [parent] = words
  if (parent === undefined || words.length > 1) throw new CliFault(say.usage)
  const config = readSettings(env, options['db'])
  if (!existsSync(config.database)) {
    throw new CliFault(fillText(say.noDatabase, { path: config.database }))
  }
  const path = join(parent, `huiying-${stamp(now)}`)
  if (existsSync(path)) throw new CliFault(fillText(say.exists, { path }))
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const copy = join(path, databaseName)
  await copyDatabase(config.database, copy)
  const found = checkCopy(copy)
  if ('why' in found) {
    rmSync(path, { recursive: true })
    throw new CliFault(fillText(say.badCopy, found))
  }
  const { files, copied } = copyFiles(
    filesFolder(config.database, config.files),
    join(path, filesName),
  )
  const keyFingerprint = await fingerprintOf(config)
  const sha256 = await sha256Of(copy)
  const manifest: Manifest = { at: now, sha256, keyFingerprint, ...found, files }
  writeFileSync(join(path, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return {
    lines: [
      fillText(say.done, { path }),
      fillText(say.counted, { ...found, files, copied }),
      fillText(say.key, { key: keyFingerprint }),
    ],
    code: 0,
  }
}

/** The engine's own online copy: consistent, while others write. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true })
  try {
    await source.backup(to)
  } finally {
    source.close()
  }
}

type Keyed = { readonly secret: string | null; readonly database: string }

/** Which key a database was sealed with, as far as it can be told without showing it. */
export async function fingerprintOf({ secret: given, database }: Keyed): Promise<string> {
  const { secret } = findSecret(given, database)
  const opened = openSqlite(':memory:')
  try {
    return await createFacts(opened, await makeSeal(secret)).keyFingerprint()
  } finally {
    opened.close()
  }
}

/** 2026-11-23T090500, by the clock of the office. */
function stamp(now: number): string {
  const shanghai = new Date(now + beijingOffsetMs)
  return shanghai.toISOString().slice(0, 19).replaceAll(':', '')
}
