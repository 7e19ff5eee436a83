import { maySee } from '#domain/roles.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { endedStatuses, statuses } from '#domain/ticket/status.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { StoredEvent, TicketId } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { allowedCommands } from '#domain/ticket/allowed.ts'
import type { TicketCommandType } from '#domain/ticket/steps/index.ts'
import type { UnitId } from '#routing/units.ts'
import { asSeen } from './as-seen.ts'
import type { Ctx } from '#app/ctx.ts'
import type { TicketFilter } from '#app/inbox/work-port.ts'
import { withCallers } from './search-callers.ts'
import type { TicketQuery, TicketRow } from '#app/ports.ts'

export const deskTabs = ['to-accept', 'working', 'callback', 'closed', 'all'] as const
export type DeskTab = (typeof deskTabs)[number]

const pageSize = 30

const statusesOf: Readonly<Record<DeskTab, readonly TicketStatus[]>> = {
  'to-accept': ['dispatched'],
  working: ['accepted', 'in-progress', 'reopened', 'awaiting-citizen', 'suspended', 'conference'],
  callback: ['resolved'],
  closed: endedStatuses,
  all: statuses,
}

export type TicketPage = {
  readonly rows: readonly TicketRow[]
  readonly total: number
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** Units whose tickets the actor may list: their own, or all (null). */
function scopeOf(ctx: Ctx): UnitId | null | Refusal {
  const { role, unit } = ctx.actor
  if (role === 'officer' || role === 'unit-lead') return unit ?? refuse('not-allowed')
  return role === 'citizen' ? refuse('not-allowed') : null
}

const onlyTotal = { sort: 'due', limit: 1, offset: 0 } as const

/** Only the handler signs for a ticket; whoever supports sees it under the other tabs. */
function toAccept(scope: UnitId | null): Pick<TicketQuery, 'handler'> {
  return scope === null ? {} : { handler: scope }
}

/** A page of the actor's tickets under one tab, by what is due next, with the counts of every tab, all of what the filter leaves. */
export async function readDesk(
  ctx: Ctx,
  input: { readonly tab: DeskTab; readonly page: number; readonly filter?: TicketFilter },
): Promise<(TicketPage & { readonly counts: Readonly<Record<DeskTab, number>> }) | Refusal> {
  const scope = scopeOf(ctx)
  if (scope !== null && typeof scope === 'object') return scope
  const { tab, page } = input
  const filter = await withCallers(ctx, input.filter ?? {})
  const own = scope === null ? {} : { unit: scope }
  const { statuses: wanted, ...others } = filter
  const among = (known: readonly TicketStatus[]): readonly TicketStatus[] =>
    wanted === undefined ? known : known.filter((one) => wanted.includes(one))
  const found = await listPage(ctx, page, {
    ...(tab === 'to-accept' ? toAccept(scope) : own),
    ...others,
    statuses: among(statusesOf[tab]),
    sort: tab === 'closed' ? 'newest' : 'due',
  })
  const [counts, waiting] = await Promise.all([
    ctx.readers.countsOf({ ...own, ...filter }),
    ctx.readers.list({
      ...toAccept(scope),
      ...others,
      ...onlyTotal,
      statuses: among(statusesOf['to-accept']),
    }),
  ])
  return { ...found, counts: { ...countsByTab(counts), 'to-accept': waiting.total } }
}

/** Any list of tickets, a page at a time; a unit's own tickets only, whatever the query says. */
export async function readTicketList(
  ctx: Ctx,
  query: Omit<TicketQuery, 'limit' | 'offset'>,
  page: number,
): Promise<TicketPage | Refusal> {
  const scope = scopeOf(ctx)
  if (scope !== null && typeof scope === 'object') return scope
  return listPage(ctx, page, scope === null ? query : { ...query, unit: scope })
}

/** Tickets that wait for the desk: unsure, returned, conferences; the soonest due first. */
export function readDispatchQueue(ctx: Ctx, page: number): Promise<TicketPage | Refusal> {
  if (!['dispatcher', 'inspector', 'administrator'].includes(ctx.actor.role)) {
    return Promise.resolve(refuse('not-allowed'))
  }
  return listPage(ctx, page, { statuses: ['pending', 'conference'], sort: 'due' })
}

export type TicketView = {
  readonly ticket: Ticket
  readonly events: readonly StoredEvent[]
  readonly allowed: readonly TicketCommandType[]
}

/** One ticket with its history and what the actor may do now; by id or number. Refuses: 'not-found'. */
export async function readTicket(
  ctx: Ctx,
  which: { readonly id: TicketId } | { readonly number: string },
): Promise<TicketView | Refusal> {
  const id = 'id' in which ? which.id : await ctx.readers.idByNumber(which.number)
  if (id === null) return refuse('not-found')
  const events = await ctx.store.history(id)
  const ticket = fold(id, events)
  if (ticket === null || !maySee(ctx.actor, ticket)) return refuse('not-found')
  return { ...asSeen(ctx.actor, { ticket, events }), allowed: allowedCommands(ticket, ctx.actor) }
}

async function listPage(
  ctx: Ctx,
  page: number,
  query: Omit<TicketQuery, 'limit' | 'offset'>,
): Promise<TicketPage> {
  const at = Math.max(1, Math.trunc(page) || 1)
  const offset = (at - 1) * pageSize
  const { rows, total } = await ctx.readers.list({ ...query, limit: pageSize, offset })
  return { rows, total, page: at, pages: Math.max(1, Math.ceil(total / pageSize)) }
}

function countsByTab(
  counts: Readonly<Partial<Record<TicketStatus, number>>>,
): Record<DeskTab, number> {
  const sum = (tab: DeskTab): number =>
    statusesOf[tab].reduce((total, status) => total + (counts[status] ?? 0), 0)
  return {
    'to-accept': sum('to-accept'),
    working: sum('working'),
    callback: sum('callback'),
    closed: sum('closed'),
    all: sum('all'),
  }
}
