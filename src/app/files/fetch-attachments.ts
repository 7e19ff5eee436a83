import { largest } from '#domain/media.ts'
import type { Channel } from '#domain/ticket/events.ts'
import { cleanMedia } from './clean-media.ts'
import type { Ctx } from '#app/ctx.ts'
import { hearRecording } from './hear-recording.ts'
import type { Fetched, Fetcher } from '#app/ports.ts'

/** Longer than a fetcher takes: one lost in a crash is taken again after it. */
const leaseMs = 60_000
const perRound = 5

/**
 * Fetches what messages named and what is still with their channel. Safe to run at any time, twice at once and
 * after a crash: a file is stored once. What is of no kept type, too large or broken is given up. Returns how
 * many were tried.
 */
export async function fetchAttachments(
  ctx: Ctx,
  fetchers: Readonly<Partial<Record<Channel, Fetcher>>>,
): Promise<number> {
  let tried = 0
  for (const [channel, fetcher] of entriesOf(fetchers)) {
    const due = { now: ctx.now(), limit: perRound, leaseMs }
    const taken = await ctx.attachments.take(channel, due)
    await Promise.all(taken.map((one) => tryOne(ctx, fetcher, { ...one, channel })))
    tried += taken.length
  }
  return tried
}

type Wanted = { readonly id: string; readonly personId: string; readonly channel: Channel }

async function tryOne(ctx: Ctx, fetcher: Fetcher, wanted: Wanted): Promise<void> {
  try {
    await keep(ctx, wanted, await fetcher(wanted.id, largest(ctx.media.limits)))
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown'
    await fail(ctx, wanted.id, { reason, retryable: true })
  }
}

/** What a recording says is received before its file is stored: a crash between loses neither. */
async function keep(ctx: Ctx, { id, personId, channel }: Wanted, given: Fetched): Promise<void> {
  if (!given.ok) return fail(ctx, id, given)
  const cleaned = await cleanMedia(ctx, given.bytes)
  if ('fault' in cleaned) return fail(ctx, id, { reason: cleaned.fault, retryable: false })
  const from = await ctx.people.address(personId)
  if (from !== null) await hearRecording(ctx, cleaned, { id: `${channel}:words:${id}`, ...from })
  await ctx.attachments.put({ ...cleaned, id, personId, channel, at: ctx.now() })
  ctx.log.info('attachment.stored', { attachment: id })
}

async function fail(
  ctx: Ctx,
  id: string,
  failure: { readonly reason: string; readonly retryable: boolean },
): Promise<void> {
  await ctx.attachments.failed(id, failure, ctx.now())
  ctx.log.warn('attachment.failed', { attachment: id, reason: failure.reason })
}

function entriesOf(fetchers: Readonly<Partial<Record<Channel, Fetcher>>>): [Channel, Fetcher][] {
  // Safe because the record's keys are channels, and an absent fetcher is left out.
  return Object.entries(fetchers) as [Channel, Fetcher][]
}
