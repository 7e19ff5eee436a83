import { defaultLimits } from '#domain/media.ts'
import type { webhook } from '@line/bot-sdk'
import type { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import type { TicketRow } from '#app/ports.ts'
import type { Database } from '#db/database.ts'
import { openSqlite } from '#db/sqlite.ts'
import { createApp } from '#server/app.ts'
import { makeBackground } from '#server/background.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openHouse } from '#server/house.ts'
import type { House } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { start } from '#tests/support/build.ts'
import {
  channelAccessToken,
  channelSecret,
  lineUser,
  postbackEvent,
  signedCall,
  textEvent,
} from '#tests/support/fakes/line-events.ts'
import { actionsOf, wordsOf } from '#tests/support/fakes/line-words.ts'
import { startLineServer } from '#tests/support/fakes/line-server.ts'
import type { LineServer } from '#tests/support/fakes/line-server.ts'

const secret = 'a master secret for tests, 32+ characters'

export type LineWorld = {
  readonly clock: { now: number }
  readonly house: House
  readonly app: Hono
  readonly line: LineServer
  /** LINE calls the webhook; what it left to do is done when this resolves. */
  readonly deliver: (...events: readonly webhook.Event[]) => Promise<Response>
  /** A round of the house's timers. */
  readonly timers: () => Promise<void>
  readonly tickets: () => Promise<readonly TicketRow[]>
  /** The parts of the next event: its id from a counter, the clock's time, one user. */
  readonly next: (parts?: { readonly user?: string; readonly mode?: webhook.EventMode }) => {
    readonly id: string
    readonly user: string
    readonly at: number
    readonly mode: webhook.EventMode
  }
  /** A person who writes and taps. */
  readonly citizen: (n?: number) => {
    readonly says: (text: string) => Promise<Response>
    /** Taps a button of the last message that has one, by the words on it. */
    readonly taps: (label: string) => Promise<Response>
    /** The words last received. */
    readonly hears: () => readonly string[]
  }
}

type Given = {
  readonly database?: Database
  /** false: the channel has no keys. */
  readonly line?: false
  /** Changes what the use cases are given, to let something go wrong. */
  readonly meddle?: (ctx: Ctx) => Ctx
}

/** The whole app with LINE switched on, against a stand-in of LINE; ends with the test. */
export async function openLine(given: Given = {}): Promise<LineWorld> {
  const line = await startLineServer()
  const database = given.database ?? openSqlite(':memory:')
  const clock = { now: start }
  const background = makeBackground(silentLog)
  onTestFinished(async () => {
    await line.close()
    await background.idle()
    if (given.database === undefined) database.close()
  })
  const real = await openHouse({
    database,
    config: { ...configFor(line.url), ...(given.line === false ? { line: null } : {}) },
    secret,
    baseUrl: 'http://localhost',
    log: silentLog,
    cleanImage: imageCleanerOnNode(),
    now: () => clock.now,
  })
  const meddle = given.meddle ?? ((ctx: Ctx) => ctx)
  const house: House = { ...real, ctxFor: (actor) => meddle(real.ctxFor(actor)) }
  const app = createApp(house, {
    url: 'http://localhost',
    background: background.run,
    serveStatic: (_, next) => next(),
    clientIp: () => null,
  })
  const deliver: LineWorld['deliver'] = async (...events) => {
    const { body, headers } = signedCall(events)
    const response = await app.request('/webhooks/line', { method: 'POST', body, headers })
    await background.idle()
    return response
  }
  let made = 0
  const next: LineWorld['next'] = ({ user = lineUser(1), mode = 'active' } = {}) => {
    made += 1
    return { id: `01EVENT${String(made).padStart(19, '0')}`, user, at: clock.now, mode }
  }
  return {
    clock,
    house,
    app,
    line,
    deliver,
    next,
    timers: async () => {
      await house.runTimers()
    },
    tickets: async () =>
      (await house.ports.readers.list({ sort: 'newest', limit: 50, offset: 0 })).rows,
    citizen: (n = 1) => citizen({ deliver, next, line }, lineUser(n)),
  }
}

function citizen(
  { deliver, next, line }: Pick<LineWorld, 'deliver' | 'next' | 'line'>,
  user: string,
) {
  return {
    says: (text: string) => deliver(textEvent(next({ user }), text)),
    taps: (label: string) => deliver(postbackEvent(next({ user }), buttonOf(line, label))),
    hears: () => line.delivered.at(-1)?.messages.map(wordsOf) ?? [],
  }
}

/** The data behind a button of the last message that has buttons. */
export function buttonOf(line: LineServer, label: string): string {
  const asked = line.delivered
    .flatMap((sent) => sent.messages)
    .map(actionsOf)
    .findLast((actions) => actions.length > 0)
  for (const action of asked ?? []) {
    if (action.type === 'postback' && action.label === label) return action.data ?? ''
  }
  throw new Error(`no button: ${label}`)
}

function configFor(apiUrl: string): House['config'] {
  return {
    database: ':memory:',
    host: '127.0.0.1',
    port: 0,
    secret,
    url: null,
    trustProxy: false,
    files: null,
    mediaLimits: defaultLimits,
    line: { channelSecret, channelAccessToken, apiUrl, dataUrl: apiUrl },
    wechat: null,
    wecom: null,
    wechaty: null,
    logLevel: 'error',
  }
}
