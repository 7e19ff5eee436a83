import { floodState } from '#domain/flooding.ts'
import type { FloodRecord, FloodState } from '#domain/flooding.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { stepsByCommand } from '#domain/ticket/steps/index.ts'
import type { Ctx } from '#app/ctx.ts'
import type { TicketRow } from '#app/ports.ts'

/** Most persons that are listed at a time, and most of their tickets. */
const personsMost = 50
const ticketsMost = 50

/** One person who has been pointed out; who it is, is nobody's business here. */
export type FloodCase = {
  readonly personId: string
  readonly state: FloodState
  /** In order. */
  readonly records: readonly FloodRecord[]
  /** Newest first. */
  readonly tickets: readonly TicketRow[]
}

/** Who is to be decided on, longest waiting first, and who is blocked. For dispatchers and inspectors: else 'not-allowed'. */
export async function readFlooding(ctx: Ctx): Promise<readonly FloodCase[] | Refusal> {
  const { role } = ctx.actor
  if (role !== 'dispatcher' && role !== 'inspector') return refuse('not-allowed')
  const now = ctx.now()
  const standing = await ctx.flooding.standing(now, personsMost)
  const cases = standing.map(async (records) => {
    const personId = records[0]?.personId ?? ''
    const tickets = await ticketsOf(ctx, personId)
    return { personId, state: floodState(records, now), records, tickets }
  })
  return Promise.all(cases)
}

/** A person's tickets, newest first. */
export async function ticketsOf(ctx: Ctx, personId: string): Promise<readonly TicketRow[]> {
  const query = { citizen: personId, sort: 'newest', limit: ticketsMost, offset: 0 } as const
  return (await ctx.readers.list(query)).rows
}

/** Whether a ticket can still be folded into another. */
export function mayFold({ status }: Pick<TicketRow, 'status'>): boolean {
  return stepsByCommand.merge.from.some((from) => from === status)
}
