import { checkPhotos } from '#domain/photo.ts'
import type { Channel } from '#domain/ticket/events.ts'
import type { Ctx } from './ctx.ts'
import type { Fetched, Fetcher } from './ports.ts'

/** Longer than a fetcher takes: one lost in a crash is taken again after it. */
const leaseMs = 60_000
const perRound = 5

/**
 * Fetches photos that messages named and that are still with their channel. Safe to run at any time, twice at
 * once and after a crash: a photo is stored once. What is no photo, or too large, is given up. Returns how many
 * were tried.
 */
export async function fetchAttachments(
  ctx: Ctx,
  fetchers: Readonly<Partial<Record<Channel, Fetcher>>>,
): Promise<number> {
  let tried = 0
  for (const [channel, fetcher] of entriesOf(fetchers)) {
    const due = { now: ctx.now(), limit: perRound, leaseMs }
    const taken = await ctx.attachments.take(channel, due)
    await Promise.all(
      taken.map(async (one) => keep(ctx, { ...one, channel }, await fetched(fetcher, one.id))),
    )
    tried += taken.length
  }
  return tried
}

type Wanted = { readonly id: string; readonly personId: string; readonly channel: Channel }

async function keep(ctx: Ctx, { id, personId, channel }: Wanted, given: Fetched): Promise<void> {
  if (!given.ok) return fail(ctx, id, given)
  const types = checkPhotos([given.bytes])
  if ('fault' in types) return fail(ctx, id, { reason: types.fault, retryable: false })
  const [mediaType] = types
  if (mediaType === undefined) return
  await ctx.attachments.put({ id, personId, channel, mediaType, bytes: given.bytes, at: ctx.now() })
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

async function fetched(fetcher: Fetcher, id: string): Promise<Fetched> {
  try {
    return await fetcher(id)
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown'
    return { ok: false, retryable: true, reason }
  }
}

function entriesOf(fetchers: Readonly<Partial<Record<Channel, Fetcher>>>): [Channel, Fetcher][] {
  // Safe because the record's keys are channels, and an absent fetcher is left out.
  return Object.entries(fetchers) as [Channel, Fetcher][]
}
