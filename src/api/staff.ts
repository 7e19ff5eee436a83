import type { OpenAPIHono } from '@hono/zod-openapi'
import { asChanged } from '#app/tickets/as-seen.ts'
import type { Ctx } from '#app/ctx.ts'
import { dispatchTicket } from '#app/dispatching/dispatch-ticket.ts'
import { giveCommand } from '#app/tickets/give-command.ts'
import { ticketAttachments } from '#app/files/read-attachments.ts'
import { readDesk, readDispatchQueue, readTicket } from '#app/tickets/read-desk.ts'
import type { TicketView } from '#app/tickets/read-desk.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { TownId } from '#routing/types.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { answer, newApi } from '#doors/problem.ts'
import { pageSchema } from './schemas.ts'
import { routes } from './staff-routes.ts'
import { ticketSchema, viewSchema } from './ticket-schema.ts'

/** What signed-in staff do with tickets: the same use cases as the desk's pages. */
export function staffApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  readingApi(app, deps)
  app.openapi(routes.command, async (c) => {
    const ctx = deps.ctxFor(c.var.actor)
    const { seen, command } = c.req.valid('json')
    const changed = await onNumber(ctx, c.req.valid('param').number, ({ id }) =>
      giveCommand(ctx, {
        ticketId: id,
        command,
        ...(seen === undefined ? {} : { seenSeq: seen }),
      }),
    )
    return answer(c, await seenBy(ctx, changed), ticketSchema)
  })
  app.openapi(routes.dispatch, async (c) => {
    const ctx = deps.ctxFor(c.var.actor)
    const { seen, category, town, village, spot, unit, note } = c.req.valid('json')
    const changed = await onNumber(ctx, c.req.valid('param').number, (ticket) =>
      dispatchTicket(ctx, {
        ticketId: ticket.id,
        note,
        ...(seen === undefined ? {} : { seenSeq: seen }),
        ...(category === undefined ? {} : { category }),
        ...(town === undefined
          ? {}
          : {
              place: {
                town,
                village,
                spot,
                told: ticket.place.told,
                coordinates: pinIn(ticket, town),
              },
            }),
        ...(unit === undefined ? {} : { unit }),
      }),
    )
    return answer(c, await seenBy(ctx, changed), ticketSchema)
  })
  return app
}

/** Lists, the queue, and one ticket with its history. */
function readingApi(app: OpenAPIHono<ApiEnv>, deps: ApiDeps): void {
  app.openapi(routes.tickets, async (c) => {
    const { tab, page: at, search } = c.req.valid('query')
    const found = await readDesk(deps.ctxFor(c.var.actor), {
      tab,
      page: at,
      ...(search === undefined ? {} : { filter: { search } }),
    })
    return answer(c, found, pageSchema)
  })
  app.openapi(routes.ticket, async (c) => {
    const ctx = deps.ctxFor(c.var.actor)
    const found = await readTicket(ctx, { number: c.req.valid('param').number })
    if (isRefusal(found)) return answer(c, found, viewSchema)
    const attachments = await ticketAttachments(ctx, found.events)
    return answer(c, { ...withoutPersons(found), attachments }, viewSchema)
  })
  app.openapi(routes.queue, async (c) => {
    const found = await readDispatchQueue(deps.ctxFor(c.var.actor), c.req.valid('query').page)
    return answer(c, found, pageSchema)
  })
}

/** The pin a citizen gave stays while the township it lies in does. */
function pinIn({ place }: Ticket, town: TownId) {
  return place.town === town ? place.coordinates : null
}

async function onNumber(
  ctx: Ctx,
  numberGiven: string,
  work: (ticket: Ticket) => Promise<Ticket | Refusal>,
): Promise<Ticket | Refusal> {
  const found = await readTicket(ctx, { number: numberGiven })
  return isRefusal(found) ? found : work(found.ticket)
}

async function seenBy(ctx: Ctx, changed: Ticket | Refusal): Promise<Ticket | Refusal> {
  return isRefusal(changed) ? changed : asChanged(ctx, changed)
}

/** Nothing that tells which tickets are one person's: a secret report must not lead to an open one. */
function withoutPersons(view: TicketView) {
  const events = view.events.map((event) => {
    const data = Object.entries(event.data).filter(([name]) => !personal.has(name))
    return { ...event, data: Object.fromEntries(data) }
  })
  return { ...view, events }
}

const personal: ReadonlySet<string> = new Set(['citizenId', 'dialogueId', 'caseId'])
