import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Ctx } from '#app/ctx.ts'
import { deliverOutbox } from '#app/outbox/deliver-outbox.ts'
import type { InboundMessage } from '#app/messages.ts'
import { answerStored } from '#app/talk/receive-message.ts'
import type { Door } from '#channels/wechat/doors.ts'
import { picked } from '#channels/wechat/pick.ts'
import { echo, openCall, reply } from './envelope.ts'
import type { Call, CallKeys } from './envelope.ts'
import { passiveMs } from './passive.ts'
import type { PassiveReplies } from './passive.ts'
import { readFields } from './read.ts'

export type WechatRouteDeps = {
  readonly door: Door
  readonly keys: CallKeys
  /** Calls are kept waiting for their answer; null: everything is sent by the API. */
  readonly passive: PassiveReplies | null
  readonly ctx: () => Ctx
  /** Lets work go on after the answer; the server waits for it before it stops. */
  readonly background: (work: Promise<unknown>) => void
}

/**
 * WeChat's callback, and WeCom's. GET / answers when the address is set; POST / takes a message: the
 * signature first (401, nothing stored), then it is stored and "success" said at once, within WeChat's five
 * seconds; what follows is sent by the API. An account that may not use it answers in the call itself, as far as
 * that is in time. Not stored → 503, and WeChat delivers again, three times.
 */
export function wechatRoute(deps: WechatRouteDeps): Hono {
  const { door, keys, ctx: ctxOf } = deps
  const app = new Hono()
  app.get('/', (c) => {
    const said = echo(callOf(c, '', ctxOf().now()), keys)
    return said === null ? refuse(c, 401) : c.text(said)
  })
  app.post('/', async (c) => {
    const ctx = ctxOf()
    const opened = openCall(callOf(c, await c.req.text(), ctx.now()), keys)
    if (!opened.ok) {
      ctx.log.warn('wechat.refused', { door, reason: opened.reason })
      return refuse(c, opened.status)
    }
    const message = readFields(opened.fields, door)
    const words = message === null ? null : await take(deps, ctx, await picked(ctx, message))
    if (words === null) return c.text('success')
    const stamp = { now: ctx.now(), nonce: ctx.newId(), salt: ctx.randomBytes(16) }
    return c.body(reply(opened.fields, words, keys, stamp), 200, { 'content-type': 'text/xml' })
  })
  return app
}

/** Stores a message and has it answered; the words to answer the call itself with, or null. */
async function take(
  { passive, background }: WechatRouteDeps,
  ctx: Ctx,
  message: InboundMessage,
): Promise<string | null> {
  const token = passive === null ? null : message.id
  const replyToken = token === null ? null : { token, expiresAt: ctx.now() + passiveMs }
  const waiting = await store(ctx, { ...message, replyToken })
  if (waiting === null) return null
  const words = token === null ? null : passive?.wait(token)
  const answered = answer(ctx, waiting)
  background(token === null ? answered : answered.finally(() => passive?.close(token)))
  return (await words) ?? null
}

function callOf(c: Context, body: string, now: number): Call {
  return { query: (name) => c.req.query(name) ?? '', body, now }
}

function refuse(c: Context, status: 400 | 401): Response {
  const title = status === 401 ? 'invalid signature' : 'malformed body'
  return c.json({ title, status }, status)
}

/** What is to be answered: the message as it was first stored; null when it has been answered. */
async function store(ctx: Ctx, message: InboundMessage): Promise<InboundMessage | null> {
  const known = await ctx.inbox.put(message)
  if (known === 'done') return null
  return known === 'new' ? message : await ctx.inbox.get(message.id)
}

/** A failure is logged and counted where it happens, and tried again by the timers. */
async function answer(ctx: Ctx, message: InboundMessage): Promise<void> {
  await answerStored(ctx, message).catch(() => undefined)
  await deliverOutbox(ctx)
}
