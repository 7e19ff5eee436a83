import { rateBarred } from '../ticket/callback.ts'
import type { CitizenTold } from '../ticket/declare.ts'
import type { TicketEvent } from '../ticket/events.ts'
import { eventsByType } from '../ticket/steps/index.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { startCallback } from './callback.ts'
import { say } from './dialogue.ts'
import { exclusionTold, offer, offerWord } from './exclusion.ts'
import { progressCard } from './own-tickets.ts'
import { verdict } from './questions/verdict.ts'
import type { Reply } from './reply.ts'
import type { ConverseTools, Dialogue } from './types.ts'

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
  const asked = dialogue.callback?.ticketId === ticket.id
  const isWritten = events.some(({ type, by }) => type === 'rated' && by.role !== 'citizen')
  const over = asked && (isWritten || rateBarred(ticket, { role: 'citizen' }) !== null)
  const next = over ? { ...dialogue, callback: null, question: null } : dialogue
  return isWritten
    ? offer(next, told, (last) => verdict.put(ticket, last, tools), tools)
    : { dialogue: next, replies: told }
}

function opensExclusion({ type }: TicketEvent): boolean {
  return type === 'exclusion-proposed' || type === 'exclusion-approved'
}

function asksNow(event: TicketEvent): boolean {
  if (event.type === 'callback-started') return event.data.via === 'channel'
  return event.type === 'callback-reminded'
}

function tell(ticket: Ticket, event: TicketEvent, tools: ConverseTools): Reply[] {
  const exclusion = exclusionTold(ticket, event, tools)
  if (exclusion !== null) return [exclusion]
  // Safe because the table has each declaration under its own event's type.
  const telling = eventsByType[event.type].meaning.citizen as CitizenTold<unknown> | undefined
  const told = typeof telling?.told === 'function' ? telling.told(event.data) : telling?.told
  if (telling === undefined || told === undefined || told === null) return []
  const { labels } = tools
  const number = ticket.opened.number
  const slots = {
    number,
    category: ticket.category === null ? '' : labels.category(ticket.category),
    unit: ticket.handler === null ? '' : labels.unit(ticket.handler),
    due: ticket.deadlines === null ? '' : labels.time(ticket.deadlines.solve),
    ...telling.slots?.(ticket, event.data, tools),
  }
  const card = telling.plain === true ? null : progressCard(ticket, '', tools)
  return [say(told, slots, { card })]
}
