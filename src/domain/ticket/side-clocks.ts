import type { UnitId } from '#routing/units.ts'
import type { SideClockName } from './events.ts'
import { answerableStatuses, unitStatuses } from './status.ts'
import type { Ticket } from './ticket.ts'

/** A clock of one unit beside the handler's: its part, its report-in, its answer to an order. UTC milliseconds. */
export type SideClock = {
  readonly clock: SideClockName
  readonly unit: UnitId
  readonly from: number
  readonly at: number
}

/** Side clocks that run: each stops when its unit has done what it was asked for. */
export function sideClocks(ticket: Ticket): readonly SideClock[] {
  return [...partClocks(ticket), ...reportClocks(ticket), ...supervisionClocks(ticket)]
}

function partClocks({ status, parts }: Ticket): readonly SideClock[] {
  if (!has(unitStatuses, status)) return []
  return parts.flatMap(({ unit, addedAt, due, doneAt }) =>
    due === null || doneAt !== null ? [] : [{ clock: 'part', unit, from: addedAt, at: due }],
  )
}

function reportClocks({ status, whistles }: Ticket): readonly SideClock[] {
  if (!has(answerableStatuses, status)) return []
  return whistles
    .filter(({ closedAt }) => closedAt === null)
    .flatMap(({ units, reports, openedAt, due }) =>
      units
        .filter((unit) => !reports.some((report) => report.unit === unit))
        .map((unit) => ({ clock: 'report-in', unit, from: openedAt, at: due }) as const),
    )
}

function supervisionClocks({ status, supervision, handler }: Ticket): readonly SideClock[] {
  if (!has(answerableStatuses, status)) return []
  if (supervision === null || supervision.repliedAt !== null || handler === null) return []
  const { orderedAt, replyDue } = supervision
  return [{ clock: 'supervision', unit: handler, from: orderedAt, at: replyDue }]
}

function has<T>(list: readonly T[], one: T): boolean {
  return list.includes(one)
}
