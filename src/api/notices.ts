import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { choicesInput } from '#app/notices/notice-input.ts'
import {
  confirmEmail,
  proposeEmail,
  readNotices,
  readOwnChoices,
  readerOf,
} from '#app/notices/own-notices.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { body, done, nothing, ok, security } from './parts.ts'
import { answer, newApi } from '#doors/problem.ts'
import { apiTexts } from './texts.ts'

const moment = z.number().int().openapi({ description: 'UTC milliseconds' })
const noticeSchema = z
  .object({
    position: z.number().int(),
    matter: z.string(),
    at: moment,
    read: z.boolean(),
    facts: z.object({
      number: z.string(),
      category: z.string().nullable(),
      town: z.string().nullable(),
      village: z.string().nullable(),
      urgency: z.string(),
      secrecy: z.boolean(),
      due: z.object({ clock: z.string(), at: moment }).nullable(),
    }),
  })
  .openapi('Notice')
const noticesSchema = z.object({
  notices: z.array(noticeSchema),
  next: z.number().int().nullable(),
  unread: z.number().int(),
})
export const choicesSchema = choicesInput.openapi('NoticeChoices')
const ownSchema = z.object({
  choices: choicesSchema,
  email: z.string().nullable(),
  newEmail: z.string().nullable(),
  mailOn: z.boolean(),
})
const routes = {
  list: createRoute({
    method: 'get',
    path: '/notices',
    summary: apiTexts.notices,
    security,
    request: {
      query: z.object({
        unread: z.enum(['true', 'false']).default('true'),
        before: z.coerce.number().int().min(1).optional(),
      }),
    },
    responses: ok(noticesSchema),
  }),
  read: createRoute({
    method: 'post',
    path: '/notices/read',
    summary: apiTexts.noticesRead,
    security,
    request: body(
      z.object({
        positions: z
          .array(z.number().int().min(1))
          .max(1000)
          .optional()
          .openapi({ description: apiTexts.allWhenLeftOut }),
      }),
    ),
    responses: nothing,
  }),
  own: createRoute({
    method: 'get',
    path: '/notice-choices',
    summary: apiTexts.noticeChoices,
    security,
    responses: ok(ownSchema),
  }),
  choose: createRoute({
    method: 'put',
    path: '/notice-choices',
    summary: apiTexts.noticeChoose,
    security,
    request: body(choicesSchema),
    responses: nothing,
  }),
  email: createRoute({
    method: 'post',
    path: '/notice-choices/email',
    summary: apiTexts.noticeEmail,
    security,
    request: body(z.object({ email: z.string().max(200) })),
    responses: nothing,
  }),
  confirm: createRoute({
    method: 'post',
    path: '/notice-choices/email/confirm',
    summary: apiTexts.noticeConfirm,
    security,
    request: body(z.object({ code: z.string().max(20) })),
    responses: nothing,
  }),
  forget: createRoute({
    method: 'delete',
    path: '/notice-choices/email',
    summary: apiTexts.noticeForget,
    security,
    responses: nothing,
  }),
}

/** One's own notices, and what one wants to be told of them outside the desk. */
export function noticesApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.list, async (c) => {
    const { unread, before = null } = c.req.valid('query')
    const ctx = deps.ctxFor(c.var.actor)
    const page = await readNotices(ctx, { unreadOnly: unread === 'true', before })
    return answer(c, page, noticesSchema)
  })
  app.openapi(routes.read, async (c) => {
    const { positions } = c.req.valid('json')
    const ctx = deps.ctxFor(c.var.actor)
    await ctx.notices.markRead(await readerOf(ctx), positions === undefined ? 'all' : { positions })
    return c.body(null, 204)
  })
  app.openapi(routes.own, async (c) => {
    const { newEmail, ...own } = await readOwnChoices(deps.ctxFor(c.var.actor))
    return answer(c, { ...own, newEmail: newEmail?.email ?? null }, ownSchema)
  })
  app.openapi(routes.choose, async (c) => {
    const ctx = deps.ctxFor(c.var.actor)
    await ctx.staff.choose(ctx.actor.id, c.req.valid('json'))
    return c.body(null, 204)
  })
  app.openapi(routes.email, async (c) =>
    done(c, await proposeEmail(deps.ctxFor(c.var.actor), c.req.valid('json').email)),
  )
  app.openapi(routes.confirm, async (c) =>
    done(c, await confirmEmail(deps.ctxFor(c.var.actor), c.req.valid('json').code)),
  )
  app.openapi(routes.forget, async (c) => {
    const ctx = deps.ctxFor(c.var.actor)
    await ctx.staff.forgetEmail(ctx.actor.id)
    return c.body(null, 204)
  })
  return app
}
