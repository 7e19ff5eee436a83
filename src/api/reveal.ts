import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Ctx } from '#app/ctx.ts'
import { readTicket } from '#app/tickets/read-desk.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { maySeePerson } from '#domain/roles.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { body, number, ok, security } from './parts.ts'
import { answer, newApi } from '#doors/problem.ts'
import { apiTexts } from './texts.ts'

/** Goes on record with who asked and when. */
const why = z.object({ reason: z.string().trim().min(1).max(200) })
const personSchema = z.object({
  person: z
    .object({ name: z.string().nullable(), phone: z.string().nullable(), channel: z.string() })
    .nullable()
    .openapi({ description: apiTexts.personNull }),
})
const originalSchema = z.object({
  text: z.string().nullable().openapi({ description: apiTexts.originalNull }),
})

const request = { params: z.object({ number }), ...body(why) }
const routes = {
  person: createRoute({
    method: 'post',
    path: '/tickets/{number}/person',
    summary: apiTexts.person,
    security,
    request,
    responses: ok(personSchema),
  }),
  original: createRoute({
    method: 'post',
    path: '/tickets/{number}/original',
    summary: apiTexts.original,
    security,
    request,
    responses: ok(originalSchema),
  }),
}

/**
 * The citizen's contact and unmasked words: in the answer to a deliberate post alone, to whoever has to call;
 * who looked and what for is on record before anything is shown.
 */
export function revealApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.person, async (c) => {
    const ctx = deps.ctxFor(c.var.actor)
    const ticket = await revealable(ctx, c.req.valid('param').number)
    if (isRefusal(ticket)) return answer(c, ticket, personSchema)
    const { reason } = c.req.valid('json')
    const { citizenId } = ticket.opened
    const person =
      citizenId === null ? null : await ctx.people.read(citizenId, ctx.actor, reason, ctx.now())
    return answer(c, { person }, personSchema)
  })
  app.openapi(routes.original, async (c) => {
    const ctx = deps.ctxFor(c.var.actor)
    const ticket = await revealable(ctx, c.req.valid('param').number)
    if (isRefusal(ticket)) return answer(c, ticket, originalSchema)
    const { reason } = c.req.valid('json')
    const text = await ctx.people.originalText(ticket.id, ctx.actor, reason, ctx.now())
    return answer(c, { text }, originalSchema)
  })
  return app
}

async function revealable(ctx: Ctx, numberGiven: string): Promise<Ticket | Refusal> {
  const found = await readTicket(ctx, { number: numberGiven })
  if (isRefusal(found)) return found
  return maySeePerson(ctx.actor, found.ticket) ? found.ticket : refuse('not-allowed')
}
