import type { D1Database } from '@cloudflare/workers-types'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { afterThisFile } from './after-file.ts'
import { d1OverFetch, d1Worker } from './d1-over-fetch.ts'
import { openD1 } from '#db/d1.ts'
import type { Database } from '#db/database.ts'
import { openSqlite } from '#db/sqlite.ts'

/** A database of its own, empty but for its tables. */
export type OpenStore = {
  readonly database: Database
  /** A second connection to the same data, as another process would have. */
  readonly again: () => Database
  /** Everything that lies on disk, as it lies there. */
  readonly bytes: () => Buffer
  readonly close: () => Promise<void>
}

export type TestStore = {
  readonly name: 'sqlite-file' | 'd1-in-miniflare'
  readonly open: () => Promise<OpenStore>
}

const migrations = new URL('../../db/migrations/', import.meta.url)

/** The statements of db/migrations, in order: what `wrangler d1 migrations apply` runs. */
function migrationStatements(): string[] {
  return readdirSync(migrations)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, migrations), 'utf8').split(/-->.*$/m))
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}

function bytesUnder(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
  return Buffer.concat(files.map((path) => readFileSync(path)))
}

const sqliteFile: TestStore = {
  name: 'sqlite-file',
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiying-'))
    const opened: Database[] = []
    const again = () => {
      const database = openSqlite(join(folder, 'huiying.sqlite'))
      opened.push(database)
      return database
    }
    return Promise.resolve({
      database: again(),
      again,
      bytes: () => bytesUnder(folder),
      close: () => {
        for (const database of opened) database.close()
        rmSync(folder, { recursive: true })
        return Promise.resolve()
      },
    })
  },
}

type Bucket = Awaited<ReturnType<Miniflare['getR2Bucket']>>

// One workerd for a test file: starting one takes a second. Its databases are emptied and used again.
type Workerd = {
  readonly miniflare: Miniflare
  readonly folder: string
  readonly free: string[]
  readonly migrated: Set<string>
}
let workerd: Workerd | null = null

function startWorkerd(): Workerd {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-d1-'))
  const free = Array.from({ length: 8 }, (_, index) => `DB${String(index)}`)
  const miniflare = new Miniflare({
    modules: true,
    script: d1Worker,
    compatibilityDate: '2026-04-01',
    d1Databases: free,
    d1Persist: folder,
    r2Buckets: free.map(bucketOf),
    r2Persist: join(folder, 'r2'),
  })
  const started: Workerd = { miniflare, folder, free: [...free], migrated: new Set() }
  afterThisFile(() => endWorkerd(started))
  return started
}

async function endWorkerd({ miniflare, folder }: Workerd): Promise<void> {
  workerd = null
  await miniflare.dispose()
  rmSync(folder, { recursive: true })
}

const tables = migrationStatements()
  .map((statement) => /^CREATE (?:VIRTUAL )?TABLE `(\w+)`/.exec(statement)?.[1])
  .filter((name) => name !== undefined)
const emptying = [...tables, 'sqlite_sequence'].map((table) => `DELETE FROM ${table}`)

/** The bucket that goes with a database. */
function bucketOf(database: string): string {
  return `FILES${database}`
}

async function emptied(bucket: Bucket): Promise<Bucket> {
  const { objects } = await bucket.list()
  await bucket.delete(objects.map(({ key }) => key))
  return bucket
}

async function prepare(binding: D1Database, migrated: boolean): Promise<void> {
  const statements = migrated ? emptying : migrationStatements()
  await binding.batch(statements.map((statement) => binding.prepare(statement)))
}

const d1InMiniflare: TestStore = {
  name: 'd1-in-miniflare',
  open: async () => {
    workerd ??= startWorkerd()
    const { miniflare, folder, free, migrated } = workerd
    const name = free.pop()
    if (name === undefined) throw new Error('more databases open than prepared for')
    const binding = d1OverFetch(miniflare, name)
    await prepare(binding, migrated.has(name))
    migrated.add(name)
    const bucket = await emptied(await miniflare.getR2Bucket(bucketOf(name)))
    // Safe because miniflare's R2Bucket is the platform's, from another copy of its types.
    const files = bucket as unknown as Parameters<typeof openD1>[1]
    const again = () => openD1(binding, files)
    return {
      database: again(),
      again,
      bytes: () => bytesUnder(folder),
      close: () => {
        free.push(name)
        return Promise.resolve()
      },
    }
  },
}

/** Both engines the house runs on, as they really are: every test of db runs on each. */
export const stores: readonly TestStore[] = [sqliteFile, d1InMiniflare]
