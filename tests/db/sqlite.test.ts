import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NewerData, StorageUnavailable, TrialData } from '#app/errors.ts'
import type { Database } from '#db/database.ts'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { aChange, aMessage, aTicket } from './build.ts'
import { monday } from './world.ts'

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return join(folder, 'data', 'huiying.sqlite')
}

function opened(path: string, settings: Parameters<typeof openSqlite>[1] = {}): Database {
  const database = openSqlite(path, settings)
  onTestFinished(() => {
    database.close()
  })
  return database
}

async function portsOf(database: Database) {
  let made = 0
  const newId = () => `id-${String((made += 1))}`
  return createPorts(database, await makeSeal('a master secret for tests'), {
    newId,
    now: () => monday,
  })
}

/** The first column of a pragma's first row. */
async function pragma(database: Database, name: string): Promise<unknown> {
  const [row] = await database.db.values<unknown[]>(sql.raw(`pragma ${name}`))
  return row?.[0]
}

/** A connection of somebody else that holds the write lock. */
function lock(path: string): void {
  const other = new Sqlite(path)
  other.exec('begin immediate')
  onTestFinished(() => {
    other.close()
  })
}

describe('an SQLite file', () => {
  it('is made with its folder', async () => {
    const ports = await portsOf(opened(newPath()))
    expect(await ports.readers.lastSerial('20261123')).toBe(0)
  })

  it('is opened so that readers and a writer do not wait, and what is committed stays', async () => {
    const database = opened(newPath())
    expect(await pragma(database, 'journal_mode')).toBe('wal')
    // 2: FULL.
    expect(await pragma(database, 'synchronous')).toBe(2)
    expect(await pragma(database, 'foreign_keys')).toBe(1)
  })

  it('waits three seconds for a lock unless told otherwise', async () => {
    const path = newPath()
    expect(await pragma(opened(path), 'busy_timeout')).toBe(3000)
    expect(await pragma(opened(path, { busyTimeoutMs: 40 }), 'busy_timeout')).toBe(40)
  })

  it('keeps what was written when it is opened again', async () => {
    const path = newPath()
    const first = openSqlite(path)
    const ports = await portsOf(first)
    await ports.store.commit(aChange({ tickets: [aTicket('t1')] }))
    first.close()
    const again = await portsOf(opened(path))
    expect(await again.store.history('t1')).toHaveLength(2)
  })

  it('that is locked for too long is unavailable to writers', async () => {
    const path = newPath()
    const ports = await portsOf(opened(path, { busyTimeoutMs: 20 }))
    lock(path)
    await expect(ports.inbox.put(aMessage('line:1'))).rejects.toThrow(StorageUnavailable)
    const change = aChange({ tickets: [aTicket('t1')] })
    await expect(ports.store.commit(change)).rejects.toThrow(StorageUnavailable)
  })

  it('that is locked can still be read', async () => {
    const path = newPath()
    const ports = await portsOf(opened(path, { busyTimeoutMs: 20 }))
    await ports.store.commit(aChange({ tickets: [aTicket('t1')] }))
    lock(path)
    expect(await ports.store.history('t1')).toHaveLength(2)
  })

  it('that is full is unavailable, keeps what it has, and goes on when there is room', async () => {
    const database = opened(newPath())
    const ports = await portsOf(database)
    await ports.store.commit(aChange({ tickets: [aTicket('t1')] }))
    await pragma(database, `max_page_count = ${String(await pragma(database, 'page_count'))}`)
    const long = { text: '油烟'.repeat(20_000) }
    const change = aChange({ tickets: [aTicket('t2', { serial: 2, opened: long })] })
    await expect(ports.store.commit(change)).rejects.toThrow(StorageUnavailable)
    expect(await ports.store.history('t1')).toHaveLength(2)
    expect(await ports.store.history('t2')).toEqual([])
    await pragma(database, 'max_page_count = 100000')
    expect(await ports.store.commit(change)).toBe('committed')
  })

  it.each([
    ['newer code', 1, NewerData],
    ['a trial before the first release', -1, TrialData],
  ])('whose tables are of %s is not opened', (_whose, later, fault) => {
    const path = newPath()
    const made = openSqlite(path)
    made.close()
    const sqlite = new Sqlite(path)
    sqlite
      .prepare(
        "insert into __drizzle_migrations (hash, created_at) select 'other', max(created_at) + ? from __drizzle_migrations",
      )
      .run(later)
    sqlite.close()
    expect(() => openSqlite(path)).toThrow(fault)
  })

  it('that was closed is unavailable', async () => {
    const database = openSqlite(newPath())
    const ports = await portsOf(database)
    database.close()
    await expect(ports.store.history('t1')).rejects.toThrow(StorageUnavailable)
  })
})
