import type { Ctx } from '#app/ctx.ts'
import type { OutboxTrouble } from '#app/ports.ts'

/** `to`: whom of the staff it is for, by name; null: a citizen, or somebody who is gone. */
export type NamedTrouble = OutboxTrouble & { readonly to: string | null }

/** Messages that did not reach their people, newest first. */
export async function readTroubles(ctx: Ctx, limit: number): Promise<readonly NamedTrouble[]> {
  const troubles = await ctx.outbox.troubles(limit)
  if (troubles.every(({ recipient }) => recipient === null)) {
    return troubles.map((trouble) => ({ ...trouble, to: null }))
  }
  const [members, targets] = await Promise.all([ctx.staff.members(), ctx.noticeTargets.list(null)])
  const names = new Map<string, string>([
    ...members.map(({ id, name }) => [`mail:${id}`, name] as const),
    ...targets.map(({ id, label }) => [`target:${id}`, label] as const),
  ])
  return troubles.map((trouble) => ({
    ...trouble,
    to: trouble.recipient === null ? null : (names.get(trouble.recipient) ?? null),
  }))
}
