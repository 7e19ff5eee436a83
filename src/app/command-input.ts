import { z } from 'zod'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { unitId } from './ids.ts'

const words = z.string().trim().min(1).max(2000)
const note = z.string().trim().max(2000).transform(emptyToNull).nullable()
const moment = z.number().int().positive()
const id = z.string().min(1).max(100)
const number = z.string().trim().toUpperCase().min(1).max(40)

function emptyToNull(text: string): string | null {
  return text === '' ? null : text
}

/** Whistles, words the operator passes on for a caller, call-backs, merging, erasing. */
const shared = [
  z.object({ type: z.literal('merge'), intoNumber: number }),
  z.object({ type: z.literal('unmerge'), note: words }),
  z.object({
    type: z.literal('whistle'),
    units: z.array(unitId).min(1),
    purpose: words,
    place: note,
    /** null: as the rulebook says for the ticket's urgency. */
    due: moment.nullable(),
  }),
  z.object({
    type: z.literal('report-in'),
    whistleId: id,
    how: z.enum(['on-site', 'online', 'writing']),
    note: words,
  }),
  z.object({
    type: z.literal('finish-whistle-part'),
    whistleId: id,
    done: z.boolean(),
    note: words,
  }),
  z.object({ type: z.literal('close-whistle'), whistleId: id, note: words }),
  z.object({ type: z.literal('supplement'), text: words }),
  z.object({ type: z.literal('urge'), text: words }),
  z.object({ type: z.literal('withdraw'), reason: note }),
  z.object({ type: z.literal('reopen'), reason: words }),
  z.object({ type: z.literal('start-callback'), via: z.literal('phone') }),
  z.object({
    type: z.literal('give-up-callback'),
    because: z.enum(['unreachable', 'anonymous']),
  }),
  z.object({ type: z.literal('erase') }),
] as const

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
  z.object({ type: z.literal('answer-exclusion'), text: words }),
  z.object({ type: z.literal('approve-exclusion'), note: words }),
  z.object({ type: z.literal('refuse-exclusion'), note: words }),
  ...shared,
])

export type StaffCommand = z.infer<typeof commandInput>

/** Unknown input → what a person asks, or 'invalid-input' naming the fields at fault. */
export function readCommand(input: unknown): StaffCommand | Refusal {
  const parsed = commandInput.safeParse(input)
  if (parsed.success) return parsed.data
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ')
  return refuse('invalid-input', { fields })
}
