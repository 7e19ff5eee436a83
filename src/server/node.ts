import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { serve } from '@hono/node-server'
import type { Heads } from '#app/evaluation/archive-port.ts'
import { lostHead } from '#app/evaluation/audit.ts'
import { openSqlite } from '#db/sqlite.ts'
import { emailSender } from '#channels/email/send.ts'
import { createApp } from './app.ts'
import { imageCleanerOnNode } from './clean-image-node.ts'
import { makeBackground } from './background.ts'
import { readConfig } from './config.ts'
import type { Config } from './config.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { headFile as makeHeadFile } from './head-file.ts'
import { openHouse } from './house.ts'
import type { House } from './house.ts'
import { makeLog } from './log.ts'
import { leaveGap, makeNumberMark } from './number-mark.ts'
import { pause } from './pause.ts'
import { repeat } from './repeat.ts'
import { tableReaderOnNode } from './read-table-node.ts'
import { findSecret } from './secret.ts'
import { lockServer } from './server-lock.ts'
import { startFaultLine } from './start-fault.ts'
import { ensureAdministrator } from './seed.ts'
import { clientIpOf } from './client-ip.ts'
import { serveStatic } from './static-node.ts'
import { isEntry, print, refuseConfig } from './terminal.ts'
import { say, serverTexts } from './texts.ts'
import { missingPackage } from './wechat-puppet.ts'
import { keepRunning, startBotProcess } from './wechat-child.ts'

const tidyEveryMs = 6 * 60 * 60_000

/** A server that listens, and how to end it. */
export type Running = {
  readonly url: string
  readonly house: House
  readonly stop: () => Promise<void>
}

/**
 * Opens the database (creating and migrating it), starts serving and the timers. `stop` takes no new
 * requests, finishes those begun and what they left to do, then closes the file.
 */
export async function startServer(config: Config): Promise<Running> {
  const log = await makeLog(config.logLevel)
  const { secret, madeAt } = findSecret(config.secret, config.database)
  if (madeAt !== null) print(say(serverTexts.newSecret, { path: madeAt }))
  const lock = openLock(config.database)
  const database = openSqlite(config.database, { files: config.files })
  const local = `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}`
  const closing = new AbortController()
  const background = makeBackground(log)
  const listening = await listen(config, async (port) => {
    const url = config.url ?? `${local}:${String(port)}`
    const cleanImage = imageCleanerOnNode()
    const node = { openMail: emailSender, guardedFetch }
    const given = { database, config, secret, baseUrl: url, log, pause, cleanImage, node }
    const house = await openHouse({ ...given, ...headsOf(config) })
    const lost = await lostHead(house.ports)
    if (lost !== null) print(say(serverTexts.headLost, { file: config.headFile ?? '' }))
    const gap = await leaveGap(config.database, house.facts)
    if (gap !== null) {
      print(say(serverTexts.numbersGap, { day: gap.day, serial: String(gap.serial) }))
    }
    const app = createApp(house, {
      url,
      background: background.run,
      closing: closing.signal,
      serveStatic,
      isCompressing: true,
      readTable: tableReaderOnNode(),
      clientIp: (c) => clientIpOf(c, config.trustProxy),
    })
    return { house, url, fetch: app.fetch }
  })
  const { runTimers, stages, tidyAttachments, facts } = listening.house
  await listening.house.beat()
  const markNumbers = makeNumberMark(config.database, facts)
  // What a crash left unfinished is finished now: nobody of before is still at work on it.
  background.run(runTimers({ settleMs: 0 }))
  background.run(tidyAttachments())
  const timers = [
    // One that never ends holds up no other.
    ...Object.values(stages).map((work) => repeat(work, background.run)),
    repeat(listening.house.beat, background.run),
    repeat(markNumbers, background.run),
    repeat(tidyAttachments, background.run, tidyEveryMs),
  ]
  const bot = isBotReady(config)
    ? keepRunning({ start: startBotProcess, log, now: Date.now, pause })
    : null
  return {
    url: listening.url,
    house: listening.house,
    stop: async () => {
      await bot?.stop()
      timers.forEach(clearInterval)
      closing.abort()
      await listening.close()
      await background.idle()
      await markNumbers()
      database.close()
      lock.release()
    },
  }
}

function headsOf({ headFile }: Config): { readonly heads?: Heads } {
  return headFile === undefined || headFile === null ? {} : { heads: makeHeadFile(headFile) }
}

/** The bot is wanted, and what it needs is installed. */
function isBotReady({ wechaty }: Config): boolean {
  return wechaty !== null && missingPackage(wechaty) === null
}

/** The folder is made first if need be. */
function openLock(path: string): ReturnType<typeof lockServer> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  return lockServer(path)
}

type Served = {
  readonly house: House
  readonly url: string
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>
}

/** Listens first, then builds the app: with port 0 only the socket knows the address cookies depend on. */
async function listen(
  config: Config,
  build: (port: number) => Promise<Served>,
): Promise<Served & { readonly close: () => Promise<void> }> {
  let served: Promise<Served> | null = null
  const server = serve({
    hostname: config.host,
    port: config.port,
    fetch: async (request: Request, env: object) => (await waitFor(served)).fetch(request, env),
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : config.port)
    })
  })
  served = build(port)
  return {
    ...(await served),
    close: () => closeAll(server),
  }
}

/** Takes no new connections and ends those kept alive as soon as their request is answered. */
function closeAll(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => {
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    }, 50)
    server.close(() => {
      clearInterval(idle)
      resolve()
    })
  })
}

function waitFor(served: Promise<Served> | null): Promise<Served> {
  return served ?? new Promise((resolve) => setImmediate(resolve)).then(() => waitFor(served))
}

async function main(): Promise<void> {
  const read = readConfig(process.env)
  if ('faults' in read) {
    refuseConfig(read.faults)
    return
  }
  const running = await startOrSay(read.config)
  if (running === null) return
  stopOnSignal(running)
  const made = await ensureAdministrator(running.house.auth)
  print(serverTexts.started)
  for (const text of [serverTexts.citizen, serverTexts.desk, serverTexts.bureau, serverTexts.api]) {
    print(`  ${say(text, { url: running.url })}`)
  }
  print(
    read.config.line === null ? serverTexts.lineOff : say(serverTexts.lineOn, { url: running.url }),
  )
  const { wechat, wecom, wechaty } = read.config
  if (wechat !== null) print(say(serverTexts.wechatOn, { url: running.url }))
  if (wecom !== null) print(say(serverTexts.wecomOn, { url: running.url }))
  if (wechaty !== null) {
    const on = say(serverTexts.botOn, { puppet: wechaty.puppet, url: running.url })
    print(missingPackage(wechaty) ?? on)
  }
  if (made !== null) {
    print(serverTexts.firstAdmin)
    print(say(serverTexts.account, made))
  }
}

/** Starts, or says in one line why not and what to do; null then. A fault of the program is thrown as it is. */
async function startOrSay(config: Config): Promise<Running | null> {
  try {
    return await startServer(config)
  } catch (error) {
    const line = startFaultLine(error, config)
    if (line === null) throw error
    print(line)
    // What was opened before the fault would keep the process alive.
    process.exit(1)
  }
}

function stopOnSignal(running: Running): void {
  const stop = () => {
    print(serverTexts.stopping)
    void running.stop().then(() => {
      print(serverTexts.stopped)
    })
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

if (isEntry(import.meta.url)) await main()
