import { createHash } from 'node:crypto'
import type { Ctx } from '#app/ctx.ts'
import { isLeftToNext } from '#app/talk/join-words.ts'
import type { InboundMessage } from '#app/messages.ts'
import type { TranscriptEntry } from '#app/ports.ts'
import { processMessage, receiveMessage } from '#app/talk/receive-message.ts'
import { runTimers } from '#app/timers/run-timers.ts'
import { openSqlite } from '#db/sqlite.ts'
import type { SqliteDatabase } from '#db/sqlite.ts'
import { fragmentSettings } from '#domain/dialogue/fragments.ts'
import type { Dialogue } from '#domain/dialogue/types.ts'
import type { Actor } from '#domain/roles.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import type { Config } from '#server/config.ts'
import { openHouse } from '#server/house.ts'
import type { House } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import type { ScriptChannel } from './acts.ts'

export type Content = InboundMessage['content']
type Citizen = { readonly channel: ScriptChannel; readonly sender: string }

/** What the script remembers of one citizen. */
type Memory = {
  /** Of the transcript: what has been heard already. */
  cursor: number
  last: InboundMessage | null
  /** Words kept back to be joined with the next. */
  held: InboundMessage | null
}

/** All that is no table of the database: with an image of it, a whole state. */
type Loose = {
  now: number
  /** Messages sent, and ids made, so far. */
  sent: number
  minted: number
  citizen: Citizen
  readonly memories: Record<string, Memory>
}

type Kept = { readonly image: Buffer; readonly loose: Loose }

export type StageGiven = {
  readonly config: Config
  readonly now: number
  readonly citizen: Citizen
}

const hour = 3_600_000
const secret = 'a throw-away secret for a throw-away database'
const arrived = () => Promise.resolve({ ok: true } as const)

/** A house of its own in memory, its clock in the hands of whoever asks; nothing in it depends on chance. */
export type Stage = {
  readonly ctxFor: (actor: Actor | null) => Ctx
  readonly now: () => number
  readonly citizen: () => Citizen
  readonly moveTo: (citizen: Citizen) => void
  readonly dialogue: () => Promise<Dialogue | null>
  /** What the bot has said to this citizen since the last time. */
  readonly said: () => Promise<readonly TranscriptEntry[]>
  /** The citizen sends something, a second later. `waits`: the time in which more may follow passes. */
  readonly send: (content: Content, waits: boolean) => Promise<void>
  /** The channel delivers the citizen's last message once more; false: there is none. */
  readonly sendAgain: () => Promise<boolean>
  /** Turns the clock; what falls due on the way happens, none of it more than an hour late. */
  readonly advance: (ms: number) => Promise<void>
  readonly reset: () => Promise<void>
  readonly keep: () => Kept
  readonly goBack: (kept: Kept) => Promise<void>
  readonly close: () => void
}

type Run = {
  readonly given: StageGiven
  loose: Loose
  database: SqliteDatabase
  house: House
}

export async function openStage(given: StageGiven): Promise<Stage> {
  const { now, citizen } = given
  const run = await openRun(given, { now, sent: 0, minted: 0, citizen, memories: {} })
  const begun = imageOf(run)
  return {
    ...citizenSide(run),
    ctxFor: (actor) => ctxOf(run, actor),
    now: () => run.loose.now,
    advance: async (ms) => {
      const until = run.loose.now + ms
      await answerHeld(run, until)
      while (run.loose.now < until) {
        run.loose.now = Math.min(until, run.loose.now + hour)
        await runTimers(ctxOf(run, null))
      }
    },
    reset: () => returnTo(run, begun),
    keep: () => imageOf(run),
    goBack: (kept) => returnTo(run, kept),
    close: () => {
      run.database.close()
    },
  }
}

function citizenSide(run: Run) {
  return {
    citizen: () => run.loose.citizen,
    moveTo: (citizen: Citizen) => {
      run.loose.citizen = citizen
    },
    dialogue: () => {
      const { channel, sender } = run.loose.citizen
      return ctxOf(run, null).dialogues.find(channel, sender)
    },
    said: async () => {
      const { channel, sender } = run.loose.citizen
      const heard = memoryOf(run)
      const { dialogues } = ctxOf(run, null)
      const entries = await dialogues.transcript(channel, sender, heard.cursor, 500)
      heard.cursor = entries.at(-1)?.cursor ?? heard.cursor
      return entries.filter(({ from }) => from === 'bot')
    },
    send: async (content: Content, waits: boolean) => {
      const { loose } = run
      loose.now += 1000
      loose.sent += 1
      const id = `${loose.citizen.channel}:${String(loose.sent)}`
      const own = { id, ...loose.citizen, at: loose.now, content, replyToken: null }
      const memory = memoryOf(run)
      memory.last = own
      memory.held = waits ? null : await holdBack(ctxOf(run, null), own)
      if (waits) await receiveMessage(ctxOf(run, null), own)
    },
    sendAgain: async () => {
      const { last } = memoryOf(run)
      if (last !== null) await receiveMessage(ctxOf(run, null), last)
      return last !== null
    },
  }
}

async function openRun(given: StageGiven, loose: Loose): Promise<Run> {
  const database = openSqlite(':memory:')
  // The house reads clock and chance from the run it belongs to, whatever state that has returned to.
  const run = { given, loose, database } as Omit<Run, 'house'>
  return Object.assign(run, { house: await houseOf(run, database) })
}

function houseOf(run: Omit<Run, 'house'>, database: SqliteDatabase): Promise<House> {
  return openHouse({
    database,
    config: run.given.config,
    secret,
    baseUrl: 'http://localhost',
    log: silentLog,
    cleanImage: imageCleanerOnNode(),
    now: () => run.loose.now,
    chance: {
      newId: () => uuidOf((run.loose.minted += 1)),
      randomBytes: (n) => bytesOf((run.loose.minted += 1), n),
    },
  })
}

function imageOf({ database, loose }: Run): Kept {
  return { image: database.image(), loose: structuredClone(loose) }
}

async function returnTo(run: Run, { image, loose }: Kept): Promise<void> {
  run.database.close()
  run.loose = structuredClone(loose)
  run.database = openSqlite(image)
  run.house = await houseOf(run, run.database)
}

function memoryOf({ loose: { citizen, memories } }: Run): Memory {
  return (memories[`${citizen.channel}:${citizen.sender}`] ??= {
    cursor: 0,
    last: null,
    held: null,
  })
}

/** A context whose messages all arrive, whatever channels are set up, and that waits by turning the clock. */
function ctxOf(run: Run, actor: Actor | null): Ctx {
  const senders = { line: arrived, wechat: arrived, 'wechat-bot': arrived }
  const pause = (ms: number) => {
    run.loose.now += ms
    return Promise.resolve()
  }
  return { ...run.house.ctxFor(actor), senders, pause }
}

/** Stores a message and answers it, unless it may go on in the next: then it is given back, unanswered. */
async function holdBack(ctx: Ctx, message: InboundMessage): Promise<InboundMessage | null> {
  let paused = false
  const pause = () => {
    paused = true
    return Promise.resolve()
  }
  await ctx.inbox.put(message)
  const isLeft = await isLeftToNext({ ...ctx, pause }, message)
  if (paused || isLeft) return message
  await processMessage(ctx, message)
  return null
}

/** Words kept back are answered when nothing has followed them for long enough. */
async function answerHeld(run: Run, until: number): Promise<void> {
  for (const memory of Object.values(run.loose.memories)) {
    const { held } = memory
    if (held === null || held.at + fragmentSettings.settleMs > until) continue
    run.loose.now = Math.max(run.loose.now, held.at + fragmentSettings.settleMs)
    memory.held = null
    await processMessage(ctxOf(run, null), held)
  }
}

function uuidOf(count: number): string {
  return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`
}

function bytesOf(count: number, n: number): Uint8Array {
  const bytes: number[] = []
  for (let block = 0; bytes.length < n; block += 1) {
    bytes.push(
      ...createHash('sha256')
        .update(`${String(count)}:${String(block)}`)
        .digest(),
    )
  }
  return Uint8Array.from(bytes.slice(0, n))
}
