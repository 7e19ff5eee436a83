import type { Ctx } from './ctx.ts'
import type { SendResult } from './messages.ts'
import type { OutboxBatch } from './ports.ts'

const leaseMs = 60_000
/** Few at a time: a slow channel may need 20 s for one, and all must be settled before their lease ends. */
const perTake = 2
/** A run ends here, so that clocks and messages get their turn; the next one goes on. */
const perRun = 50

/**
 * Sends what is due, batch by batch; each outcome is stored before the next is tried. Returns how many
 * batches were handled. Failures are values: they are retried later or become dead letters at the desk.
 */
export async function deliverOutbox(ctx: Ctx): Promise<number> {
  let handled = 0
  while (handled < perRun) {
    const sent = await sendSome(ctx)
    handled += sent
    if (sent === 0) break
  }
  return handled
}

/** One take. Nothing is begun in the second half of its lease: that is left for the send under way to end. */
async function sendSome(ctx: Ctx): Promise<number> {
  const takenAt = ctx.now()
  const batches = await ctx.outbox.take(takenAt, perTake, leaseMs)
  let sent = 0
  for (const batch of batches) {
    if (ctx.now() - takenAt >= leaseMs / 2) break
    await deliver(ctx, batch)
    sent += 1
  }
  return sent
}

async function deliver(ctx: Ctx, batch: OutboxBatch): Promise<void> {
  const result = await send(ctx, batch)
  await ctx.outbox.settle(batch.batch, result, ctx.now())
  if (result.ok) return
  const { reason } = result
  ctx.log.warn('outbox.failed', { batch: batch.batch, reason, tries: batch.tries })
}

async function send(ctx: Ctx, batch: OutboxBatch): Promise<SendResult> {
  const [first] = batch.messages
  if (first === undefined) return { ok: true }
  const sender = ctx.senders[first.channel]
  const address = await ctx.people.address(first.personId)
  if (sender === undefined) return undeliverable('channel-off')
  if (address === null) return undeliverable('no-address')
  if ((await ctx.dialogues.get(first.dialogueId))?.left === true) return undeliverable('left')
  try {
    return await sender(batch, address.sender, await freshToken(ctx, batch, first.inReplyTo))
  } catch (error) {
    return { ok: false, retryable: true, reason: errorName(error), retryAt: null }
  }
}

function undeliverable(reason: string): SendResult {
  return { ok: false, retryable: false, reason, retryAt: null }
}

/** The reply token of the message answered, on the first try and while it lives. */
async function freshToken(
  ctx: Ctx,
  batch: OutboxBatch,
  inReplyTo: string | null,
): Promise<string | null> {
  if (inReplyTo === null || batch.tries > 0) return null
  const token = (await ctx.inbox.get(inReplyTo))?.replyToken ?? null
  return token !== null && token.expiresAt > ctx.now() ? token.token : null
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
