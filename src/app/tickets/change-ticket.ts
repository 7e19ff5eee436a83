import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { maySee } from '#domain/roles.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Ctx } from '#app/ctx.ts'
import { followMain } from './follow-main.ts'
import type { Change, TicketChange } from '#app/ports.ts'
import { noChange, planAnnouncement, planTicket } from './plan-change.ts'

const maxTries = 3

/** A command, or how to make one or several from the ticket as it stands. */
export type CommandOf =
  TicketCommand | ((ticket: Ticket) => TicketCommand | readonly TicketCommand[] | Refusal)

/**
 * Load → decide → commit, again on conflict: the only way a ticket changes outside a dialogue.
 *
 * `seenSeq` is the last event the person had seen; if others have been added since, nothing is done and the
 * refusal 'changed-meanwhile' says how many (`since`). A ticket the actor may not see is 'not-found'.
 */
export async function changeTicket(
  ctx: Ctx,
  ticketId: TicketId,
  command: CommandOf,
  seenSeq?: number,
): Promise<Ticket | Refusal> {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const ticket = await seenBy(ctx, ticketId, seenSeq)
    if (isRefusal(ticket)) return ticket
    const chosen = typeof command === 'function' ? command(ticket) : command
    if (isRefusal(chosen)) return chosen
    const planned = planTicket(ctx, ticketId, ticket, [chosen].flat())
    if (isRefusal(planned)) return planned
    if (planned.events.length === 0) return ticket
    if ((await ctx.store.commit(await withAnnouncement(ctx, planned))) === 'committed') {
      ctx.log.info('ticket.changed', {
        ticket: ticketId,
        events: planned.events.map((event) => event.type),
        seq: planned.after.seq,
      })
      return planned.after
    }
  }
  return refuse('changed-meanwhile', {})
}

/** The ticket as it stands, if the actor may see it and has seen all of it. */
async function seenBy(
  ctx: Ctx,
  ticketId: TicketId,
  seenSeq: number | undefined,
): Promise<Ticket | Refusal> {
  const ticket = fold(ticketId, await ctx.store.history(ticketId))
  if (ticket === null || !maySee(ctx.actor, ticket)) return refuse('not-found')
  return seenSeq === undefined || ticket.seq === seenSeq
    ? ticket
    : refuse('changed-meanwhile', { since: seenSeq })
}

/** Adds what the citizen is told, when the ticket came from a dialogue, and what follows for those merged into it. */
async function withAnnouncement(ctx: Ctx, planned: TicketChange): Promise<Change> {
  const { tickets, outbox: followers } = await followMain(ctx, [planned])
  const change: Change = { ...noChange, tickets: [planned, ...tickets], outbox: followers }
  const dialogueId = planned.after.opened.dialogueId
  const dialogue = dialogueId === null ? null : await ctx.dialogues.get(dialogueId)
  if (dialogue === null) return change
  const said = planAnnouncement(ctx, dialogue, planned.after, planned.events)
  if (said === null) return change
  return { ...change, dialogue: said.dialogue, outbox: [...said.outbox, ...followers] }
}
