import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Audience } from '#domain/notices/audiences.ts'
import { audiencesOf } from '#domain/notices/notices.ts'
import type { Actor } from '#domain/roles.ts'
import { heldStatuses } from '#domain/ticket/status.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import type { Ctx } from '#app/ctx.ts'
import type { TicketRow } from '#app/ports.ts'
import type { StaffMember } from '#app/notices/notices-port.ts'

/** A unit that nobody may sign in for: how many cases it has now, and those that are due first. */
export type UnmannedUnit = {
  readonly unit: UnitId
  readonly held: number
  readonly first: readonly TicketRow[]
}

const mostShown = 3

/** Units nobody of the staff belongs to: a case sent there is read by nobody. */
export function unmannedUnits(members: readonly StaffMember[]): readonly UnitId[] {
  const manned = new Set(members.map(({ unit }) => unit))
  return units.map(({ id }) => id).filter((id) => !manned.has(id))
}

/**
 * Whom somebody hears for: their own audiences, and for the dispatch desk those of every unit without people, so that
 * no notice goes nowhere.
 */
export function heardBy(
  actor: Pick<Actor, 'id' | 'role' | 'unit'>,
  members: readonly StaffMember[],
): readonly Audience[] {
  const own = audiencesOf(actor)
  if (actor.role !== 'dispatcher') return own
  return [...own, ...unmannedUnits(members).flatMap(audiencesOfUnit)]
}

/** All that is told to a unit, whoever of it is meant. */
export function audiencesOfUnit(unit: UnitId): readonly Audience[] {
  return [`unit:${unit}`, `lead:${unit}`]
}

/** The units without people, those with the most cases first. Refuses 'not-allowed' to all but the desk and the bureau. */
export async function readUnmanned(ctx: Ctx): Promise<readonly UnmannedUnit[] | Refusal> {
  const { role } = ctx.actor
  if (role !== 'dispatcher' && role !== 'inspector' && role !== 'administrator')
    return refuse('not-allowed')
  const [members, held] = await Promise.all([ctx.staff.members(), ctx.readers.heldBy(heldStatuses)])
  const found = unmannedUnits(members).map(async (unit) => {
    const total = held.get(unit) ?? 0
    return { unit, held: total, first: total === 0 ? [] : await firstOf(ctx, unit) }
  })
  return (await Promise.all(found)).toSorted((a, b) => b.held - a.held)
}

async function firstOf(ctx: Ctx, handler: UnitId): Promise<readonly TicketRow[]> {
  const query = {
    handler,
    statuses: heldStatuses,
    sort: 'due',
    limit: mostShown,
    offset: 0,
  } as const
  return (await ctx.readers.list(query)).rows
}
