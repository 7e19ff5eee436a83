import { z } from 'zod'
import type { TicketCommand } from '#domain/ticket/commands.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'

const unitIds: ReadonlySet<string> = new Set(units.map((unit) => unit.id))
const unitId = z.custom<UnitId>((value) => typeof value === 'string' && unitIds.has(value))
const words = z.string().trim().min(1).max(2000)
const note = z.string().trim().max(2000).transform(emptyToNull).nullable()
const moment = z.number().int().positive()

function emptyToNull(text: string): string | null {
  return text === '' ? null : text
}

/** What staff may ask of a ticket, as forms and the JSON API send it. Times are UTC milliseconds. */
export const commandInput = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accept') }),
  z.object({
    type: z.literal('contact'),
    method: z.enum(['phone', 'visit', 'message']),
    note: words,
  }),
  z.object({ type: z.literal('note'), text: words }),
  z.object({ type: z.literal('resolve'), publicReply: words, internalNote: note }),
  z.object({
    type: z.literal('return'),
    reason: z.enum([
      'not-our-duty',
      'not-our-area',
      'place-unclear',
      'duplicate',
      'not-environmental',
      'material-missing',
    ]),
    note: words,
    proposedUnit: unitId.nullable(),
    clause: note,
  }),
  z.object({ type: z.literal('uphold-return'), note: words, clause: note }),
  z.object({ type: z.literal('refer'), to: words, note: words }),
  z.object({
    type: z.literal('add-units'),
    units: z.array(unitId).min(1),
    note: words,
    due: moment.nullable(),
  }),
  z.object({ type: z.literal('finish-part'), note: words }),
  z.object({ type: z.literal('ask-citizen'), question: words }),
  z.object({ type: z.literal('request-extension'), reason: words, until: moment }),
  z.object({ type: z.literal('approve-extension'), note }),
  z.object({ type: z.literal('refuse-extension'), note: words }),
  z.object({ type: z.literal('request-suspension'), reason: words, plan: words, reviewAt: moment }),
  z.object({ type: z.literal('approve-suspension'), note }),
  z.object({ type: z.literal('refuse-suspension'), note: words }),
  z.object({ type: z.literal('review'), note: words }),
  z.object({ type: z.literal('supervise'), order: words, replyDue: moment }),
  z.object({ type: z.literal('answer-supervision'), reply: words }),
  z.object({
    type: z.literal('set-urgency'),
    urgency: z.enum(['urgent', 'fast', 'general', 'complex']),
    note,
  }),
  z.object({
    type: z.literal('attempt-callback'),
    halfDay: z.string().regex(/^\d{8}-(am|pm)$/),
    reached: z.boolean(),
    note,
  }),
  z.object({
    type: z.literal('rate'),
    contacted: z.boolean(),
    solved: z.enum(['solved', 'partly', 'unsolved']),
    satisfied: z.enum(['satisfied', 'basically', 'unsatisfied']),
    comment: note,
    via: z.enum(['hotline', 'web-chat']),
  }),
  z.object({
    type: z.literal('propose-exclusion'),
    ground: z.enum([
      'unlawful-demand',
      'outside-powers',
      'malicious-or-repeated',
      'untrue',
      'force-majeure',
    ]),
    evidence: words,
  }),
  z.object({ type: z.literal('approve-exclusion'), note: words }),
  z.object({ type: z.literal('refuse-exclusion'), note: words }),
])

export type StaffCommand = z.infer<typeof commandInput>

/** Unknown input → a command, or 'invalid-input' naming the fields at fault. */
export function readCommand(input: unknown): TicketCommand | Refusal {
  const parsed = commandInput.safeParse(input)
  if (parsed.success) return parsed.data
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ')
  return refuse('invalid-input', { fields })
}
