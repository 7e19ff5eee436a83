import { and, eq, lt } from 'drizzle-orm'
import type { BotReport, Bots } from '#app/outbox/bot-port.ts'
import type { Database } from './database.ts'
import { bots } from './schema.ts'

/** The one bot there is. */
const name = 'wechaty'

const beginning: BotReport = { state: 'starting', code: null, account: null, reason: null }

/** The bots port. One statement decides who holds the bot, so two processes never both do. */
export function createBots({ db }: Database): Bots {
  const held = (holder: string) => and(eq(bots.name, name), eq(bots.holder, holder))
  return {
    hold: async (holder, { now, staleBefore }) => {
      const own = await db.update(bots).set({ seenAt: now }).where(held(holder)).returning()
      if (own.length > 0) return true
      const fresh = { ...beginning, holder, since: now, seenAt: now }
      const taken = await db
        .insert(bots)
        .values({ name, ...fresh })
        .onConflictDoUpdate({
          target: bots.name,
          set: fresh,
          setWhere: lt(bots.seenAt, staleBefore),
        })
        .returning()
      return taken.length > 0
    },
    report: async (holder, report, now) => {
      await db
        .update(bots)
        .set({ ...report, since: now, seenAt: now })
        .where(held(holder))
    },
    read: async () => {
      const { holder, state, code, account, reason, since, seenAt } = bots
      const columns = { holder, state, code, account, reason, since, seenAt }
      const [row] = await db.select(columns).from(bots).where(eq(bots.name, name))
      return row ?? null
    },
  }
}
