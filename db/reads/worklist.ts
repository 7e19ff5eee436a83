import { and, asc, eq, gte, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { TicketFilter, WorkQuery, WorkReaders } from '#app/inbox/work-port.ts'
import type { Db } from '../database.ts'
import { tickets, ticketWork } from '../schema.ts'
import type { Seal } from '../seal.ts'
import { filterConditions, keysSought } from './filter.ts'

/** What waits for somebody, by its own index: cost follows what waits, not what is stored. */
export function createWorklist(db: Db, seal: Seal): WorkReaders {
  return {
    work: async (query) => {
      const { after, limit } = query
      const keys = await keysSought(seal, query.filter)
      const rows = await db
        .select({ work: ticketWork })
        .from(ticketWork)
        .innerJoin(tickets, eq(tickets.id, ticketWork.ticketId))
        .where(and(...conditionsOf(query, keys), after && isAfter(after)))
        .orderBy(asc(ticketWork.order), asc(ticketWork.ticketId), asc(ticketWork.kind))
        .limit(limit)
      return rows.map(({ work: { whose: _whose, ...row } }) => row)
    },
    workCounts: async (query) =>
      db
        .select({
          kind: ticketWork.kind,
          n: sql<number>`count(*)`,
          late: sql<number>`count(case when ${ticketWork.due} < ${query.now} then 1 end)`,
        })
        .from(ticketWork)
        .innerJoin(tickets, eq(tickets.id, ticketWork.ticketId))
        .where(and(...conditionsOf(query, await keysSought(seal, query.filter))))
        .groupBy(ticketWork.kind),
  }
}

function isAfter({
  order,
  ticketId,
  kind,
}: {
  order: number
  ticketId: string
  kind: string
}): SQL {
  const { order: by, ticketId: id, kind: of } = ticketWork
  return sql`(${by}, ${id}, ${of}) > (${order}, ${ticketId}, ${kind})`
}

function conditionsOf(query: WorkQuery, keys: readonly string[]): readonly (SQL | undefined)[] {
  const { whose, now, kind, due, filter } = query
  return [
    eq(ticketWork.whose, whose),
    lte(ticketWork.from, now),
    kind && eq(ticketWork.kind, kind),
    due && and(gte(ticketWork.due, due.from), lt(ticketWork.due, due.to)),
    holderIs(query.holder),
    ...(isEmpty(filter) ? [] : filterConditions(filter, keys)),
  ]
}

function holderIs(holder: WorkQuery['holder']): SQL | undefined {
  if (holder === undefined) return undefined
  switch (holder.is) {
    case 'only':
      return eq(ticketWork.assignee, holder.id)
    case 'mine-or-nobody':
      return or(isNull(ticketWork.assignee), eq(ticketWork.assignee, holder.id))
    case 'nobody':
      return isNull(ticketWork.assignee)
  }
}

function isEmpty(filter: TicketFilter): boolean {
  return Object.keys(filter).length === 0
}
