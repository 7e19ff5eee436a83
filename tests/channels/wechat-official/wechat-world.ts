import type { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import { StorageUnavailable } from '#app/errors.ts'
import type { OutboxTrouble, TicketRow } from '#app/ports.ts'
import { openSqlite } from '#db/sqlite.ts'
import { createApp } from '#server/app.ts'
import { makeBackground } from '#server/background.ts'
import type { Config } from '#server/config.ts'
import { readConfig } from '#server/config.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openHouse } from '#server/house.ts'
import type { House } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { start } from '#tests/support/build.ts'
import { aesKey, appId, corpId, plainCall, sealedCall, token, xmlOf } from './calls.ts'
import type { SignedCall } from './calls.ts'
import { startWechatServer } from './wechat-server.ts'
import type { WechatServer } from './wechat-server.ts'

const secret = 'a master secret for tests, 32+ characters'

export type WechatWorld = {
  readonly clock: { now: number }
  readonly house: House
  readonly app: Hono
  readonly wechat: WechatServer
  /** WeChat calls; what it left to do is done when this resolves, unless told not to wait. */
  readonly call: (signed: SignedCall, path?: string) => Promise<Response>
  readonly idle: () => Promise<void>
  readonly timers: () => Promise<void>
  readonly tickets: () => Promise<readonly TicketRow[]>
  readonly troubles: () => Promise<readonly OutboxTrouble[]>
  /** Fields of the next message: its id from a counter, the clock's time. */
  readonly fields: (
    more: Readonly<Record<string, string | number>>,
  ) => Readonly<Record<string, string | number>>
  /** A message in plain mode, or sealed when the world is. */
  readonly message: (more: Readonly<Record<string, string | number>>) => SignedCall
  /** A citizen's words, delivered; what they hear back. */
  readonly says: (text: string) => Promise<readonly string[]>
}

type Given = {
  readonly sealed?: true
  readonly wecom?: true
  /** Answers go out in the call itself. */
  readonly passive?: true
  /** Neither the official account nor WeCom has keys. */
  readonly off?: true
  readonly meddle?: (ctx: Ctx) => Ctx
}

/** The whole app with WeChat switched on, against a stand-in of its API; ends with the test. */
export async function openWechat(given: Given = {}): Promise<WechatWorld> {
  const wechat = await startWechatServer()
  const database = openSqlite(':memory:')
  const clock = { now: start }
  const background = makeBackground(silentLog)
  onTestFinished(async () => {
    await background.idle()
    database.close()
  })
  const config = configFor(wechat.url, given)
  const baseUrl = 'http://localhost'
  const now = () => clock.now
  const real = await openHouse({
    database,
    config,
    secret,
    baseUrl,
    log: silentLog,
    now,
    cleanImage: imageCleanerOnNode(),
  })
  const meddle = given.meddle ?? ((ctx: Ctx) => ctx)
  const house: House = { ...real, ctxFor: (actor) => meddle(real.ctxFor(actor)) }
  const app = createApp(house, {
    url: baseUrl,
    background: background.run,
    serveStatic: (_, next) => next(),
    clientIp: () => null,
  })
  const path = given.wecom ? '/webhooks/wecom' : '/webhooks/wechat'
  let made = 0
  const fields: WechatWorld['fields'] = (more) => {
    made += 1
    return {
      ToUserName: 'gh_1',
      FromUserName: 'oCitizen1',
      CreateTime: Math.floor(clock.now / 1000),
      // Longer than a number is exact.
      MsgId: `90071992547409${String(9930 + made)}`,
      ...more,
    }
  }
  const message: WechatWorld['message'] = (more) => {
    const xml = xmlOf(fields(more))
    if (given.wecom) return sealedCall(xml, clock.now, { receiver: corpId })
    return given.sealed ? sealedCall(xml, clock.now) : plainCall(xml, clock.now)
  }
  const call: WechatWorld['call'] = async ({ query, body }, to = path) => {
    const headers = { 'content-type': 'text/xml' }
    const response = await app.request(`${to}?${query}`, { method: 'POST', headers, body })
    await background.idle()
    return response
  }
  return {
    clock,
    house,
    app,
    wechat,
    call,
    idle: background.idle,
    fields,
    message,
    timers: async () => {
      await house.runTimers()
    },
    tickets: async () =>
      (await house.ports.readers.list({ sort: 'newest', limit: 50, offset: 0 })).rows,
    troubles: () => house.ports.outbox.troubles(50),
    says: async (text) => {
      const before = wechat.received.length
      clock.now += 20_000
      await call(message({ MsgType: 'text', Content: text }))
      return wechat.received.slice(before).map((one) => one.text)
    },
  }
}

/** A world whose inbox cannot store while `fault.broken`. */
export async function openFaulty(given: Given = {}) {
  const fault = { broken: true }
  const meddle = (ctx: Ctx): Ctx => ({
    ...ctx,
    inbox: {
      ...ctx.inbox,
      put: (message) =>
        fault.broken ? Promise.reject(new StorageUnavailable('injected')) : ctx.inbox.put(message),
    },
  })
  return { fault, world: await openWechat({ ...given, meddle }) }
}

function configFor(url: string, { sealed, wecom, off, passive }: Given): Config {
  const official = {
    WECHAT_TOKEN: token,
    WECHAT_APP_ID: appId,
    WECHAT_APP_SECRET: 'app-secret',
    WECHAT_API_URL: url,
    ...(sealed ? { WECHAT_AES_KEY: aesKey } : {}),
    ...(passive ? { WECHAT_PASSIVE: '1' } : {}),
  }
  const application = {
    WECOM_TOKEN: token,
    WECOM_CORP_ID: corpId,
    WECOM_SECRET: 'corp-secret',
    WECOM_AGENT_ID: '1000002',
    WECOM_AES_KEY: aesKey,
    WECOM_API_URL: url,
  }
  const read = readConfig(off ? {} : wecom ? application : official)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return { ...read.config, database: ':memory:', secret }
}
