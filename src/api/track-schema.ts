import { z } from '@hono/zod-openapi'
import { acts } from '#doors/citizen-acts.ts'

const words = z.string().trim().min(1).max(2000)
const nullable = z.string().nullable()
const moment = z.number().int().openapi({ description: 'UTC milliseconds' })

const solved = z.enum(['solved', 'partly', 'unsolved'])
const satisfied = z.enum(['satisfied', 'basically', 'unsatisfied'])

export const trackedSchema = z
  .object({
    number: z.string(),
    status: z.string(),
    text: z.string(),
    category: nullable,
    place: z.object({ town: nullable, village: nullable, spot: nullable, told: nullable }),
    receivedAt: moment,
    handler: nullable,
    clause: z
      .object({
        plan: z.number().int(),
        annex: z.string(),
        task: z.number().int(),
        quote: z.string(),
      })
      .nullable(),
    due: moment.nullable(),
    publicReply: nullable,
    question: nullable,
    rating: z.object({ contacted: z.boolean(), solved, satisfied }).nullable(),
    closedBecause: nullable,
    exclusion: z.object({ state: z.string(), ground: z.string() }).nullable(),
    mayRate: z.boolean(),
    allowed: z.array(z.enum(acts)),
    attachments: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['image', 'video', 'audio', 'file']),
        mediaType: z.string().nullable(),
      }),
    ),
    steps: z.array(z.object({ at: moment, text: z.string() })),
  })
  .openapi('TrackedTicket')

export const citizenCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('urge'), text: words.nullable().default(null) }),
  z.object({ type: z.literal('supplement'), text: words }),
  z.object({ type: z.literal('withdraw'), reason: words.nullable().default(null) }),
  z.object({ type: z.literal('reopen'), reason: words }),
  z.object({ type: z.literal('answer-exclusion'), text: words }),
  z.object({
    type: z.literal('rate'),
    contacted: z.boolean(),
    solved,
    satisfied,
    comment: words.nullable().default(null),
  }),
])
