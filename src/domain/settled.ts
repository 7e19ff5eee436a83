import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { TownId } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type {
  Channel,
  Satisfied,
  Solved,
  StoredEvent,
  TicketEvent,
  TicketId,
} from './ticket/events.ts'
import { evolve } from './ticket/evolve.ts'
import { isExcluded } from './ticket/excluding.ts'
import type { TicketStatus } from './ticket/status.ts'
import type { Ticket } from './ticket/ticket.ts'

/** One settled call-back, as the event that settled it left it: the handler at the time of resolving is scored. */
export type Settlement = {
  readonly ticketId: TicketId
  readonly number: string
  readonly handler: UnitId
  /** The lead departments of the clause it was dispatched by (行业考核). */
  readonly leads: readonly UnitId[]
  readonly town: TownId | null
  readonly category: ComplaintCategoryId
  /** Attachment and task: air-22. */
  readonly clause: string
  readonly channel: Channel
  /** Who has it, else who resolved it, by account; null where nobody in particular. */
  readonly person: string | null
  readonly personName: string | null
  readonly settledAt: number
  readonly outcome: 'rated' | 'unreachable' | 'anonymous' | 'excluded' | 'false-callback'
  readonly contacted: boolean | null
  readonly solved: Solved | null
  readonly satisfied: Satisfied | null
  /** Which unit it was first sent to, whether that one has it still, and whether it gave it back. */
  readonly firstHandler: UnitId
  readonly right: boolean
  readonly returned: boolean
  /** It was handled a second time. */
  readonly reopened: boolean
  /** Resolved after its deadline, or not at all. */
  readonly late: boolean
  /** From the dispatch to its unit to the first contact, whole minutes; null: none on record. */
  readonly contactMinutes: number | null
  /** From the promise to resolving without the time the citizen owed an answer, whole minutes; null: unresolved. */
  readonly solveMinutes: number | null
}

/** The same among the others of its ticket. */
export type SettledRow = Settlement & {
  /** The ticket's first answer that was not struck out. */
  readonly first: boolean
}

/** A verdict that was struck out. */
export function isFalse({ outcome }: Pick<Settlement, 'outcome'>): boolean {
  return outcome === 'false-callback'
}

const withoutCallback: ReadonlySet<TicketStatus> = new Set(['withdrawn', 'merged', 'referred'])

/** The call-back an event settled, if it did; `ticket` is the state that very event led to. */
export function settledBy(ticket: Ticket, event: TicketEvent): Settlement | null {
  const answer = answerOf(ticket, event)
  if (answer === null) return null
  const { handler, category, dispatch, first } = ticket
  if (handler === null || category === null || dispatch === null || first === null) return null
  const { clause, lead: leads } = dispatch.routing
  return {
    ticketId: ticket.id,
    number: ticket.opened.number,
    handler,
    leads,
    town: ticket.place.town,
    category,
    clause: `${clause.annex}-${String(clause.task)}`,
    channel: ticket.opened.channel,
    ...responsible(ticket),
    settledAt: event.at,
    ...answer,
    firstHandler: first.handler,
    right: handler === first.handler,
    returned: first.returned,
    reopened: ticket.reopenings > 0,
    ...timesOf(ticket),
  }
}

function responsible({ assignee, resolvedBy }: Ticket): Pick<Settlement, 'person' | 'personName'> {
  const one = assignee ?? resolvedBy
  return { person: one?.id ?? null, personName: one?.name ?? null }
}

type Answer = Pick<Settlement, 'outcome' | 'contacted' | 'solved' | 'satisfied'>

const noAnswer = { contacted: null, solved: null, satisfied: null } as const

function answerOf({ opened }: Ticket, event: TicketEvent): Answer | null {
  // Nobody complained, so nobody is satisfied: alarms count apart.
  if (opened.kind === 'alarm') return null
  if (event.type === 'rated') {
    const { contacted, solved, satisfied } = event.data
    return { outcome: 'rated', contacted, solved, satisfied }
  }
  if (event.type !== 'closed') return null
  const { reason } = event.data
  return reason === 'unreachable' || reason === 'anonymous'
    ? { outcome: reason, ...noAnswer }
    : null
}

const minute = 60_000

function timesOf({
  dispatchedAt,
  contactedAt,
  promisedFrom,
  resolvedAt,
  pausedMs,
  deadlines,
}: Ticket): Pick<Settlement, 'late' | 'contactMinutes' | 'solveMinutes'> {
  return {
    late: resolvedAt === null || (deadlines !== null && resolvedAt > deadlines.solve),
    contactMinutes: minutesBetween(dispatchedAt, contactedAt, 0),
    solveMinutes: minutesBetween(promisedFrom, resolvedAt, pausedMs),
  }
}

/** A clock put back makes no time negative. */
function minutesBetween(from: number | null, to: number | null, paused: number): number | null {
  return from === null || to === null ? null : Math.max(0, Math.ceil((to - from - paused) / minute))
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
  const rows: Settlement[] = []
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
  const isOut = isExcluded(ticket)
  return inOrder(rows).map((row) => (isOut ? leftOut(row) : row))
}

/** One ticket's settlements, oldest first, each knowing whether it is the first answer. */
export function inOrder(rows: readonly Settlement[]): readonly SettledRow[] {
  const first = rows.findIndex((row) => !isFalse(row))
  return rows.map((row, index) => ({ ...row, first: index === first }))
}

/** A verdict in whose place the citizen's own stands, or that never was one. */
export type Struck = 'overruled' | 'false'

/** What an event makes of the verdict before it: the citizen's own stands in its place, or it never was one. */
export function strikes(event: TicketEvent): Struck | null {
  if (event.type === 'false-callback-marked') return 'false'
  return event.type === 'rated' && event.data.overrules === true ? 'overruled' : null
}

/** Counted as what it was; of its answers nothing is left. */
function struckOut(row: Settlement): Settlement {
  return { ...row, outcome: 'false-callback', ...noAnswer }
}

/** The rates of a unit do not count it; that a call-back was false stays counted. */
function leftOut<Row extends Settlement>(row: Row): Row {
  return isFalse(row) ? row : { ...row, outcome: 'excluded' }
}
