import { and, asc, eq, inArray, not } from 'drizzle-orm'
import type { Readers } from '#app/ports.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Db } from '../database.ts'
import { settlements, tickets } from '../schema.ts'
import { within } from './lists.ts'

const rowColumns = {
  ticketId: settlements.ticketId,
  settledAt: settlements.settledAt,
  handler: settlements.handler,
  town: settlements.town,
  category: settlements.category,
  clause: settlements.clause,
  outcome: settlements.outcome,
  contacted: settlements.contacted,
  solved: settlements.solved,
  satisfied: settlements.satisfied,
}

// Not valid in the end, whatever was answered before (rulebook, Call-back).
const withoutCallback = [
  'withdrawn',
  'merged',
  'referred',
] as const satisfies readonly TicketStatus[]

/** Settled call-backs of a period in the order they happened, one for each round: what history gives, from the read model. */
export function createRates(db: Db): Pick<Readers, 'settled'> {
  return {
    settled: async (period) => {
      const rows = await db
        .select({ ...rowColumns, number: tickets.number, excluded: tickets.excluded })
        .from(settlements)
        .innerJoin(tickets, eq(tickets.id, settlements.ticketId))
        .where(
          and(within(settlements.settledAt, period), not(inArray(tickets.status, withoutCallback))),
        )
        .orderBy(asc(settlements.id))
      return rows.map(({ excluded, ...row }) =>
        // That a call-back was false stays counted (domain/rates.ts).
        excluded && row.outcome !== 'false-callback' ? { ...row, outcome: 'excluded' } : row,
      )
    },
  }
}
