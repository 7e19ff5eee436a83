import { Buffer } from 'node:buffer'
import { validateSignature } from '@line/bot-sdk'
import type { webhook } from '@line/bot-sdk'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Ctx } from '#app/ctx.ts'
import { deliverOutbox } from '#app/outbox/deliver-outbox.ts'
import type { InboundMessage } from '#app/messages.ts'
import { answerStored } from '#app/talk/receive-message.ts'
import { readEvent } from './read.ts'

export type LineRouteDeps = {
  readonly channelSecret: string
  readonly ctx: () => Ctx
  /** Lets work go on after the answer; the server waits for it before it stops. */
  readonly background: (work: Promise<unknown>) => void
}

/** What must be there before an event is trusted to be one of the SDK's. */
const callback = z.object({
  events: z.array(
    z.looseObject({
      type: z.string(),
      mode: z.string(),
      webhookEventId: z.string().min(1),
      timestamp: z.number(),
    }),
  ),
})

/**
 * POST / – LINE's webhook. The signature over the raw body comes before anything else (401, nothing
 * stored); every event is stored before the 200; what follows happens after it. Not stored → 503, and LINE
 * delivers again.
 */
export function lineRoute(deps: LineRouteDeps): Hono {
  const app = new Hono()
  app.post('/', async (c) => {
    // The bytes themselves: decoding them first would drop a byte order mark and repair broken UTF-8.
    const body = Buffer.from(await c.req.arrayBuffer())
    const signature = c.req.header('x-line-signature')
    if (signature === undefined || !validateSignature(body, deps.channelSecret, signature)) {
      return c.json({ title: 'invalid signature', status: 401 }, 401)
    }
    const events = readEvents(body)
    if (events === null) return c.json({ title: 'malformed body', status: 400 }, 400)
    const ctx = deps.ctx()
    const messages = events.map((event) => readEvent(event, ctx.now())).filter((m) => m !== null)
    const waiting: InboundMessage[] = []
    for (const message of messages) {
      if ((await ctx.inbox.put(message)) !== 'done') waiting.push(message)
    }
    deps.background(answer(ctx, waiting))
    return c.json({})
  })
  return app
}

/** Nobody waits for another person's messages. Then the answers are sent. */
async function answer(ctx: Ctx, messages: readonly InboundMessage[]): Promise<void> {
  const senders = [...new Set(messages.map(({ sender }) => sender))]
  await Promise.all(
    senders.map((one) =>
      answerOne(
        ctx,
        messages.filter(({ sender }) => sender === one),
      ),
    ),
  )
  await deliverOutbox(ctx)
}

/**
 * In the order they came: a later message of the same person builds on the earlier, so it waits with one
 * that failed (logged and counted there, tried again by the timers).
 */
async function answerOne(ctx: Ctx, messages: readonly InboundMessage[]): Promise<void> {
  for (const message of messages) {
    if (!(await answerStored(ctx, message).catch(() => false))) return
  }
}

function readEvents(body: Buffer): readonly webhook.Event[] | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
  const checked = callback.safeParse(parsed)
  // Safe because the signature says LINE wrote it, and what is relied on has been checked.
  return checked.success ? (checked.data.events as unknown as webhook.Event[]) : null
}
