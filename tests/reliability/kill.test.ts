import { defaultLimits } from '#domain/media.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '#db/sqlite.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openHouse } from '#server/house.ts'
import type { House } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { channelAccessToken, channelSecret } from '#tests/support/fakes/line-events.ts'
import { startLineServer } from '#tests/support/fakes/line-server.ts'
import type { LineServer } from '#tests/support/fakes/line-server.ts'
import { heard, makeCrowd, pause } from './line-crowd.ts'
import { startProcess } from './server-process.ts'
import type { ServerProcess } from './server-process.ts'

const rounds = Number(process.env['KILL_ROUNDS'] ?? 4)
const seed = Number(process.env['KILL_SEED'] ?? 20261124)
const pairsPerRound = 8
const secret = 'a master secret for tests, 32+ characters'
const perRoundMs = 20_000
const limitMs = 60_000 + rounds * perRoundMs

/** Longer than any wait between tries, than a lease and than the time left to a process at work. */
const longAfterMs = 3_600_000

/** The server, killed and started again; `url` waits for the next one. */
function makeVictim(environment: Readonly<Record<string, string>>) {
  let running: Promise<ServerProcess> = startProcess(environment)
  return {
    url: async () => (await running).url,
    current: () => running,
    kill: async () => {
      const victim = await running
      victim.signal('SIGKILL')
      expect(await victim.ended).toBe('SIGKILL')
      running = startProcess(environment)
    },
  }
}

/** The house on the same file as the victim's, in this process; its clock can be put ahead. */
async function openBeside(database: string, line: LineServer) {
  const opened = openSqlite(database)
  onTestFinished(() => {
    opened.close()
  })
  const config = {
    database,
    host: '127.0.0.1',
    port: 0,
    secret,
    url: null,
    trustProxy: false,
    files: null,
    mediaLimits: defaultLimits,
    line: { channelSecret, channelAccessToken, apiUrl: line.url, dataUrl: line.url },
    wechat: null,
    wecom: null,
    wechaty: null,
    logLevel: 'error',
  } as const
  const clock = { aheadMs: 0 }
  const now = () => Date.now() + clock.aheadMs
  const baseUrl = 'http://localhost'
  const house = await openHouse({
    database: opened,
    config,
    secret,
    baseUrl,
    log: silentLog,
    now,
    cleanImage: imageCleanerOnNode(),
  })
  return { house, clock }
}

it(
  'Killed at random moments, the house opens exactly one ticket for every complaint and answers each message once',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiying-kill-'))
    const database = join(folder, 'huiying.db')
    const line = await startLineServer()
    onTestFinished(async () => {
      await line.close()
      rmSync(folder, { recursive: true })
    })
    const { house, clock } = await openBeside(database, line)
    const victim = makeVictim({
      HUIYING_DB: database,
      HUIYING_SECRET: secret,
      HUIYING_LOG: 'error',
      LINE_CHANNEL_SECRET: channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
      LINE_API_URL: line.url,
    })
    const crowd = makeCrowd({
      url: victim.url,
      patienceMs: limitMs / 2,
      answered: async (user) => (await said(house, user, '请核对')) > 0,
    })
    const random = xoroshiro128plus(seed)
    const people: Promise<void>[] = []
    for (let round = 0; round < rounds; round += 1) {
      await victim.current()
      for (let pair = 0; pair < pairsPerRound; pair += 1) {
        const one = crowd.complain()
        // What goes wrong is reported below, when all have had their say.
        one.catch(() => undefined)
        people.push(one)
        await pause(uniformInt(random, 0, 80))
      }
      await pause(uniformInt(random, 0, 300))
      await victim.kill()
    }
    await Promise.all(people)
    const last = await victim.current()
    last.signal('SIGTERM')
    expect(await last.ended).toBe(0)

    clock.aheadMs = longAfterMs
    while ((await house.runTimers()).batches > 0);
    expect(await house.ports.inbox.unfinished(Number.MAX_SAFE_INTEGER, 10)).toEqual([])
    const { rows, total } = await house.ports.readers.list({
      sort: 'newest',
      limit: 10_000,
      offset: 0,
    })
    expect(total).toBe(crowd.users.length)
    expect(new Set(rows.map((row) => row.number)).size).toBe(total)
    for (const [index, user] of crowd.users.entries()) {
      await expectAnsweredOnce(house, user)
      expect(heard(line, index + 1, user, '已受理')).toBe(true)
    }
    expect(await house.ports.outbox.troubles(10)).toEqual([])
    report({ kills: rounds, ...crowd.figures, tickets: total, sent: line.delivered.length })
  },
  limitMs,
)

/** How many messages to a person have these words. */
async function said(house: House, user: string, words: string): Promise<number> {
  const entries = await house.ports.dialogues.transcript('line', user, 0, 100)
  return entries.filter((entry) => entry.from === 'bot' && entry.text.includes(words)).length
}

/** Both messages stand once in the dialogue, each with one answer, and it leads to one ticket. */
async function expectAnsweredOnce(house: House, user: string): Promise<void> {
  const entries = await house.ports.dialogues.transcript('line', user, 0, 100)
  expect(entries.filter((entry) => entry.from === 'citizen')).toHaveLength(2)
  expect(await said(house, user, '请核对')).toBe(1)
  expect(await said(house, user, '已受理')).toBe(1)
  const dialogue = await house.ports.dialogues.find('line', user)
  expect(dialogue?.ticketIds).toHaveLength(1)
  const [opened] = await house.ports.store.history(dialogue?.ticketIds[0] ?? '')
  expect(opened).toMatchObject({ type: 'opened', data: { citizenId: dialogue?.personId } })
}

function report(figures: Readonly<Record<string, number>>): void {
  console.log(
    Object.entries(figures)
      .map(([name, count]) => `${name} ${String(count)}`)
      .join(', '),
  )
}
