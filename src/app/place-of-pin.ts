import { districtNames } from '#routing/places/aliases.ts'
import { findPlaces, resolvePin } from '#routing/places/find.ts'
import type { Coordinates, FoundPlace } from '#routing/types.ts'

/**
 * Where a pin is. Its title and address are read like typed words and outrank the nearest township's seat; what of
 * them names none of our places is the spot, so that nothing is lost. Inside the district when one of both says so.
 */
export function placeOfPin(coordinates: Coordinates, label: string | null): FoundPlace {
  const pinned = resolvePin(coordinates)
  if (label === null || label.trim() === '') return pinned
  const written = findPlaces(label)
  const spot = restOf(label, written)
  if (written.town !== null) return { ...written, spot }
  const candidates = fitting(written.candidates, pinned)
  const [only, ...others] = candidates
  if (only === undefined) return { ...pinned, spot }
  const settled = others.length === 0
  return settled ? { ...written, ...only, candidates: [], spot } : { ...written, candidates, spot }
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

/** The label without the names of townships and villages found in it; null when nothing is left of it. */
function restOf(label: string, { town, candidates, evidence }: FoundPlace): string | null {
  if (town === null && candidates.length === 0) return label.trim()
  const rest = evidence
    .filter(({ rule }) => rule === 'town' || rule === 'village')
    .toSorted((a, b) => b.span[0] - a.span[0])
    .reduce(
      (text, { span: [from, to] }) => withoutDistrict(text.slice(0, from)) + text.slice(to),
      label,
    )
    .trim()
  return rest === '' ? null : rest
}

/** The district's name that leads to a place's is the place's. */
function withoutDistrict(before: string): string {
  const name = districtNames.find((one) => before.endsWith(one))
  return name === undefined ? before : before.slice(0, -name.length)
}
