import { route } from '#routing/route.ts'
import type { MissingFact, Routing } from '#routing/types.ts'
import { rulesVersion } from '#routing/version.ts'
import { chosenByHand } from './dispatch-ticket.ts'

/**
 * What comes of asking a stored routing's question again. `same`: by the same rules, the same bytes; `other-rules`:
 * the rules have changed since, `now` is what they would say today; `differs`: a fault, for the same rules must give the same.
 */
export type Replayed = {
  readonly verdict: 'same' | 'other-rules' | 'differs'
  readonly now: Routing | MissingFact
  /** The same unit by the same clause. */
  readonly agrees: boolean
}

const noon = 'T12:00:00+08:00'

/** Asks the rules once more what a stored routing was asked. `text`: the ticket's words, as it keeps them. */
export function replayRouting(stored: Routing, text: string): Replayed {
  const { category, town, spot, day } = stored.asked
  const again = route({
    category,
    place: { town, spot },
    text,
    urgency: stored.deadlineClass,
    at: Date.parse(day + noon),
  })
  const byHand = stored.rule.startsWith('desk/') && 'handler' in again
  const now = byHand ? chosenByHand(again, stored.handler) : again
  const same = JSON.stringify(now) === JSON.stringify(stored)
  const verdict = stored.rulesVersion !== rulesVersion ? 'other-rules' : same ? 'same' : 'differs'
  return { verdict, now, agrees: agree(stored, now) }
}

function agree(stored: Routing, now: Routing | MissingFact): boolean {
  if ('missing' in now) return false
  const clauses = [stored.clause, now.clause].map((clause) => JSON.stringify(clause))
  return now.handler === stored.handler && clauses[0] === clauses[1]
}
