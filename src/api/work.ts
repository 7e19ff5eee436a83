import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { colleagues, handOver } from '#app/tickets/assign-ticket.ts'
import { openByPhone, phoneInput } from '#app/intake/open-by-phone.ts'
import { readCallbacks } from '#app/intake/read-callbacks.ts'
import { findDuplicates } from '#app/tickets/read-duplicates.ts'
import { readTicket } from '#app/tickets/read-desk.ts'
import { readWorklist } from '#app/inbox/read-worklist.ts'
import { isRefusal } from '#domain/refusal.ts'
import { workKinds } from '#domain/ticket/work.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { body, number, ok, security } from './parts.ts'
import { answer, newApi } from '#doors/problem.ts'
import { rowSchema } from './schemas.ts'
import { apiTexts } from './texts.ts'
import { ticketSchema } from './ticket-schema.ts'

const moment = z.number().int().openapi({ description: 'UTC milliseconds' })
const inboxSchema = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      ticket: ticketSchema,
      since: moment,
      due: moment.nullable(),
      clock: z.string().nullable(),
      whistleId: z.string().nullable(),
      allowed: z.array(z.string()),
    }),
  ),
  counts: z.array(z.object({ kind: z.string(), n: z.number().int(), late: z.number().int() })),
  total: z.number().int(),
  late: z.number().int(),
  next: z.string().nullable().openapi({ description: apiTexts.inboxNext }),
})
const inboxQuery = z.object({
  kind: z.enum(workKinds).optional(),
  after: z.string().max(200).optional().openapi({ description: apiTexts.inboxNext }),
})
const callbacksSchema = z.object({
  halfDay: z.string(),
  now: z.array(ticketSchema),
  later: z.array(ticketSchema),
  inChannel: z.number().int(),
})
const colleaguesSchema = z.array(z.object({ id: z.string(), name: z.string() }))
const handOverInput = z.object({ from: z.string().min(1).max(100), to: z.string().min(1).max(100) })
const handedSchema = z.object({ tickets: z.number().int() })
const openedSchema = z.object({
  ticket: ticketSchema,
  others: z.array(ticketSchema).openapi({ description: apiTexts.sameCase }),
  code: z.string().nullable().openapi({ description: apiTexts.codeOnce }),
})
const duplicatesSchema = z.array(
  z.object({
    row: rowSchema,
    score: z.number(),
    reasons: z.array(z.string()),
  }),
)

const routes = {
  inbox: createRoute({
    method: 'get',
    path: '/inbox',
    summary: apiTexts.inbox,
    security,
    request: { query: inboxQuery },
    responses: ok(inboxSchema),
  }),
  colleagues: createRoute({
    method: 'get',
    path: '/colleagues',
    summary: apiTexts.colleagues,
    security,
    responses: ok(colleaguesSchema),
  }),
  handOver: createRoute({
    method: 'post',
    path: '/hand-over',
    summary: apiTexts.handOver,
    security,
    request: body(handOverInput),
    responses: ok(handedSchema),
  }),
  callbacks: createRoute({
    method: 'get',
    path: '/callbacks',
    summary: apiTexts.callbacks,
    security,
    responses: ok(callbacksSchema),
  }),
  calls: createRoute({
    method: 'post',
    path: '/calls',
    summary: apiTexts.calls,
    security,
    request: body(phoneInput),
    responses: ok(openedSchema),
  }),
  duplicates: createRoute({
    method: 'get',
    path: '/tickets/{number}/duplicates',
    summary: apiTexts.duplicates,
    security,
    request: { params: z.object({ number }) },
    responses: ok(duplicatesSchema),
  }),
}

/** What waits for a person, whom the operator calls, and the calls that come in. */
export function workApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.inbox, async (c) => {
    const { kind, after } = c.req.valid('query')
    const asked = { ...(kind && { kind }), ...(after !== undefined && { after }) }
    const found = await readWorklist(deps.ctxFor(c.var.actor), asked)
    if (isRefusal(found)) return answer(c, found, inboxSchema)
    const items = found.items.map(({ whistle, ...item }) => ({
      ...item,
      whistleId: whistle?.id ?? null,
    }))
    return answer(c, { ...found, items }, inboxSchema)
  })
  app.openapi(routes.colleagues, async (c) => {
    const found = await colleagues(deps.ctxFor(c.var.actor))
    const told = found.map(({ id, name }) => ({ id, name }))
    return answer(c, told, colleaguesSchema)
  })
  app.openapi(routes.handOver, async (c) => {
    const handed = await handOver(deps.ctxFor(c.var.actor), c.req.valid('json'))
    return answer(c, isRefusal(handed) ? handed : { tickets: handed }, handedSchema)
  })
  app.openapi(routes.callbacks, async (c) => {
    const queue = await readCallbacks(deps.ctxFor(c.var.actor))
    if (isRefusal(queue)) return answer(c, queue, callbacksSchema)
    const now = queue.now.map(({ ticket }) => ticket)
    const later = queue.later.map(({ ticket }) => ticket)
    return answer(c, { ...queue, now, later }, callbacksSchema)
  })
  app.openapi(routes.calls, async (c) => {
    const opened = await openByPhone(deps.ctxFor(c.var.actor), c.req.valid('json'))
    if (isRefusal(opened)) return answer(c, opened, openedSchema)
    const [ticket, ...others] = opened.tickets
    return answer(c, { ticket, others, code: opened.code }, openedSchema)
  })
  app.openapi(routes.duplicates, async (c) => {
    const ctx = deps.ctxFor(c.var.actor)
    const found = await readTicket(ctx, { number: c.req.valid('param').number })
    const like = isRefusal(found) ? found : await findDuplicates(ctx, found.ticket.id)
    return answer(c, like, duplicatesSchema)
  })
  return app
}
