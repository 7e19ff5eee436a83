import { conferenceOutcomes } from '#domain/conference-outcomes.ts'
import type { ConferenceOutcome } from '#domain/conference-outcomes.ts'
import { dispatchAccuracy } from '#domain/dispatch-accuracy.ts'
import type { DispatchRow } from '#domain/dispatch-accuracy.ts'
import type { Outage } from '#domain/outages.ts'
import { participation } from '#domain/participation.ts'
import type { ParticipationRow } from '#domain/participation.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Opened, StoredEvent, TicketEventType } from '#domain/ticket/events.ts'
import { eachHistory } from './audit.ts'
import type { Ctx } from '#app/ctx.ts'
import type { Ports } from '#app/ports.ts'
import type { Period } from './read-bureau.ts'

export type DispatchView = {
  readonly rows: readonly DispatchRow[]
  readonly conferences: readonly ConferenceOutcome[]
}

type Stored = Pick<Ports, 'archive' | 'readers'> & Partial<Pick<Ctx, 'pause'>>

/** What citizens said and what machines reported count apart. */
export type EvaluationAsked = { readonly period: Period; readonly kind: Opened['kind'] }

/**
 * How first dispatches went per rule and unit, and what conferences decided: for the rules' owner. Refuses:
 * 'not-allowed' for whoever is not of the bureau.
 */
export async function readDispatches(
  ctx: Ctx,
  asked: EvaluationAsked,
): Promise<DispatchView | Refusal> {
  return isOfBureau(ctx) ? recomputeDispatches(ctx, asked) : refuse('not-allowed')
}

/** The same for the house's own tools. */
export async function recomputeDispatches(
  ports: Stored,
  { period, kind }: EvaluationAsked,
): Promise<DispatchView> {
  const courses: (readonly StoredEvent[])[] = []
  const conferences: (readonly StoredEvent[])[] = []
  const types = ['dispatched', 'redispatched'] as const
  for await (const events of eachHistory(ports, { ...period, types })) {
    if (!isOfKind(events, kind)) continue
    courses.push(events.filter(({ type }) => telling.has(type)))
    if (events.some(({ type }) => type === 'conference-called')) conferences.push(events)
  }
  return {
    rows: dispatchAccuracy(courses, period),
    conferences: conferenceOutcomes(conferences, period),
  }
}

/** Enough to tell how a dispatch went; whole histories of all tickets need not fit the memory. */
const telling: ReadonlySet<TicketEventType> = new Set([
  'dispatched',
  'redispatched',
  'returned',
  'return-upheld',
])

/**
 * What each unit did beside its own tickets: whistles, supporting parts, orders to answer, returns. Refuses:
 * 'not-allowed' for whoever is not of the bureau.
 */
export async function readParticipation(
  ctx: Ctx,
  asked: EvaluationAsked,
): Promise<readonly ParticipationRow[] | Refusal> {
  return isOfBureau(ctx) ? recomputeParticipation(ctx, asked) : refuse('not-allowed')
}

/** When the house itself did not work, as far as it touches a period, the newest first. */
export async function readOutages(ctx: Ctx, { from, to }: Period): Promise<readonly Outage[]> {
  const all = await ctx.readers.outages()
  return all.filter((one) => Math.max(one.from, one.to) >= from && one.from < to).toReversed()
}

/** The same for the house's own tools. */
export async function recomputeParticipation(
  ports: Stored,
  { period, kind }: EvaluationAsked,
): Promise<readonly ParticipationRow[]> {
  const histories: (readonly StoredEvent[])[] = []
  for await (const events of eachHistory(ports, { ...period, types: asking })) {
    if (isOfKind(events, kind)) histories.push(events)
  }
  return participation(histories, period, await ports.readers.outages())
}

const asking: readonly TicketEventType[] = [
  'whistle-opened',
  'units-added',
  'part-done',
  'supervised',
  'returned',
  'return-upheld',
]

function isOfKind([first]: readonly StoredEvent[], kind: Opened['kind']): boolean {
  return first?.type === 'opened' && first.data.kind === kind
}

function isOfBureau({ actor }: Ctx): boolean {
  return ['inspector', 'dispatcher', 'administrator'].includes(actor.role)
}
