import exifr from 'exifr'
import type { Coordinates } from '#routing/types.ts'

/** Where a photo says it was taken (EXIF, WGS84); null when it does not, or not in a way that can be read. */
export async function photoLocation(bytes: Uint8Array): Promise<Coordinates | null> {
  // What a stranger wrote there may be anything: what cannot be read is no place.
  const found: unknown = await exifr.gps(bytes).catch(() => null)
  if (typeof found !== 'object' || found === null) return null
  const { latitude: lat, longitude: lon } = found as Partial<
    Record<'latitude' | 'longitude', unknown>
  >
  return placeOn(lat, lon)
}

/** Coordinates that are a place on earth; a camera without a fix writes zeros. */
export function placeOn(lat: unknown, lon: unknown): Coordinates | null {
  if (typeof lat !== 'number' || typeof lon !== 'number') return null
  const onEarth = Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  return onEarth && (lat !== 0 || lon !== 0) ? { lat, lon } : null
}
