import { isFalse } from './settled.ts'
import type { SettledRow } from './settled.ts'
import type { TicketId } from './ticket/events.ts'

export const rateGroups = [
  'handler',
  'town',
  'category',
  'clause',
  'lead',
  'channel',
  'person',
] as const
/** By what the rates may be split. */
export type RateGroup = (typeof rateGroups)[number]

/**
 * What is counted, in whole numbers: sums of days are sums of periods, whatever the order. Shares and weights come
 * after (src/domain/rates.ts).
 */
const measures = [
  'valid',
  'contacted',
  'solved',
  'partly',
  'satisfied',
  'basically',
  'unreachable',
  'anonymous',
  'excluded',
  'falseCallbacks',
  'firstValid',
  'firstSolved',
  'firstPartly',
  'reopened',
  'late',
] as const
export type Measure = (typeof measures)[number]
/** Of first dispatches, which are the first unit's and not the handler's. */
const firstMeasures = ['dispatched', 'right', 'returned'] as const
export type FirstMeasure = (typeof firstMeasures)[number]

export type Tally = Readonly<Record<Measure | FirstMeasure, number>>
export const noTally = Object.fromEntries(
  [...measures, ...firstMeasures].map((name) => [name, 0]),
) as Tally

const isValid = (row: SettledRow): boolean => row.outcome === 'rated'

/** Whether a call-back counts for a measure. */
export const counts = {
  valid: isValid,
  contacted: (row) => isValid(row) && row.contacted === true,
  solved: (row) => isValid(row) && row.solved === 'solved',
  partly: (row) => isValid(row) && row.solved === 'partly',
  satisfied: (row) => isValid(row) && row.satisfied === 'satisfied',
  basically: (row) => isValid(row) && row.satisfied === 'basically',
  unreachable: (row) => row.outcome === 'unreachable',
  anonymous: (row) => row.outcome === 'anonymous',
  excluded: (row) => row.outcome === 'excluded',
  falseCallbacks: isFalse,
  firstValid: (row) => isValid(row) && row.first,
  firstSolved: (row) => isValid(row) && row.first && row.solved === 'solved',
  firstPartly: (row) => isValid(row) && row.first && row.solved === 'partly',
  reopened: (row) => isValid(row) && row.reopened,
  late: (row) => isValid(row) && row.late,
  dispatched: isValid,
  right: (row) => isValid(row) && row.right,
  returned: (row) => isValid(row) && row.returned,
} as const satisfies Record<Measure | FirstMeasure, (row: SettledRow) => boolean>

/** What counts for every call-back of a ticket and not only for its last in the period. */
const countedEach: ReadonlySet<Measure | FirstMeasure> = new Set([
  'falseCallbacks',
  'firstValid',
  'firstSolved',
  'firstPartly',
])

/** In which lines of a group a call-back stands: in several where a clause has several lead departments. */
export function keysOf(row: SettledRow, group: RateGroup): readonly string[] {
  if (group === 'lead') return row.leads
  return [row[group] ?? '']
}

/** The same for what is the first unit's. */
export function firstKeysOf(row: SettledRow, group: RateGroup): readonly string[] {
  return group === 'handler' ? [row.firstHandler] : keysOf(row, group)
}

/** Of each ticket its last call-back among these, by the order in which they happened, whatever the clock said. */
export function lastRows(rows: readonly SettledRow[]): ReadonlySet<SettledRow> {
  const last = new Map<TicketId, SettledRow>()
  for (const row of rows) last.set(row.ticketId, row)
  return new Set(last.values())
}

/** The whole's tally under null, and one for each line of the group. `rows` in the order they happened. */
export function tallies(
  rows: readonly SettledRow[],
  group: RateGroup,
): ReadonlyMap<string | null, Tally> {
  const last = lastRows(rows)
  const found = new Map<string | null, Record<Measure | FirstMeasure, number>>()
  const add = (key: string | null, name: Measure | FirstMeasure): void => {
    const tally = found.get(key) ?? { ...noTally }
    tally[name] += 1
    found.set(key, tally)
  }
  for (const row of rows) {
    for (const name of [...measures, ...firstMeasures]) {
      if (!counts[name](row) || !(last.has(row) || countedEach.has(name))) continue
      const isFirsts = firstMeasures.some((one): boolean => one === name)
      for (const key of [null, ...(isFirsts ? firstKeysOf : keysOf)(row, group)]) add(key, name)
    }
  }
  return found
}
