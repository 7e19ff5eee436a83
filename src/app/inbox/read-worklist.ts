import { maySee } from '#domain/roles.ts'
import type { Actor } from '#domain/roles.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { allowedCommands } from '#domain/ticket/allowed.ts'
import type { StoredEvent, TicketEventType } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket, Whistle } from '#domain/ticket/ticket.ts'
import { missingUnits, workKinds } from '#domain/ticket/work.ts'
import type { Whose, WorkKind } from '#domain/ticket/work.ts'
import type { Ctx } from '#app/ctx.ts'
import { withCallers } from '#app/tickets/search-callers.ts'
import { asSeen } from '#app/tickets/as-seen.ts'
import type { TicketView } from '#app/tickets/read-desk.ts'
import type { Holder, TicketFilter, WorkCursor, WorkQuery, WorkRow } from './work-port.ts'

const pageSize = 30

/** One thing that waits, with its ticket. Times are UTC milliseconds. */
export type WorkItem = TicketView &
  Pick<WorkRow, 'kind' | 'due' | 'clock'> & {
    /** Since when it waits; 0: nobody knows. */
    readonly since: number
    /** The whistle it is about, if any. */
    readonly whistle: Whistle | null
  }

type WorkCount = { readonly kind: WorkKind; readonly n: number; readonly late: number }

export type Worklist = {
  readonly items: readonly WorkItem[]
  /** Of each kind there is, in the order of the kinds, whatever kind was asked for. */
  readonly counts: readonly WorkCount[]
  /** Of the kind asked for, or of all. */
  readonly total: number
  readonly late: number
  /** To be given back as `after` for the next page; null: there is none. */
  readonly next: string | null
}

/** Of a unit's work: what is mine or nobody's, all of it, what nobody has, or what one account has. */
export type Who = 'mine' | 'all' | 'nobody' | { readonly account: string }

export type WorklistAsked = {
  readonly filter?: TicketFilter
  readonly kind?: WorkKind
  /** Left out: what is mine or nobody's for officers, everything for anybody else. */
  readonly who?: Who
  readonly due?: { readonly from: number; readonly to: number }
  readonly after?: string
}

/** Whose work a person does; null: nobody's, they only look after the house. */
export function workOf({ role, unit }: Actor): Whose | null {
  switch (role) {
    case 'officer':
    case 'unit-lead':
      return unit === null ? null : `unit:${unit}`
    case 'dispatcher':
      return 'dispatchers'
    case 'inspector':
      return 'inspectors'
    case 'operator':
      return 'operators'
    case 'citizen':
    case 'administrator':
    case 'system':
      return null
  }
}

/**
 * What waits for a person, each thing once, what is due first at the top: of their unit, of the desk, the bureau, the
 * operators. Refuses 'not-allowed' for whom nothing ever waits.
 */
export async function readWorklist(ctx: Ctx, asked: WorklistAsked): Promise<Worklist | Refusal> {
  const filter = await withCallers(ctx, asked.filter ?? {})
  const query = queryOf(ctx, { ...asked, filter })
  if (isRefusal(query)) return query
  const { kind } = asked
  const after = cursorOf(asked.after)
  const page = { ...query, ...(kind && { kind }), ...(after && { after }), limit: pageSize + 1 }
  const [rows, found] = await Promise.all([ctx.readers.work(page), ctx.readers.workCounts(query)])
  const listed = rows.slice(0, pageSize)
  const histories = await ctx.readers.histories([...new Set(listed.map((row) => row.ticketId))])
  const items = listed.map((row) => itemOf(ctx, row, histories.get(row.ticketId) ?? []))
  const counts = workKinds.flatMap((one) => found.filter((count) => count.kind === one))
  const counted = counts.filter((count) => kind === undefined || count.kind === kind)
  const last = listed.at(-1)
  return {
    items: items.filter((item) => item !== null),
    counts,
    total: sum(counted.map(({ n }) => n)),
    late: sum(counted.map(({ late }) => late)),
    next: rows.length > pageSize && last !== undefined ? cursorText(last) : null,
  }
}

/** How much waits for a person, and how much of it is past its time; null for whom nothing ever waits. */
export async function countWork(
  ctx: Ctx,
): Promise<{ readonly n: number; readonly late: number } | null> {
  const query = queryOf(ctx, {})
  if (isRefusal(query)) return null
  const counts = await ctx.readers.workCounts(query)
  return { n: sum(counts.map(({ n }) => n)), late: sum(counts.map(({ late }) => late)) }
}

function queryOf(ctx: Ctx, asked: WorklistAsked): Omit<WorkQuery, 'kind'> | Refusal {
  const { actor } = ctx
  const whose = workOf(actor)
  if (whose === null) return refuse('not-allowed')
  const holder = holderOf(actor, asked.who ?? (actor.role === 'officer' ? 'mine' : 'all'))
  return {
    whose,
    now: ctx.now(),
    filter: asked.filter ?? {},
    ...(holder && { holder }),
    ...(asked.due && { due: asked.due }),
  }
}

function holderOf(actor: Actor, who: Who): Holder | undefined {
  if (who === 'all' || actor.unit === null) return undefined
  if (who === 'nobody') return { is: 'nobody' }
  return who === 'mine' ? { is: 'mine-or-nobody', id: actor.id } : { is: 'only', id: who.account }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0)

const cursorText = ({ order, ticketId, kind }: WorkCursor): string =>
  [String(order), kind, ticketId].join('.')

/** What `cursorText` wrote; anything else begins at the top. */
function cursorOf(text: string | undefined): WorkCursor | undefined {
  const [, order, kind, ticketId] = /^(-?\d{1,15})\.([a-z-]+)\.(.{1,100})$/.exec(text ?? '') ?? []
  const known = workKinds.find((one) => one === kind)
  return known === undefined || ticketId === undefined
    ? undefined
    : { order: Number(order), kind: known, ticketId }
}

/** The event since which work of a kind waits. */
const begun = {
  sign: 'dispatched',
  contact: 'accepted',
  close: 'contacted',
  reopened: 'reopened',
  citizen: 'urged',
  review: 'suspension-approved',
  supervision: 'supervised',
  'supervision-open': 'supervised',
  whistle: 'whistle-opened',
  'whistle-part': 'reported-in',
  'whistle-late': 'whistle-opened',
  part: 'units-added',
  'part-late': 'units-added',
  conference: 'conference-called',
  dispatch: 'queued',
  returned: 'returned',
  decide: 'conference-called',
  extension: 'extension-requested',
  suspension: 'suspension-requested',
  exclusion: 'exclusion-proposed',
  escalation: 'escalated',
  callback: 'callback-started',
} as const satisfies Readonly<Record<WorkKind, TicketEventType>>

function itemOf(ctx: Ctx, row: WorkRow, stored: readonly StoredEvent[]): WorkItem | null {
  const { kind, due, clock, ticketId } = row
  const whole = fold(ticketId, stored)
  if (whole === null || !maySee(ctx.actor, whole)) return null
  const { ticket, events } = asSeen(ctx.actor, { ticket: whole, events: stored })
  const allowed = allowedCommands(ticket, ctx.actor)
  const whistle = whistleOf(ctx, ticket, row)
  return {
    kind,
    due,
    clock,
    ticket,
    events,
    allowed,
    whistle,
    since: sinceOf(kind, ticket, events),
  }
}

function sinceOf(kind: WorkKind, ticket: Ticket, events: readonly StoredEvent[]): number {
  if (kind === 'citizen') return ticket.unansweredAt ?? 0
  return events.findLast(({ type }) => type === begun[kind])?.at ?? ticket.openedAt
}

function whistleOf(ctx: Ctx, { whistles }: Ticket, { kind, due }: WorkRow): Whistle | null {
  const { unit } = ctx.actor
  const open = whistles.filter(({ closedAt }) => closedAt === null)
  const isDue = (one: Whistle) => one.due === due
  switch (kind) {
    case 'whistle':
      return (
        open.find((one) => isDue(one) && unit !== null && missingUnits(one).includes(unit)) ?? null
      )
    case 'whistle-late':
      return open.find((one) => isDue(one) && missingUnits(one).length > 0) ?? null
    case 'whistle-part':
      return (
        open.find(({ reports }) => reports.some((one) => one.unit === unit && one.done === null)) ??
        null
      )
    default:
      return null
  }
}
