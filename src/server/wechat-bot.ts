import { hostname } from 'node:os'
import { dirname, resolve } from 'node:path'
import { log as wechatyLog } from 'wechaty'
import { helpers } from 'wechaty-puppet'
import { openSqlite } from '#db/sqlite.ts'
import { startBot } from '#channels/wechat/wechaty-bot.ts'
import { botFetcher, botSender } from '#channels/wechat/wechaty-send.ts'
import type { LiveBot } from '#channels/wechat/wechaty-send.ts'
import type { Puppet } from '#channels/wechat/wechaty-session.ts'
import { imageCleanerOnNode } from './clean-image-node.ts'
import { makeBackground } from './background.ts'
import type { Config } from './config.ts'
import { openHouse } from './house.ts'
import { makeLog } from './log.ts'
import { pause } from './pause.ts'
import { repeat } from './repeat.ts'
import { findSecret } from './secret.ts'
import { puppetPackage } from './wechat-puppet.ts'

type Wanted = NonNullable<Config['wechaty']>

/**
 * Runs the WeChat bot in this process, on the server's database. It serves nothing and shares nothing but the
 * database with the server: whatever Wechaty or a puppet does wrong, wrong is this process alone.
 */
export async function runBot(
  config: Config,
  wanted: Wanted,
): Promise<{ stop: () => Promise<void> }> {
  const log = await makeLog(config.logLevel)
  // What Wechaty writes by itself holds names and words of people.
  wechatyLog.level('silent')
  const { secret } = findSecret(config.secret, config.database)
  const database = openSqlite(config.database, { files: config.files })
  const live: LiveBot = { wechaty: null }
  const bot = { send: botSender(live), fetch: botFetcher(live) }
  const baseUrl = config.url ?? `http://localhost:${String(config.port)}`
  const cleanImage = imageCleanerOnNode()
  const given = { database, config, secret, baseUrl, log, pause, cleanImage, bot }
  const house = await openHouse(given)
  const background = makeBackground(log)
  const running = startBot({
    ctx: () => house.ctxFor(null),
    live,
    fetch: bot.fetch,
    makePuppet: () => makePuppet(wanted),
    memory: resolve(dirname(config.database), 'wechaty'),
    holder: holder(),
    background: background.run,
  })
  const timer = repeat(running.round, background.run)
  return {
    stop: async () => {
      clearInterval(timer)
      await running.stop()
      await background.idle()
      database.close()
    },
  }
}

/** A server names itself to the bots it starts: one that replaces another takes its place at once. */
function holder(): string {
  return process.argv[2] ?? `${hostname()}:${String(process.pid)}`
}

/** A new puppet of the kind that is configured. */
function makePuppet(wanted: Wanted): Promise<Puppet> {
  const { token } = wanted
  const puppetOptions = token === null ? {} : { token }
  return helpers.resolvePuppet({ puppet: puppetPackage(wanted), puppetOptions })
}
