import type { Heads } from '#app/evaluation/archive-port.ts'
import type { Ctx, Log } from '#app/ctx.ts'
import type { ImageCleaner, Transcriber } from '#app/files/attachments-port.ts'
import type { Fetcher, Ports, Sender } from '#app/ports.ts'
import type { Actor } from '#domain/roles.ts'
import { system } from '#app/tickets/plan-change.ts'
import { boundedInbox } from '#app/tools/bound-message.ts'
import { fetchAttachments } from '#app/files/fetch-attachments.ts'
import { notifyStaff } from '#app/notices/notify-staff.ts'
import { runStage, runTimers, stages } from '#app/timers/run-timers.ts'
import { tidyAttachments } from '#app/files/tidy-attachments.ts'
import type { StageName } from '#app/timers/run-timers.ts'
import { makeInProcess } from '#app/tools/in-process.ts'
import { makeNumbers } from '#app/tools/numbers.ts'
import type { Database } from '#db/database.ts'
import { createFacts } from '#db/facts.ts'
import type { Facts } from '#db/facts.ts'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { channels } from '#domain/ticket/events.ts'
import type { StaffAuth } from '#doors/staff-auth.ts'
import { createAuth } from './auth.ts'
import { openChannels } from './channels.ts'
import type { Channels } from './channels.ts'
import type { Config } from './config.ts'
import { makeHeartbeat } from './heartbeat.ts'
import { makeHealth } from './health.ts'
import type { Health } from './health.ts'
import { openStaffWays } from './staff-ways.ts'
import type { NodeWays } from './staff-ways.ts'

/** Everything that runs, wired once; the entry points add the outside. */
export type House = {
  readonly database: Database
  readonly ports: Ports
  readonly auth: StaffAuth
  readonly log: Log
  readonly config: Config
  readonly secret: string
  readonly passive: Channels['passive']
  /** A context for whoever acts; null: somebody who has not signed in. */
  readonly ctxFor: (actor: Actor | null) => Ctx
  /** Everything that happens without a person, once; `settleMs` as in run-timers.ts. */
  readonly runTimers: (options?: { readonly settleMs?: number }) => ReturnType<typeof runTimers>
  /** The same stage by stage, with what is done apart from it: watched, for whoever lets none wait for another. */
  readonly stages: Stages
  readonly health: Health
  readonly facts: Facts
  /** A sign of life: before the timers at a start, then with them. */
  readonly beat: () => Promise<void>
  /** Attachments still with their channels, once. Apart from the timers: a slow channel holds up nothing else. */
  readonly fetchAttachments: () => Promise<number>
  /** Messages to staff outside the desk, once. Apart for the same reason. */
  readonly notifyStaff: () => Promise<number>
  /** Moves attachments that an older version stored, and clears away files nothing refers to. */
  readonly tidyAttachments: () => ReturnType<typeof tidyAttachments>
}

const nobody: Actor = { id: 'anonymous', role: 'citizen', unit: null, name: '' }

export type HouseGiven = {
  readonly database: Database
  readonly config: Config
  readonly secret: string
  readonly baseUrl: string
  readonly log: Log
  readonly cleanImage: ImageCleaner
  /** Makes words of recordings; none when left out. */
  readonly transcribe?: Transcriber
  /** UTC milliseconds; the real clock when left out. */
  readonly now?: () => number
  /** Ids and random bytes; real chance when left out. */
  readonly chance?: Pick<Ctx, 'newId' | 'randomBytes'>
  /** Waits so many milliseconds; when left out nothing waits, as in tests and at a terminal. */
  readonly pause?: (ms: number) => Promise<void>
  /** Where heads are kept outside the database; left out: nowhere. */
  readonly heads?: Heads
  /** What only Node has; left out on Workers. */
  readonly node?: NodeWays
  /** Only in the bot's own process: how it sends and fetches. Every other channel is left to the server. */
  readonly bot?: { readonly send: Sender; readonly fetch: Fetcher }
}

const botChannel = 'wechat-bot'

function channelsOf({ config, bot }: HouseGiven, now: () => number): Channels {
  if (bot === undefined) return openChannels(config, now)
  const [senders, fetchers] = [{ [botChannel]: bot.send }, { [botChannel]: bot.fetch }]
  return { senders, fetchers, passive: null }
}

const realChance: Pick<Ctx, 'newId' | 'randomBytes'> = {
  newId: () => crypto.randomUUID(),
  randomBytes: (n) => crypto.getRandomValues(new Uint8Array(n)),
}

/** The database was sealed with another key: going on would mix two. */
class WrongKey extends Error {
  override readonly name = 'WrongKey'
}

/** Wires database, channels and accounts. `secret`: at least 32 characters. Throws WrongKey, NewerData. */
export async function openHouse(given: HouseGiven): Promise<House> {
  const { database, config, secret, baseUrl, log } = given
  const now = given.now ?? Date.now
  const { newId, randomBytes } = given.chance ?? realChance
  const elsewhere = channels.filter((one) => (one === botChannel) === (given.bot === undefined))
  const seal = await makeSeal(secret)
  const facts = createFacts(database, seal)
  if (!(await facts.isOurKey())) throw new WrongKey('the database was sealed with another key')
  await facts.enter()
  const health = makeHealth({ write: facts.write, log, now })
  const stored = createPorts(database, seal, { newId, now, elsewhere })
  const { senders, fetchers, passive } = channelsOf(given, now)
  const { node } = given
  const ways = { config, baseUrl, now, ...(node === undefined ? {} : { node }) }
  const inbox = boundedInbox(stored.inbox)
  const ports: Ports = {
    ...stored,
    ...(given.heads === undefined ? {} : { heads: given.heads }),
    inbox,
    senders,
    staffSenders: openStaffWays(ways),
  }
  const common = {
    ...ports,
    now,
    newId,
    log,
    outgoing: {
      url: baseUrl.replace(/\/$/, ''),
      privateWebhooks: config.outgoing?.privateWebhooks === true,
    },
    media: {
      limits: config.mediaLimits,
      cleanImage: given.cleanImage,
      transcribe: given.transcribe ?? null,
    },
    giveNumbers: makeNumbers(ports.readers),
    ...(node === undefined ? {} : { inProcess: makeInProcess() }),
    pause: given.pause ?? (() => Promise.resolve()),
    randomBytes,
  }
  const ctxFor = (actor: Actor | null): Ctx => ({ ...common, actor: actor ?? nobody })
  return {
    database,
    ports,
    auth: createAuth(database.db, {
      secret,
      baseUrl,
      requireSecondFactor: config.requireSecondFactor === true,
    }),
    log,
    config,
    secret,
    passive,
    ctxFor,
    runTimers: (options) => runTimers(ctxFor(system), options),
    health,
    facts,
    beat: makeHeartbeat({ facts, log, now }),
    stages: watched(health, {
      ...timerStages(ctxFor(system)),
      attachments: () => fetchAttachments(ctxFor(system), fetchers),
      notices: () => notifyStaff(ctxFor(system)),
    }),
    fetchAttachments: () => fetchAttachments(ctxFor(system), fetchers),
    notifyStaff: () => notifyStaff(ctxFor(system)),
    tidyAttachments: () => tidyAttachments(ctxFor(system)),
  }
}

type Stages = Readonly<Record<string, () => Promise<unknown>>>

function timerStages(ctx: Ctx): Stages {
  // Safe because the keys of a literal are what it was written with.
  const names = Object.keys(stages) as StageName[]
  return Object.fromEntries(names.map((name) => [name, () => runStage(ctx, name)]))
}

function watched(health: Health, given: Stages): Stages {
  return Object.fromEntries(
    Object.entries(given).map(([name, work]) => [name, () => health.watch(name, work)]),
  )
}
