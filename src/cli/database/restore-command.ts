import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { dayOf } from '#app/tools/time.ts'
import { createFacts } from '#db/facts.ts'
import { createJournal } from '#db/journal.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import type { Config } from '#server/config.ts'
import { findSecret } from '#server/secret.ts'
import { lockServer } from '#server/server-lock.ts'
import { StartFault } from '#server/start-fault.ts'
import { fingerprintOf } from './backup-command.ts'
import { checkCopy, copyFiles, databaseName, filesFolder, filesName } from './backup-parts.ts'
import { manifestName, manifestSchema, sha256Of } from './backup-parts.ts'
import type { Manifest } from './backup-parts.ts'
import { CliFault, readArgs, readSettings } from '#cli/setup.ts'
import type { Env } from '#cli/setup.ts'
import { backupTexts as say } from './texts-backup.ts'
import { fillText } from '#cli/texts.ts'

/** Numbers of today that may have been given after the backup: as many as no day has had. */
const gap = 10_000

/** Whoever sits at the machine. */
const keeper = { id: 'system', role: 'system' } as const

type Done = { readonly lines: readonly string[]; readonly code: number }

/**
 * npm run restore: checks a backup and its key, puts it in the place of the database (which is kept beside), adds its
 * attachments, and leaves a gap in the numbers of today. Only while no server runs. Throws CliFault with what to do.
 */
export async function restoreCommand(
  argv: readonly string[],
  env: Env,
  now: number = Date.now(),
): Promise<Done> {
  const { words, options } = readArgs(argv, { db: { type: 'string' } }, say.restoreUsage)
  const [path] = words
  if (path === undefined || words.length > 1) throw new CliFault(say.restoreUsage)
  const config = readSettings(env, options['db'])
  const manifest = await wholeBackup(path)
  await checkKey(config, manifest)
  mkdirSync(dirname(config.database), { recursive: true })
  const lock = lockOrSay(config.database)
  try {
    const aside = moveAside(config.database, now)
    copyFileSync(join(path, databaseName), config.database)
    const to = filesFolder(config.database, config.files)
    const { files } = copyFiles(join(path, filesName), to)
    const serial = await settleIn(config, manifest, now)
    const head = headAside(config, now)
    return {
      lines: told({ config, manifest, aside, head, serial, missing: manifest.files - files }),
      code: manifest.files > files ? 2 : 0,
    }
  } finally {
    lock.release()
  }
}

async function wholeBackup(path: string): Promise<Manifest> {
  const [copy, manifestPath] = [join(path, databaseName), join(path, manifestName)]
  if (!existsSync(copy) || !existsSync(manifestPath)) {
    throw new CliFault(fillText(say.notBackup, { path }))
  }
  const manifest = readManifest(manifestPath)
  if (manifest === null) throw new CliFault(fillText(say.notBackup, { path }))
  if ((await sha256Of(copy)) !== manifest.sha256) throw new CliFault(say.changed)
  const found = checkCopy(copy)
  if ('why' in found) throw new CliFault(fillText(say.badBackup, found))
  return manifest
}

function readManifest(path: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

async function checkKey(config: Config, { keyFingerprint: kept }: Manifest): Promise<void> {
  const folder = resolve(dirname(config.database))
  const isThere = config.secret !== null || existsSync(join(folder, 'huiying.secret'))
  if (!isThere) throw new CliFault(fillText(say.noKey, { folder }))
  const given = await fingerprintOf(config)
  if (given !== kept) throw new CliFault(fillText(say.wrongKey, { kept, given }))
}

function lockOrSay(database: string): ReturnType<typeof lockServer> {
  try {
    return lockServer(database, 0)
  } catch (error) {
    if (error instanceof StartFault && error.code === 'running') throw new CliFault(say.running)
    throw error
  }
}

/** The database as it was, with what is beside it; null when there was none. */
function moveAside(database: string, now: number): string | null {
  if (!existsSync(database)) return null
  const aside = `${database}.before-${String(now)}`
  renameSync(database, aside)
  for (const end of ['-wal', '-shm']) {
    if (existsSync(database + end)) renameSync(database + end, aside + end)
  }
  // It belongs to the database that was there; the gap is left here.
  rmSync(`${database}.numbers`, { force: true })
  return aside
}

/** The head that was written down belongs to the database of before; null when none was. */
function headAside({ headFile: file = null }: Config, now: number): string | null {
  if (file === null || !existsSync(file)) return null
  const aside = `${file}.before-${String(now)}`
  renameSync(file, aside)
  return aside
}

/** History tells of the restoring; new numbers of today come after any that was given since the backup. */
async function settleIn(config: Config, { at, sha256 }: Manifest, now: number): Promise<number> {
  const { secret } = findSecret(config.secret, config.database)
  const database = openSqlite(config.database, { files: config.files })
  try {
    const seal = await makeSeal(secret)
    const facts = createFacts(database, seal)
    const restored = {
      type: 'restored',
      at: now,
      by: keeper,
      data: { madeAt: at, sha256 },
    } as const
    await createJournal(database, seal).record(restored)
    const day = dayOf(now)
    const last = await facts.lastNumber()
    const serial = (last?.day === day ? last.serial : 0) + gap
    await facts.keepFrom({ day, serial })
    return serial
  } finally {
    database.close()
  }
}

type Outcome = {
  readonly config: Config
  readonly manifest: Manifest
  readonly aside: string | null
  readonly head: string | null
  readonly serial: number
  readonly missing: number
}

function told({ config, manifest, aside, head, serial, missing }: Outcome): readonly string[] {
  const at = new Date(manifest.at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })
  return [
    fillText(say.restored, { path: config.database, at }),
    ...(aside === null ? [] : [fillText(say.movedAside, { path: aside })]),
    ...(head === null ? [] : [fillText(say.headAside, { path: head })]),
    ...(missing > 0 ? [fillText(say.missingFiles, { count: missing })] : []),
    fillText(say.numbers, { serial }),
    say.next,
  ]
}
