import { findPlaces, resolvePin } from '#routing/places/find.ts'
import type { Coordinates, FoundPlace, Place } from '#routing/types.ts'
import { restOfAddress } from './rest-of-address.ts'

export type ReportedPlace = {
  /** The township where a form or a sheet asks for it by itself: it outranks names in the address. */
  readonly area?: string | null
  readonly address: string | null
  readonly coordinates: Coordinates | null
  /** The report's words: asked when neither address nor pin tells the township. */
  readonly text: string
}

/** Name of a place that is not in the district. */
export type Outside = { readonly outside: string }

/**
 * Where a report is: the township named by itself before the address, the address before the pin, the pin before the
 * words. Several townships that fit leave it open (town null: the desk decides); an address or a pin that lies
 * elsewhere is outside. The address is kept as it was written, and what of it names no place of ours is the spot.
 */
export function placeOfReport(reported: ReportedPlace): Place | Outside {
  const { coordinates, text } = reported
  const area = named(reported.area)
  const address = named(reported.address)
  const written = writtenPlace(area, address)
  const pinned = coordinates === null ? null : resolvePin(coordinates)
  const said = findPlaces(text)
  const given = [written, pinned].filter((found) => found !== null)
  const elsewhere = given.find((found) => found.outside !== null)
  if (elsewhere !== undefined && given[0] === elsewhere && !inside(given)) {
    return { outside: elsewhere.outside ?? '' }
  }
  const found = [...given, said].find((one) => one.town !== null)
  const { town = null, village = null } = found ?? {}
  const { spot, told } = written ?? said
  return { town, village, spot, told, coordinates }
}

/** What a township's field and an address tell together; null without both. */
function writtenPlace(area: string | null, address: string | null): FoundPlace | null {
  if (area === null && address === null) return null
  const told = [area, address].filter((part) => part !== null).join(' ')
  const { town } = area === null ? { town: null } : findPlaces(area)
  if (town === null || address === null) return wholePlace(told, findPlaces(told))
  const found = findPlaces(address, town)
  return { ...wholePlace(address, found), town, candidates: [], outside: null, told }
}

function wholePlace(address: string, found: FoundPlace): FoundPlace {
  return { ...found, spot: restOfAddress(address, found), told: address }
}

function named(field: string | null | undefined): string | null {
  const text = field?.trim() ?? ''
  return text === '' ? null : text
}

function inside(found: readonly FoundPlace[]): boolean {
  return found.some((one) => one.town !== null || one.candidates.length > 0)
}
