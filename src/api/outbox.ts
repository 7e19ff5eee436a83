import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { readTroubles } from '#app/outbox/read-outbox.ts'
import { refuse } from '#domain/refusal.ts'
import { outboxReason } from '#doors/outbox-texts.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { forbidden, isOfBureau, ok, security } from './parts.ts'
import { answer, newApi } from '#doors/problem.ts'
import { apiTexts } from './texts.ts'

const most = 100
const trouble = z.object({
  batch: z.string(),
  channel: z.string(),
  state: z.string(),
  tries: z.number().int(),
  reason: z.string(),
  reasonText: z.string().nullable(),
  to: z.string().nullable(),
  tickets: z.array(z.string()),
  nextTryAt: z.number().int().nullable(),
})
const retried = z.object({ batch: z.string() })

const routes = {
  list: createRoute({
    method: 'get',
    path: '/outbox',
    summary: apiTexts.outbox,
    security,
    responses: ok(z.array(trouble)),
  }),
  retry: createRoute({
    method: 'post',
    path: '/outbox/{batch}/retry',
    summary: apiTexts.outboxRetry,
    security,
    request: { params: z.object({ batch: z.uuid() }) },
    responses: ok(retried),
  }),
}

/** Messages that did not reach their people, why, and another try. */
export function outboxApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.list, async (c) => {
    if (!isOfBureau(c.var.actor)) return forbidden(c)
    const found = await readTroubles(deps.ctxFor(c.var.actor), most)
    const told = found.map((one) => ({ ...one, reasonText: outboxReason(one.reason) }))
    return answer(c, told, z.array(trouble))
  })
  app.openapi(routes.retry, async (c) => {
    if (!isOfBureau(c.var.actor)) return forbidden(c)
    const { batch } = c.req.valid('param')
    const ctx = deps.ctxFor(c.var.actor)
    const isKnown = await ctx.outbox.retry(batch, ctx.now())
    return answer(c, isKnown ? { batch } : refuse('not-found'), retried)
  })
  return app
}
