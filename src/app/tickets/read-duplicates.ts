import { duplicateSettings, rankDuplicates } from '#domain/duplicates.ts'
import type { DuplicateReason, Matter } from '#domain/duplicates.ts'
import { isWorthAsking, mayBeNamed } from '#domain/dialogue/similar.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { liveStatuses } from '#domain/ticket/status.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import type { TicketQuery, TicketRow } from '#app/ports.ts'
import { readTicket } from './read-desk.ts'

/** A ticket that may speak of the same matter: how much (0 to 1), and why. */
export type DuplicateCandidate = {
  readonly row: TicketRow
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
}

const perQuery = 200
const offered = 10

/**
 * Open tickets that may be the same matter as this one, most alike first, ten at most: for whoever may merge
 * it or answer for it. A unit sees among its own tickets only. Refuses: 'not-found'.
 */
export async function findDuplicates(
  ctx: Ctx,
  ticketId: TicketId,
): Promise<readonly DuplicateCandidate[] | Refusal> {
  if (ctx.actor.role === 'citizen') return refuse('not-found')
  const view = await readTicket(ctx, { id: ticketId })
  if (isRefusal(view)) return view
  const found = await findSameMatter(ctx, matterOfTicket(view.ticket))
  return found.filter(({ row }) => row.id !== ticketId).slice(0, offered)
}

/**
 * Open tickets that may be the same matter as a complaint not opened yet: for the operator who is writing it
 * down. Nothing without a township, for then everything might be.
 */
export async function findSameMatter(
  ctx: Ctx,
  matter: Matter,
): Promise<readonly DuplicateCandidate[]> {
  const { town, category, openedAt } = matter
  if (town === null) return []
  const { role, unit } = ctx.actor
  const own = (role === 'officer' || role === 'unit-lead') && unit !== null ? { unit } : {}
  const { windowMs } = duplicateSettings
  const query: TicketQuery = {
    ...own,
    town,
    statuses: liveStatuses,
    opened: { from: openedAt - windowMs, to: openedAt + windowMs },
    sort: 'newest',
    limit: perQuery,
    offset: 0,
  }
  // Its own category first: among all of a busy township the newest may crowd it out.
  const lists = await Promise.all([
    ctx.readers.list(query),
    ...(category === null ? [] : [ctx.readers.list({ ...query, category })]),
  ])
  const rows = new Map(lists.flatMap((list) => list.rows).map((row) => [row.id, row]))
  return rankDuplicates(cut(matter), [...rows.values()], matterOfRow)
}

/**
 * A person's own open tickets that may be the same matter as what they complain of now: it becomes an urge of
 * the first of them, if they agree, not another ticket. `ticketIds`: those their dialogue knows.
 */
export async function findOwnOpen(
  ctx: Ctx,
  ticketIds: readonly TicketId[],
  matter: Matter,
): Promise<readonly DuplicateCandidate[]> {
  if (ticketIds.length === 0) return []
  const { rows } = await ctx.readers.list({
    ids: ticketIds,
    statuses: liveStatuses,
    sort: 'newest',
    limit: perQuery,
    offset: 0,
  })
  return rankDuplicates(cut(matter), rows, matterOfRow)
}

/** Most that are looked at for one that may be named to others. */
const lookedAt = 5

/**
 * The open ticket of somebody else that a citizen is asked about before another is opened; null when there is
 * none that is the same nuisance at the same place and may be named. `own`: the citizen's tickets.
 */
export async function findNamed(
  ctx: Ctx,
  matter: Matter,
  own: readonly TicketId[],
): Promise<Ticket | null> {
  const found = await findSameMatter(ctx, matter)
  const others = found.filter((one) => isWorthAsking(one) && !own.includes(one.row.id))
  for (const { row } of others.slice(0, lookedAt)) {
    const ticket = fold(row.id, await ctx.store.history(row.id))
    if (ticket !== null && mayBeNamed(ticket)) return ticket
  }
  return null
}

/** A ticket as it is compared. */
export function matterOfTicket({ category, place, opened, openedAt }: Ticket): Matter {
  const { town, village, spot } = place
  return { category, town, village, spot, text: opened.text, openedAt }
}

function matterOfRow({ category, town, village, spot, excerpt, openedAt }: TicketRow): Matter {
  return { category, town, village, spot, text: excerpt, openedAt }
}

/** As long as the excerpts it is compared with. */
function cut(matter: Matter): Matter {
  return { ...matter, text: [...matter.text].slice(0, 80).join('') }
}
