import { cleanMedia } from './clean-media.ts'
import type { Ctx } from '#app/ctx.ts'

const perRound = 20
/** A file this old has its record, or never will. */
const settledMs = 60 * 60_000

/**
 * Moves what was stored before there were files out of the database, and removes files that nothing refers to.
 * Safe to run at any time. Gives how many files.
 */
export async function tidyAttachments(
  ctx: Ctx,
): Promise<{ readonly moved: number; readonly removed: number }> {
  const moved = await moveAll(ctx)
  const { removed, strange } = await ctx.attachments.sweep(ctx.now() - settledMs)
  if (strange > 0) ctx.log.error('attachments.strange', { files: strange })
  if (moved + removed > 0) ctx.log.info('attachments.tidied', { moved, removed })
  return { moved, removed }
}

async function moveAll(ctx: Ctx): Promise<number> {
  let moved = 0
  for (;;) {
    const round = await ctx.attachments.unmoved(perRound)
    const done = await Promise.all(round.map((old) => move(ctx, old)))
    const count = done.filter(Boolean).length
    moved += count
    if (count === 0 || round.length < perRound) return moved
  }
}

type Old = Awaited<ReturnType<Ctx['attachments']['unmoved']>>[number]

/** Cleaned as what comes today; what cannot be cleaned moves as it is: it may be evidence. */
async function move(ctx: Ctx, old: Old): Promise<boolean> {
  try {
    const media = await ctx.attachments.open(old.id)
    if (media === null) return false
    const { mediaType } = media
    const bytes = await media.read(0, media.size)
    const cleaned = await cleanMedia(ctx, bytes)
    await ctx.attachments.put({ ...old, ...('fault' in cleaned ? { mediaType, bytes } : cleaned) })
    return true
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    ctx.log.error('attachment.unmoved', { attachment: old.id, error: name })
    return false
  }
}
