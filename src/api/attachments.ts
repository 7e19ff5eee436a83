import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Ctx } from '#app/ctx.ts'
import { readAttachment, readOwnAttachment } from '#app/files/read-attachments.ts'
import type { StoredMedia } from '#app/files/attachments-port.ts'
import { receiveFiles } from '#app/files/receive-files.ts'
import { makeSlots, uploadSlots } from '#app/tools/slots.ts'
import { maxUploadBytes, readFiles } from '#doors/upload.ts'
import type { MediaFault } from '#domain/media.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { makeLimiter } from '#app/tools/limiter.ts'
import { mediaResponse } from '#doors/media-response.ts'
import { limitTexts } from '#doors/media-texts.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { media, ok, security } from './parts.ts'
import { answer, newApi, problem, refusalProblem } from '#doors/problem.ts'
import { apiTexts } from './texts.ts'

/** Uploads in ten minutes, of one session and of one address: as in the chat. */
const flood = { windowMs: 10 * 60_000, perSession: 10, perAddress: 40 } as const

const session = z.uuid()
const id = z.string().max(200)
const received = z.object({ received: z.number().int() })
/** What files are is for the channel and the use case to see. */
const upload = z.object({
  id: z.uuid(),
  file: z.any().openapi({
    type: 'array',
    items: { type: 'string', format: 'binary' },
    description: apiTexts.filesBody,
  }),
})

const routes = {
  send: createRoute({
    method: 'post',
    path: '/chat/{session}/attachments',
    summary: apiTexts.filesSend,
    request: {
      params: z.object({ session }),
      body: { content: { 'multipart/form-data': { schema: upload } }, required: true },
    },
    responses: ok(received),
  }),
  own: createRoute({
    method: 'get',
    path: '/chat/{session}/attachments/{id}',
    summary: apiTexts.fileOwn,
    request: { params: z.object({ session, id }) },
    responses: media,
  }),
  ofTicket: createRoute({
    method: 'get',
    path: '/tickets/{number}/attachments/{id}',
    summary: apiTexts.fileOfTicket,
    security,
    request: { params: z.object({ number: z.string(), id }) },
    responses: media,
  }),
}

/** Attachments of a conversation: sent into it, and given back to it alone. */
export function citizenAttachmentsApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  const sessions = makeLimiter(flood.perSession, flood.windowMs)
  const addresses = makeLimiter(flood.perAddress, flood.windowMs)
  const uploads = deps.uploads ?? makeSlots(uploadSlots.perKey, uploadSlots.inAll)
  const limits = deps.ctxFor(null).media.limits
  const detailOf = (name: MediaFault | 'flood') => ({ detail: limitTexts(limits).refused(name) })
  const onError = (c: Context) => problem(c, 413, 'too-large', detailOf('too-large'))
  const maxSize = maxUploadBytes(limits)
  app.use('/chat/:session/attachments', bodyLimit({ maxSize, onError }))
  app.openapi(routes.send, async (c) => {
    const { session: sender } = c.req.valid('param')
    const ctx = deps.ctxFor(null)
    const now = ctx.now()
    const address = deps.clientIp(c)
    const allowed =
      sessions.allows(sender, now) && (address === null || addresses.allows(address, now))
    // Safe because a fault is a problem, whatever the success body's type.
    if (!allowed) return problem(c, 429, 'too-often', detailOf('flood')) as never
    const leave = uploads.begin(sender)
    // Safe as above.
    if (leave === null) return problem(c, 429, 'too-often', detailOf('flood')) as never
    const { sent, result } = await receiveForm(c, ctx, sender).finally(leave)
    if (result === 'received') return answer(c, { received: sent.files.length }, received)
    const { fault } = result
    // Safe as above.
    return problem(c, fault === 'too-large' ? 413 : 422, fault, detailOf(fault)) as never
  })
  app.openapi(routes.own, async (c) => {
    const { session: sender, id: fileId } = c.req.valid('param')
    const whose = { id: fileId, channel: 'web-chat', sender } as const
    return mediaAnswer(c, await readOwnAttachment(deps.ctxFor(null), whose))
  })
  return app
}

async function receiveForm(c: Context, ctx: Ctx, sender: string) {
  const form = await c.req.parseBody({ all: true }).catch(() => ({}))
  const sent = await readFiles(form, { sender, now: ctx.now(), newId: ctx.newId })
  return { sent, result: await receiveFiles(ctx, sent) }
}

/** Attachments of a ticket, for staff who may see it. */
export function staffAttachmentsApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.ofTicket, async (c) =>
    mediaAnswer(c, await readAttachment(deps.ctxFor(c.var.actor), c.req.valid('param'))),
  )
  return app
}

function mediaAnswer(c: Context, found: StoredMedia | Refusal): never {
  const response = isRefusal(found) ? refusalProblem(c, found) : mediaResponse(c, found)
  // Safe because zod-openapi's handler types know success bodies only; at run time any Response is right.
  return response as never
}
