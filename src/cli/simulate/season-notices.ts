import type { Ctx } from '#app/ctx.ts'
import { readerOf } from '#app/notices/own-notices.ts'
import { actorOf } from '#doors/staff-auth.ts'
import type { Account } from '#doors/staff-auth.ts'

const freshForMs = 86_400_000
const most = 100_000

/** Whoever worked through the season has read its notices, but for those of the last day. */
export async function readOldNotices(ctx: Ctx, account: Account): Promise<void> {
  const reader = await readerOf({ ...ctx, actor: actorOf(account) })
  const unread = await ctx.notices.list(reader, { unreadOnly: true, before: null, limit: most })
  const old = unread.filter(({ at }) => at < ctx.now() - freshForMs)
  await ctx.notices.markRead(reader, { positions: old.map(({ position }) => position) })
}
