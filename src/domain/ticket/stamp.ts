import type { DecisionContext } from './commands.ts'
import type { EventActor, TicketEvent, TicketEventData } from './events.ts'

/** What a decision leads to, before time and author are put on it. */
export type Fact = {
  [T in keyof TicketEventData]: { readonly type: T; readonly data: TicketEventData[T] }
}[keyof TicketEventData]

/** A fact with its time and author. A citizen's name never enters history. */
export function stamped(fact: Fact, by: Pick<DecisionContext, 'actor' | 'now'>): TicketEvent {
  const { id, role, unit, name } = by.actor
  const author: EventActor = { id, role, unit, name: role === 'citizen' ? null : name }
  // Safe because a fact pairs its type with that type's data.
  return { ...fact, at: by.now, by: author } as TicketEvent
}
