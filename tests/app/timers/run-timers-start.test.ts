import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '#db/sqlite.ts'
import { readConfig } from '#server/config.ts'
import type { Config } from '#server/config.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openHouse } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { startServer } from '#server/node.ts'
import { words } from '#tests/app/app-world.ts'

const secret = 'a master secret for tests, 32+ characters'

function configOf(): Config {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const read = readConfig({
    HUIYING_DB: join(folder, 'huiying.db'),
    HUIYING_SECRET: secret,
    HUIYING_LOG: 'error',
  })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return { ...read.config, host: '127.0.0.1', port: 0 }
}

/** The inbox of the server's file, opened beside it; closed with `close`. */
async function inboxOf(config: Config) {
  const database = openSqlite(config.database)
  const given = {
    database,
    config,
    secret,
    baseUrl: 'http://localhost',
    log: silentLog,
    cleanImage: imageCleanerOnNode(),
  }
  const { ports } = await openHouse(given)
  return { inbox: ports.inbox, close: () => database.close() }
}

it('A server that starts finishes at once what was stored and never answered', async () => {
  const config = configOf()
  const message = words('果园西里小区门口的烧烤摊每天晚上冒烟')
  const before = await inboxOf(config)
  await before.inbox.put(message)
  before.close()
  const server = await startServer(config)
  await server.stop()
  const after = await inboxOf(config)
  onTestFinished(after.close)
  expect(await after.inbox.put(message)).toBe('done')
})
