import { findPlaces } from '#routing/places/find.ts'
import type { Place } from '#routing/types.ts'
import { villages } from '#routing/places/villages.ts'
import { restOfAddress } from './rest-of-address.ts'

type ByHand = Pick<Place, 'town' | 'village' | 'spot'>

/**
 * A place as staff typed it. A village or community is one on record: it is public and stays when its ticket is
 * erased. Whatever else stands in its field (a house, a name) belongs to the spot, with the words that are there.
 */
export function placeByHand<P extends ByHand>(place: P): P {
  const { town, village: typed, spot } = place
  if (typed === null || isOnRecord(typed, town)) return place
  const found = findPlaces(typed, town)
  const rest = found.village === null ? typed : restOfAddress(typed, found)
  const words = [rest, spot].filter((part) => part !== null)
  return { ...place, village: found.village, spot: words.length === 0 ? null : words.join(' ') }
}

function isOnRecord(village: string, town: Place['town']): boolean {
  return villages.some((one) => one.name === village && (town === null || one.town === town))
}
