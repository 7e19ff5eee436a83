import { z } from 'zod'
import { mask, phoneOf } from '#intents/personal/index.ts'
import type { Planned } from '#domain/dialogue/summary.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { Opened } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { classificationOf, hearCall, plannedOf } from './call-draft.ts'
import type { CallWords } from './call-draft.ts'
import type { Ctx } from '#app/ctx.ts'
import { mergeOf } from '#app/tickets/give-command.ts'
import { complaintCategoryId, townId, unitId } from '#app/tools/ids.ts'
import { noChange, planTicket } from '#app/tickets/plan-change.ts'
import type { Change, TicketChange } from '#app/ports.ts'
import { makeCode } from '#app/tools/secret-code.ts'
import { converseTools } from '#app/tools/converse-tools.ts'
import type { Numbers } from '#app/tools/numbers.ts'
import { placeByHand } from '#app/places/place-by-hand.ts'
import { urgencies } from '#domain/ticket/shapes.ts'

const maxTries = 5
const alsoMost = 5
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === '' ? null : text))
    .nullable()

const figures = /^\+?\d[\d -]{5,18}\d$/

/** A phone number however people write it, in figures; null for none. */
export const phoneLine = line(40).transform((phone, context) => {
  if (phone === null) return null
  const plain = phoneOf(phone) ?? (figures.test(phone) ? phone.replaceAll(/[ -]/g, '') : null)
  if (plain === null) context.addIssue({ code: 'custom' })
  return plain
})

/** A call as the operator writes it down. */
export const phoneInput = z.object({
  /** A UUID of the form: the same call sent twice opens no second ticket. */
  entry: z.uuid(),
  text: z.string().trim().min(1).max(2000),
  /** null: the caller leaves none, and cannot be called back. */
  phone: phoneLine,
  name: line(50),
  /** The caller wants nothing kept of them, whatever the telephone shows. */
  anonymous: z.boolean().default(false),
  callback: z.object({ ask: z.boolean(), hours: line(100) }).default({ ask: true, hours: null }),
  /** null: unsure; the ticket waits at the dispatch desk. */
  category: complaintCategoryId.nullable(),
  /** Other problems of the same call: tickets of the same case where another unit or clause answers. */
  also: z.array(complaintCategoryId).max(alsoMost).default([]),
  town: townId.nullable(),
  village: line(50),
  spot: line(200),
  when: line(200),
  /** null: the unit the rules name. */
  unit: unitId.nullable(),
  urgency: z.enum(urgencies),
  secrecy: z.boolean(),
  /** The number of an open ticket about the same matter: the call joins it, under a number of its own. */
  mergeInto: z
    .string()
    .trim()
    .max(40)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null),
})

export type PhoneInput = z.infer<typeof phoneInput>

/**
 * `tickets`: those of the case, never none. `code`: opens each of them, to be read out, known this once; null
 * when somebody else had written the call down.
 */
export type OpenedByPhone = {
  readonly tickets: readonly [Ticket, ...Ticket[]]
  readonly code: string | null
  readonly isNew: boolean
}

/**
 * Opens the tickets of a call, by the same rules as the chat's: one per unit and clause that answers, all of one
 * case. The caller's number and name are kept apart, sealed; the words are masked. Without a category or a place
 * it waits at the dispatch desk. Saving it again (the line broke before the answer came) opens nothing and gives
 * whoever saved it a code that works beside the first. Refuses: 'not-allowed' for all but operators and
 * dispatchers, 'invalid-input' for a number to merge into that is none, 'changed-meanwhile' when too many write
 * at once.
 */
export async function openByPhone(ctx: Ctx, given: PhoneInput): Promise<OpenedByPhone | Refusal> {
  if (ctx.actor.role !== 'operator' && ctx.actor.role !== 'dispatcher') {
    return refuse('not-allowed', { command: 'open' })
  }
  const input = placeByHand(given)
  const before = await openedBefore(ctx, input.entry)
  if (before !== null) return before
  const merge = input.mergeInto === null ? null : await mergeOf(ctx, input.mergeInto)
  if (isRefusal(merge)) return merge
  const personId = await callerOf(ctx, input)
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const opened = await ctx.giveNumbers(ctx.now(), (numbers) =>
      openOnce(ctx, input, { personId, code: makeCode(ctx), merge, numbers }),
    )
    if (opened !== 'conflict') return opened
    const meanwhile = await openedBefore(ctx, input.entry)
    if (meanwhile !== null) return meanwhile
  }
  return refuse('changed-meanwhile')
}

async function openOnce(
  ctx: Ctx,
  input: PhoneInput,
  given: Given,
): Promise<OpenedByPhone | Refusal | 'conflict'> {
  const change = await changeOf(ctx, input, given)
  if (isRefusal(change)) return change
  const done = await ctx.store.commit(change)
  return done === 'conflict' ? done : openedNow(ctx, change, given.code)
}

function openedNow(ctx: Ctx, { tickets }: Change, code: string): OpenedByPhone | Refusal {
  const [first, ...others] = tickets.map(({ after }) => after)
  if (first === undefined) return refuse('not-found')
  ctx.log.info('ticket.opened-by-phone', { ticket: first.id, tickets: tickets.length })
  return { tickets: [first, ...others], code, isNew: true }
}

/** Ids of the tickets of a call: known before it is saved, so that saving it twice meets itself. */
function idOf(entry: string, index: number): string {
  return index === 0 ? entry : `${entry}-${String(index + 1)}`
}

async function openedBefore(ctx: Ctx, entry: string): Promise<OpenedByPhone | null> {
  const ids = Array.from({ length: alsoMost + 1 }, (_, index) => idOf(entry, index))
  const histories = await ctx.readers.histories(ids)
  const [first, ...others] = ids
    .map((id) => fold(id, histories.get(id) ?? []))
    .filter((ticket) => ticket !== null)
  if (first === undefined) return null
  const tickets = [first, ...others] as const
  const own = histories.get(entry)?.[0]?.by.id === ctx.actor.id
  if (!own) return { tickets, code: null, isNew: false }
  const code = makeCode(ctx)
  await ctx.store.commit({ ...noChange, codes: tickets.map(({ id }) => ({ ticketId: id, code })) })
  return { tickets, code, isNew: false }
}

/** The person behind a number: the same for every call from it. A name given before is kept unless a new one is said. */
async function callerOf(ctx: Ctx, { phone, name, anonymous }: PhoneInput): Promise<string | null> {
  if (phone === null || anonymous) return null
  const personId = await ctx.people.ensure('hotline', phone)
  const known = await ctx.people.hasPhone(personId)
  if (!known || name !== null) await ctx.people.setContact(personId, { name, phone })
  return personId
}

type Merge = Extract<TicketCommand, { readonly type: 'merge' }>
type Given = {
  readonly personId: string | null
  readonly code: string
  readonly merge: Merge | null
  readonly numbers: Numbers
}

async function changeOf(ctx: Ctx, input: PhoneInput, given: Given): Promise<Change | Refusal> {
  const words = hearCall(input.text, ctx.now())
  const tools = converseTools(ctx, 'zh-hans', given.numbers)
  const planned = plannedOf(words, input, { unit: input.unit, tools })
  const common = commonOf(ctx, input, { ...given, told: words.draft.place.told })
  const commands =
    planned.length === 0
      ? [toDesk(words, input, { ...common, number: tools.mint.ticket().number })]
      : planned.map((one) => opening(one, { ...common, number: tools.mint.ticket().number }))
  const joining = given.merge === null ? null : await joins(ctx, planned, given.merge)
  const tickets: TicketChange[] = []
  for (const [index, command] of commands.entries()) {
    const steps =
      index === joining && given.merge !== null ? merged(command, given.merge) : [command]
    const change = planTicket(ctx, idOf(input.entry, index), null, steps)
    if (isRefusal(change)) return change
    tickets.push(change)
  }
  return {
    ...noChange,
    tickets,
    codes: tickets.map(({ ticketId }) => ({ ticketId, code: given.code })),
    originals: tickets.map(({ ticketId }) => ({ ticketId, text: input.text })),
  }
}

type Open = Extract<TicketCommand, { readonly type: 'open' }>
type Common = Omit<Open['opened'], 'category' | 'classification' | 'secondary'>

function commonOf(
  ctx: Ctx,
  input: PhoneInput,
  { personId: citizenId, told }: Given & { readonly told: string | null },
): Omit<Common, 'number'> {
  const { town, village, spot, when, urgency, secrecy, callback } = input
  const hours = callback.hours && mask(callback.hours)
  const wish: Pick<Opened, 'callbackWish'> =
    citizenId !== null && (!callback.ask || hours !== null)
      ? { callbackWish: { ask: callback.ask, hours } }
      : {}
  return {
    caseId: ctx.newId(),
    kind: 'complaint',
    channel: 'hotline',
    sourceNumber: null,
    citizenId,
    dialogueId: null,
    text: mask(input.text),
    urgency,
    place: { town, village, spot: spot && mask(spot), told: told && mask(told), coordinates: null },
    when: when && mask(when),
    attachments: [],
    secrecy,
    receivedAt: ctx.now(),
    ...wish,
  }
}

function opening({ category, classification, secondary, routing }: Planned, common: Common): Open {
  const opened = { ...common, category, classification, secondary }
  return { type: 'open', opened, routing, queueReason: null, note: null }
}

function toDesk(words: CallWords, { category, also }: PhoneInput, common: Common): Open {
  const classification = classificationOf(words, category)
  const opened = { ...common, category, classification, secondary: also }
  const queueReason = category === null ? 'unsure' : 'place-missing'
  return { type: 'open', opened, routing: null, queueReason, note: null }
}

/** Which of the tickets joins the other: the one of its category, else the first. */
async function joins(ctx: Ctx, planned: readonly Planned[], { into }: Merge): Promise<number> {
  const main = fold(into, await ctx.store.history(into))
  return Math.max(
    0,
    planned.findIndex(({ category }) => category === main?.category),
  )
}

/** It joins the other before any unit is troubled with it. */
function merged(open: Open, merge: Merge): TicketCommand[] {
  return [{ ...open, routing: null, queueReason: 'joins-another' }, merge]
}
