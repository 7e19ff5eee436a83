import { duplicateSettings, likeness } from '../duplicates.ts'
import type { TicketStatus } from '../ticket/status.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { ConverseTools, Draft, OwnTicket } from './types.ts'

/** A complaint made again by the same person: one ticket, and the voice counts as urging it. */

/** Asked for an answer, or done and waiting for the call-back: what is said then belongs to that. */
const talkedOf: ReadonlySet<TicketStatus> = new Set([
  'awaiting-citizen',
  'resolved',
  'closed',
  'withdrawn',
  'merged',
  'referred',
])

/**
 * The citizen's own ticket that a draft speaks of again: still being worked on, of the same category, and alike
 * enough to ask (domain/duplicates). However long ago it was opened; a place not named is taken to be the
 * same. null when there is none.
 */
export function repeatedIn(
  draft: Draft,
  own: readonly OwnTicket[],
  tools: ConverseTools,
): OwnTicket | null {
  const text = tools.mask(draft.texts.join('，'))
  const found = own.flatMap((one) => {
    const { category, place, opened, openedAt, status } = one.ticket
    const named = draft.problems.some((problem) => isOf(problem, category))
    const told = draft.secrecy && !opened.secrecy
    if (category === null || !named || told || talkedOf.has(status)) return []
    const matter = { category, ...place, text: opened.text, openedAt }
    const { score } = likeness({ ...matter, ...namedPlace(draft), text }, matter)
    return score >= duplicateSettings.offerFrom ? [{ one, score }] : []
  })
  return found.reduce((a, b) => (b.score > a.score ? b : a), found[0] ?? noneFound).one
}

/** Of a category, and where the draft is: what was left behind at another place was asked about then. */
export function isOf(
  { category, place }: Draft['problems'][number],
  wanted: Ticket['category'],
): boolean {
  return category === wanted && place === undefined
}

function namedPlace({ place }: Draft): Partial<Draft['place']> {
  const { town, village, spot } = place
  return town === null && spot === null ? {} : town === null ? { spot } : { town, village, spot }
}

const noneFound = { one: null, score: 0 }
