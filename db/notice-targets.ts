import { asc, eq } from 'drizzle-orm'
import type { NoticeTarget, NoticeTargets, TargetAddress } from '#app/notices/notices-port.ts'
import type { Database } from './database.ts'
import { noticeTargets } from './notice-schema.ts'
import { openJsonOrNull, sealJson } from './seal.ts'
import type { Seal } from './seal.ts'

/** Groups that are told, their addresses and secrets sealed. */
export function createNoticeTargets({ db }: Database, seal: Seal): NoticeTargets {
  const opened = async ({
    sealedAddress,
    way: _way,
    ...rest
  }: typeof noticeTargets.$inferSelect): Promise<NoticeTarget | null> => {
    const address = await openJsonOrNull<TargetAddress>(seal, 'target-address', sealedAddress)
    return address && { ...rest, address }
  }
  return {
    list: async (owner) => {
      const rows = await db
        .select()
        .from(noticeTargets)
        .where(owner === null ? undefined : eq(noticeTargets.owner, owner))
        .orderBy(asc(noticeTargets.owner), asc(noticeTargets.label), asc(noticeTargets.id))
      return (await Promise.all(rows.map(opened))).filter((target) => target !== null)
    },
    get: async (id) => {
      const [row] = await db.select().from(noticeTargets).where(eq(noticeTargets.id, id))
      return row === undefined ? null : opened(row)
    },
    put: async ({ address, ...target }) => {
      const row = {
        ...target,
        way: address.way,
        sealedAddress: await sealJson(seal, 'target-address', address),
      }
      await db
        .insert(noticeTargets)
        .values(row)
        .onConflictDoUpdate({ target: noticeTargets.id, set: row })
    },
    remove: async (id) => {
      await db.delete(noticeTargets).where(eq(noticeTargets.id, id))
    },
  }
}
