import { and, eq, gte, lt, or } from 'drizzle-orm'
import type { Column, SQL } from 'drizzle-orm'
import type { TicketFilter } from '#app/inbox/work-port.ts'
import { isOneOf } from '../database.ts'
import { sourceKeys } from '../keys.ts'
import { tickets } from '../schema.ts'
import type { Seal } from '../seal.ts'
import { isFoundBy } from '../search.ts'

/** A number of another system as its keyed hash: found whole, also once the ticket has forgotten it. */
export async function keysSought(seal: Seal, { search }: TicketFilter): Promise<readonly string[]> {
  const sought = search?.trim() ?? ''
  return sought === '' ? [] : sourceKeys(seal, sought)
}

/** Conditions on tickets; what a filter leaves out is none. `keys`: of `keysSought`. */
export function filterConditions(
  filter: TicketFilter,
  keys: readonly string[],
): readonly (SQL | undefined)[] {
  const { statuses, category, town, village, urgency, channel, opened, search } = filter
  return [
    statuses && isOneOf(tickets.status, statuses),
    category && eq(tickets.category, category),
    town && eq(tickets.town, town),
    village === undefined ? undefined : eq(tickets.village, village),
    urgency && eq(tickets.urgency, urgency),
    channel && eq(tickets.channel, channel),
    opened && within(tickets.openedAt, opened),
    search === undefined || search === '' ? undefined : isSought(search, keys, filter.callers),
  ]
}

/** By its words, by the number another system gave it, or by who opened it. */
function isSought(
  search: string,
  keys: readonly string[],
  callers: TicketFilter['callers'],
): SQL | undefined {
  return or(
    isFoundBy(search),
    isOneOf(tickets.sourceKey, keys),
    callers && isOneOf(tickets.citizenId, callers),
  )
}

/** `column` in [from, to). */
export function within(
  column: Column,
  { from, to }: { readonly from: number; readonly to: number },
): SQL | undefined {
  return and(gte(column, from), lt(column, to))
}
