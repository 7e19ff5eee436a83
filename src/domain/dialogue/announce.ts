import type { TicketEvent } from '../ticket/events.ts'
import { rateBarred } from '../ticket/callback.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { startCallback } from './callback.ts'
import { say } from './dialogue.ts'
import { exclusionTold, offerWord } from './exclusion-word.ts'
import { progressCard } from './own-tickets.ts'
import type { ConverseTools, Dialogue, Reply } from './types.ts'

export type Announcement = { readonly dialogue: Dialogue; readonly replies: readonly Reply[] }

/**
 * What a citizen is told of their ticket's new events in the chat it came from: dispatched, contacted,
 * extended, resolved …, and the call-back's questions when it starts. The dialogue as it was when nothing
 * is worth telling.
 */
export function announce(
  dialogue: Dialogue,
  ticket: Ticket,
  events: readonly TicketEvent[],
  tools: ConverseTools,
): Announcement {
  const told = events.flatMap((event) => tell(ticket, event, tools))
  const asks = events.some(asksNow)
  if (asks) {
    const { dialogue: next, replies } = startCallback(dialogue, { ticket, events }, tools)
    return { dialogue: next, replies: [...told, ...replies] }
  }
  if (events.some(opensExclusion)) return offerWord(dialogue, ticket, told, tools)
  const over = dialogue.callback?.ticketId === ticket.id && rateBarred(ticket) !== null
  const next = over ? { ...dialogue, callback: null, question: null } : dialogue
  return { dialogue: next, replies: told }
}

function opensExclusion({ type }: TicketEvent): boolean {
  return type === 'exclusion-proposed' || type === 'exclusion-approved'
}

function asksNow(event: TicketEvent): boolean {
  if (event.type === 'callback-started') return event.data.via === 'channel'
  return event.type === 'callback-reminded'
}

type Told = (ticket: Ticket, event: TicketEvent, tools: ConverseTools) => Reply['slots']
type Telling = { readonly key: Reply['key']; readonly slots?: Told }

/** What is told of an event: the sentence, and what it needs beyond the ticket itself. */
const tellings: Readonly<Partial<Record<TicketEvent['type'], Telling>>> = {
  dispatched: { key: 'told.dispatched' },
  redispatched: { key: 'told.redispatched' },
  accepted: { key: 'told.accepted' },
  contacted: { key: 'told.contacted' },
  reopened: { key: 'told.reopened' },
  'extension-approved': {
    key: 'told.extended',
    slots: (ticket, event, { labels }) => ({
      due: event.type === 'extension-approved' ? labels.time(event.data.until) : '',
      reason: ticket.extension?.reason ?? '',
    }),
  },
  'citizen-asked': {
    key: 'told.asked',
    slots: (_, event) => (event.type === 'citizen-asked' ? { question: event.data.question } : {}),
  },
  resolved: {
    key: 'told.resolved',
    slots: (_, event) => (event.type === 'resolved' ? { reply: event.data.publicReply } : {}),
  },
  referred: {
    key: 'told.referred',
    slots: (_, event) => (event.type === 'referred' ? { to: event.data.to } : {}),
  },
  merged: {
    key: 'told.merged',
    slots: (_, event) => (event.type === 'merged' ? { into: event.data.intoNumber } : {}),
  },
  closed: { key: 'told.final' },
  unmerged: {
    key: 'told.unmerged',
    slots: (_, event) => (event.type === 'unmerged' ? { into: event.data.fromNumber } : {}),
  },
}

function callbackTold(event: TicketEvent): Reply | null {
  if (event.type === 'callback-reminded') return say('callback.reminder')
  const calls = event.type === 'callback-started' && event.data.via === 'phone'
  return calls ? say('told.phone') : null
}

/** Every end but the last is told by the answer that brought it. */
function isToldOtherwise(event: TicketEvent): boolean {
  return event.type === 'closed' && event.data.reason !== 'final'
}

function tell(ticket: Ticket, event: TicketEvent, tools: ConverseTools): Reply[] {
  const asked = callbackTold(event)
  if (asked !== null) return [asked]
  const exclusion = exclusionTold(ticket, event, tools)
  if (exclusion !== null) return [exclusion]
  const telling = tellings[event.type]
  if (telling === undefined || isToldOtherwise(event)) return []
  const { labels } = tools
  const number = ticket.opened.number
  const slots = {
    number,
    category: ticket.category === null ? '' : labels.category(ticket.category),
    unit: ticket.handler === null ? '' : labels.unit(ticket.handler),
    due: ticket.deadlines === null ? '' : labels.time(ticket.deadlines.solve),
    ...telling.slots?.(ticket, event, tools),
  }
  return [say(telling.key, slots, { card: progressCard(ticket, '', tools) })]
}
