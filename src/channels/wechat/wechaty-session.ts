import { types, WechatyBuilder } from 'wechaty'
import type { Friendship, Message, Wechaty } from 'wechaty'
import type { impls } from 'wechaty-puppet'
import type { BotReport } from '#app/outbox/bot-port.ts'
import type { Log } from '#app/ctx.ts'
import type { LiveBot } from './wechaty-send.ts'

export type Puppet = impls.PuppetInterface

export type SessionDeps = {
  readonly now: () => number
  readonly log: Log
  /** Made anew for each session. */
  readonly makePuppet: () => Promise<Puppet>
  /** File (without its ending) where the puppet keeps its sign-in; null: nowhere. */
  readonly memory: string | null
  readonly live: LiveBot
  readonly report: (report: BotReport) => Promise<void>
  readonly onMessage: (message: Message) => void
  readonly onFriendship: (friendship: Friendship) => void
}

/** How a session ended: why, and whether anybody was ever signed in. */
type Ended = { readonly reason: string; readonly wasOnline: boolean }

/** A connection under way. */
export type Session = {
  readonly ended: Promise<Ended>
  /** Ends it from outside. */
  readonly end: (reason: string) => void
  /** Ends it when a puppet that used to show its pulse has not for long. */
  readonly checkPulse: () => void
}

const longestPulseMs = 3 * 60_000
/** Puppets report trifles too. So many errors with nothing good between them are a connection that is lost. */
const errorsAtMost = 20

type Life = {
  wasOnline: boolean
  pulseAt: number | null
  /** Whether there was ever a login code or somebody signed in. */
  isReached: boolean
  errors: number
  isOver: boolean
}

/** One connection of the bot, from start until it is lost. Never throws: why it ended is a value. */
export function openSession(deps: SessionDeps): Session {
  const life: Life = {
    wasOnline: false,
    pulseAt: null,
    isReached: false,
    errors: 0,
    isOver: false,
  }
  let end: (reason: string) => void = () => undefined
  const over = new Promise<string>((resolve) => (end = resolve))
  return {
    ended: live(deps, life, { over, end }).then((reason) => ({
      reason,
      wasOnline: life.wasOnline,
    })),
    end: (reason) => {
      end(reason)
    },
    checkPulse: () => {
      if (life.pulseAt !== null && deps.now() - life.pulseAt > longestPulseMs) end('no-pulse')
    },
  }
}

type Ending = { readonly over: Promise<string>; readonly end: (reason: string) => void }

async function live(deps: SessionDeps, life: Life, { over, end }: Ending): Promise<string> {
  let wechaty: Wechaty | null = null
  try {
    await deps.report({ state: 'starting', code: null, account: null, reason: null })
    const puppet = await deps.makePuppet()
    const name = deps.memory === null ? {} : { name: deps.memory }
    wechaty = WechatyBuilder.build({ puppet, ...name })
    listen(wechaty, deps, life, end)
    await wechaty.start()
  } catch (error) {
    deps.log.warn('bot.failed', { error: nameOf(error) })
    end('start-failed')
  }
  const reason = await over
  life.isOver = true
  deps.live.wechaty = null
  await wechaty?.stop().catch(() => undefined)
  return reason
}

function listen(wechaty: Wechaty, deps: SessionDeps, life: Life, end: Ending['end']): void {
  const tell = (report: Partial<BotReport> & Pick<BotReport, 'state'>) => {
    const whole = { code: null, account: null, reason: null, ...report }
    deps.report(whole).catch((error: unknown) => {
      deps.log.error('bot.unreported', { error: nameOf(error) })
    })
  }
  const isWell = () => {
    life.isReached = true
    life.errors = 0
  }
  wechaty.on('scan', (code, status) => {
    isWell()
    tell({ state: 'waiting', code: status === types.ScanStatus.Scanned ? null : code })
  })
  wechaty.on('login', (user) => {
    isWell()
    life.wasOnline = true
    deps.live.wechaty = wechaty
    tell({ state: 'online', account: user.name() })
  })
  wechaty.on('logout', () => {
    end('signed-out')
  })
  wechaty.on('heartbeat', () => {
    life.pulseAt = deps.now()
  })
  wechaty.on('error', (error) => {
    if (life.isOver) return
    deps.log.warn('bot.error', { error: error.name })
    life.errors += 1
    if (!life.isReached) end('start-failed')
    else if (life.errors > errorsAtMost) end('failing')
  })
  wechaty.on('message', (message) => {
    isWell()
    deps.onMessage(message)
  })
  wechaty.on('friendship', deps.onFriendship)
}

/** An error's name: its message may hold personal data. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
