import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Clause, TownId } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { StoredEvent } from './ticket/events.ts'
import { fold } from './ticket/evolve.ts'

/** What a conference decided, as a proposal to whoever owns the rules (rulebook, Return). */
export type ConferenceOutcome = {
  readonly number: string
  readonly at: number
  readonly category: ComplaintCategoryId | null
  readonly town: TownId | null
  /** The rule the first dispatch went by. */
  readonly rule: string
  /** Who had it before. */
  readonly from: UnitId | null
  readonly units: readonly UnitId[]
  readonly handler: UnitId
  readonly clause: Clause
  readonly note: string | null
}

/** Decisions of conferences in [from, to), UTC milliseconds, from histories alone, the newest first. */
export function conferenceOutcomes(
  histories: Iterable<readonly StoredEvent[]>,
  { from, to }: { readonly from: number; readonly to: number },
): readonly ConferenceOutcome[] {
  const found: ConferenceOutcome[] = []
  for (const events of histories) {
    for (const event of events) {
      if (event.at < from || event.at >= to) continue
      const outcome = outcomeOf(event, events)
      if (outcome !== null) found.push(outcome)
    }
  }
  return found.sort((a, b) => b.at - a.at)
}

function outcomeOf(event: StoredEvent, events: readonly StoredEvent[]): ConferenceOutcome | null {
  if (event.type !== 'redispatched' || event.data.decidedBy !== 'conference') return null
  const before = fold(
    event.ticketId,
    events.filter(({ seq }) => seq < event.seq),
  )
  const first = events.find(({ type }) => type === 'dispatched')
  if (before === null || first?.type !== 'dispatched') return null
  const { handler, routing, note, from } = event.data
  return {
    number: before.opened.number,
    at: event.at,
    category: before.category,
    town: before.place.town,
    rule: first.data.routing.rule,
    from,
    units: before.conferenceUnits,
    handler,
    clause: routing.clause,
    note,
  }
}
