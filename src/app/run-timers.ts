import { isRefusal } from '#domain/refusal.ts'
import { changeTicket } from './change-ticket.ts'
import type { Ctx } from './ctx.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import { system } from './plan-change.ts'
import { processMessage } from './receive-message.ts'

const settleMs = 10_000
const perRound = 100

/**
 * Everything that happens without a person: messages stored but never finished (a crash came between),
 * clocks that have rung, messages to send. Safe to run at any time, twice at once, and after a stop of
 * any length. Returns how much was done.
 */
export async function runTimers(
  given: Ctx,
): Promise<{ messages: number; tickets: number; batches: number }> {
  const ctx: Ctx = { ...given, actor: system }
  const messages = await finishMessages(ctx)
  const tickets = await ringClocks(ctx)
  const batches = await deliverOutbox(ctx)
  return { messages, tickets, batches }
}

async function finishMessages(ctx: Ctx): Promise<number> {
  const waiting = await ctx.inbox.unfinished(ctx.now() - settleMs, perRound)
  for (const message of waiting) await processMessage(ctx, message)
  return waiting.length
}

async function ringClocks(ctx: Ctx): Promise<number> {
  const due = await ctx.readers.ringing(ctx.now(), perRound)
  for (const ticketId of due) {
    const result = await changeTicket(ctx, ticketId, { type: 'tick' })
    if (isRefusal(result)) ctx.log.warn('timer.refused', { ticket: ticketId, code: result.refused })
  }
  return due.length
}
