import { and, asc, desc, eq, exists, lt, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Readers, TicketQuery, TicketRow } from '#app/ports.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { UnitId } from '#routing/units.ts'
import { isOneOf } from '../database.ts'
import type { Db } from '../database.ts'
import { settlements, ticketUnits, tickets } from '../schema.ts'
import type { Seal } from '../seal.ts'
import { filterConditions, keysSought, within } from './filter.ts'

const excerptLength = 80

/** Lists of tickets and how many there are, for the desk and the bureau. */
export function createLists(
  db: Db,
  seal: Seal,
): Pick<Readers, 'list' | 'counts' | 'countsOf' | 'heldBy'> {
  const countsOf: Readers['countsOf'] = async (query) => {
    const keys = await keysSought(seal, query)
    const rows = await db
      .select({ status: tickets.status, total: sql<number>`count(*)` })
      .from(tickets)
      .where(and(...conditionsOf(db, query, keys)))
      .groupBy(tickets.status)
    const counts: Partial<Record<TicketStatus, number>> = {}
    for (const { status, total } of rows) counts[status] = total
    return counts
  }
  return {
    countsOf,
    list: async (query) => {
      const where = and(...conditionsOf(db, query, await keysSought(seal, query)))
      const rows = await db
        .select()
        .from(tickets)
        .where(where)
        .orderBy(...orderOf(query.sort))
        .limit(query.limit)
        .offset(query.offset)
      const [counted] = await db
        .select({ total: sql<number>`count(*)` })
        .from(tickets)
        .where(where)
      return { rows: rows.map(rowOf), total: counted?.total ?? 0 }
    },
    heldBy: async (statuses) => {
      const rows = await db
        .select({ handler: tickets.handler, total: sql<number>`count(*)` })
        .from(tickets)
        .where(isOneOf(tickets.status, statuses))
        .groupBy(tickets.handler)
      return new Map(
        rows.flatMap(({ handler, total }) => (handler === null ? [] : [[handler, total] as const])),
      )
    },
    counts: (unit, kind) =>
      countsOf({ ...(unit === null ? {} : { unit }), ...(kind === undefined ? {} : { kind }) }),
  }
}

/** Conditions of a query; a filter that is left out is none. */
function conditionsOf(
  db: Db,
  query: Omit<TicketQuery, 'sort' | 'limit' | 'offset'>,
  keys: readonly string[],
): SQL[] {
  const { unit, settled, overdueAt } = query
  const found = [
    ...filterConditions(query, keys),
    ...equalitiesOf(query),
    unit && takesPart(db, unit),
    settled && settledWithin(db, settled),
    overdueAt !== undefined && lt(tickets.nextDueAt, overdueAt),
  ]
  return found.filter((condition) => typeof condition === 'object')
}

function equalitiesOf(query: Omit<TicketQuery, 'sort' | 'limit' | 'offset'>) {
  const { handler, kind, ids, citizen, assignee } = query
  return [
    kind && eq(tickets.kind, kind),
    handler && eq(tickets.handler, handler),
    assignee && eq(tickets.assignee, assignee),
    ids && isOneOf(tickets.id, ids),
    citizen && eq(tickets.citizenId, citizen),
  ]
}

/** Tickets in which a unit takes part, in whatever way. */
export function takesPart(db: Db, unit: UnitId): SQL {
  const own = and(eq(ticketUnits.ticketId, tickets.id), eq(ticketUnits.unit, unit))
  return exists(
    db
      .select({ one: sql`1` })
      .from(ticketUnits)
      .where(own),
  )
}

function settledWithin(db: Db, period: { from: number; to: number }): SQL {
  const own = and(eq(settlements.ticketId, tickets.id), within(settlements.settledAt, period))
  return exists(
    db
      .select({ one: sql`1` })
      .from(settlements)
      .where(own),
  )
}

function orderOf(sort: TicketQuery['sort']): SQL[] {
  const newest = [desc(tickets.openedAt), desc(tickets.number)]
  if (sort === 'newest') return newest
  return [sql`${tickets.nextDueAt} is null`, asc(tickets.nextDueAt), asc(tickets.number)]
}

function rowOf(record: typeof tickets.$inferSelect): TicketRow {
  const { nextDueClock, nextDueAt, text, ...rest } = record
  return {
    id: rest.id,
    number: rest.number,
    status: rest.status,
    kind: rest.kind,
    channel: rest.channel,
    category: rest.category,
    handler: rest.handler,
    supporting: rest.supporting,
    town: rest.town,
    village: rest.village,
    spot: rest.spot,
    told: rest.told,
    urgency: rest.urgency,
    excerpt: [...text].slice(0, excerptLength).join(''),
    openedAt: rest.openedAt,
    resolvedAt: rest.resolvedAt,
    nextDue:
      nextDueClock === null || nextDueAt === null ? null : { clock: nextDueClock, at: nextDueAt },
    queuedFor: rest.queuedFor,
    returns: rest.returns,
    reopenings: rest.reopenings,
    urges: rest.urges,
    contacted: rest.contacted,
    solved: rest.solved,
    satisfied: rest.satisfied,
  }
}
