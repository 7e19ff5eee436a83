import { StorageUnavailable } from '#app/errors.ts'
import type { Ctx } from '#app/ctx.ts'

/** As many rows that cannot be worked on are passed over to reach those behind them. */
const mostPassed = 1_000

/** Does a piece of work whose failure is nobody else's: it is logged, and `otherwise` stands for its result. */
export async function apart<T>(
  ctx: Ctx,
  stage: string,
  { work, otherwise }: { readonly work: () => Promise<T>; readonly otherwise: T },
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    ctx.log.error('stage.failed', { stage, error: nameOf(error) })
    return otherwise
  }
}

/** What rows are due, and what is done with each: true when it is dealt with. */
export type Round = {
  readonly stage: string
  readonly perRound: number
  readonly due: (limit: number) => Promise<readonly string[]>
  readonly work: (id: string) => Promise<boolean>
}

/**
 * One round over the rows that are due. A row that cannot be worked on is logged and passed over: it holds up none
 * of those behind it. Throws when storage is unavailable. Gives how many were dealt with.
 */
export async function eachApart(ctx: Ctx, { stage, perRound, due, work }: Round): Promise<number> {
  const passed = new Set<string>()
  let done = 0
  while (done === 0 && passed.size < mostPassed) {
    const ids = (await due(perRound + passed.size)).filter((id) => !passed.has(id))
    if (ids.length === 0) break
    for (const id of ids) {
      if (await one(ctx, stage, () => work(id), id)) done += 1
      else passed.add(id)
    }
  }
  return done
}

async function one(
  ctx: Ctx,
  stage: string,
  work: () => Promise<boolean>,
  id: string,
): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error
    ctx.log.error('row.failed', { stage, row: id, error: nameOf(error) })
    return false
  }
}

/** An error's name: its message may hold personal data. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
