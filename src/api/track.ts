import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actAsCitizen, citizenOf } from '#app/tickets/act-as-citizen.ts'
import type { CitizenCommand } from '#app/tickets/act-as-citizen.ts'
import type { Ctx } from '#app/ctx.ts'
import { readTrackedAttachment, ticketAttachments } from '#app/files/read-attachments.ts'
import { trackTicket } from '#app/tickets/read-citizen.ts'
import { makeTrackLimit, trackRetrySeconds } from '#app/tools/track-limit.ts'
import type { Try } from '#app/tools/track-limit.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import { allowedCommands } from '#domain/ticket/allowed.ts'
import { rateBarred } from '#domain/ticket/callback.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { publicSteps } from '#doors/public-steps.ts'
import { readAccess } from '#doors/track-access.ts'
import type { Access } from '#doors/track-access.ts'
import { acts } from '#doors/citizen-acts.ts'
import { mediaResponse } from '#doors/media-response.ts'
import { trackExtra } from '#doors/track-texts.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { body, media, ok } from './parts.ts'
import { answer, newApi, refusalProblem } from '#doors/problem.ts'
import { apiTexts } from './texts.ts'
import { citizenCommand, trackedSchema } from './track-schema.ts'

const access = z.object({ number: z.string().max(40), code: z.string().max(20) })

const routes = {
  track: createRoute({
    method: 'post',
    path: '/track',
    summary: apiTexts.track,
    request: body(access),
    responses: ok(trackedSchema),
  }),
  act: createRoute({
    method: 'post',
    path: '/track/commands',
    summary: apiTexts.trackCommand,
    request: body(access.extend({ command: citizenCommand })),
    responses: ok(trackedSchema),
  }),
  attachment: createRoute({
    method: 'post',
    path: '/track/attachments/{id}',
    summary: apiTexts.trackAttachment,
    request: { params: z.object({ id: z.string().max(200) }), ...body(access) },
    responses: media,
  }),
}

/** A ticket for whoever holds its number and secret code. */
export function trackApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  const mayTry = deps.trackLimit ?? makeTrackLimit()
  const begin = (c: Context, { number }: Access) =>
    mayTry(deps.clientIp(c), number, deps.ctxFor(null).now())
  app.openapi(routes.track, async (c) => {
    const { number, code } = c.req.valid('json')
    const key = readAccess(number, code)
    const tried = begin(c, key)
    if (tried === null) return tooOften(c)
    return answer(c, known(await readTracked(deps.ctxFor(null), key), tried), trackedSchema)
  })
  app.openapi(routes.act, async (c) => {
    const { command, number, code } = c.req.valid('json')
    const key = readAccess(number, code)
    const tried = begin(c, key)
    if (tried === null) return tooOften(c)
    const ctx = deps.ctxFor(null)
    const done = known(await actAsCitizen(ctx, { ...key, command: fullCommand(command) }), tried)
    return answer(c, isRefusal(done) ? done : await readTracked(ctx, key), trackedSchema)
  })
  app.openapi(routes.attachment, async (c) => {
    const { number, code } = c.req.valid('json')
    const key = readAccess(number, code)
    const tried = begin(c, key)
    if (tried === null) return tooOften(c)
    const { id } = c.req.valid('param')
    const found = known(await readTrackedAttachment(deps.ctxFor(null), { ...key, id }), tried)
    // Safe because zod-openapi's handler types know success bodies only; at run time any Response is right.
    return (isRefusal(found) ? refusalProblem(c, found) : mediaResponse(c, found)) as never
  })
  return app
}

/** A refusal that is not of the number and code says that those were right. */
function known<T extends object>(result: T | Refusal, tried: Try): T | Refusal {
  if (!isRefusal(result) || result.refused !== 'not-found') tried.right()
  return result
}

function tooOften(c: Context): never {
  c.header('retry-after', String(trackRetrySeconds))
  // Safe because a refusal is a problem, whatever the success body's type.
  return refusalProblem(c, refuse('too-often')) as never
}

async function readTracked(ctx: Ctx, key: z.infer<typeof access>) {
  const found = await trackTicket(ctx, key)
  if (isRefusal(found)) return found
  const attachments = (await ticketAttachments(ctx, found.events))
    .filter(({ state }) => state === 'stored')
    .map(({ id, kind, mediaType }) => ({ id, kind, mediaType }))
  return { ...tracked(found.ticket), attachments, steps: [...publicSteps(found.events)] }
}

/** A ticket as its citizen sees it: nothing internal, nobody's name. */
function tracked(ticket: Ticket): Omit<z.infer<typeof trackedSchema>, 'steps' | 'attachments'> {
  const { opened, place, rating, exclusion } = ticket
  const allowed = allowedCommands(ticket, citizenOf(ticket))
  return {
    number: opened.number,
    status: ticket.status,
    text: opened.text,
    category: ticket.category,
    place: { town: place.town, village: place.village, spot: place.spot, told: place.told },
    receivedAt: opened.receivedAt,
    handler: ticket.handler,
    clause: ticket.dispatch?.routing.clause ?? null,
    due: ticket.deadlines?.solve ?? null,
    publicReply: ticket.publicReply,
    question: ticket.awaiting?.question ?? null,
    rating: rating === null ? null : { ...rating },
    closedBecause: ticket.closedBecause,
    exclusion: exclusion === null ? null : { state: exclusion.state, ground: exclusion.ground },
    mayRate: rateBarred(ticket, citizenOf(ticket)) === null,
    allowed: acts.filter((act) => allowed.includes(act)),
  }
}

function fullCommand(command: z.infer<typeof citizenCommand>): CitizenCommand {
  switch (command.type) {
    case 'urge':
      return { ...command, text: command.text ?? trackExtra.urgeDefault }
    case 'supplement':
      return { ...command, attachments: [], place: null }
    case 'rate':
      return { ...command, via: 'web-chat' }
    default:
      return command
  }
}
