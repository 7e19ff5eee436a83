import { findPlaces, resolvePin } from '#routing/places/find.ts'
import type { Coordinates, FoundPlace } from '#routing/types.ts'
import { restOfAddress } from './rest-of-address.ts'

/**
 * Where a pin is. Its title and address are read like typed words and outrank the nearest township's seat; what of
 * them names none of our places is the spot, so that nothing is lost. Inside the district when one of both says so.
 */
export function placeOfPin(coordinates: Coordinates, label: string | null): FoundPlace {
  const pinned = resolvePin(coordinates)
  if (label === null || label.trim() === '') return pinned
  const written = findPlaces(label)
  const said = { spot: restOfAddress(label, written), told: label.trim() }
  if (written.town !== null) return { ...written, ...said }
  const candidates = fitting(written.candidates, pinned)
  const [only, ...others] = candidates
  if (only === undefined) return { ...pinned, ...said }
  const settled = others.length === 0
  return settled
    ? { ...written, ...only, candidates: [], ...said }
    : { ...written, candidates, ...said }
}

/** Of the places of one name those where the pin may be; all of them when it is nowhere near. */
function fitting(
  named: FoundPlace['candidates'],
  { town, candidates }: FoundPlace,
): FoundPlace['candidates'] {
  const near = town === null ? candidates.map((one) => one.town) : [town]
  const both = named.filter((one) => near.includes(one.town))
  return both.length > 0 ? both : named
}
