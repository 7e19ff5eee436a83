import type { Ctx } from '#app/ctx.ts'
import type { SendResult } from '#app/messages.ts'

const leaseMs = 60_000
/** Few at a time: a slow channel may need 20 s for one, and all must be settled before their lease ends. */
const perTake = 2
/** A run ends here, so that clocks and messages get their turn; the next one goes on. */
const perRun = 50

/** Batches of one kind: how they are taken, known and sent. */
export type Lane<B> = {
  readonly take: (now: number, limit: number, leaseMs: number) => Promise<readonly B[]>
  readonly about: (batch: B) => { readonly batch: string; readonly tries: number }
  readonly send: (batch: B) => Promise<SendResult>
}

/**
 * Sends what is due, batch by batch; each outcome is stored before the next is tried. Returns how many
 * batches were handled. Failures are values: they are retried later or become dead letters at the desk.
 */
export async function deliverLane<B>(ctx: Ctx, lane: Lane<B>): Promise<number> {
  let handled = 0
  while (handled < perRun) {
    const sent = await sendSome(ctx, lane)
    handled += sent
    if (sent === 0) break
  }
  return handled
}

/** One take. Nothing is begun in the second half of its lease: that is left for the send under way to end. */
async function sendSome<B>(ctx: Ctx, lane: Lane<B>): Promise<number> {
  const takenAt = ctx.now()
  const batches = await lane.take(takenAt, perTake, leaseMs)
  let sent = 0
  for (const batch of batches) {
    if (ctx.now() - takenAt >= leaseMs / 2) break
    await deliver(ctx, lane, batch)
    sent += 1
  }
  return sent
}

async function deliver<B>(ctx: Ctx, lane: Lane<B>, taken: B): Promise<void> {
  const { batch, tries } = lane.about(taken)
  // Whatever is wrong with one batch is that batch's failure.
  const result = await attempt(() => lane.send(taken))
  await ctx.outbox.settle(batch, result, ctx.now())
  if (!result.ok) ctx.log.warn('outbox.failed', { batch, reason: result.reason, tries })
}

/** What a sender reports; what it throws is a failure that may pass. */
export async function attempt(sending: () => Promise<SendResult>): Promise<SendResult> {
  try {
    return await sending()
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown'
    return { ok: false, retryable: true, reason, retryAt: null }
  }
}

/** Nobody, or no way, to send to: trying again would not help. */
export function undeliverable(reason: string): SendResult {
  return { ok: false, retryable: false, reason, retryAt: null }
}
