import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { newApi, problem, problemSchema, refusalProblem } from '#doors/problem.ts'
import type { Ctx } from '#app/ctx.ts'
import { openBySource } from '#app/intake/open-by-source.ts'
import { system } from '#app/tickets/plan-change.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { makeLimiter } from '#app/tools/limiter.ts'
import { alarmSchema, readAlarm } from './read.ts'
import { alarmTexts } from './texts.ts'

const minute = 60_000
/** Alarms a minute of one source; wrong keys a minute of one address. */
const limits = { alarms: 120, wrongKeys: 20 } as const
/** An alarm may come from a clock that runs ahead, by so much. */
const aheadMs = 5 * minute

const takenSchema = z
  .object({
    number: z.string(),
    status: z.string(),
    handler: z.string().nullable(),
    due: z.number().int().nullable(),
    isNew: z.boolean(),
  })
  .openapi('AlarmTaken')

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })

const takeRoute = createRoute({
  method: 'post',
  path: '/alarms',
  summary: alarmTexts.summary,
  description: alarmTexts.description,
  security: [{ sourceKey: [] }],
  request: { body: { content: json(alarmSchema), required: true } },
  responses: {
    201: { description: alarmTexts.created, content: json(takenSchema) },
    200: { description: alarmTexts.known, content: json(takenSchema) },
    default: {
      description: 'problem',
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  },
})

type AlarmEnv = { Variables: ApiEnv['Variables'] & { source: string } }

/**
 * POST /alarms – what watching platforms and grid inspectors report: tickets of their own kind, counted apart
 * from citizens' complaints. A key per source, looked at before the body; the source's own id makes sending
 * again harmless (201 first, 200 after).
 */
export function alarmApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openAPIRegistry.registerComponent('securitySchemes', 'sourceKey', {
    type: 'apiKey',
    in: 'header',
    name: 'x-api-key',
  })
  app.use('/alarms', knownSource(deps))
  app.openapi(takeRoute, async (c) => {
    const response = await take(c, deps.ctxFor(null), c.req.valid('json'))
    // Safe because zod-openapi's handler types know success bodies only; at run time any Response is right.
    return response as never
  })
  return app
}

async function take(c: Context, ctx: Ctx, alarm: z.infer<typeof alarmSchema>): Promise<Response> {
  const source = String(c.get('source'))
  const report = readAlarm(source, alarm)
  if ('outside' in report) return refusalProblem(c, refuse('invalid-input', { fields: 'address' }))
  if (report.receivedAt > ctx.now() + aheadMs) {
    return refusalProblem(c, refuse('invalid-input', { fields: 'at' }))
  }
  const opened = await openBySource({ ...ctx, actor: { ...system, name: source } }, report)
  if (isRefusal(opened)) return refusalProblem(c, opened)
  return c.json(takenOf(opened.ticket, opened.isNew), opened.isNew ? 201 : 200)
}

function takenOf(ticket: Ticket, isNew: boolean): z.infer<typeof takenSchema> {
  return {
    number: ticket.opened.number,
    status: ticket.status,
    handler: ticket.handler,
    due: ticket.deadlines?.solve ?? null,
    isNew,
  }
}

function knownSource(deps: ApiDeps) {
  const alarms = makeLimiter(limits.alarms, minute)
  const wrong = makeLimiter(limits.wrongKeys, minute)
  return createMiddleware<AlarmEnv>(async function knownSourceOnly(c, next) {
    const ctx = deps.ctxFor(null)
    const key = c.req.header('x-api-key') ?? ''
    const found = key === '' ? null : await ctx.clients.byKey(key)
    const known = found?.door === 'alarm' ? found.name : null
    const within =
      known === null
        ? wrong.allows(deps.clientIp(c) ?? '', ctx.now())
        : alarms.allows(known, ctx.now())
    if (!within) {
      c.header('retry-after', '60')
      return refusalProblem(c, refuse('too-often'))
    }
    if (known === null)
      return problem(c, 401, 'source-key-needed', { detail: alarmTexts.keyNeeded })
    c.set('source', known)
    return next()
  })
}
