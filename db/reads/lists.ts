import { and, asc, desc, eq, exists, gte, lt, or, sql } from 'drizzle-orm'
import type { Column, SQL } from 'drizzle-orm'
import type { Readers, TicketQuery, TicketRow } from '#app/ports.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { UnitId } from '#routing/units.ts'
import { isOneOf } from '../database.ts'
import type { Db } from '../database.ts'
import { sourceKeys } from '../keys.ts'
import { settlements, ticketUnits, tickets } from '../schema.ts'
import type { Seal } from '../seal.ts'

const excerptLength = 80

/** Lists of tickets and how many there are, for the desk and the bureau. */
export function createLists(db: Db, seal: Seal): Pick<Readers, 'list' | 'counts'> {
  return {
    list: async (query) => {
      const sought = query.search?.trim() ?? ''
      // Whole: a number of another system is kept as a keyed hash.
      const keys = sought === '' ? [] : await sourceKeys(seal, sought)
      const where = and(...conditionsOf(db, query, keys))
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
    counts: async (unit, kind) => {
      const rows = await db
        .select({ status: tickets.status, total: sql<number>`count(*)` })
        .from(tickets)
        .where(
          and(
            unit === null ? undefined : takesPart(db, unit),
            kind === undefined ? undefined : eq(tickets.kind, kind),
          ),
        )
        .groupBy(tickets.status)
      const counts: Partial<Record<TicketStatus, number>> = {}
      for (const { status, total } of rows) counts[status] = total
      return counts
    },
  }
}

/** Conditions of a query; a filter that is left out is none. */
function conditionsOf(db: Db, query: TicketQuery, keys: readonly string[]): SQL[] {
  const { unit, opened, settled, overdueAt, search } = query
  const found = [
    ...equalitiesOf(query),
    unit && takesPart(db, unit),
    opened && within(tickets.openedAt, opened),
    settled && settledWithin(db, settled),
    overdueAt !== undefined && lt(tickets.nextDueAt, overdueAt),
    search && matches(search, keys),
  ]
  return found.filter((condition) => typeof condition === 'object')
}

function equalitiesOf(query: TicketQuery) {
  const { handler, statuses, kind, category, town, ids, citizen } = query
  return [
    kind && eq(tickets.kind, kind),
    handler && eq(tickets.handler, handler),
    statuses && isOneOf(tickets.status, statuses),
    category && eq(tickets.category, category),
    town && eq(tickets.town, town),
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

/** `column` in [from, to). */
export function within(
  column: Column,
  { from, to }: { readonly from: number; readonly to: number },
): SQL | undefined {
  return and(gte(column, from), lt(column, to))
}

/** The words as they are, capital or small. Not LIKE: D1 takes patterns of fifty bytes at most. */
function matches(search: string, keys: readonly string[]): SQL | undefined {
  const holds = (column: Column) => sql`instr(lower(${column}), lower(${search})) > 0`
  return or(
    holds(tickets.number),
    holds(tickets.text),
    holds(tickets.told),
    isOneOf(tickets.sourceKey, keys),
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
