import { and, asc, eq, inArray, not } from 'drizzle-orm'
import type { Readers } from '#app/ports.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Db } from '../database.ts'
import { settlements, tickets } from '../schema.ts'
import { within } from './filter.ts'

// Not valid in the end, whatever was answered before (rulebook, Call-back).
const withoutCallback = [
  'withdrawn',
  'merged',
  'referred',
] as const satisfies readonly TicketStatus[]

/** Settled call-backs of a period in the order they happened, one for each round: what history gives, from the read model. */
export function createRates(db: Db): Pick<Readers, 'settled' | 'occurrences'> {
  return {
    settled: async (period) => {
      const rows = await db
        .select({ row: settlements, number: tickets.number, isOut: tickets.excluded })
        .from(settlements)
        .innerJoin(tickets, eq(tickets.id, settlements.ticketId))
        .where(
          and(within(settlements.settledAt, period), not(inArray(tickets.status, withoutCallback))),
        )
        .orderBy(asc(settlements.id))
      return rows.map(({ row: { id: _id, followed: _followed, ...row }, number, isOut }) => ({
        ...row,
        number,
        // That a call-back was false stays counted (domain/settled.ts).
        outcome: isOut && row.outcome !== 'false-callback' ? 'excluded' : row.outcome,
      }))
    },
    occurrences: async (opened) => {
      const { number, category, town, village, spot, openedAt, resolvedAt } = tickets
      const rows = await db
        .select({
          ticketId: tickets.id,
          number,
          category,
          town,
          village,
          spot,
          openedAt,
          resolvedAt,
        })
        .from(tickets)
        .where(
          and(
            within(openedAt, opened),
            eq(tickets.kind, 'complaint'),
            not(inArray(tickets.status, withoutCallback)),
          ),
        )
      return rows.flatMap(({ category: kind, resolvedAt: closedAt, ...row }) =>
        kind === null ? [] : [{ ...row, category: kind, closedAt }],
      )
    },
  }
}
