import { endedStatuses } from '../ticket/status.ts'
import type { TicketCommand } from '../ticket/steps/index.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { say } from './dialogue.ts'
import type { Place } from '#routing/types.ts'
import { tell } from './move.ts'
import type { Move } from './move.ts'
import { updatedPlace } from './place.ts'
import type { Stated } from './place.ts'
import type { Reply } from './reply.ts'
import { maskedPlace } from './summary.ts'
import type { ConverseTools, Errand, OwnTicket, Scene } from './types.ts'

/** Tickets on which somebody still has to act. */
export function openOnes(own: readonly OwnTicket[]): readonly OwnTicket[] {
  const ended: readonly string[] = endedStatuses
  return own.filter(({ ticket }) => !ended.includes(ticket.status))
}

/** Which of the citizen's tickets a number names. */
export function byNumber(own: readonly OwnTicket[], number: string | null): OwnTicket | undefined {
  return own.find(({ ticket }) => ticket.opened.number === number)
}

/** Where a ticket stands, in two lines. */
export function statusReply({ ticket, events }: OwnTicket, tools: ConverseTools): Reply {
  const { number } = ticket.opened
  const status = tools.labels.status(ticket.status)
  const last = tools.labels.lastStep(events)
  const due = ticket.resolvedAt === null ? (ticket.deadlines?.solve ?? null) : null
  const slots = {
    number,
    category:
      ticket.category === null ? tools.say('step.queued') : tools.labels.category(ticket.category),
    status,
    handler:
      ticket.handler === null
        ? tools.say('status.desk')
        : tools.say('status.handler', { unit: tools.labels.unit(ticket.handler) }),
    step: last === '' ? '' : tools.say('status.step', { step: last }),
    due: due === null ? '' : tools.say('status.due', { due: tools.labels.time(due) }),
  }
  return say('status.line', slots, { card: progressCard(ticket, last, tools) })
}

/** Where a ticket stands, as facts. `text`: its last step, when the message does not tell it. */
export function progressCard(
  ticket: Ticket,
  text: string,
  { labels }: ConverseTools,
): NonNullable<Reply['card']> {
  const { status, category, handler, resolvedAt, deadlines } = ticket
  return {
    type: 'progress',
    number: ticket.opened.number,
    state: status,
    status: labels.status(status),
    category: category === null ? '' : labels.category(category),
    handler: handler === null ? '' : labels.unit(handler),
    due: resolvedAt === null ? (deadlines?.solve ?? null) : null,
    text,
  }
}

/** What the unit did last and its deadline: an urging citizen wants to know. */
export function urgedStatus({ ticket, events }: OwnTicket, tools: ConverseTools): string {
  const due = ticket.deadlines?.solve
  const step = tools.labels.lastStep(events)
  const promised = due === undefined ? '' : tools.say('status.due', { due: tools.labels.time(due) })
  return `${step}${promised}`
}

/** One command for one ticket, and what is said of it. */
export function ordered(ticket: Ticket, command: TicketCommand, reply: Reply): Move<'tell'> {
  const orders = [{ ticketId: ticket.id, command }]
  return tell([reply], { orders, outcome: 'record' })
}

/** The desk sees that the citizen wants a person. */
export function handedOver({ own, tools }: Scene, text: string): Move<'tell'> {
  const latest = openOnes(own).at(-1)
  if (latest === undefined) return tell([say('handoff.none')])
  const reply = say('handoff.open', { number: latest.ticket.opened.number })
  const said = { text: tools.mask(text), attachments: [], place: null }
  return ordered(latest.ticket, { type: 'supplement', ...said }, reply)
}

/** Adds what an errand holds to a ticket, and says what of its place is another now. `stated`: of the place. */
export function supplemented(
  { opened, id, place: before }: Ticket,
  { text, attachments = [] }: Errand,
  stated: Stated | null,
  tools: ConverseTools,
): Move<'tell'> {
  const place = stated && maskedPlace(updatedPlace(before, stated), tools)
  const command = { type: 'supplement', text: tools.mask(text), attachments, place } as const
  const changed = place === null ? '' : placeChanged(before, place, tools)
  const reply = say('supplemented', { number: opened.number, place: changed })
  return tell([reply], { orders: [{ ticketId: id, command }], outcome: 'record' })
}

function placeChanged(
  before: Place,
  after: Place,
  { labels, say: inWords }: ConverseTools,
): string {
  const [was, is] = [labels.place(before), labels.place(after)]
  return was === is
    ? inWords('place.pinned', { place: is })
    : inWords('place.changed', { before: was, after: is })
}
