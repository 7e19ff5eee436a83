import { and, desc, eq, gte, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Notices, Reader, StoredNotice } from '#app/notices/notices-port.ts'
import type { TicketChange } from '#app/ports.ts'
import { isOneOf } from './database.ts'
import type { Database, Db, Statement } from './database.ts'
import { noticeQueue, noticeReads, notices } from './notice-schema.ts'

/** What is older counts as known: nobody has to click a backlog away. */
const unreadForMs = 14 * 86_400_000

/** What a ticket's new events tell, as statements for the commit that writes those events. */
export function noticeStatements(db: Db, change: TicketChange): Statement[] {
  const { ticketId } = change
  return change.notices.map((notice) =>
    db.insert(notices).values({ ticketId, ...notice, spread: false }),
  )
}

/** The notices port: who is told is a question of role and unit, asked anew each time. */
export function createNotices(
  { db, commit }: Database,
  settings: { readonly now: () => number },
): Notices {
  const knownBefore = () => settings.now() - unreadForMs
  const unread = () => and(gte(notices.at, knownBefore()), isNull(noticeReads.accountId))
  return {
    list: async (reader, { unreadOnly, before, limit }) => {
      const chosen = and(
        unreadOnly ? unread() : undefined,
        before === null ? undefined : lt(notices.position, before),
      )
      const rows = await db
        .select({ notice: notices, read: noticeReads.accountId })
        .from(notices)
        .leftJoin(noticeReads, readBy(reader))
        .where(and(told(reader), chosen))
        .orderBy(desc(notices.position))
        .limit(limit)
      return rows.map(({ notice, read }) => ({
        ...storedNotice(notice),
        read: read !== null || notice.at < knownBefore(),
      }))
    },
    unread: async (reader) => {
      if (reader.audiences.length === 0) return 0
      const [row] = await db
        .select({ n: sql<number>`count(*)` })
        .from(notices)
        .leftJoin(noticeReads, readBy(reader))
        .where(and(told(reader), unread()))
      return row?.n ?? 0
    },
    markRead: async (reader, which) => {
      const chosen = db
        .select({
          accountId: sql<string>`${reader.accountId}`.as('accountId'),
          notice: notices.position,
        })
        .from(notices)
        .where(and(told(reader), chosenBy(which)))
      await db.insert(noticeReads).select(chosen).onConflictDoNothing()
    },
    forget: async (before) => commit(forgetStatements(db, before)),
  }
}

function forgetStatements(db: Db, before: number): Statement[] {
  const old = sql`select ${notices.position} from ${notices} where ${notices.at} < ${before}`
  return [
    db.delete(noticeReads).where(sql`${noticeReads.notice} in (${old})`),
    db.delete(noticeQueue).where(sql`${noticeQueue.notice} in (${old})`),
    db.delete(notices).where(lt(notices.at, before)),
  ]
}

/** Meant for the reader, and not their own deed. */
function told({ accountId, audiences }: Reader): SQL | undefined {
  return and(isOneOf(notices.audience, audiences), ne(notices.by, accountId))
}

function readBy({ accountId }: Reader): SQL | undefined {
  return and(eq(noticeReads.notice, notices.position), eq(noticeReads.accountId, accountId))
}

function chosenBy(which: Parameters<Notices['markRead']>[1]): SQL | undefined {
  if (which === 'all') return isNotNull(notices.position)
  if ('ticketId' in which) return eq(notices.ticketId, which.ticketId)
  return isOneOf(notices.position, which.positions.map(String))
}

/** A row as the port gives it. */
export function storedNotice(row: typeof notices.$inferSelect): StoredNotice {
  const { position, ticketId, seq, audience, matter, at, by, facts } = row
  return { position, ticketId, seq, audience, matter, at, by, facts }
}
