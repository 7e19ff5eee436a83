import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { TownId } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { Satisfied, Solved, StoredEvent, TicketEvent, TicketId } from './ticket/events.ts'
import { evolve } from './ticket/evolve.ts'
import { settings } from './ticket/settings.ts'
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
  readonly outcome: 'rated' | 'unreachable' | 'anonymous' | 'excluded'
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
}

export type RatesTable = { readonly total: RateRow; readonly rows: readonly RateRow[] }

/** The three rates over settled call-backs: the whole, and per group, most valid tickets first. */
export function rates(rows: readonly SettledRow[], group: RateGroup): RatesTable {
  const groups = new Map<string, SettledRow[]>()
  for (const row of rows) {
    const key = row[group] ?? ''
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const lines = [...groups].map(([key, members]) => rateRow(key, members))
  return {
    total: rateRow(null, rows),
    rows: lines.sort((a, b) => b.valid - a.valid || compare(a.key, b.key)),
  }
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1
}

function rateRow(key: string | null, rows: readonly SettledRow[]): RateRow {
  const valid = rows.filter((row) => row.outcome === 'rated')
  const sum = (weigh: (row: SettledRow) => number): Rate =>
    rateOf(
      valid.reduce((total, row) => total + weigh(row), 0),
      valid.length,
    )
  const contacted = sum((row) => (row.contacted ? 1 : 0))
  const solved = sum((row) => solvedWeight[row.solved ?? 'unsolved'])
  const satisfied = sum((row) => satisfiedWeight[row.satisfied ?? 'unsatisfied'])
  const count = (outcome: SettledRow['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length
  return {
    key,
    valid: valid.length,
    contacted,
    solved,
    satisfied,
    composite: composite(contacted, solved, satisfied),
    small: valid.length < settings.smallSample,
    unreachable: count('unreachable'),
    anonymous: count('anonymous'),
    excluded: count('excluded'),
  }
}

const solvedWeight = { solved: 1, partly: settings.partlySolved, unsolved: 0 } as const
const satisfiedWeight = {
  satisfied: 1,
  basically: settings.basicallySatisfied,
  unsatisfied: 0,
} as const

function composite(contacted: Rate, solved: Rate, satisfied: Rate): number | null {
  if (contacted === null || solved === null || satisfied === null) return null
  const { weights } = settings
  return (
    weights.contacted * contacted.share +
    weights.solved * solved.share +
    weights.satisfied * satisfied.share
  )
}

/** Wilson score interval, z = 1.96. */
function rateOf(count: number, n: number): Rate {
  if (n === 0) return null
  const z = 1.96
  const p = count / n
  const centre = p + (z * z) / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return { count, share: p, low: (centre - spread) / scale, high: (centre + spread) / scale }
}

/** The call-back an event settled, if it did; `ticket` is the state it led to. */
export function settledBy(ticket: Ticket, event: TicketEvent): SettledRow | null {
  const { handler, category, dispatch } = ticket
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
 * each that could not be asked. Rates are recomputable from these.
 */
export function settledFromHistory(id: TicketId, events: readonly StoredEvent[]): readonly SettledRow[] {
  const rows: SettledRow[] = []
  let ticket: Ticket | null = null
  for (const event of events) {
    ticket = evolve(ticket, id, event)
    const row = settledBy(ticket, event)
    if (row !== null) rows.push(row)
  }
  const excluded = events.some((event) => event.type === 'exclusion-approved')
  return excluded ? rows.map((row) => ({ ...row, outcome: 'excluded' as const })) : rows
}
