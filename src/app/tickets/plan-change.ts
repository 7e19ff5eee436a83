import { announce } from '#domain/dialogue/announce.ts'
import type { Reply } from '#domain/dialogue/reply.ts'
import type { Dialogue } from '#domain/dialogue/types.ts'
import { conceal, mask } from '#intents/personal/index.ts'
import type { Actor } from '#domain/roles.ts'
import { decide } from '#domain/ticket/decide.ts'
import { nextTimer } from '#domain/ticket/alarms.ts'
import { nextDue } from '#domain/ticket/deadlines.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { TicketEvent, TicketId } from '#domain/ticket/events.ts'
import { evolve } from '#domain/ticket/evolve.ts'
import { listedWords } from '#domain/ticket/listed.ts'
import { worksOf } from '#domain/ticket/work.ts'
import { personalOf } from '#domain/ticket/personal-events.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { noticesOf } from '#domain/notices/notices.ts'
import { settledBy, strikes } from '#domain/settled.ts'
import type { Settlement } from '#domain/settled.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Ctx } from '#app/ctx.ts'
import type { OutboundMessage } from '#app/messages.ts'
import type { Change, TicketChange } from '#app/ports.ts'
import { mattersIn } from './matters-in.ts'
import { changedWords } from './searched-words.ts'
import { dueBy } from '#app/settings/due-by.ts'
import { renderReply } from '#app/tools/render.ts'
import { converseTools } from '#app/tools/converse-tools.ts'

/** The house itself: rules and timers. */
export const system: Actor = { id: 'system', role: 'system', unit: null, name: 'system' }

/** How words are written for others to read. */
export const masks = { mask, conceal } as const

/** A change of nothing, to be filled in. */
export const noChange: Change = {
  tickets: [],
  dialogue: null,
  outbox: [],
  inboxDone: [],
  codes: [],
  originals: [],
  phone: null,
  exchange: null,
  flooding: [],
}

/**
 * Decides commands in order, and what follows from them at once (a tick by the house: the call-back starts
 * as soon as a ticket is resolved). The first refusal refuses them all. Pure but for the clock in `ctx`.
 */
export function planTicket(
  ctx: Ctx,
  ticketId: TicketId,
  before: Ticket | null,
  commands: readonly TicketCommand[],
): TicketChange | Refusal {
  const now = ctx.now()
  const events: TicketEvent[] = []
  let after = before
  const steps = [
    ...commands.map((command) => ({ command, actor: ctx.actor })),
    { command: { type: 'tick' } as const, actor: system },
  ]
  for (const { command, actor } of steps) {
    const by = { actor, now, due: dueBy(ctx), words: masks, mattersIn }
    const decided = decide(after, command, by)
    if (isRefusal(decided)) {
      if (command.type === 'tick') continue
      return decided
    }
    for (const event of decided) after = evolve(after, ticketId, event)
    events.push(...decided)
  }
  return changeOf(ticketId, before, events)
}

/** What new events lead to in all that is kept beside the history; `before`: the ticket they happened to. Pure. */
export function changeOf(
  ticketId: TicketId,
  before: Ticket | null,
  events: readonly TicketEvent[],
): TicketChange {
  const settled: Settlement[] = []
  let after = before
  for (const event of events) {
    after = evolve(after, ticketId, event)
    const row = settledBy(after, event)
    if (row !== null) settled.push(row)
  }
  if (after === null) throw new Error('no event, and no ticket')
  return {
    ticketId,
    expectedSeq: before?.seq ?? 0,
    events,
    personal: events.map(personalOf),
    after,
    listed: listedWords(after, masks),
    searched: changedWords(before, after, masks),
    nextDue: nextDue(after),
    work: worksOf(after),
    nextTimerAt: nextTimer(after),
    settled,
    struck: events.map(strikes).filter((one) => one !== null),
    notices: noticesOf(ticketId, before, events),
  }
}

/** What a dialogue hears of its ticket's new events: its next state and the messages to send. */
export function planAnnouncement(
  ctx: Ctx,
  dialogue: Dialogue,
  ticket: Ticket,
  events: readonly TicketEvent[],
): { readonly dialogue: Dialogue; readonly outbox: readonly OutboundMessage[] } | null {
  const said = announce(dialogue, ticket, events, converseTools(ctx, dialogue.language))
  if (said.replies.length === 0 && said.dialogue === dialogue) return null
  const next = { ...said.dialogue, version: dialogue.version + 1, updatedAt: ctx.now() }
  return { dialogue: next, outbox: outboundOf(ctx, next, said.replies, null) }
}

/** Replies of one turn as one batch of outbound messages. `inReplyTo` is an inbox id. */
export function outboundOf(
  ctx: Ctx,
  dialogue: Dialogue,
  replies: readonly Reply[],
  inReplyTo: string | null,
): OutboundMessage[] {
  const batch = ctx.newId()
  return replies.map((reply, index) => ({
    id: ctx.newId(),
    dialogueId: dialogue.id,
    channel: dialogue.channel,
    personId: dialogue.personId,
    inReplyTo,
    batch,
    index,
    text: renderReply(reply, dialogue.language),
    choices: reply.choices,
    questionId: reply.questionId,
    asks: reply.asks,
    card: reply.card,
    language: dialogue.language,
    createdAt: ctx.now(),
  }))
}
