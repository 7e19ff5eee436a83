import type { Role } from '#domain/roles.ts'
import { maySee } from '#domain/roles.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { allowedCommands } from '#domain/ticket/allowed.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { UnitId } from '#routing/units.ts'
import { asSeen } from '#app/tickets/as-seen.ts'
import type { Ctx } from '#app/ctx.ts'
import * as alarms from './inbox-alarms.ts'
import * as from from './inbox-sources.ts'
import type { InboxFacts, InboxKind, InboxSource, Reader, Seen } from './inbox-sources.ts'
import type { TicketView } from '#app/tickets/read-desk.ts'

/** Most pieces of one kind that are listed at a time. */
export const inboxMost = 50

export type InboxItem = TicketView & InboxFacts & { readonly kind: InboxKind }

export type InboxGroup = {
  readonly kind: InboxKind
  /** What has waited longest comes first. */
  readonly items: readonly InboxItem[]
  /** True: there is more than is listed. */
  readonly more: boolean
}

const ofUnits: readonly InboxSource[] = [
  from.assigned,
  from.supervisions('handler'),
  from.whistled,
  from.whistlesLate('unit'),
  from.parts,
  from.partsLate('handler'),
  from.conferences,
  from.reopened,
  alarms.warnings,
]

const sources: Readonly<Partial<Record<Role, readonly InboxSource[]>>> = {
  officer: ofUnits,
  'unit-lead': [alarms.escalatedTo('unit-lead', 'handler'), from.leftBehind, ...ofUnits],
  dispatcher: [alarms.undispatched, from.extensions, from.suspensions],
  inspector: [
    alarms.escalatedTo('inspector'),
    from.extensions,
    from.suspensions,
    from.exclusions,
    from.supervisions(),
    from.whistlesLate(),
    from.partsLate(),
  ],
}

/**
 * What waits for a person: warnings, escalations, approvals, orders to answer, whistles – of their unit, or of
 * the district for the desk and the bureau. Groups without work are left out. Refuses 'not-allowed' for whoever
 * has no inbox (the operator has the queue of call-backs).
 */
export async function readInbox(ctx: Ctx): Promise<readonly InboxGroup[] | Refusal> {
  const own = sources[ctx.actor.role]
  if (own === undefined) return refuse('not-allowed')
  const staff = new Set((await ctx.staff.members()).map(({ id }) => id))
  const views = new Map<TicketId, Seen | null>()
  const groups: InboxGroup[] = []
  for (const source of own) {
    const group = await groupOf(ctx, source, { actor: ctx.actor, staff, views })
    if (group.items.length > 0) groups.push(group)
  }
  return groups
}

/** What every source of one reading shares: who reads, and the tickets seen so far. */
type Around = Reader & {
  readonly views: Map<TicketId, Seen | null>
}

async function groupOf(ctx: Ctx, source: InboxSource, around: Around): Promise<InboxGroup> {
  const scope = scopeOf(source, ctx.actor.unit)
  const limit = inboxMost + 1
  const found = await Promise.all(
    source.queries.map(({ asked, ...query }) =>
      ctx.readers.waiting({
        ...query,
        ...scope,
        asked: { ...asked, ...source.narrow?.(around) },
        limit,
      }),
    ),
  )
  const items: InboxItem[] = []
  for (const id of new Set(found.flat())) {
    const item = itemOf(ctx, source, await viewOf(ctx, id, around))
    if (item !== null) items.push(item)
  }
  items.sort((a, b) => a.since - b.since)
  return {
    kind: source.kind,
    items: items.slice(0, inboxMost),
    more: items.length > inboxMost,
  }
}

function scopeOf({ scope }: InboxSource, unit: UnitId | null): { handler?: UnitId; unit?: UnitId } {
  if (scope === undefined || unit === null) return {}
  return scope === 'handler' ? { handler: unit } : { unit }
}

async function viewOf(
  ctx: Ctx,
  id: TicketId,
  { actor, staff, views }: Around,
): Promise<Seen | null> {
  const known = views.get(id)
  if (known !== undefined) return known
  const events = await ctx.store.history(id)
  const ticket = fold(id, events)
  const seen =
    ticket === null || !maySee(actor, ticket)
      ? null
      : { ...asSeen(actor, { ticket, events }), actor, now: ctx.now(), staff }
  views.set(id, seen)
  return seen
}

function itemOf(ctx: Ctx, source: InboxSource, seen: Seen | null): InboxItem | null {
  if (seen === null) return null
  const facts = source.waits(seen)
  if (facts === null) return null
  const { ticket, events } = seen
  const allowed = allowedCommands(ticket, ctx.actor)
  return { ...facts, kind: source.kind, ticket, events, allowed }
}
