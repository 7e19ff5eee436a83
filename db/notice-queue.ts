import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { NoticeQueue } from '#app/notices/notices-port.ts'
import { isSeqConflict } from './conflict.ts'
import { isOneOf } from './database.ts'
import type { Database, Db, Statement } from './database.ts'
import { storedNotice } from './notices.ts'
import { staffStatements } from './staff-outbox.ts'
import { noticeQueue, notices } from './notice-schema.ts'
import type { Seal } from './seal.ts'

/**
 * The way of notices out of the house. Each step is one commit that fails when another process has done it
 * already: its guard gives a NOT NULL column the value NULL (see db/conflict.ts).
 */
export function createNoticeQueue(database: Database, seal: Seal): NoticeQueue {
  const { db } = database
  return {
    unspread: async (limit) => {
      const rows = await db
        .select()
        .from(notices)
        .where(eq(notices.spread, false))
        .orderBy(asc(notices.position))
        .limit(limit)
      return rows.map(storedNotice)
    },
    spread: (spread, queued) =>
      attempt(database, [
        ...spread.map(({ position }) =>
          db
            .update(notices)
            .set({ spread: sql`case when ${notices.spread} = 0 then 1 end` })
            .where(eq(notices.position, position)),
        ),
        ...queued.map(({ position, recipient, dueAt }) =>
          db.insert(noticeQueue).values({ notice: position, recipient, dueAt, state: 'waiting' }),
        ),
      ]),
    due: (now, limit) => due(db, now, limit),
    postpone: async (recipient, put, dueAt) => {
      const positions = put.map(({ position }) => String(position))
      await db
        .update(noticeQueue)
        .set({ dueAt })
        .where(
          and(
            eq(noticeQueue.recipient, recipient),
            eq(noticeQueue.state, 'waiting'),
            isOneOf(noticeQueue.notice, positions),
          ),
        )
    },
    gather: async (recipient, gathered, message) =>
      attempt(database, [
        ...gathered.map(({ position }) =>
          db
            .update(noticeQueue)
            .set({ state: sql`case when ${noticeQueue.state} = 'waiting' then 'gathered' end` })
            .where(and(eq(noticeQueue.notice, position), eq(noticeQueue.recipient, recipient))),
        ),
        ...(message === null ? [] : await staffStatements(db, seal, message)),
      ]),
  }
}

async function due(db: Db, now: number, limit: number): ReturnType<NoticeQueue['due']> {
  const waiting = and(eq(noticeQueue.state, 'waiting'), lte(noticeQueue.dueAt, now))
  const [first] = await db
    .select({ recipient: noticeQueue.recipient })
    .from(noticeQueue)
    .where(waiting)
    .orderBy(asc(noticeQueue.dueAt), asc(noticeQueue.notice))
    .limit(1)
  if (first === undefined) return null
  const { recipient } = first
  const own = db
    .select({ notice: noticeQueue.notice })
    .from(noticeQueue)
    .where(and(waiting, eq(noticeQueue.recipient, recipient)))
  const rows = await db
    .select()
    .from(notices)
    .where(inArray(notices.position, own))
    .orderBy(asc(notices.position))
    .limit(limit)
  return { recipient, notices: rows.map(storedNotice) }
}

async function attempt(
  { commit }: Database,
  statements: readonly Statement[],
): Promise<'committed' | 'conflict'> {
  try {
    await commit(statements)
    return 'committed'
  } catch (error) {
    if (isSeqConflict(error)) return 'conflict'
    throw error
  }
}
