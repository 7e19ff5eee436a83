import { z } from '@hono/zod-openapi'

const nullable = z.string().nullable()
const units = z.array(z.string())
const moment = z.number().int().openapi({ description: 'UTC milliseconds' })
const moments = moment.nullable()
const place = z.object({ town: nullable, village: nullable, spot: nullable, told: nullable })
const clause = z.object({
  plan: z.number().int(),
  annex: z.string(),
  task: z.number().int(),
  quote: z.string(),
})

const opened = z.object({
  number: z.string(),
  channel: z.string(),
  text: z.string(),
  classification: z.unknown(),
  when: nullable,
  secrecy: z.boolean(),
  receivedAt: moment,
})

/** Why it came to its handler: what the rules cited, and who else was considered. */
const dispatch = z.object({
  routing: z.object({
    clause,
    rule: z.string(),
    rulesVersion: z.string(),
    lead: units,
    considered: z.array(z.object({ unit: z.string(), outcome: z.string(), reason: z.string() })),
  }),
})

const whistle = z.object({
  id: z.string(),
  units,
  purpose: z.string(),
  place: nullable,
  due: moment,
  reports: z.array(
    z.object({ unit: z.string(), how: z.string(), late: z.boolean(), at: moment }).extend({
      done: z.boolean().nullable(),
    }),
  ),
  closedAt: moments,
  absent: units,
})

/** What was asked for and what came of it. */
const requests = {
  awaiting: z.object({ question: z.string(), since: moment, until: moment }).nullable(),
  extension: z.object({ state: z.string(), until: moment, reason: z.string() }).nullable(),
  suspension: z
    .object({ state: z.string(), reviewAt: moment, reason: z.string(), plan: z.string() })
    .nullable(),
  exclusion: z.object({ state: z.string(), ground: z.string(), evidence: z.string() }).nullable(),
  supervision: z.object({ order: z.string(), replyDue: moment, repliedAt: moments }).nullable(),
  whistles: z.array(whistle),
}

const ending = {
  publicReply: nullable,
  returns: z.number().int(),
  reopenings: z.number().int(),
  callback: z
    .object({ via: z.string(), startedAt: moment, attempts: z.number().int() })
    .extend({ halfDays: z.array(z.string()), settledAt: moments })
    .nullable(),
  rating: z
    .object({ contacted: z.boolean(), solved: z.string(), satisfied: z.string() })
    .extend({ comment: nullable })
    .nullable(),
  closedBecause: nullable,
  mergedInto: z.object({ number: z.string() }).nullable(),
}

/** A ticket without persons: who complained is read elsewhere, by permission, and logged. */
export const ticketSchema = z
  .object({
    id: z.string(),
    seq: z.number().int(),
    status: z.string(),
    opened,
    category: nullable,
    place,
    urgency: z.string(),
    queuedFor: nullable,
    handler: nullable,
    supporting: units,
    assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
    involved: units,
    conferenceUnits: units,
    dispatch: dispatch.nullable(),
    dispatchDue: moment,
    deadlines: z
      .object({ accept: moment, contact: moment, return: moment, solve: moment })
      .nullable(),
    acceptedAt: moments,
    contactedAt: moments,
    resolvedAt: moments,
    closedAt: moments,
    urgedAt: z.array(moment),
    ...requests,
    ...ending,
  })
  .openapi('Ticket')

/** Whose number leads to its photo, by the ticket it belongs to. */
const attachment = z.object({
  id: z.string(),
  kind: z.string(),
  name: nullable,
  at: moment,
  state: nullable,
  mediaType: nullable,
})

export const viewSchema = z
  .object({
    ticket: ticketSchema,
    events: z.array(
      z.object({
        seq: z.number().int(),
        at: moment,
        type: z.string(),
        by: z.object({ role: z.string(), unit: nullable, name: nullable }),
        data: z.unknown(),
      }),
    ),
    attachments: z.array(attachment),
    allowed: z.array(z.string()),
  })
  .openapi('TicketView')
