import { categories } from '#intents/categories/index.ts'
import type { Masks } from '#domain/ticket/personal.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { units } from '#routing/units.ts'

const categoryNames = new Map<string, string>(categories.map(({ id, label }) => [id, label]))
const unitNames = new Map<string, string>(units.map(({ id, label }) => [id, label]))

/** What a ticket is found by: what anybody may know of it, and what somebody wrote, each as one text. */
export type SearchedWords = { readonly open: string; readonly words: string }

/**
 * `open`: its numbers, what it is about and where; `words`: all that was written on it, for everybody who may list it.
 * Those of a ticket of secrecy are concealed as lists show them (domain/ticket/listed.ts).
 */
function searchedWords(ticket: Ticket, { conceal }: Masks): SearchedWords {
  const { opened, category, place, written } = ticket
  const open = [
    opened.number,
    opened.sourceNumber,
    category === null ? null : (categoryNames.get(category) ?? null),
    place.town === null ? null : (unitNames.get(place.town) ?? null),
    place.village,
  ].filter((one) => one !== null)
  const words = [place.spot, place.told, ...written].filter((one) => one !== null)
  const seen = words.map((one) => (opened.secrecy ? conceal(one) : one))
  return { open: open.join('\n'), words: seen.join('\n') }
}

/** The same where it is not what it was before; null: nothing changed. */
export function changedWords(
  before: Ticket | null,
  after: Ticket,
  masks: Masks,
): SearchedWords | null {
  const now = searchedWords(after, masks)
  const then = before === null ? null : searchedWords(before, masks)
  return then?.open === now.open && then.words === now.words ? null : now
}
