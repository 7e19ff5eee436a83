import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { monday } from './world.ts'

const child = fileURLToPath(new URL('child.ts', import.meta.url))

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return join(folder, 'huiying.sqlite')
}

/** Runs child.ts to its end; gives its exit code or the signal it died of, with what it said. */
function run(
  ...given: string[]
): Promise<{ readonly end: number | string; readonly said: string }> {
  return new Promise((resolve) => {
    const started = spawn(process.execPath, ['--import', 'tsx', child, ...given])
    let said = ''
    started.stderr.on('data', (data: Buffer) => {
      said += data.toString()
    })
    started.once('close', (code, signal) => {
      resolve({ end: signal ?? code ?? 'nothing', said })
    })
  })
}

async function portsAt(path: string) {
  const database = openSqlite(path)
  onTestFinished(() => {
    database.close()
  })
  const seal = await makeSeal('a master secret for tests')
  return createPorts(database, seal, { newId: () => 'id', now: () => monday })
}

describe('processes on one SQLite file', () => {
  it.each([1, 5, 9])(
    'leave nothing of a commit when killed after statement %i, and the message waits',
    async (count) => {
      const path = newPath()
      expect(await run('die', path, String(count))).toMatchObject({ end: 'SIGKILL' })
      const ports = await portsAt(path)
      expect(await ports.store.history('t1')).toEqual([])
      expect(await ports.readers.list({ sort: 'newest', limit: 1, offset: 0 })).toMatchObject({
        total: 0,
      })
      expect(await ports.outbox.take(monday, 10, 1000)).toEqual([])
      const waiting = await ports.inbox.unfinished(monday + 1, 10)
      expect(waiting.map((message) => message.id)).toEqual(['line:1'])
    },
  )

  it('make it together, wait for each other, and give no number twice', async () => {
    const path = newPath()
    const writers = [run('open', path, '15'), run('open', path, '15')]
    expect(await Promise.all(writers)).toEqual([
      { end: 0, said: '' },
      { end: 0, said: '' },
    ])
    const ports = await portsAt(path)
    const { rows } = await ports.readers.list({ sort: 'newest', limit: 50, offset: 0 })
    expect(new Set(rows.map((row) => row.number)).size).toBe(30)
    expect(await ports.readers.lastSerial('20261123')).toBe(30)
  })
})
