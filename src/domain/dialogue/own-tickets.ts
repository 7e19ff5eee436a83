import { endedStatuses } from '../ticket/status.ts'
import type { TicketCommand } from '../ticket/steps/index.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ask, say, speak, withoutDraft } from './dialogue.ts'
import type { ConverseTools, Dialogue, OwnTicket, Reply, Scene, Turn } from './types.ts'

export type After = NonNullable<Dialogue['waitingAct']>

const statusesShown = 3

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

/** Progress by number, of the open tickets, or of the latest; asks for the number when there is none. */
export function tellStatus({ dialogue, own, tools }: Scene, number: string | null): Turn {
  const named = byNumber(own, number)
  if (named !== undefined) return speak(dialogue, [statusReply(named, tools)])
  if (number !== null) return speak(dialogue, [say('status.unknown', { number })])
  const open = openOnes(own).slice(-statusesShown)
  const shown = open.length > 0 ? open : own.slice(-1)
  if (shown.length > 0)
    return speak(
      dialogue,
      shown.map((one) => statusReply(one, tools)),
    )
  return ask(dialogue, tools, { kind: 'ticket-number', choices: [] }, say('ask.ticket-number'))
}

/** Does `after` to the one ticket it can mean; asks which when it can mean several. */
export function onOwnTicket(scene: Scene, after: After): Turn {
  const { dialogue, own, tools } = scene
  const open = openOnes(own)
  const [only] = open
  if (only === undefined) return speak(dialogue, [say('nothing')])
  if (open.length > 1) {
    const choices = open.slice(-8).map(({ ticket }) => ({
      id: ticket.id,
      label: ticketLabel(ticket, tools),
    }))
    const asked = ask(dialogue, tools, { kind: 'which-ticket', choices }, say('ask.which-ticket'))
    return { ...asked, dialogue: { ...asked.dialogue, waitingAct: after } }
  }
  return carryOut(scene, only, after)
}

function ticketLabel(ticket: Ticket, tools: ConverseTools): string {
  const category = ticket.category === null ? '' : tools.labels.category(ticket.category)
  const tail = ticket.opened.number.slice(-7)
  return `${category.replace(/（.*）$/, '')} ${tail}`.trim()
}

/** Carries out what the citizen asked of a ticket. Withdrawing is asked back first. */
export function carryOut(scene: Scene, one: OwnTicket, after: After): Turn {
  const { act, text, attachments = [], place = null } = after
  const { tools } = scene
  const dialogue: Dialogue = { ...scene.dialogue, waitingAct: null }
  const { number } = one.ticket.opened
  switch (act) {
    case 'status':
      return speak(dialogue, [statusReply(one, tools)])
    case 'withdraw':
      return askWithdraw(dialogue, one.ticket, tools)
    case 'urge': {
      const reply = say('urged', { number, status: urgedStatus(one, tools) })
      return ordered(dialogue, one.ticket, { type: 'urge', text: tools.mask(text) }, reply)
    }
    case 'supplement': {
      const command = {
        type: 'supplement',
        text: tools.mask(text),
        attachments,
        place,
      } as const
      return ordered(dialogue, one.ticket, command, say('supplemented', { number }))
    }
  }
}

/** What the unit did last and its deadline: an urging citizen wants to know. */
export function urgedStatus({ ticket, events }: OwnTicket, tools: ConverseTools): string {
  const due = ticket.deadlines?.solve
  const step = tools.labels.lastStep(events)
  const promised = due === undefined ? '' : tools.say('status.due', { due: tools.labels.time(due) })
  return `${step}${promised}`
}

function askWithdraw(dialogue: Dialogue, ticket: Ticket, tools: ConverseTools): Turn {
  const category =
    ticket.category === null ? tools.say('step.queued') : tools.labels.category(ticket.category)
  const choices = [
    { id: `withdraw:${ticket.id}`, label: tools.say('choice.withdraw') },
    { id: 'keep', label: tools.say('choice.keep') },
  ]
  const reply = say('ask.withdraw', { number: ticket.opened.number, category })
  return ask(dialogue, tools, { kind: 'withdraw', choices }, reply)
}

/** One command for one ticket, and what is said of it. */
export function ordered(
  dialogue: Dialogue,
  ticket: Ticket,
  command: TicketCommand,
  reply: Reply,
): Turn {
  return speak(withoutDraft(dialogue), [reply], {
    orders: [{ ticketId: ticket.id, command }],
    outcome: 'record',
  })
}

/** The desk sees that the citizen wants a person. */
export function handoff({ dialogue, own, tools }: Scene, text: string): Turn {
  const latest = openOnes(own).at(-1)
  if (latest === undefined) return speak(dialogue, [say('handoff.none')])
  const reply = say('handoff.open', { number: latest.ticket.opened.number })
  const said = { text: tools.mask(text), attachments: [], place: null }
  return ordered(dialogue, latest.ticket, { type: 'supplement', ...said }, reply)
}
