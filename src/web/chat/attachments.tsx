import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Ctx } from '#app/ctx.ts'
import { makeLimiter } from '#app/tools/limiter.ts'
import { readOwnAttachment } from '#app/files/read-attachments.ts'
import { receiveFiles } from '#app/files/receive-files.ts'
import { makeSlots, uploadSlots } from '#app/tools/slots.ts'
import { maxUploadBytes, readFiles } from '#doors/upload.ts'
import { ensureSender, knownSender } from './sender.ts'
import type { MediaFault } from '#domain/media.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { WebDeps } from '#doors/deps.ts'
import { mediaResponse } from '#doors/media-response.ts'
import { errorPage } from '#web/refusals.tsx'
import { limitTexts } from '#doors/media-texts.ts'
import { chatPage, cursorOf, entriesAfter } from './chat.tsx'
import { wantsJson } from '#web/posted.ts'

const windowMs = 10 * 60_000
/** Uploads in ten minutes: of one sender, and of one address. */
const perSender = 10
const perAddress = 40

type RefusalName = MediaFault | 'flood'

const statuses = {
  'no-file': 422,
  'too-many': 422,
  'too-large': 413,
  'wrong-type': 422,
  broken: 422,
  'too-many-pixels': 422,
  flood: 429,
} as const satisfies Record<RefusalName, number>

/** `/chat/attachments`: sending photos, videos and recordings into the chat, and seeing one's own again. */
export function attachmentRoutes(deps: WebDeps): Hono {
  const app = new Hono()
  const senders = makeLimiter(perSender, windowMs)
  const addresses = makeLimiter(perAddress, windowMs)
  const uploads = deps.uploads ?? makeSlots(uploadSlots.perKey, uploadSlots.inAll)
  const limit = bodyLimit({
    maxSize: maxUploadBytes(deps.ctxFor(null).media.limits),
    onError: async (c) => {
      const ctx = deps.ctxFor(null)
      return refused(c, ctx, await ensureSender(c, deps, ctx.newId), 'too-large')
    },
  })

  app.post('/chat/attachments', limit, async (c) => {
    const ctx = deps.ctxFor(null)
    const now = ctx.now()
    const sender = await ensureSender(c, deps, ctx.newId)
    const address = deps.clientIp(c)
    const allowed =
      senders.allows(sender, now) && (address === null || addresses.allows(address, now))
    if (!allowed) return refused(c, ctx, sender, 'flood')
    const leave = uploads.begin(sender)
    if (leave === null) return refused(c, ctx, sender, 'flood')
    return take(c, ctx, sender).finally(leave)
  })
  app.get('/chat/attachments/:id', async (c) => {
    const sender = await knownSender(c, deps)
    if (sender === null) return errorPage(c, 404)
    const id = c.req.param('id')
    const found = await readOwnAttachment(deps.ctxFor(null), { id, channel: 'web-chat', sender })
    return isRefusal(found) ? errorPage(c, 404) : mediaResponse(c, found)
  })
  return app
}

/** Reads the form and receives its files; what is refused is said on the page or to its script. */
async function take(c: Context, ctx: Ctx, sender: string): Promise<Response> {
  const form = await c.req.parseBody({ all: true }).catch(() => ({}) as Record<string, unknown>)
  const sent = await readFiles(form, { sender, now: ctx.now(), newId: ctx.newId })
  const result = await receiveFiles(ctx, sent)
  if (result !== 'received') return refused(c, ctx, sender, result.fault)
  if (!wantsJson(c)) return c.redirect('/#last', 303)
  return c.json({ entries: await entriesAfter(ctx, sender, cursorOf(form['after'])) })
}

async function refused(c: Context, ctx: Ctx, sender: string, name: RefusalName) {
  const reason = limitTexts(ctx.media.limits).refused(name)
  c.status(statuses[name])
  return wantsJson(c) ? c.json({ error: reason }) : chatPage(c, ctx, sender, { reason, text: '' })
}
