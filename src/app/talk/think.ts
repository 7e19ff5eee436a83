import { understand } from '#intents/understand.ts'
import type { UtteranceContext } from '#intents/utterances/acts.ts'
import { findPlaces, resolvePin } from '#routing/places/find.ts'
import { utteranceContext } from '#domain/dialogue/context.ts'
import { converse } from '#domain/dialogue/converse.ts'
import { freshDialogue, say } from '#domain/dialogue/dialogue.ts'
import { matterToOpen, offerSame } from '#domain/dialogue/similar.ts'
import type { Reply } from '#domain/dialogue/reply.ts'
import type { Coordinates } from '#routing/types.ts'
import type {
  ConverseTools,
  Dialogue,
  Heard,
  OwnTicket,
  PhotoPlace,
  TicketOrder,
  Turn,
} from '#domain/dialogue/types.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { cut, mostText } from '#app/tools/bound-message.ts'
import { circumstancesAt } from '#app/dispatching/circumstances.ts'
import type { Ctx } from '#app/ctx.ts'
import { holdOf, pointedOut } from './flooding.ts'
import { problemsTold } from './problems-told.ts'
import { followMain } from '#app/tickets/follow-main.ts'
import type { InboundMessage } from '#app/messages.ts'
import { placeOfPin } from '#app/places/place-of-pin.ts'
import type { Change, TicketChange } from '#app/ports.ts'
import { noChange, outboundOf, planTicket } from '#app/tickets/plan-change.ts'
import { findNamed } from '#app/tickets/read-duplicates.ts'
import { greetingReply, groupReply, refusalReply } from '#app/tools/render.ts'
import { converseTools } from '#app/tools/converse-tools.ts'
import type { Numbers } from '#app/tools/numbers.ts'

/**
 * What a message changes: the dialogue's next state, tickets, words to send. Nothing is stored; which stored
 * messages are done with it is said by whoever commits it. `numbers`: for what it opens.
 */
export async function think(ctx: Ctx, message: InboundMessage, numbers: Numbers): Promise<Change> {
  const known = await dialogueOf(ctx, message)
  const own = await ownTickets(ctx, known.ticketIds)
  const heard = hear(message, known, utteranceContext(known, own))
  if (heard === null) return welcome(ctx, message, known)
  const dialogue = spokenTo(known, heard)
  const records = await ctx.flooding.records(dialogue.personId)
  const hold = holdOf(records, own, ctx.now())
  const tools = { ...converseTools(ctx, dialogue.language, numbers), hold }
  const spoken = converse(dialogue, heard, own, tools)
  const turn = await withSame(ctx, { dialogue, turn: spoken, tools })
  const planned = planOrders(ctx, dialogue, own, turn.orders)
  if (isRefusal(planned)) return refusedChange(ctx, message, dialogue, planned)
  const change = turnChange(ctx, message, { before: dialogue, turn, tickets: planned })
  const following = await followMain(ctx, planned)
  return {
    ...change,
    tickets: [...planned, ...following.tickets],
    outbox: [...change.outbox, ...following.outbox],
    flooding: await pointedOut(ctx, records, { own, planned, personId: dialogue.personId }),
  }
}

/** Before a ticket is opened, its citizen is asked whether it is one that somebody else has opened already. */
async function withSame(
  ctx: Ctx,
  said: { readonly dialogue: Dialogue; readonly turn: Turn; readonly tools: ConverseTools },
): Promise<Turn> {
  const { dialogue, turn, tools } = said
  const matter = matterToOpen(dialogue, turn, tools)
  const main = matter === null ? null : await findNamed(ctx, matter, dialogue.ticketIds)
  return main === null ? turn : offerSame(turn, main, tools)
}

async function dialogueOf(ctx: Ctx, message: InboundMessage): Promise<Dialogue> {
  const known = await ctx.dialogues.find(message.channel, message.sender)
  if (known !== null) return known
  const personId = await ctx.people.ensure(message.channel, message.sender)
  return freshDialogue({ id: ctx.newId(), channel: message.channel, personId, now: ctx.now() })
}

/** Somebody who writes very much at once is asked, once, to wait; the message itself is answered later. */
export async function askToWait(ctx: Ctx, message: InboundMessage): Promise<Change> {
  const before = await dialogueOf(ctx, message)
  const dialogue = advanced(ctx, before, before)
  const outbox = outboundOf(ctx, dialogue, [say('too-fast')], message.id)
  return { ...noChange, dialogue, outbox, inboxTold: message.id }
}

/** How long a group that has been told where complaints are taken is not told again. */
const groupSilenceMs = 86_400_000

/** Joining is greeted; leaving is noted, so that nothing is sent after it; a group is told once where to go. */
function welcome(ctx: Ctx, { id, content, sender }: InboundMessage, before: Dialogue): Change {
  const left = content.type === 'left'
  const dialogue = advanced(ctx, before, { ...before, left })
  if (left) return { ...noChange, dialogue }
  const inGroup = content.type === 'in-group'
  const told = before.version > 0 && !before.left && ctx.now() - before.updatedAt < groupSilenceMs
  if (inGroup && told) return noChange
  const reply = inGroup ? groupReply(sender) : greetingReply()
  return { ...noChange, dialogue, outbox: outboundOf(ctx, dialogue, [reply], id) }
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
function hear(
  message: InboundMessage,
  dialogue: Dialogue,
  context: UtteranceContext,
): Heard | null {
  const { content, at } = message
  switch (content.type) {
    case 'text': {
      const understood = wordsOf(content.text, at, dialogue, context)
      const whole = findPlaces(content.text, null, 'begins')
      const told = problemsTold(understood.understanding, whole)
      const places = told === null ? { place: whole } : { place: told[0]?.place ?? whole, told }
      return { at, content: { ...content, ...understood, ...places } }
    }
    case 'location':
      return {
        at,
        content: { ...content, place: placeOfPin(content.coordinates, content.label) },
      }
    case 'attachments':
      return { at, content: { ...content, photoPlace: photoPlaceOf(content.location ?? null) } }
    case 'joined':
    case 'left':
    case 'in-group':
      return null
    default:
      return { at, content }
  }
}

/** Words by themselves, and together with what the draft holds already. */
function wordsOf(text: string, at: number, { draft }: Dialogue, context: UtteranceContext) {
  const circumstances = circumstancesAt(at)
  const understanding = understand(text, circumstances, context)
  const before = draft?.texts ?? []
  if (before.length === 0) return { understanding, together: understanding }
  const all = cut([...before, text].join('，'), 2 * mostText)
  return { understanding, together: understand(all, circumstances, context) }
}

function photoPlaceOf(coordinates: Coordinates | null): PhotoPlace | null {
  return coordinates && { coordinates, place: resolvePin(coordinates) }
}

/** Enough Chinese to tell which script it is. */
const hanWords = /[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]/s

/** Who speaks is there. The first words choose the language of the fixed texts; a short "ok" does not. */
function spokenTo(before: Dialogue, { content }: Heard): Dialogue {
  const dialogue = { ...before, left: false }
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
    ...noChange,
    tickets,
    dialogue,
    outbox: outboundOf(ctx, dialogue, [...cutReplies(message), ...turn.replies], message.id),
    codes: turn.codes,
    originals: turn.originals,
    phone: turn.phone === null ? null : { personId: before.personId, phone: turn.phone },
    exchange: exchangeOf(ctx, message, turn),
  }
}

/** Says first of a text that was too long how much of it has been read. */
function cutReplies({ content }: InboundMessage): Reply[] {
  if (content.type !== 'text' || content.rest === undefined) return []
  return [say('text-cut', { read: content.text.length, left: content.rest.length })]
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
  return { ...noChange, dialogue, outbox }
}

function advanced(ctx: Ctx, before: Dialogue, after: Dialogue): Dialogue {
  return { ...after, version: before.version + 1, updatedAt: ctx.now() }
}
