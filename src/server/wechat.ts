import { puppetKinds, readConfig } from './config.ts'
import { isEntry, print, refuseConfig } from './terminal.ts'
import { say, serverTexts } from './texts.ts'
import { missingPackage, puppetPackage } from './wechat-puppet.ts'

async function main(): Promise<void> {
  const read = readConfig(process.env)
  if ('faults' in read) {
    refuseConfig(read.faults)
    return
  }
  const { wechaty: wanted } = read.config
  if (wanted === null) return giveUp(say(serverTexts.botOff, { kinds: puppetKinds.join('、') }))
  const missing = missingPackage(wanted)
  if (missing !== null) return giveUp(missing)
  // Only now: without its packages, which not every house has, there is nothing to load.
  const { runBot } = await import('./wechat-bot.ts')
  const { stop } = await runBot(read.config, wanted)
  print(say(serverTexts.botAlone, { puppet: puppetPackage(wanted) }))
  stopWhenTold(stop)
}

function giveUp(why: string): void {
  print(why)
  process.exitCode = 1
}

/** A signal stops it, and so does the end of the server that started it. */
function stopWhenTold(stop: () => Promise<void>): void {
  const leave = () => {
    // Puppets may leave timers behind that would keep the process alive.
    void stop().finally(() => process.exit(0))
  }
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  process.once('disconnect', leave)
}

if (isEntry(import.meta.url)) await main()
