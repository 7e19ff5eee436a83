import { categories } from '#intents/categories/index.ts'
import type { Masks } from '#domain/ticket/personal.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { units } from '#routing/units.ts'

const categoryNames = new Map<string, string>(categories.map(({ id, label }) => [id, label]))
const unitNames = new Map<string, string>(units.map(({ id, label }) => [id, label]))

/**
 * What a ticket is found by, in one text: its numbers, what it is about and where, and all that was written on it. For
 * everybody who may list it: words of a ticket of secrecy are concealed as lists show them (domain/ticket/listed.ts).
 */
function searchedWords(ticket: Ticket, { conceal }: Masks): string {
  const { opened, category, place, written } = ticket
  const words = [place.village, place.spot, place.told, ...written].filter((one) => one !== null)
  const open = [
    opened.number,
    opened.sourceNumber,
    category === null ? null : (categoryNames.get(category) ?? null),
    place.town === null ? null : (unitNames.get(place.town) ?? null),
  ].filter((one) => one !== null)
  return [...open, ...words.map((one) => (opened.secrecy ? conceal(one) : one))].join('\n')
}

/** The same where it is not what it was before; null: nothing changed. */
export function changedWords(before: Ticket | null, after: Ticket, masks: Masks): string | null {
  const now = searchedWords(after, masks)
  return before !== null && searchedWords(before, masks) === now ? null : now
}
