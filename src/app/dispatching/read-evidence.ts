import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { understandingVersion } from '#intents/classify.ts'
import { asRead } from '#intents/readable.ts'
import type { Classification, Evidence } from '#intents/types.ts'
import { urgencyOf } from '#intents/urgency.ts'
import { findPlaces } from '#routing/places/find.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'

/** The words of a complaint that counted, by what they counted for. Spans are UTF-16 offsets in the ticket's text. */
export type TicketEvidence = {
  readonly category: readonly Evidence[]
  readonly place: readonly Evidence[]
  /** Facts that refined who answers. */
  readonly fact: readonly Evidence[]
  readonly urgency: readonly Evidence[]
}

/**
 * Category and facts as they were stored with the decision; place and urgency as the words tell them today. Words
 * for another category than the ticket's are left out, unless it has none of its own.
 */
export function readEvidence(ticket: Ticket): TicketEvidence {
  const { text, classification } = ticket.opened
  const all = classification?.evidence ?? []
  const own = [ticket.category, classification?.category ?? null]
    .map((id) => all.filter(({ rule }) => id !== null && rule.startsWith(`${id}/`)))
    .find((list) => list.length > 0)
  return {
    category: own ?? all,
    place: findPlaces(text).evidence,
    fact: ticket.dispatch?.routing.evidence ?? [],
    urgency: ticket.category === null ? [] : urgencyEvidence(text, ticket.category),
  }
}

function urgencyEvidence(text: string, category: ComplaintCategoryId): Evidence[] {
  const { normal, spanIn } = asRead(text)
  const { reasons } = urgencyOf(normal, category)
  return reasons.map(({ rule, span }) => ({ rule, span: spanIn(span) }))
}

/** Whether a category was found by other rules or weights than those in use. */
export function isByOlderRules({ version }: Classification): boolean {
  return version !== understandingVersion
}
