import type { Place } from '../types.ts'
import { towns } from './towns.ts'
import { words } from './words.ts'

/** A place as it is written down: names recognised, the rest of the address, and the words it was told in. */
export type PlaceWords = Pick<Place, 'town' | 'village' | 'spot'> & Partial<Pick<Place, 'told'>>

const plain = new RegExp(words.plainInAddress, 'g')

/** Township, village and spot in one line; empty when nothing is known. */
export function recognisedIn({ town, village, spot }: PlaceWords): string {
  const label = towns.find(({ id }) => id === town)?.label ?? null
  return [label, village, spot].filter((part) => part !== null && part !== '').join(' ')
}

/** The words a place was told in, when they say more than what was recognised in them; null otherwise. */
export function toldBeyond(place: PlaceWords): string | null {
  const { told = null, town, village, spot } = place
  if (told === null) return null
  const { label, aliases } = towns.find(({ id }) => id === town) ?? { label: '', aliases: [] }
  const known = [spot ?? '', label, ...aliases, village ?? ''].filter((part) => part !== '')
  const rest = known
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, part) => text.replaceAll(part, ' '), told)
    .replace(plain, '')
  return rest === '' ? null : told
}
