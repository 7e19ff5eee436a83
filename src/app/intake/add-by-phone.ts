import { z } from 'zod'
import { mask } from '#intents/personal/index.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { readTicket } from '#app/tickets/read-desk.ts'

/** Words of a call that belong to a ticket which is there. */
export const addInput = z.object({
  number: z.string().trim().toUpperCase().min(1).max(40),
  text: z.string().trim().min(1).max(2000),
  as: z.enum(['supplement', 'urge']),
})

export type AddInput = z.infer<typeof addInput>

/** For so long the same words of the same operator are the same call, sent again. */
const sameCallMs = 12 * 3_600_000

/**
 * Adds what a caller says to a ticket that is open already, or urges it on; the words are masked. The same words
 * of the same operator again change nothing: the line broke before the answer came. Refuses: 'not-found', and
 * what the mechanism refuses ('too-often' for a second urging in a day).
 */
export async function addByPhone(ctx: Ctx, input: AddInput): Promise<Ticket | Refusal> {
  const view = await readTicket(ctx, { number: input.number })
  if (isRefusal(view)) return view
  const { id } = view.ticket
  const text = mask(input.text)
  const type = input.as === 'urge' ? 'urged' : 'supplemented'
  const isSame = (event: StoredEvent) =>
    event.type === type &&
    'text' in event.data &&
    event.data.text === text &&
    event.by.id === ctx.actor.id &&
    ctx.now() - event.at < sameCallMs
  const history = await ctx.store.history(id)
  if (history.some(isSame)) return view.ticket
  if (ctx.actor.role !== 'operator') return refuse('not-allowed', { command: input.as })
  return input.as === 'urge'
    ? changeTicket(ctx, id, { type: 'urge', text })
    : changeTicket(ctx, id, { type: 'supplement', text, attachments: [], place: null })
}
