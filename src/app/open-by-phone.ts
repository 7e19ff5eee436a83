import { z } from 'zod'
import { understand } from '#intents/understand.ts'
import type { Classification, Understanding } from '#intents/types.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { route } from '#routing/route.ts'
import type { Place, Routing } from '#routing/types.ts'
import { mask } from '#domain/privacy.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/commands.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Ctx } from './ctx.ts'
import { chosenByHand } from './dispatch-ticket.ts'
import { complaintCategoryId, townId, unitId } from './ids.ts'
import { noChange, planTicket } from './plan-change.ts'
import type { Change } from './ports.ts'
import { makeCode } from './secret-code.ts'
import { dayOf } from './time.ts'

const maxTries = 3
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === '' ? null : text))
    .nullable()

/** A call as the operator writes it down. */
export const phoneInput = z.object({
  /** A UUID of the form: the same call sent twice opens one ticket. */
  entry: z.uuid(),
  text: z.string().trim().min(1).max(2000),
  /** null: the caller leaves none, and cannot be called back. */
  phone: line(20).refine((phone) => phone === null || /^\+?\d[\d -]{5,18}\d$/.test(phone)),
  name: line(50),
  /** null: unsure; the ticket waits at the dispatch desk. */
  category: complaintCategoryId.nullable(),
  town: townId.nullable(),
  village: line(50),
  spot: line(200),
  when: line(200),
  /** null: the unit the rules name. */
  unit: unitId.nullable(),
  urgency: z.enum(['urgent', 'fast', 'general', 'complex']),
  secrecy: z.boolean(),
})

export type PhoneInput = z.infer<typeof phoneInput>

/** `code`: to be read out, known this once; null when the same call had been opened before. */
export type OpenedByPhone = { readonly ticket: Ticket; readonly code: string | null }

/**
 * Opens the ticket of a call, through the same door as any complaint. The caller's number and name are kept
 * apart, sealed; the words are masked. Without a category or a place that routes it, it waits at the dispatch
 * desk. Refuses: 'not-allowed' for all but operators and dispatchers, 'changed-meanwhile' when too many write
 * at once.
 */
export async function openByPhone(ctx: Ctx, input: PhoneInput): Promise<OpenedByPhone | Refusal> {
  if (ctx.actor.role !== 'operator' && ctx.actor.role !== 'dispatcher') {
    return refuse('not-allowed', { command: 'open' })
  }
  const before = await stored(ctx, input.entry)
  if (before !== null) return { ticket: before, code: null }
  const personId = await callerOf(ctx, input)
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const code = makeCode(ctx)
    const change = await changeOf(ctx, input, { personId, code })
    if (isRefusal(change)) return change
    if ((await ctx.store.commit(change)) === 'committed') return openedAs(ctx, change, code)
    const meanwhile = await stored(ctx, input.entry)
    if (meanwhile !== null) return { ticket: meanwhile, code: null }
  }
  return refuse('changed-meanwhile')
}

function openedAs(ctx: Ctx, change: Change, code: string): OpenedByPhone | Refusal {
  const ticket = change.tickets[0]?.after
  if (ticket === undefined) return refuse('not-found')
  ctx.log.info('ticket.opened-by-phone', { ticket: ticket.id, status: ticket.status })
  return { ticket, code }
}

async function stored(ctx: Ctx, id: TicketId): Promise<Ticket | null> {
  return fold(id, await ctx.store.history(id))
}

/** The person behind a number: the same for every call from it. A name given before is kept unless a new one is said. */
async function callerOf(ctx: Ctx, { phone, name }: PhoneInput): Promise<string | null> {
  if (phone === null) return null
  const plain = phone.replaceAll(/[ -]/g, '')
  const personId = await ctx.people.ensure('hotline', plain)
  const known = await ctx.people.hasPhone(personId)
  if (!known || name !== null) await ctx.people.setContact(personId, { name, phone: plain })
  return personId
}

type Caller = { readonly personId: string | null; readonly code: string }

async function changeOf(
  ctx: Ctx,
  input: PhoneInput,
  { personId, code }: Caller,
): Promise<Change | Refusal> {
  const id = input.entry
  const day = dayOf(ctx.now())
  const number = ticketNumber(day, (await ctx.readers.lastSerial(day)) + 1)
  const planned = planTicket(ctx, id, null, [openingOf(ctx, input, { number, personId })])
  if (isRefusal(planned)) return planned
  return {
    ...noChange,
    tickets: [planned],
    codes: [{ ticketId: id, code }],
    originals: [{ ticketId: id, text: input.text }],
  }
}

function openingOf(
  ctx: Ctx,
  input: PhoneInput,
  { number, personId }: { readonly number: string; readonly personId: string | null },
): TicketCommand {
  const { category, town, village, spot, when, urgency, secrecy } = input
  const understanding = understand(input.text)
  const place: Place = { town, village, spot: spot && mask(spot), coordinates: null }
  const routing = routingOf(input, place, ctx.now())
  return {
    type: 'open',
    opened: {
      number,
      caseId: ctx.newId(),
      kind: 'complaint',
      channel: 'hotline',
      sourceNumber: null,
      citizenId: personId,
      dialogueId: null,
      text: mask(input.text),
      category,
      classification: understanding.classification,
      secondary: secondaryOf(understanding, category),
      urgency,
      place,
      when: when && mask(when),
      attachments: [],
      secrecy,
      receivedAt: ctx.now(),
    },
    routing,
    queueReason: routing !== null ? null : category === null ? 'unsure' : 'place-missing',
    note: null,
  }
}

function routingOf(input: PhoneInput, place: Place, at: number): Routing | null {
  const { category, text, unit, urgency } = input
  if (category === null) return null
  const routed = route({ category, place, text: mask(text), urgency, at })
  if ('missing' in routed) return null
  return unit === null ? routed : chosenByHand(routed, unit)
}

/** The other problems the caller spoke of. */
function secondaryOf(
  { parts }: Understanding,
  category: ComplaintCategoryId | null,
): ComplaintCategoryId[] {
  const named = parts.map(({ classification }) => inScope(classification))
  return [...new Set(named.filter((one) => one !== null && one !== category))].filter(
    (one) => one !== null,
  )
}

function inScope({ category }: Classification): ComplaintCategoryId | null {
  return category === 'env-inquiry' || category === 'out-of-scope' ? null : category
}
