import type { Coordinates, FoundPlace, Place } from '#routing/types.ts'

/** A place of which nothing is known. */
export const nowhere: Place = {
  town: null,
  village: null,
  spot: null,
  told: null,
  coordinates: null,
}

/** What is stated of a place: what is left out stays as it is; null says that it is not known. */
export type Stated = Partial<Place>

/** A statement, and the places between which it leaves open which is meant. */
export type PlaceTold = {
  readonly stated: Stated
  readonly candidates: FoundPlace['candidates']
}

/** What words or a pin state: what they do not name is not stated. `coordinates`: the pin's. */
export function toldOf(
  { town, village, spot, told, candidates }: Omit<FoundPlace, 'outside' | 'evidence'>,
  coordinates: Coordinates | null = null,
): PlaceTold {
  const stated = {
    ...(town === null ? {} : { town }),
    ...(village === null ? {} : { village }),
    ...(spot === null ? {} : { spot }),
    ...(told === null ? {} : { told }),
    ...(coordinates === null ? {} : { coordinates }),
  }
  return { stated, candidates: town === null && candidates.length > 1 ? candidates : [] }
}

/** The statement when one of its candidates lies in the township known, or is chosen; null: it has to be asked. */
export function settledIn(town: Place['town'], { stated, candidates }: PlaceTold): Stated | null {
  if (candidates.length === 0) return stated
  const [only, ...others] = candidates.filter((one) => one.town === town)
  if (only === undefined || others.length > 0) return null
  return only.village === null ? stated : { ...stated, village: only.village }
}

/**
 * A place after a statement. What it does not name stays, save what cannot hold any more: the village when another
 * township is named, and the spot too when a village of that is.
 */
export function updatedPlace(before: Place, stated: Stated): Place {
  const { town = null, village = null } = stated
  const moved = town !== null && before.town !== null && town !== before.town
  return {
    ...before,
    ...(moved ? { village: null } : {}),
    ...(moved && village !== null ? { spot: null } : {}),
    ...stated,
    told: toldAfter(moved ? null : before.told, stated.told ?? null),
  }
}

const toldAtMost = 400

/** The words of a place told bit by bit: each once, in their order. */
function toldAfter(before: string | null, told: string | null): string | null {
  if (before === null || told?.includes(before)) return told ?? before
  if (told === null || before.includes(told)) return before
  return `${before}，${told}`.slice(0, toldAtMost)
}

/** A place with what is known of it elsewhere besides; null when that is nothing more. */
export function filledIn(place: Place, more: Place): Place | null {
  const filled: Place = {
    town: place.town ?? more.town,
    village: place.village ?? more.village,
    spot: place.spot ?? more.spot,
    told: place.told ?? more.told,
    coordinates: place.coordinates ?? more.coordinates,
  }
  const { town, village, spot, coordinates } = filled
  const same = town === place.town && village === place.village && spot === place.spot
  return same && coordinates === place.coordinates ? null : filled
}
