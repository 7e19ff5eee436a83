import type { Coordinates } from '../types.ts'

const earthKm = 6371

/** Kilometres between two WGS84 points along the great circle. */
export function kilometres(a: Coordinates, b: Coordinates): number {
  const rise = Math.sin(radians(b.lat - a.lat) / 2) ** 2
  const run = Math.sin(radians(b.lon - a.lon) / 2) ** 2
  const share = rise + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * run
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(share)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
