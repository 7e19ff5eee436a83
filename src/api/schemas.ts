import { z } from '@hono/zod-openapi'

const nullable = z.string().nullable()
const moment = z.number().int().openapi({ description: 'UTC milliseconds' })
const due = z.object({ clock: z.string(), at: moment }).nullable()

export const rowSchema = z
  .object({
    number: z.string(),
    status: z.string(),
    kind: z.string(),
    channel: z.string(),
    category: nullable,
    handler: nullable,
    supporting: z.array(z.string()),
    town: nullable,
    village: nullable,
    spot: nullable,
    told: nullable,
    urgency: z.string(),
    excerpt: z.string(),
    openedAt: moment,
    resolvedAt: moment.nullable(),
    nextDue: due,
    queuedFor: nullable,
    returns: z.number().int(),
    reopenings: z.number().int(),
    urges: z.number().int(),
    contacted: z.boolean().nullable(),
    solved: nullable,
    satisfied: nullable,
  })
  .openapi('TicketRow')

export const pageSchema = z
  .object({
    rows: z.array(rowSchema),
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    counts: z.record(z.string(), z.number().int()).optional(),
  })
  .openapi('TicketPage')

const rate = z
  .object({ count: z.number(), share: z.number(), low: z.number(), high: z.number() })
  .nullable()

const rateRow = z.object({
  key: nullable,
  valid: z.number().int(),
  contacted: rate,
  solved: rate,
  satisfied: rate,
  composite: z.number().nullable(),
  firstSolved: rate,
  firstValid: z.number().int(),
  reopened: rate,
  late: rate,
  dispatched: z.number().int(),
  accuracy: rate,
  returned: rate,
  small: z.boolean(),
  unreachable: z.number().int(),
  anonymous: z.number().int(),
  excluded: z.number().int(),
  falseCallbacks: z.number().int(),
})

export const ratesSchema = z
  .object({
    period: z.object({ from: moment, to: moment }),
    table: z.object({ total: rateRow, rows: z.array(rateRow) }),
    counts: z.record(z.string(), z.number().int()),
    overdue: z.number().int(),
  })
  .openapi('Rates')

/** A call-back as the rates count it. */
const settledSchema = z
  .object({
    number: z.string(),
    handler: z.string(),
    town: nullable,
    category: z.string(),
    clause: z.string(),
    settledAt: moment,
    outcome: z.string(),
    contacted: z.boolean().nullable(),
    solved: nullable,
    satisfied: nullable,
  })
  .openapi('Settled')

/** The call-backs a figure counts, and their tickets as they are now. */
export const behindSchema = pageSchema
  .omit({ counts: true })
  .extend({ settled: z.array(settledSchema) })
  .openapi('Behind')
