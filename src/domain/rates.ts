import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { TownId } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { Satisfied, Solved, StoredEvent, TicketEvent, TicketId } from './ticket/events.ts'
import { evolve } from './ticket/evolve.ts'
import { isExcluded } from './ticket/excluding.ts'
import { settings } from './ticket/settings.ts'
import type { TicketStatus } from './ticket/status.ts'
import type { Ticket } from './ticket/ticket.ts'

/** One settled call-back, as the rates count it: the handler at the time of resolving is scored. */
export type SettledRow = {
  readonly ticketId: TicketId
  readonly number: string
  readonly handler: UnitId
  readonly town: TownId | null
  readonly category: ComplaintCategoryId
  /** Attachment and task: air-22. */
  readonly clause: string
  readonly settledAt: number
  readonly outcome: 'rated' | 'unreachable' | 'anonymous' | 'excluded' | 'false-callback'
  readonly contacted: boolean | null
  readonly solved: Solved | null
  readonly satisfied: Satisfied | null
}

export const rateGroups = ['handler', 'category', 'town', 'clause'] as const
export type RateGroup = (typeof rateGroups)[number]

/** A share with its 95 % Wilson interval; null where nothing is valid. Shares are 0 to 1. */
export type Rate = {
  readonly count: number
  readonly share: number
  readonly low: number
  readonly high: number
} | null

/** One line of the three rates (rulebook, Call-back). */
export type RateRow = {
  /** Unit, category, town or clause; null for the district. */
  readonly key: string | null
  /** Called back and valid: the denominator. */
  readonly valid: number
  readonly contacted: Rate
  readonly solved: Rate
  readonly satisfied: Rate
  readonly composite: number | null
  /** Fewer valid tickets than the rulebook's ten. */
  readonly small: boolean
  readonly unreachable: number
  readonly anonymous: number
  readonly excluded: number
  /** Verdicts an operator wrote down that no citizen had given: each of them, also where she was asked again. */
  readonly falseCallbacks: number
}

export type RatesTable = { readonly total: RateRow; readonly rows: readonly RateRow[] }

/** What answers and rates weigh (settings of the rulebook). Weights of the composite sum to 1. */
export type RateWeights = {
  readonly weights: {
    readonly contacted: number
    readonly solved: number
    readonly satisfied: number
  }
  readonly partlySolved: number
  readonly basicallySatisfied: number
}

/**
 * The three rates over the call-backs settled in a period: the whole, and per group, most valid tickets
 * first. A ticket called back more than once in the period counts once, by its last answer.
 */
export function rates(
  rows: readonly SettledRow[],
  group: RateGroup,
  using: RateWeights = settings,
): RatesTable {
  const counted = countedRows(rows)
  const falses = rows.filter(isFalse)
  const keyOf = (row: SettledRow): string => row[group] ?? ''
  const groups = new Map<string, SettledRow[]>(
    [...counted, ...falses].map((row) => [keyOf(row), []]),
  )
  for (const row of counted) groups.get(keyOf(row))?.push(row)
  const lines = [...groups].map(([key, members]) => ({
    ...rateRow(key, members, using),
    falseCallbacks: falses.filter((row) => keyOf(row) === key).length,
  }))
  return {
    total: { ...rateRow(null, counted, using), falseCallbacks: falses.length },
    rows: lines.sort((a, b) => b.valid - a.valid || compare(a.key, b.key)),
  }
}

/** A verdict that was struck out. */
export function isFalse({ outcome }: SettledRow): boolean {
  return outcome === 'false-callback'
}

/**
 * The call-backs the rates count: of each ticket its last one in the period, by the order in which they happened,
 * whatever the clock said; the earliest settled first. Sums of weights such as 0.8 depend on their order in the last
 * digit, so that everybody adds in this one.
 */
export function countedRows(rows: readonly SettledRow[]): readonly SettledRow[] {
  const last = new Map<TicketId, SettledRow>()
  for (const row of rows) last.set(row.ticketId, row)
  return [...last.values()].sort((a, b) => a.settledAt - b.settledAt || compare(a.number, b.number))
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1
}

function rateRow(
  key: string | null,
  rows: readonly SettledRow[],
  using: RateWeights,
): Omit<RateRow, 'falseCallbacks'> {
  const solvedWeight = { solved: 1, partly: using.partlySolved, unsolved: 0 }
  const satisfiedWeight = { satisfied: 1, basically: using.basicallySatisfied, unsatisfied: 0 }
  const valid = rows.filter((row) => row.outcome === 'rated')
  const sum = (weigh: (row: SettledRow) => number): Rate =>
    rateOf(
      valid.reduce((total, row) => total + weigh(row), 0),
      valid.length,
    )
  const contacted = sum((row) => (row.contacted ? 1 : 0))
  const solved = sum((row) => solvedWeight[row.solved ?? 'unsolved'])
  const satisfied = sum((row) => satisfiedWeight[row.satisfied ?? 'unsatisfied'])
  const count = (outcome: RateRowCount): number =>
    rows.filter((row) => row.outcome === outcome).length
  return {
    key,
    valid: valid.length,
    contacted,
    solved,
    satisfied,
    composite: composite({ contacted, solved, satisfied }, using.weights),
    small: valid.length < settings.smallSample,
    unreachable: count('unreachable'),
    anonymous: count('anonymous'),
    excluded: count('excluded'),
  }
}

type RateRowCount = 'unreachable' | 'anonymous' | 'excluded'

function composite(
  { contacted, solved, satisfied }: Pick<RateRow, 'contacted' | 'solved' | 'satisfied'>,
  weights: RateWeights['weights'],
): number | null {
  if (contacted === null || solved === null || satisfied === null) return null
  return (
    weights.contacted * contacted.share +
    weights.solved * solved.share +
    weights.satisfied * satisfied.share
  )
}

/** A share of `n` with its Wilson score interval, z = 1.96; null when `n` is 0. */
export function rateOf(count: number, n: number): Rate {
  if (n === 0) return null
  const z = 1.96
  const p = count / n
  const centre = p + (z * z) / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  // Rounding may leave the unit interval by a hair.
  const low = Math.max(0, (centre - spread) / scale)
  return { count, share: p, low, high: Math.min(1, (centre + spread) / scale) }
}

const withoutCallback: ReadonlySet<TicketStatus> = new Set(['withdrawn', 'merged', 'referred'])

/** The call-back an event settled, if it did; `ticket` is the state it led to. */
export function settledBy(ticket: Ticket, event: TicketEvent): SettledRow | null {
  const { handler, category, dispatch } = ticket
  // Nobody complained, so nobody is satisfied: alarms count apart.
  if (ticket.opened.kind === 'alarm') return null
  if (handler === null || category === null || dispatch === null) return null
  const { clause } = dispatch.routing
  const common = {
    ticketId: ticket.id,
    number: ticket.opened.number,
    handler,
    town: ticket.place.town,
    category,
    clause: `${clause.annex}-${String(clause.task)}`,
    settledAt: event.at,
  }
  if (event.type === 'rated') {
    const { contacted, solved, satisfied } = event.data
    return { ...common, outcome: 'rated', contacted, solved, satisfied }
  }
  if (event.type !== 'closed') return null
  const { reason } = event.data
  if (reason !== 'unreachable' && reason !== 'anonymous') return null
  return { ...common, outcome: reason, contacted: null, solved: null, satisfied: null }
}

/**
 * The settled call-backs of one ticket, from its history alone: one for each answered round and one for
 * each that could not be asked; none of a ticket withdrawn, merged or referred in the end, for these are
 * not valid (rulebook, Call-back). Rates are recomputable from these.
 */
export function settledFromHistory(
  id: TicketId,
  events: readonly StoredEvent[],
): readonly SettledRow[] {
  const rows: SettledRow[] = []
  let ticket: Ticket | null = null
  for (const event of events) {
    ticket = evolve(ticket, id, event)
    const struck = strikes(event)
    const last = struck === null ? undefined : rows.pop()
    if (last !== undefined && struck === 'false') rows.push(struckOut(last))
    const row = settledBy(ticket, event)
    if (row !== null) rows.push(row)
  }
  if (ticket === null || withoutCallback.has(ticket.status)) return []
  return isExcluded(ticket) ? rows.map(leftOut) : rows
}

/** A verdict in whose place the citizen's own stands, or that never was one. */
export type Struck = 'overruled' | 'false'

/** What an event makes of the verdict before it: the citizen's own stands in its place, or it never was one. */
export function strikes(event: TicketEvent): Struck | null {
  if (event.type === 'false-callback-marked') return 'false'
  return event.type === 'rated' && event.data.overrules === true ? 'overruled' : null
}

/** Counted as what it was; of its answers nothing is left. */
const noVerdict = {
  outcome: 'false-callback',
  contacted: null,
  solved: null,
  satisfied: null,
} as const satisfies Partial<SettledRow>

function struckOut(row: SettledRow): SettledRow {
  return { ...row, ...noVerdict }
}

/** The rates of a unit do not count it; that a call-back was false stays counted. */
function leftOut(row: SettledRow): SettledRow {
  return isFalse(row) ? row : { ...row, outcome: 'excluded' }
}
