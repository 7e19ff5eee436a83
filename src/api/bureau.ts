import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Ctx } from '#app/ctx.ts'
import { readBureau } from '#app/evaluation/read-bureau.ts'
import type { Period } from '#app/evaluation/read-bureau.ts'
import { readTicketList } from '#app/tickets/read-desk.ts'
import { rateGroups } from '#domain/tally.ts'
import { isRefusal } from '#domain/refusal.ts'
import { figures, readBehind } from '#app/evaluation/behind.ts'
import type { Figure, Line } from '#app/evaluation/behind.ts'
import { nowLists, nowQuery } from '#app/evaluation/now-lists.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { forbidden, isOfBureau, ok, page, security } from './parts.ts'
import { answer, newApi } from '#doors/problem.ts'
import { behindSchema, pageSchema, ratesSchema } from './schemas.ts'
import { apiTexts } from './texts.ts'

const pageSize = 30
const moment = z.coerce.number().int()
const period = { from: moment, to: moment }

const routes = {
  rates: createRoute({
    method: 'get',
    path: '/rates',
    summary: apiTexts.rates,
    security,
    request: { query: z.object({ ...period, group: z.enum(rateGroups).default('handler') }) },
    responses: ok(ratesSchema),
  }),
  behind: createRoute({
    method: 'get',
    path: '/rates/tickets',
    summary: apiTexts.behind,
    security,
    request: {
      query: z.object({
        ...period,
        figure: z.enum(figures),
        group: z.enum(rateGroups).optional(),
        key: z.string().max(100).optional().openapi({ description: apiTexts.behindKey }),
        page,
      }),
    },
    responses: ok(behindSchema),
  }),
  now: createRoute({
    method: 'get',
    path: '/bureau/tickets',
    summary: apiTexts.nowList,
    security,
    request: { query: z.object({ list: z.enum(nowLists), page }) },
    responses: ok(pageSchema),
  }),
}

/** The rates, and the tickets behind every figure. For the bureau's roles only. */
export function bureauApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.rates, async (c) => {
    const { from, to, group } = c.req.valid('query')
    const found = await readBureau(deps.ctxFor(c.var.actor), { period: { from, to }, group })
    return answer(c, found, ratesSchema)
  })
  app.openapi(routes.behind, async (c) => {
    if (!isOfBureau(c.var.actor)) return forbidden(c)
    const { from, to, figure, group, key, page: at } = c.req.valid('query')
    const line = group === undefined || key === undefined ? null : { group, key }
    const asked = { period: { from, to }, figure, line, page: at }
    return answer(c, await pageBehind(deps.ctxFor(c.var.actor), asked), behindSchema)
  })
  app.openapi(routes.now, async (c) => {
    if (!isOfBureau(c.var.actor)) return forbidden(c)
    const { list, page: at } = c.req.valid('query')
    const ctx = deps.ctxFor(c.var.actor)
    return answer(c, await readTicketList(ctx, nowQuery(list, ctx.now()), at), pageSchema)
  })
  return app
}

type Asked = {
  readonly period: Period
  readonly figure: Figure
  readonly line: Line
  readonly page: number
}

/** One page of the call-backs a figure counts, the latest first, and their tickets. */
async function pageBehind(ctx: Ctx, { period: of, figure, line, page: at }: Asked) {
  const found = await readBehind(ctx, { period: of, line, figure })
  const all = found.toReversed()
  const settled = all.slice((at - 1) * pageSize, at * pageSize)
  const ids = settled.map((row) => row.ticketId)
  const tickets = await readTicketList(ctx, { ids, sort: 'newest' }, 1)
  if (isRefusal(tickets)) return tickets
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  return { rows: tickets.rows, settled, total: all.length, page: at, pages }
}
