import type { TicketQuery } from '#app/ports.ts'
import { openStatuses } from '#domain/ticket/status.ts'

/** Lists of tickets as they are now, for whoever watches the district. */
export const nowLists = ['open', 'overdue', 'pending', 'alarms'] as const
export type NowList = (typeof nowLists)[number]

/** The tickets of a list as they are at `now`, UTC milliseconds; alarms only in their own. */
export function nowQuery(list: NowList, now: number): Omit<TicketQuery, 'limit' | 'offset'> {
  const queries = {
    open: { kind: 'complaint', statuses: openStatuses },
    overdue: { kind: 'complaint', overdueAt: now },
    pending: { kind: 'complaint', statuses: ['pending'] },
    alarms: { kind: 'alarm', statuses: openStatuses },
  } as const
  return { ...queries[list], sort: 'due' }
}
