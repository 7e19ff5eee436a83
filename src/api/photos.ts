import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { readAttachment, readOwnPhoto } from '#app/read-attachments.ts'
import type { Photo } from '#app/read-attachments.ts'
import { receivePhotos } from '#app/receive-photos.ts'
import { maxUploadBytes, readPhotos } from '#channels/web-chat/photos.ts'
import { photoTypes } from '#domain/photo.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { makeFlood } from '#web/citizen/flood.ts'
import { photoResponse } from '#web/photo-response.ts'
import { photoTexts } from '#web/texts.ts'
import type { ApiDeps, ApiEnv } from './deps.ts'
import { ok, problems, security } from './parts.ts'
import { answer, newApi, problem, refusalProblem } from './problem.ts'
import { apiTexts } from './texts.ts'

/** Uploads in ten minutes, of one session and of one address: as in the chat. */
const flood = { windowMs: 10 * 60_000, perSession: 10, perAddress: 40 } as const

const binary = z.string().openapi({ format: 'binary' })
const photo = {
  200: {
    description: 'ok',
    content: Object.fromEntries(photoTypes.map((type) => [type, { schema: binary }])),
  },
  ...problems,
}
const session = z.uuid()
const id = z.string().max(200)
const received = z.object({ received: z.number().int() })
/** What photos are is for the channel and the use case to see. */
const upload = z.object({
  id: z.uuid(),
  photo: z.any().openapi({
    type: 'array',
    items: { type: 'string', format: 'binary' },
    description: apiTexts.photosBody,
  }),
})

const routes = {
  send: createRoute({
    method: 'post',
    path: '/chat/{session}/photos',
    summary: apiTexts.photosSend,
    request: {
      params: z.object({ session }),
      body: { content: { 'multipart/form-data': { schema: upload } }, required: true },
    },
    responses: ok(received),
  }),
  own: createRoute({
    method: 'get',
    path: '/chat/{session}/photos/{id}',
    summary: apiTexts.photoOwn,
    request: { params: z.object({ session, id }) },
    responses: photo,
  }),
  ofTicket: createRoute({
    method: 'get',
    path: '/tickets/{number}/attachments/{id}',
    summary: apiTexts.photoOfTicket,
    security,
    request: { params: z.object({ number: z.string(), id }) },
    responses: photo,
  }),
}

/** Photos of a conversation: sent into it, and given back to it alone. */
export function citizenPhotosApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  const sessions = makeFlood(flood.perSession, flood.windowMs)
  const addresses = makeFlood(flood.perAddress, flood.windowMs)
  const onError = (c: Context) => problem(c, 413, 'too-large', detailOf('too-large'))
  app.use('/chat/:session/photos', bodyLimit({ maxSize: maxUploadBytes, onError }))
  app.openapi(routes.send, async (c) => {
    const { session: sender } = c.req.valid('param')
    const ctx = deps.ctxFor(null)
    const now = ctx.now()
    const address = deps.clientIp(c)
    const allowed =
      sessions.allows(sender, now) && (address === null || addresses.allows(address, now))
    // Safe because a fault is a problem, whatever the success body's type.
    if (!allowed) return problem(c, 429, 'too-often', detailOf('flood')) as never
    const form = await c.req.parseBody({ all: true }).catch(() => ({}))
    const sent = await readPhotos(form, { sender, now, newId: ctx.newId })
    const result = await receivePhotos(ctx, sent)
    if (result === 'received') return answer(c, { received: sent.photos.length }, received)
    const { fault } = result
    // Safe as above.
    return problem(c, fault === 'too-large' ? 413 : 422, fault, detailOf(fault)) as never
  })
  app.openapi(routes.own, async (c) => {
    const { session: sender, id: photoId } = c.req.valid('param')
    const whose = { id: photoId, channel: 'web-chat', sender } as const
    return photoAnswer(c, await readOwnPhoto(deps.ctxFor(null), whose))
  })
  return app
}

/** Photos of a ticket, for staff who may see it. */
export function staffPhotosApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.ofTicket, async (c) =>
    photoAnswer(c, await readAttachment(deps.ctxFor(c.var.actor), c.req.valid('param'))),
  )
  return app
}

function photoAnswer(c: Context, found: Photo | Refusal): never {
  const response = isRefusal(found) ? refusalProblem(c, found) : photoResponse(c, found)
  // Safe because zod-openapi's handler types know success bodies only; at run time any Response is right.
  return response as never
}

function detailOf(name: keyof typeof photoTexts.refused): { readonly detail: string } {
  return { detail: photoTexts.refused[name] }
}
