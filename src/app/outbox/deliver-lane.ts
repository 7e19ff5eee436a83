import type { Ctx } from '#app/ctx.ts'
import type { SendResult } from '#app/messages.ts'

const leaseMs = 60_000
/** So many are under way at once, of different people: one person's follow one another. */
const atOnce = 32
/** A run ends here, so that clocks and messages get their turn; the next one goes on. */
const perRun = 200

/** Batches of one kind: how they are taken, known and sent. */
export type Lane<B> = {
  readonly take: (now: number, limit: number, leaseMs: number) => Promise<readonly B[]>
  readonly about: (batch: B) => { readonly batch: string; readonly tries: number }
  readonly send: (batch: B) => Promise<SendResult>
}

/**
 * Sends what is due, many at once; each outcome is stored when it is known. Returns how many batches were handled.
 * Failures are values: they are retried later or become dead letters at the desk.
 */
export async function deliverLane<B>(ctx: Ctx, lane: Lane<B>): Promise<number> {
  const underWay = new Set<Promise<void>>()
  let begun = 0
  for (;;) {
    const free = Math.min(atOnce - underWay.size, perRun - begun)
    const taken = free > 0 ? await lane.take(ctx.now(), free, leaseMs) : []
    begun += taken.length
    for (const batch of taken) {
      const work: Promise<void> = deliver(ctx, lane, batch).finally(() => underWay.delete(work))
      underWay.add(work)
    }
    if (underWay.size === 0) return begun
    // What waits for one under way, or for its place, is taken when that has ended.
    await Promise.race(underWay)
  }
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
