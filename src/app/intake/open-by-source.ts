import { understand } from '#intents/understand.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Understanding, Urgency } from '#intents/types.ts'
import { route } from '#routing/route.ts'
import type { Place, Routing } from '#routing/types.ts'
import { opensTicket } from '#intents/opens-ticket.ts'
import { mask } from '#intents/personal/index.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { CallbackWish, Channel, SourceOrder } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { circumstancesAt } from '#app/dispatching/circumstances.ts'
import type { Ctx } from '#app/ctx.ts'
import { noChange, planTicket } from '#app/tickets/plan-change.ts'
import type { TicketChange } from '#app/ports.ts'
import { converseTools } from '#app/tools/converse-tools.ts'
import type { Numbers } from '#app/tools/numbers.ts'
import { unitNamed } from '#app/tools/unit-named.ts'

const maxTries = 5

/** What another system reports, already translated; its words unmasked. */
export type SourceReport = {
  readonly kind: 'complaint' | 'alarm'
  readonly channel: Extract<Channel, 'open311' | 'alarm' | 'import'>
  /** Its own number there: the same one again is the same report. */
  readonly sourceNumber: string
  readonly text: string
  /** null: by its words, or at the desk when these leave it open. */
  readonly category: ComplaintCategoryId | null
  readonly place: Place
  /** null: by its words. */
  readonly urgency: Urgency | null
  readonly when: string | null
  readonly secrecy: boolean
  /** What staff should know and the public must not. */
  readonly note: string | null
  /** null: nobody to call back. `sender`: what the person is found again by. */
  readonly person: {
    readonly sender: string
    readonly name: string | null
    readonly phone: string | null
  } | null
  /** UTC milliseconds. */
  readonly receivedAt: number
  /** Personal things told besides the words: kept with them, sealed. */
  readonly aside?: string | null
  readonly sourceOrder?: SourceOrder
  readonly callbackWish?: CallbackWish
}

/** `isNew`: false when the report had come before; nothing has changed then. */
export type OpenedBySource = { readonly ticket: Ticket; readonly isNew: boolean }

/**
 * A report of another system becomes a ticket, by the same rules as a citizen's: routed when category and
 * township are known, else at the desk. The same number of the same source again gives the ticket that is
 * there. Refuses: what opening refuses, 'changed-meanwhile' when others keep writing first.
 */
export async function openBySource(
  ctx: Ctx,
  report: SourceReport,
): Promise<OpenedBySource | Refusal> {
  const { channel, sourceNumber } = report
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const known = await ctx.readers.idBySource(channel, sourceNumber)
    const before = known === null ? null : fold(known, await ctx.store.history(known))
    if (before !== null) return { ticket: before, isNew: false }
    const citizenId = await personOf(ctx, report)
    const opened = await ctx.giveNumbers(ctx.now(), (numbers) =>
      openOnce(ctx, report, { citizenId, numbers }),
    )
    if (opened !== 'conflict') return opened
  }
  return refuse('changed-meanwhile')
}

async function openOnce(
  ctx: Ctx,
  report: SourceReport,
  by: Planning,
): Promise<OpenedBySource | Refusal | 'conflict'> {
  const planned = planReport(ctx, report, by)
  if (isRefusal(planned)) return planned
  const { ticketId } = planned
  const aside = report.aside ?? ''
  const originals = [{ ticketId, text: aside === '' ? report.text : `${report.text}\n${aside}` }]
  const change = { ...noChange, tickets: [planned], originals }
  if ((await ctx.store.commit(change)) === 'conflict') return 'conflict'
  ctx.log.info('source.opened', { channel: report.channel, ticket: ticketId })
  return { ticket: planned.after, isNew: true }
}

type Planning = { readonly citizenId: string | null; readonly numbers: Numbers }

/** The ticket a report would become; nothing is stored. */
export function planReport(
  ctx: Ctx,
  report: SourceReport,
  { citizenId, numbers }: Planning,
): TicketChange | Refusal {
  const tools = converseTools(ctx, 'zh-hans', numbers)
  const { id, number } = tools.mint.ticket()
  const command = commandOf(ctx, report, { number, caseId: tools.mint.id(), citizenId })
  return planTicket(ctx, id, null, [command])
}

async function personOf(ctx: Ctx, { channel, person }: SourceReport): Promise<string | null> {
  if (person === null) return null
  const { sender, name, phone } = person
  const id = await ctx.people.ensure(channel, sender)
  await ctx.people.setContact(id, { name, phone })
  return id
}

type Given = {
  readonly number: string
  readonly caseId: string
  readonly citizenId: string | null
}

function commandOf(ctx: Ctx, report: SourceReport, given: Given): TicketCommand {
  const { place, text } = report
  const understanding = understand(text, circumstancesAt(report.receivedAt))
  const category = report.category ?? categoryOf(understanding)
  const urgency = report.urgency ?? understanding.urgency
  const ruled = category === null ? null : routingOf(category, { ...report, urgency }, ctx.now())
  const isTheirs = ruled === null || namesHandler(report, ruled)
  const routing = isTheirs ? ruled : null
  const missing = category === null ? 'unsure' : 'place-missing'
  const { sourceOrder, callbackWish } = report
  return {
    type: 'open',
    opened: {
      ...given,
      kind: report.kind,
      channel: report.channel,
      sourceNumber: report.sourceNumber,
      dialogueId: null,
      text: mask(text),
      category,
      classification: understanding.classification,
      secondary: [],
      urgency,
      place: masked(place),
      when: report.when ?? understanding.when,
      attachments: [],
      secrecy: report.secrecy || understanding.secrecy,
      receivedAt: report.receivedAt,
      ...(sourceOrder === undefined ? {} : { sourceOrder }),
      ...(callbackWish === undefined ? {} : { callbackWish }),
    },
    routing,
    queueReason: !isTheirs ? 'unit-differs' : routing === null ? missing : null,
    note: report.note,
  }
}

/** Whether the unit the order names is the rules' own, or none of those we know. */
function namesHandler({ sourceOrder }: SourceReport, { handler }: Routing): boolean {
  const named = unitNamed(sourceOrder?.unit ?? '')
  return named === null || named === handler
}

/** Nothing goes out unplaced, not even to a department of the whole district: the chat would have asked. */
function routingOf(
  category: ComplaintCategoryId,
  { place, text, urgency }: SourceReport & { readonly urgency: Urgency },
  at: number,
): Routing | null {
  if (place.town === null) return null
  const routed = route({ category, place: masked(place), text: mask(text), urgency, at })
  return 'handler' in routed ? routed : null
}

function masked(place: Place): Place {
  const { spot, told } = place
  return { ...place, spot: spot && mask(spot), told: told && mask(told) }
}

/** What the words are about, when they leave no doubt. */
function categoryOf({ classification }: Understanding): ComplaintCategoryId | null {
  const { category, abstain } = classification
  return abstain || !opensTicket(category) ? null : category
}
