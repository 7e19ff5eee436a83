import { understand } from '#intents/understand.ts'
import type { Understanding } from '#intents/types.ts'
import { findPlaces } from '#routing/places/find.ts'
import { route } from '#routing/route.ts'
import type { FoundPlace, MissingFact, Routing } from '#routing/types.ts'
import { circumstancesAt } from './circumstances.ts'
import { opensTicket } from '#intents/opens-ticket.ts'

export type ReadComplaint = {
  readonly understanding: Understanding
  readonly place: FoundPlace
  /** null when it is no complaint this desk takes. */
  readonly routing: Routing | MissingFact | null
}

/** What the rules think of a text, nothing stored: for the operator's screen, the API and the explain tool. `at` is UTC milliseconds. */
export function readComplaint(text: string, at: number): ReadComplaint {
  const understanding = understand(text, circumstancesAt(at))
  const place = findPlaces(text)
  const { category } = understanding.classification
  if (!opensTicket(category)) {
    return { understanding, place, routing: null }
  }
  const { urgency } = understanding
  const routing = route({ category, place, text, urgency, at })
  return { understanding, place, routing }
}
