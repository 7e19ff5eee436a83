import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Ctx } from '#app/ctx.ts'

/**
 * A citizen's ticket by its number and the secret code they were given. Refuses 'not-found' for an unknown
 * number and for a wrong code alike, so that numbers cannot be probed.
 */
export async function trackTicket(
  ctx: Ctx,
  input: { readonly number: string; readonly code: string },
): Promise<{ readonly ticket: Ticket; readonly events: readonly StoredEvent[] } | Refusal> {
  const id = await ctx.readers.idByCode(
    input.number.trim().toUpperCase(),
    input.code.trim().toUpperCase(),
  )
  if (id === null) return refuse('not-found')
  const events = await ctx.store.history(id)
  const ticket = fold(id, events)
  return ticket === null ? refuse('not-found') : { ticket, events }
}
