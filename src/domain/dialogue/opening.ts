import type { ReplyKey } from '#intents/replies/types.ts'
import type { Opened } from '../ticket/events.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { noDraft, preceded, say, speak } from './dialogue.ts'
import type { DeskReason } from './move.ts'
import { toldOf, updatedPlace } from './place.ts'
import type { Reply } from './reply.ts'
import { maskedFacts, plannedTickets } from './summary.ts'
import type { Planned } from './summary.ts'
import type { ConverseTools, Dialogue, Draft, TicketOrder, Turn } from './types.ts'

/** What a citizen has told, and to whom. */
type Telling = {
  readonly dialogue: Dialogue
  readonly draft: Draft
  readonly tools: ConverseTools
}

type Minted = { readonly id: string; readonly number: string; readonly planned: Planned }
/** `note`: with 'same-matter' the number of the ticket it is said to be. */
type Because = { readonly reason: DeskReason; readonly note: string | null }

/** One confirmation opens every ticket of the case (rule 4). */
export function openConfirmed({ dialogue, draft, tools }: Telling): Turn {
  const telling = { dialogue, draft, tools }
  if (isHeld(draft, tools)) return openAtDesk(telling, { reason: 'flooding', note: null })
  const minted = plannedTickets(draft, tools).map((planned) => ({
    planned,
    ...tools.mint.ticket(),
  }))
  if (minted.length === 0) return openAtDesk(telling, { reason: 'unsure', note: null })
  const caseId = tools.mint.id()
  const common = commonFacts(dialogue, draft, tools)
  const orders = minted.map((one) => openOrder(one, { ...common, caseId }))
  const due = tools.due('solve', draft.urgency, tools.now)
  const receipts = minted.map(({ number, planned }) => ({
    number,
    category: tools.labels.category(planned.category),
    place: tools.labels.place(planned.place),
    handler: tools.labels.unit(planned.routing.handler),
    clause: tools.labels.clause(planned.routing.clause),
    due,
  }))
  const code = secretCode(dialogue, tools)
  const numbers = receipts.map((receipt) =>
    tools.say('opened.item', { ...receipt, due: tools.labels.time(due) }),
  )
  const receipt = say(
    'opened',
    { numbers: numbers.join('\n'), code: codeLine(code, tools) },
    { card: { type: 'receipt', tickets: receipts, code } },
  )
  return finished(dialogue, draft, {
    orders,
    replies: [receipt, ...receiptNotes(draft)],
    code,
  })
}

/**
 * What the rules cannot settle goes to the dispatch desk as a ticket, and the citizen is told so (rule 5); so does
 * what is said to be the same as another ticket: the desk merges it, or finds that it is another matter.
 */
export function openAtDesk(telling: Telling, because: Because): Turn {
  const { dialogue, draft, tools } = telling
  const held = isHeld(draft, tools)
  const { reason, note }: Because = held ? { reason: 'flooding', note: null } : because
  const waiting = held ? (tools.hold?.into ?? null) : null
  if (waiting !== null) return addedAtDesk(dialogue, draft, tools, waiting)
  const { id, number } = tools.mint.ticket()
  const opened = { ...deskFacts(telling), number }
  const order: TicketOrder = {
    ticketId: id,
    command: { type: 'open', opened, routing: null, queueReason: reason, note },
  }
  const code = secretCode(dialogue, tools)
  const due = tools.labels.time(tools.now + deskPatience(tools, draft))
  const card: Reply['card'] = {
    type: 'receipt',
    tickets: [{ number, category: '', place: '', handler: '', clause: '', due: null }],
    code,
  }
  const until = tools.hold === null ? '' : tools.labels.time(tools.hold.until)
  const slots = { number, due, until, code: codeLine(code, tools), into: note ?? '' }
  const receipt = say(deskReceipts[reason], slots, { card })
  return finished(dialogue, draft, {
    orders: [order],
    replies: [receipt, ...receiptNotes(draft)],
    code,
  })
}

function deskFacts({ dialogue, draft, tools }: Telling) {
  const known = draft.problems.find(({ category }) => category !== null) ?? draft.problems[0]
  return {
    ...commonFacts(dialogue, draft, tools),
    caseId: tools.mint.id(),
    category: known?.category ?? null,
    classification: known?.classification ?? null,
    secondary: [],
  }
}

const deskReceipts = {
  unsure: 'opened.desk',
  'place-missing': 'opened.desk',
  'citizen-asked': 'handoff',
  'same-matter': 'opened.same',
  flooding: 'opened.held',
} as const satisfies Record<DeskReason, ReplyKey>

/** Held by a dispatcher's decision; danger never is (rule 7). */
function isHeld({ urgency }: Draft, { hold }: ConverseTools): boolean {
  return hold !== null && urgency !== 'urgent'
}

/** While complaints are held, one ticket at the desk takes them all: nothing is dropped, nothing multiplies. */
function addedAtDesk(dialogue: Dialogue, draft: Draft, tools: ConverseTools, into: Ticket): Turn {
  const { text, place: told } = maskedFacts(draft, tools)
  const { attachments, phone } = draft
  const { stated } = toldOf({ ...told, candidates: [] }, told.coordinates)
  const place = updatedPlace(into.place, stated)
  const command = { type: 'supplement', text, attachments, place } as const
  const until = tools.hold === null ? '' : tools.labels.time(tools.hold.until)
  return speak(
    { ...dialogue, ...noDraft },
    [say('held.added', { number: into.opened.number, until })],
    {
      orders: [{ ticketId: into.id, command }],
      phone,
      outcome: 'record',
    },
  )
}

function deskPatience(tools: ConverseTools, draft: Draft): number {
  return tools.due('dispatch', draft.urgency, tools.now) - tools.now
}

function openOrder(
  { id, number, planned }: Minted,
  common: Common & Pick<Opened, 'caseId'>,
): TicketOrder {
  const { category, classification, secondary, routing, place } = planned
  const opened = { ...common, number, category, classification, secondary, place }
  return {
    ticketId: id,
    command: { type: 'open', opened, routing, queueReason: null, note: null },
  }
}

type Common = Omit<
  Opened,
  'number' | 'caseId' | 'category' | 'classification' | 'secondary' | 'dispatchDue'
>

function commonFacts(dialogue: Dialogue, draft: Draft, tools: ConverseTools): Common {
  return {
    kind: 'complaint',
    channel: dialogue.channel,
    sourceNumber: null,
    citizenId: dialogue.personId,
    dialogueId: dialogue.id,
    ...maskedFacts(draft, tools),
    urgency: draft.urgency,
    when: draft.when,
    attachments: draft.attachments,
    secrecy: draft.secrecy,
    receivedAt: draft.receivedAt,
  }
}

/** Web chat knows nobody: a secret code opens the ticket again later. Other channels know their sender. */
function secretCode(dialogue: Dialogue, tools: ConverseTools): string | null {
  return dialogue.channel === 'web-chat' ? tools.mint.code() : null
}

function codeLine(code: string | null, tools: ConverseTools): string {
  return code === null ? '' : tools.say('opened.code', { code })
}

function receiptNotes(draft: Draft): Reply[] {
  return [
    ...(draft.secrecy ? [say('secrecy')] : []),
    ...(draft.phone === null ? [say('opened.phone')] : [say('phone.noted')]),
  ]
}

function finished(
  dialogue: Dialogue,
  draft: Draft,
  outcome: { orders: TicketOrder[]; replies: Reply[]; code: string | null },
): Turn {
  const { orders, replies, code } = outcome
  const ids = orders.map(({ ticketId }) => ticketId)
  const after = { ...dialogue, ...noDraft, ticketIds: [...dialogue.ticketIds, ...ids] }
  const turn = speak(after, [], {
    orders,
    codes: code === null ? [] : ids.map((ticketId) => ({ ticketId, code })),
    originals: ids.map((ticketId) => ({ ticketId, text: draft.texts.join('\n') })),
    category: draft.problems[0]?.category ?? null,
    phone: draft.phone,
    outcome: 'open',
  })
  return preceded(replies, turn)
}
