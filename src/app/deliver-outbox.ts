import type { Ctx } from './ctx.ts'
import type { SendResult } from './messages.ts'
import type { OutboxBatch } from './ports.ts'

const leaseMs = 60_000
const batchesPerRound = 50

/**
 * Sends what is due, batch by batch; each outcome is stored before the next is tried. Returns how many
 * batches were handled. Failures are values: they are retried later or become dead letters at the desk.
 */
export async function deliverOutbox(ctx: Ctx): Promise<number> {
  const batches = await ctx.outbox.take(ctx.now(), batchesPerRound, leaseMs)
  for (const batch of batches) {
    const result = await send(ctx, batch)
    await ctx.outbox.settle(batch.batch, result, ctx.now())
    if (!result.ok)
      ctx.log.warn('outbox.failed', {
        batch: batch.batch,
        reason: result.reason,
        tries: batch.tries,
      })
  }
  return batches.length
}

async function send(ctx: Ctx, batch: OutboxBatch): Promise<SendResult> {
  const [first] = batch.messages
  if (first === undefined) return { ok: true }
  const sender = ctx.senders[first.channel]
  const address = await ctx.people.address(first.personId)
  if (sender === undefined || address === null) {
    return {
      ok: false,
      retryable: false,
      reason: sender ? 'no-address' : 'channel-off',
      retryAt: null,
    }
  }
  const asked = first.inReplyTo === null ? null : await ctx.inbox.get(first.inReplyTo)
  const token = asked?.replyToken ?? null
  const fresh = token !== null && batch.tries === 0 && token.expiresAt > ctx.now()
  try {
    return await sender(batch, address.sender, fresh ? token.token : null)
  } catch (error) {
    return { ok: false, retryable: true, reason: errorName(error), retryAt: null }
  }
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
