import type { Refusal } from '#domain/refusal.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { Actor } from '#domain/roles.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { changeTicket } from './change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { trackTicket } from './read-citizen.ts'

export type CitizenCommand = Extract<
  TicketCommand,
  { readonly type: 'supplement' | 'urge' | 'withdraw' | 'rate' | 'reopen' | 'answer-exclusion' }
>

/**
 * Whoever holds a ticket's number and secret code acts as its citizen. Refuses 'not-found' for either being
 * wrong, and what the mechanism refuses.
 */
export async function actAsCitizen(
  ctx: Ctx,
  input: { readonly number: string; readonly code: string; readonly command: CitizenCommand },
): Promise<Ticket | Refusal> {
  const found = await trackTicket(ctx, input)
  if (isRefusal(found)) return found
  const { ticket } = found
  return changeTicket({ ...ctx, actor: citizenOf(ticket) }, ticket.id, input.command)
}

/** Whoever holds number and code is the ticket's citizen. */
export function citizenOf(ticket: Ticket): Actor {
  return { id: ticket.opened.citizenId ?? ticket.id, role: 'citizen', unit: null, name: '' }
}
