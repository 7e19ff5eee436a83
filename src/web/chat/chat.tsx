import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Ctx } from '#app/ctx.ts'
import type { InboundMessage } from '#app/messages.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { makeSlots, streamSlots } from '#app/tools/slots.ts'
import { readMessage } from './read.ts'
import type { Unreadable } from './read.ts'
import { ensureSender, knownSender } from './sender.ts'
import type { WebDeps } from '#doors/deps.ts'
import { chatTexts, citizenTexts } from './texts.ts'
import { ChatPage } from './chat-page.tsx'
import type { Refused } from './chat-page.tsx'
import { entryHtml } from './entry.tsx'
import { talkEvents } from './events.ts'
import { makeLimiter } from '#app/tools/limiter.ts'
import { formOf, wantsJson } from '#web/posted.ts'
import { readTalk } from './transcript.ts'

const minute = 60_000
const entriesAtOnce = 100
/** Messages a minute: of one sender, and of one address (many people share a carrier's). */
const perSender = 20
const perAddress = 120

const refusals = {
  empty: { status: 422, reason: chatTexts.empty },
  'too-long': { status: 413, reason: chatTexts.tooLong },
  malformed: { status: 400, reason: citizenTexts.malformed },
  flood: { status: 429, reason: chatTexts.tooFast },
} as const

type RefusalName = Unreadable['unreadable'] | 'flood'

/** `/` and `/chat/*`: the dialogue with the bot, live with scripts and by plain forms without. */
export function chatRoutes(deps: WebDeps): Hono {
  const app = new Hono()
  const senders = makeLimiter(perSender, minute)
  const addresses = makeLimiter(perAddress, minute)
  const streams = makeSlots(streamSlots.perPerson, streamSlots.inAll)
  const streamsFrom = makeSlots(streamSlots.perAddress, streamSlots.inAll)

  app.get('/', async (c) => {
    const ctx = deps.ctxFor(null)
    const sender = await ensureSender(c, deps, ctx.newId)
    return chatPage(c, ctx, sender)
  })
  app.get('/chat/events', async (c) => {
    const sender = await knownSender(c, deps)
    // 204 tells the browser not to come again.
    if (sender === null) return c.body(null, 204)
    const cursor = cursorOf(c.req.header('last-event-id') ?? c.req.query('after'))
    const places = [streams.begin(sender), streamsFrom.begin(deps.clientIp(c) ?? 'unknown')]
    const leave = () => {
      for (const place of places) place?.()
    }
    if (!places.includes(null)) return talkEvents(c, deps, { sender, cursor, leave })
    leave()
    return c.body(null, 204)
  })
  app.post('/chat/messages', receive)
  app.post('/chat/choice', receive)
  return app

  async function receive(c: Context) {
    const ctx = deps.ctxFor(null)
    const now = ctx.now()
    const form = await formOf(c)
    const sender = await ensureSender(c, deps, ctx.newId)
    const message = readMessage(form, { sender, now, newId: ctx.newId })
    if ('unreadable' in message) return refused(c, ctx, sender, message.unreadable)
    if (!mayWrite(c, message, now)) return refused(c, ctx, sender, 'flood')
    await receiveMessage(ctx, message)
    if (!wantsJson(c)) return c.redirect('/#last', 303)
    return c.json({ entries: await entriesAfter(ctx, sender, cursorOf(form['after'])) })
  }

  function mayWrite(c: Context, message: InboundMessage, now: number): boolean {
    const address = deps.clientIp(c)
    return (
      senders.allows(message.sender, now) && (address === null || addresses.allows(address, now))
    )
  }
}

/** The chat as it stands, and what could not be taken, if anything. */
export async function chatPage(c: Context, ctx: Ctx, sender: string, refusal?: Refused) {
  const talk = await readTalk(ctx, sender)
  return c.html(
    <ChatPage talk={talk} newId={ctx.newId} limits={ctx.media.limits} refused={refusal ?? null} />,
  )
}

/** Says why, and keeps the words: in the field again, or in the live page's own copy. */
async function refused(c: Context, ctx: Ctx, sender: string, name: RefusalName) {
  const { status, reason } = refusals[name]
  c.status(status)
  if (wantsJson(c)) return c.json({ error: reason })
  const { text } = await formOf(c)
  return chatPage(c, ctx, sender, { reason, text: typeof text === 'string' ? text : '' })
}

/** What was said after `cursor`, as the live page inserts it. */
export async function entriesAfter(ctx: Ctx, sender: string, cursor: number) {
  const entries = await ctx.dialogues.transcript('web-chat', sender, cursor, entriesAtOnce)
  return Promise.all(
    entries.map(async (entry) => ({
      cursor: entry.cursor,
      html: await entryHtml(entry, ctx.newId),
    })),
  )
}

/** A cursor as a form or a browser gives it; 0, the start, for anything else. */
export function cursorOf(given: unknown): number {
  const cursor = Number(given)
  return Number.isSafeInteger(cursor) && cursor > 0 ? cursor : 0
}
