import { recomputeRates } from '#app/evaluation/audit-rates.ts'
import { eachHistory } from '#app/evaluation/audit.ts'
import type { Period } from '#app/evaluation/read-bureau.ts'
import type { Ports } from '#app/ports.ts'
import type { Database } from '#db/database.ts'
import { rateGroups } from '#domain/tally.ts'
import type { RateRow } from '#domain/rates.ts'
import type { RateGroup } from '#domain/tally.ts'
import { inPhoneQueue } from '#domain/ticket/callback.ts'
import { nextTimer, pendingAlarms } from '#domain/ticket/alarms.ts'
import { callbackTimes, nextDue, orderDue } from '#domain/ticket/deadlines.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { settings } from '#domain/ticket/settings.ts'
import { sideClocks } from '#domain/ticket/side-clocks.ts'
import { endedStatuses } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { ratesInSql, sqlGroups } from '#cli/database/rates-sql.ts'
import type { SqlRates } from '#cli/database/rates-sql.ts'

/** What must not be found in a simulated season, each counted; all are 0 when it went well. */
export type SeasonFaults = {
  /** Not ended, and neither a person nor a timer has anything to do with it. */
  readonly stuck: readonly string[]
  /** A clock has rung and nothing came of it. */
  readonly unserved: readonly string[]
  /** Rates by group whose figures from events are not those the pages show. */
  readonly differing: readonly string[]
  /** Lines whose figures are not those of the SQL calculation. */
  readonly sql: readonly string[]
}

type Stored = Pick<Ports, 'archive' | 'readers' | 'settingBook'> & { readonly database: Database }

/** Reads a stored season back and looks for what must not be there. `now`: UTC milliseconds. */
export async function checkSeason(
  stored: Stored,
  { period, now }: { readonly period: Period; readonly now: number },
): Promise<SeasonFaults> {
  const stuck: string[] = []
  const unserved: string[] = []
  for await (const events of eachHistory(stored)) {
    const ticket = fold(events[0]?.ticketId ?? '', events)
    if (ticket === null) continue
    if (isStuck(ticket)) stuck.push(ticket.opened.number)
    if (isUnserved(ticket, now)) unserved.push(ticket.opened.number)
  }
  const differing: string[] = []
  const sql: string[] = []
  for (const group of rateGroups) {
    const { agrees, table } = await recomputeRates(stored, { period, group })
    if (!agrees) differing.push(group)
    const inSql = sqlGroups.find((one) => one === group)
    if (inSql === undefined) continue
    const counted = await ratesInSql(stored.database, { period, group: inSql, using: settings })
    sql.push(...disagreements(group, [table.total, ...table.rows.filter(hasCallback)], counted))
  }
  return { stuck, unserved, differing, sql }
}

/** First dispatches and first answers alone are not counted in SQL. */
function hasCallback({
  valid,
  unreachable,
  anonymous,
  excluded,
  falseCallbacks,
}: RateRow): boolean {
  return valid + unreachable + anonymous + excluded + falseCallbacks > 0
}

/** Somebody has to have something to do with every ticket that has not ended. */
function isStuck(ticket: Ticket): boolean {
  if (endedStatuses.some((status) => status === ticket.status)) return false
  const waits = nextDue(ticket) !== null || sideClocks(ticket).length > 0 || inPhoneQueue(ticket)
  return !waits && nextTimer(ticket) === null
}

function isUnserved(ticket: Ticket, now: number): boolean {
  const { awaiting, suspension, status } = ticket
  const ordered = orderDue(ticket)
  const times = [
    ...(ordered === null ? [] : [ordered]),
    ...pendingAlarms(ticket).map(({ at }) => at),
    ...callbackTimes(ticket),
    ...(awaiting === null ? [] : [awaiting.until]),
    ...(status === 'suspended' && suspension !== null ? [suspension.reviewAt] : []),
  ]
  return times.some((at) => at <= now)
}

function disagreements(
  group: RateGroup,
  rows: readonly RateRow[],
  counted: readonly SqlRates[],
): readonly string[] {
  const keys = new Set([...rows.map(({ key }) => key), ...counted.map(({ key }) => key)])
  return [...keys]
    .filter((key) => {
      const row = rows.find((one) => one.key === key)
      const other = counted.find((one) => one.key === key)
      return row === undefined || other === undefined || !isSame(row, other)
    })
    .map((key) => `${group} ${key ?? '*'}`)
}

/** To the last digit; where answers weigh fractions, but for the order in which SQL adds them. */
function isSame(row: RateRow, other: SqlRates): boolean {
  const { valid, unreachable, anonymous, excluded, falseCallbacks, composite } = row
  const figures: SqlRates = {
    key: row.key,
    valid,
    contacted: row.contacted?.share ?? null,
    solved: row.solved?.share ?? null,
    satisfied: row.satisfied?.share ?? null,
    composite,
    unreachable,
    anonymous,
    excluded,
    falseCallbacks,
  }
  const names = ['valid', 'contacted', 'solved', 'satisfied', 'composite', ...apart] as const
  return names.every((name) => Math.abs((figures[name] ?? -1) - (other[name] ?? -1)) < tiny)
}

/** Smaller than one ticket in any number of them can make. */
const tiny = 1e-12

const apart = ['unreachable', 'anonymous', 'excluded', 'falseCallbacks'] as const
