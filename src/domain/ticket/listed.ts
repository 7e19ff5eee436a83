import type { Masks } from './personal.ts'
import type { Ticket } from './ticket.ts'

/** The words by which a ticket is known in lists. */
export type ListedWords = {
  readonly text: string
  readonly spot: string | null
  readonly told: string | null
}

/**
 * What lists show, search and compare of a ticket's words. Lists are for everybody who takes part: those of a ticket
 * that became one of secrecy only later are concealed there as if it had been from the first word.
 */
export function listedWords({ opened, place }: Ticket, { conceal }: Masks): ListedWords {
  const write = (text: string): string => (opened.secrecy ? conceal(text) : text)
  return {
    text: write(opened.text),
    spot: place.spot === null ? null : write(place.spot),
    told: place.told === null ? null : write(place.told),
  }
}
