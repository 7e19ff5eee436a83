import { z } from 'zod'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { hearCall } from './call-draft.ts'
import type { Ctx } from '#app/ctx.ts'
import { noChange } from '#app/tickets/plan-change.ts'
import { answerOf } from './read-call.ts'
import { converseTools } from '#app/tools/converse-tools.ts'

export const noteInput = z.object({
  /** A UUID of the form: the same call sent twice counts once. */
  entry: z.uuid(),
  text: z.string().trim().min(1).max(2000),
})

/**
 * Counts a call that opens nothing: the caller was told where to turn to, or got an answer from the plan. Only
 * what it was about is kept, not its words. Refuses 'not-allowed' for all but operators and dispatchers.
 */
export async function noteCall(
  ctx: Ctx,
  { entry, text }: z.infer<typeof noteInput>,
): Promise<{ readonly outcome: 'out-of-scope' | 'inquiry' } | Refusal> {
  if (ctx.actor.role !== 'operator' && ctx.actor.role !== 'dispatcher') {
    return refuse('not-allowed', { command: 'open' })
  }
  const words = hearCall(text, ctx.now())
  const answer = answerOf(words, converseTools(ctx, 'zh-hans').inquiry)
  const outcome = answer?.kind ?? 'out-of-scope'
  const category = words.understanding.classification.category
  const exchange = {
    at: ctx.now(),
    channel: 'hotline',
    outcome,
    category,
    source: `hotline:${entry}`,
  } as const
  // A conflict means that it has been counted.
  await ctx.store.commit({ ...noChange, exchange })
  return { outcome }
}
