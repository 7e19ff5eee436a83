import { dispatchTicket } from '#app/dispatching/dispatch-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { giveCommand } from '#app/tickets/give-command.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'

/** What can be done with several tickets at once. */
export const manyActs = ['accept', 'assign', 'dispatch'] as const
export type ManyAct = (typeof manyActs)[number]

/** Most tickets of one go. */
export const manyMost = 100

/** A ticket and the last of its events the person has seen. */
export type Chosen = { readonly number: string; readonly seenSeq: number }

export type ManyDone = {
  readonly done: readonly string[]
  readonly left: readonly { readonly number: string; readonly refusal: Refusal }[]
}

/**
 * Signs for, assigns or dispatches (by the rules) several tickets, one after the other: each as if alone, so that what
 * is refused holds up nothing. `to`: the account it is assigned to. Refuses 'invalid-input' when there is none, or too many.
 */
export async function actOnMany(
  ctx: Ctx,
  asked: { readonly act: ManyAct; readonly chosen: readonly Chosen[]; readonly to: string },
): Promise<ManyDone | Refusal> {
  const { act, chosen, to } = asked
  if (chosen.length === 0 || chosen.length > manyMost) {
    return refuse('invalid-input', { fields: 'item' })
  }
  const done: string[] = []
  const left: ManyDone['left'][number][] = []
  for (const { number, seenSeq } of chosen) {
    const ticketId = await ctx.readers.idByNumber(number)
    const result =
      ticketId === null ? refuse('not-found') : await actOn(ctx, { act, ticketId, seenSeq, to })
    if (isRefusal(result)) left.push({ number, refusal: result })
    else done.push(number)
  }
  return { done, left }
}

type One = { readonly act: ManyAct; readonly ticketId: TicketId; readonly seenSeq: number }

function actOn(ctx: Ctx, one: One & { readonly to: string }): Promise<Ticket | Refusal> {
  const { act, ticketId, seenSeq, to } = one
  switch (act) {
    case 'accept':
      return giveCommand(ctx, { ticketId, seenSeq, command: { type: 'accept' } })
    case 'assign':
      return giveCommand(ctx, { ticketId, seenSeq, command: { type: 'assign', to, note: null } })
    case 'dispatch':
      return dispatchTicket(ctx, { ticketId, seenSeq, note: null })
  }
}
