import { findPlaces, resolvePin } from '#routing/places/find.ts'
import type { Coordinates, FoundPlace, Place } from '#routing/types.ts'

export type ReportedPlace = {
  readonly address: string | null
  readonly coordinates: Coordinates | null
  /** The report's words: asked when neither address nor pin tells the township. */
  readonly text: string
}

/** Name of a place that is not in the district. */
export type Outside = { readonly outside: string }

/**
 * Where a report is: the address before the pin, the pin before the words. Several townships that fit leave
 * it open (town null: the desk decides); an address or a pin that lies elsewhere is outside.
 */
export function placeOfReport({ address, coordinates, text }: ReportedPlace): Place | Outside {
  const written = address === null ? null : findPlaces(address)
  const pinned = coordinates === null ? null : resolvePin(coordinates)
  const said = findPlaces(text)
  const given = [written, pinned].filter((found) => found !== null)
  const elsewhere = given.find((found) => found.outside !== null)
  if (elsewhere !== undefined && given[0] === elsewhere && !inside(given)) {
    return { outside: elsewhere.outside ?? '' }
  }
  const found = [...given, said].find((one) => one.town !== null)
  const { town = null, village = null } = found ?? {}
  return { town, village, spot: spotOf(address, written, said), coordinates }
}

function inside(found: readonly FoundPlace[]): boolean {
  return found.some((one) => one.town !== null || one.candidates.length > 0)
}

/** The rest of an address; the whole of one in which no place was found. */
function spotOf(
  address: string | null,
  written: FoundPlace | null,
  said: FoundPlace,
): string | null {
  if (address === null || written === null) return said.spot
  return written.town === null && written.spot === null ? address : written.spot
}
