import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { readConfig } from '#server/config.ts'
import type { Config } from '#server/config.ts'
import { startServer } from '#server/node.ts'
import type { Running } from '#server/node.ts'
import { serverTexts } from '#server/texts.ts'
import { demoPassword, demoSeason, writeDemo } from './demo-file.ts'
import type { Demo } from './demo-file.ts'
import { describeAccount } from './season-people.ts'
import { cliTexts, fillText } from '#cli/texts.ts'

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The environment's settings, but with this database, and no channel that could reach real people. */
function demoConfig(database: string, secret: string): Config | null {
  const { HUIYING_LOG = 'error' } = process.env
  const read = readConfig({
    ...process.env,
    HUIYING_LOG,
    HUIYING_DB: database,
    HUIYING_SECRET: secret,
  })
  if ('config' in read) {
    const off = { line: null, wechat: null, wecom: null, wechaty: null, outgoing: null }
    return { ...read.config, ...off }
  }
  print(serverTexts.configFaults)
  for (const fault of read.faults) print(`  ${fault.name}: ${fault.message}`)
  return null
}

function tell(url: string, { accounts, lived }: Demo): void {
  const seconds = Math.round(performance.now() / 1000)
  print(fillText(cliTexts.demoReady, { seconds, count: lived.length }))
  print(fillText(cliTexts.demoPlaces, { url }))
  print(fillText(cliTexts.demoPassword, { password: demoPassword }))
  for (const account of accounts) print(describeAccount(account))
  const asked = lived.findLast(({ change: { after }, story }) => {
    const { callback, status } = after
    const waits = callback !== null && callback.settledAt === null && callback.via === 'channel'
    return story.channel === 'web-chat' && status === 'resolved' && waits
  })
  if (asked !== undefined) {
    const { number } = asked.change.after.opened
    print(fillText(cliTexts.demoTicket, { number, code: asked.code }))
  }
  print(cliTexts.demoStop)
}

async function serve(config: Config): Promise<Running | null> {
  try {
    return await startServer(config)
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!taken) throw error
    print(fillText(cliTexts.demoPortTaken, { port: config.port }))
    process.exitCode = 1
    return null
  }
}

async function main(): Promise<void> {
  z.config(z.locales.zhCN())
  const folder = mkdtempSync(join(tmpdir(), 'huiying-demo-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const secret = randomBytes(32).toString('hex')
  const config = demoConfig(join(folder, 'demo.db'), secret)
  if (config === null) {
    process.exitCode = 1
    return
  }
  print(fillText(cliTexts.demoFilling, { days: demoSeason.days }))
  const filled = await writeDemo(config.database, secret)
  const running = await serve(config)
  if (running === null) return
  tell(running.url, filled)
  const stop = () => {
    void running.stop().then(() => {
      print(cliTexts.demoStopped)
    })
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

await main()
