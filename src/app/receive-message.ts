import { understand } from '#intents/understand.ts'
import { findPlaces, resolvePin } from '#routing/places/find.ts'
import { converse } from '#domain/dialogue/converse.ts'
import { freshDialogue } from '#domain/dialogue/dialogue.ts'
import type { Dialogue, Heard, OwnTicket, TicketOrder, Turn } from '#domain/dialogue/types.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ctx } from './ctx.ts'
import type { InboundMessage } from './messages.ts'
import type { Change, TicketChange } from './ports.ts'
import { noChange, outboundOf, planTicket } from './plan-change.ts'
import { greetingReply, refusalReply } from './render.ts'
import { dayOf } from './time.ts'
import { converseTools } from './tools.ts'

const maxTries = 5

/**
 * The one way in for every channel: store – think – commit. The message is stored under its channel's own
 * id before anything else, so a repeated delivery is answered once and an unfinished one is finished later
 * (run-timers). Sending is the outbox's work. Throws only when storage is unavailable.
 */
export async function receiveMessage(ctx: Ctx, message: InboundMessage): Promise<void> {
  if ((await ctx.inbox.put(message)) === 'done') return
  await processMessage(ctx, message)
}

/**
 * Answers a stored message; what the same sender had said before and is still unanswered comes first, in
 * order: a later message builds on the earlier ones. A failure is counted with the message it happened to
 * and tried again later; until then the later ones wait. Returns whether the message is answered; throws
 * what went wrong.
 */
export async function processMessage(ctx: Ctx, message: InboundMessage): Promise<boolean> {
  for (const earlier of await ctx.inbox.earlier(message.id)) {
    if (!(await answer(ctx, earlier))) return false
  }
  return answer(ctx, message)
}

async function answer(ctx: Ctx, message: InboundMessage): Promise<boolean> {
  try {
    for (let attempt = 0; attempt < maxTries; attempt += 1) {
      const change = await think(ctx, message)
      if ((await ctx.store.commit(change)) === 'committed') {
        ctx.log.info('message.done', { message: eventId(message), tickets: change.tickets.length })
        return true
      }
      if ((await ctx.inbox.put(message)) === 'done') return true
    }
    await ctx.inbox.failed(message.id, 'conflict')
    return false
  } catch (error) {
    ctx.log.error('message.failed', { message: eventId(message), error: describe(error) })
    // Counting is best effort: with the storage gone the message itself stays, and is tried again.
    await ctx.inbox.failed(message.id, describe(error)).catch(() => undefined)
    throw error
  }
}

async function think(ctx: Ctx, message: InboundMessage): Promise<Change> {
  const known = await dialogueOf(ctx, message)
  const heard = hear(message, known)
  if (heard === null) return welcome(ctx, message, known)
  const dialogue = spokenTo(known, heard)
  const own = await ownTickets(ctx, dialogue.ticketIds)
  const tools = converseTools(
    ctx,
    dialogue.language,
    await ctx.readers.lastSerial(dayOf(ctx.now())),
  )
  const turn = converse(dialogue, heard, own, tools)
  const planned = planOrders(ctx, dialogue, own, turn.orders)
  if (isRefusal(planned)) return refusedChange(ctx, message, dialogue, planned)
  return turnChange(ctx, message, { before: dialogue, turn, tickets: planned })
}

async function dialogueOf(ctx: Ctx, message: InboundMessage): Promise<Dialogue> {
  const known = await ctx.dialogues.find(message.channel, message.sender)
  if (known !== null) return known
  const personId = await ctx.people.ensure(message.channel, message.sender)
  return freshDialogue({ id: ctx.newId(), channel: message.channel, personId, now: ctx.now() })
}

/** Joining is greeted; leaving is only noted. */
function welcome(ctx: Ctx, message: InboundMessage, before: Dialogue): Change {
  const done = { ...noChange, inboxDone: message.id }
  if (message.content.type !== 'joined') return done
  const dialogue = advanced(ctx, before, before)
  return { ...done, dialogue, outbox: outboundOf(ctx, dialogue, [greetingReply()], message.id) }
}

async function ownTickets(ctx: Ctx, ids: readonly TicketId[]): Promise<OwnTicket[]> {
  const loaded = await Promise.all(
    ids.map(async (id) => {
      const events = await ctx.store.history(id)
      const ticket = fold(id, events)
      return ticket === null ? null : { ticket, events }
    }),
  )
  return loaded.filter((own) => own !== null)
}

/** A message with everything its words and its pin tell; null for what needs no answer. */
function hear(message: InboundMessage, dialogue: Dialogue): Heard | null {
  const { content, at } = message
  switch (content.type) {
    case 'text': {
      const understanding = understand(content.text)
      const before = dialogue.draft?.texts ?? []
      const together =
        before.length === 0 ? understanding : understand([...before, content.text].join('，'))
      const place = findPlaces(content.text)
      return { at, content: { ...content, understanding, together, place } }
    }
    case 'location':
      return { at, content: { ...content, place: resolvePin(content.coordinates) } }
    case 'joined':
    case 'left':
      return null
    default:
      return { at, content }
  }
}

/** Enough Chinese to tell which script it is. */
const hanWords = /[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]/s

/** The first words choose the language of the fixed texts; a short "ok" does not. */
function spokenTo(dialogue: Dialogue, { content }: Heard): Dialogue {
  if (content.type !== 'text' || dialogue.draft !== null) return dialogue
  const { language, text } = content.understanding
  const tells = language === 'en' || hanWords.test(text)
  return tells ? { ...dialogue, language } : dialogue
}

/** Decides every command of a turn; the first refusal refuses the turn as a whole. */
function planOrders(
  ctx: Ctx,
  dialogue: Dialogue,
  own: readonly OwnTicket[],
  orders: readonly TicketOrder[],
): TicketChange[] | Refusal {
  const citizen: Actor = { id: dialogue.personId, role: 'citizen', unit: null, name: '' }
  const changes: TicketChange[] = []
  for (const ticketId of new Set(orders.map((order) => order.ticketId))) {
    const before = own.find((known) => known.ticket.id === ticketId)?.ticket ?? null
    const commands = orders.filter((order) => order.ticketId === ticketId).map((o) => o.command)
    const planned = planTicket({ ...ctx, actor: citizen }, ticketId, before, commands)
    if (isRefusal(planned)) return planned
    if (planned.events.length > 0) changes.push(planned)
  }
  return changes
}

type Planned = {
  readonly before: Dialogue
  readonly turn: Turn
  readonly tickets: readonly TicketChange[]
}

function turnChange(ctx: Ctx, message: InboundMessage, { before, turn, tickets }: Planned): Change {
  const dialogue = advanced(ctx, before, turn.dialogue)
  return {
    tickets,
    dialogue,
    outbox: outboundOf(ctx, dialogue, turn.replies, message.id),
    inboxDone: message.id,
    codes: turn.codes,
    originals: turn.originals,
    phone: turn.phone === null ? null : { personId: before.personId, phone: turn.phone },
    exchange: exchangeOf(ctx, message, turn),
  }
}

/** Only what opened nothing is counted apart: tickets speak for themselves. */
function exchangeOf(ctx: Ctx, message: InboundMessage, turn: Turn): Change['exchange'] {
  if (turn.outcome !== 'out-of-scope' && turn.outcome !== 'inquiry') return null
  const { outcome, category } = turn
  return { at: ctx.now(), channel: message.channel, outcome, category }
}

/** The citizen asked for something the mechanism refuses: nothing changes but that they are told why. */
function refusedChange(
  ctx: Ctx,
  message: InboundMessage,
  before: Dialogue,
  refusal: Refusal,
): Change {
  const dialogue = advanced(ctx, before, before)
  const outbox = outboundOf(ctx, dialogue, [refusalReply(refusal)], message.id)
  return { ...noChange, dialogue, outbox, inboxDone: message.id }
}

function advanced(ctx: Ctx, before: Dialogue, after: Dialogue): Dialogue {
  return { ...after, version: before.version + 1, updatedAt: ctx.now() }
}

/** The event's own part of the id: what comes before may name the sender. */
function eventId({ id }: InboundMessage): string {
  return id.slice(id.lastIndexOf(':') + 1)
}

/** An error's name: its message may hold personal data. */
function describe(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
