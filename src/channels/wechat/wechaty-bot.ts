import type { Ctx } from '#app/ctx.ts'
import type { BotReport } from '#app/outbox/bot-port.ts'
import { deliverOutbox } from '#app/outbox/deliver-outbox.ts'
import { fetchAttachments } from '#app/files/fetch-attachments.ts'
import type { Fetcher } from '#app/ports.ts'
import { botPatienceMs } from '#app/outbox/read-bot.ts'
import { makeReceiver } from './wechaty-receive.ts'
import type { LiveBot } from './wechaty-send.ts'
import { nameOf, openSession } from './wechaty-session.ts'
import type { Puppet, Session } from './wechaty-session.ts'

const firstWaitMs = 1000
const longestWaitMs = 5 * 60_000
/** Between looks whether the bot is still another process's. */
const heldElsewhereMs = 10_000

export type BotDeps = {
  readonly ctx: () => Ctx
  readonly live: LiveBot
  readonly fetch: Fetcher
  readonly makePuppet: () => Promise<Puppet>
  readonly memory: string | null
  /** Names this process among those that might run the bot. */
  readonly holder: string
  readonly background: (work: Promise<unknown>) => void
}

export type RunningBot = {
  /** What has to be done again and again: shows that the bot lives, sends what is due, fetches evidence. */
  readonly round: () => Promise<void>
  /** Resolves when everything received so far is stored. */
  readonly stored: () => Promise<void>
  readonly stop: () => Promise<void>
}

type State = { session: Session | null; stopped: boolean; readonly stopping: Promise<void> }

/**
 * Runs the bot until it is stopped: connects, and when the connection is lost connects again, waiting longer
 * after each try that did not get online. One process at a time runs it.
 */
export function startBot(deps: BotDeps): RunningBot {
  const receiver = makeReceiver(deps)
  let wake: () => void = () => undefined
  const stopping = new Promise<void>((resolve) => (wake = resolve))
  const state: State = { session: null, stopped: false, stopping }
  const open = () =>
    openSession({
      ...deps,
      ...receiver,
      now: deps.ctx().now,
      log: deps.ctx().log,
      report: (report) => tell(deps, report),
    })
  const done = connectForever(deps, state, open)
  return {
    round: () => round(deps, state),
    stored: receiver.stored,
    stop: async () => {
      state.stopped = true
      wake()
      state.session?.end('stopped')
      await done
      await receiver.stored()
    },
  }
}

async function connectForever(deps: BotDeps, state: State, open: () => Session): Promise<void> {
  let failures = 0
  while (!state.stopped) {
    if (!(await holdIfPossible(deps))) {
      await wait(deps, state, heldElsewhereMs)
      continue
    }
    state.session = open()
    const { reason, wasOnline } = await state.session.ended
    state.session = null
    failures = wasOnline ? 0 : failures + 1
    deps.ctx().log.warn('bot.offline', { reason, failures })
    await tell(deps, { state: 'offline', code: null, account: null, reason })
    await wait(deps, state, Math.min(longestWaitMs, firstWaitMs * 2 ** failures))
  }
}

function hold({ ctx: ctxOf, holder }: BotDeps): Promise<boolean> {
  const ctx = ctxOf()
  const now = ctx.now()
  return ctx.bots.hold(holder, { now, staleBefore: now - botPatienceMs })
}

/** Storage out of reach is no reason to give up: the next try asks again. */
async function holdIfPossible(deps: BotDeps): Promise<boolean> {
  try {
    return await hold(deps)
  } catch (error) {
    deps.ctx().log.error('bot.storage', { error: nameOf(error) })
    return false
  }
}

async function tell({ ctx: ctxOf, holder }: BotDeps, report: BotReport): Promise<void> {
  const ctx = ctxOf()
  try {
    await ctx.bots.report(holder, report, ctx.now())
  } catch (error) {
    ctx.log.error('bot.unreported', { error: nameOf(error) })
  }
}

function wait(deps: BotDeps, { stopped, stopping }: State, ms: number): Promise<void> {
  return stopped ? Promise.resolve() : Promise.race([deps.ctx().pause(ms), stopping])
}

/** Nothing is sent while nobody is signed in: no try is used up in vain. */
async function round(deps: BotDeps, state: State): Promise<void> {
  const { session } = state
  if (session === null) return
  if (!(await hold(deps))) {
    session.end('held-elsewhere')
    return
  }
  session.checkPulse()
  if (deps.live.wechaty === null) return
  const ctx = deps.ctx()
  await deliverOutbox(ctx)
  await fetchAttachments(ctx, { 'wechat-bot': deps.fetch })
}
