import { isRefusal } from '#domain/refusal.ts'
import { inPhoneQueue } from '#domain/ticket/callback.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { sealHistory } from './audit.ts'
import { changeTicket } from './change-ticket.ts'
import type { Ctx } from './ctx.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import { forgetImports } from './import-files.ts'
import { system } from './plan-change.ts'
import { processMessage } from './receive-message.ts'
import { eraseExpired } from './retention.ts'

/** How long a message is left to the request that brought it, before the timers take it up. */
const patienceMs = 10_000
const perRound = 100

/**
 * Everything that happens without a person: messages stored but never finished (a crash came between),
 * clocks that have rung, persons to erase, history to seal, messages to send. Safe to run at any time,
 * twice at once, and after a stop of any length. `settleMs`: how old an unfinished message must be; 0 right
 * after a start, when no request of before is still at work. Returns how much was done.
 */
export async function runTimers(
  given: Ctx,
  { settleMs = patienceMs }: { readonly settleMs?: number } = {},
): Promise<{ messages: number; tickets: number; batches: number }> {
  const ctx: Ctx = { ...given, actor: system }
  const messages = await finishMessages(ctx, settleMs)
  const tickets = await ringClocks(ctx)
  await eraseExpired(ctx)
  await sealHistory(ctx)
  await forgetImports(ctx)
  const batches = await deliverOutbox(ctx)
  return { messages, tickets, batches }
}

async function finishMessages(ctx: Ctx, settleMs: number): Promise<number> {
  const waiting = await ctx.inbox.unfinished(ctx.now() - settleMs, perRound)
  // A sender's last one: those before it come first, and short ones that belong together are answered as one.
  const last = new Map(waiting.map((one) => [`${one.channel}:${one.sender}`, one]))
  for (const message of last.values()) {
    // Logged and counted there. It holds up its sender's later messages, not other people's, nor the clocks.
    await processMessage(ctx, message).catch(() => false)
  }
  return waiting.length
}

/** Nobody answered in the channel and no number is on file: counted as unreachable, and shown as such. */
async function giveUpUncallable(ctx: Ctx, ticket: Ticket): Promise<void> {
  if (!inPhoneQueue(ticket) || ticket.opened.channel === 'hotline') return
  const { citizenId } = ticket.opened
  if (citizenId !== null && (await ctx.people.hasPhone(citizenId))) return
  await changeTicket(ctx, ticket.id, { type: 'give-up-callback', because: 'unreachable' })
}

async function ringClocks(ctx: Ctx): Promise<number> {
  const due = await ctx.readers.ringing(ctx.now(), perRound)
  for (const ticketId of due) {
    const result = await changeTicket(ctx, ticketId, { type: 'tick' })
    if (isRefusal(result)) ctx.log.warn('timer.refused', { ticket: ticketId, code: result.refused })
    else await giveUpUncallable(ctx, result)
  }
  return due.length
}
