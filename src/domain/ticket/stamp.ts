import type { DecisionContext } from './declare.ts'
import type { EventActor, Fact, TicketEvent } from './events.ts'

/** A fact with its time and author. A citizen's name never enters history. */
export function stamped(fact: Fact, by: Pick<DecisionContext, 'actor' | 'now'>): TicketEvent {
  const { id, role, unit, name } = by.actor
  const author: EventActor = { id, role, unit, name: role === 'citizen' ? null : name }
  // Safe because a fact pairs its type with that type's data.
  return { ...fact, at: by.now, by: author } as TicketEvent
}
