import { casesInDay, heldUntil, suspicion } from '#domain/flooding.ts'
import type { FloodFact, FloodRecord } from '#domain/flooding.ts'
import type { Hold, OwnTicket } from '#domain/dialogue/types.ts'
import type { Actor } from '#domain/roles.ts'
import type { Ctx } from '#app/ctx.ts'
import { system } from '#app/tickets/plan-change.ts'
import type { TicketChange } from '#app/ports.ts'

const hour = 3_600_000

/** Whether a person's new complaints wait at the desk, and in which ticket those before wait. */
export function holdOf(
  records: readonly FloodRecord[],
  own: readonly OwnTicket[],
  now: number,
): Hold | null {
  const until = heldUntil(records, now)
  if (until === null) return null
  const waits = own.findLast(
    ({ ticket }) => ticket.status === 'pending' && ticket.queuedFor === 'flooding',
  )
  return { until, into: waits?.ticket ?? null }
}

type Written = {
  readonly personId: string
  readonly own: readonly OwnTicket[]
  readonly planned: readonly TicketChange[]
}

/** What the rule points out of one person after a message of theirs, as it would be stored. */
export async function pointedOut(
  ctx: Ctx,
  records: readonly FloodRecord[],
  { personId, own, planned }: Written,
): Promise<readonly FloodRecord[]> {
  const now = ctx.now()
  const tickets = [...own.map(({ ticket }) => ticket), ...planned.map(({ after }) => after)]
  const messages = await ctx.flooding.messagesSince(personId, now - hour)
  const fact = suspicion(records, { cases: casesInDay(tickets, now), messages }, now)
  return fact === null ? [] : [recordOf(fact, { records, personId, actor: system, now })]
}

/** A fact with its place in what is on record about a person. */
export function recordOf(
  fact: FloodFact,
  given: {
    readonly records: readonly FloodRecord[]
    readonly personId: string
    readonly actor: Actor
    readonly now: number
  },
): FloodRecord {
  const { id, role, name } = given.actor
  const { personId, now: at } = given
  return { ...fact, personId, at, by: { id, role, name }, seq: given.records.length + 1 }
}
