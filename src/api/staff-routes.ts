import { createRoute, z } from '@hono/zod-openapi'
import { commandInput } from '#app/tickets/command-input.ts'
import { complaintCategoryId, townId, unitId } from '#app/tools/ids.ts'
import { deskTabs } from '#app/tickets/read-desk.ts'
import { body, number, ok, page, security } from './parts.ts'
import { pageSchema } from './schemas.ts'
import { apiTexts } from './texts.ts'
import { ticketSchema, viewSchema } from './ticket-schema.ts'

/** The last event the sender had seen: with it, nothing is done on a ticket that has changed meanwhile. */
const seen = z.number().int().min(1).optional()
const params = z.object({ number })

/** What the desk is asked for, for OpenAPI and the handlers alike. */
export const routes = {
  tickets: createRoute({
    method: 'get',
    path: '/tickets',
    summary: apiTexts.tickets,
    security,
    request: {
      query: z.object({
        tab: z.enum(deskTabs).default('all'),
        page,
        search: z.string().max(100).optional(),
      }),
    },
    responses: ok(pageSchema),
  }),
  ticket: createRoute({
    method: 'get',
    path: '/tickets/{number}',
    summary: apiTexts.ticket,
    security,
    request: { params },
    responses: ok(viewSchema),
  }),
  command: createRoute({
    method: 'post',
    path: '/tickets/{number}/commands',
    summary: apiTexts.command,
    security,
    request: { params, ...body(z.object({ seen, command: commandInput })) },
    responses: ok(ticketSchema),
  }),
  dispatch: createRoute({
    method: 'post',
    path: '/tickets/{number}/dispatch',
    summary: apiTexts.dispatch,
    security,
    request: {
      params,
      ...body(
        z.object({
          seen,
          category: complaintCategoryId.optional(),
          town: townId.optional(),
          village: z.string().max(50).nullable().default(null),
          spot: z.string().max(200).nullable().default(null),
          unit: unitId.optional(),
          note: z.string().max(2000).nullable().default(null),
        }),
      ),
    },
    responses: ok(ticketSchema),
  }),
  queue: createRoute({
    method: 'get',
    path: '/dispatch-queue',
    summary: apiTexts.queue,
    security,
    request: { query: z.object({ page }) },
    responses: ok(pageSchema),
  }),
}
