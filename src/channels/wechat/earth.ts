import type { Coordinates } from '#routing/types.ts'

/** The ellipsoid of Krasovsky 1940: semi-major axis in metres, and eccentricity squared. */
const axis = 6_378_245
const eccentricity = 0.006_693_421_622_965_943
/** Each round divides what is left of the error by about a thousand. */
const rounds = 3

const { PI, sin, cos, sqrt, abs } = Math

/**
 * Degrees as Chinese maps (and so WeChat) shift them, GCJ-02 → WGS84, to well under a metre. The shift is
 * some hundred metres to half a kilometre: enough to name the wrong village.
 */
export function unshifted(given: Coordinates): Coordinates {
  let guess = given
  for (let round = 0; round < rounds; round += 1) {
    const { lat, lon } = shifted(guess)
    guess = { lat: guess.lat + given.lat - lat, lon: guess.lon + given.lon - lon }
  }
  return guess
}

/** WGS84 → GCJ-02, by the published approximation of the official shift. */
export function shifted({ lat, lon }: Coordinates): Coordinates {
  const x = lon - 105
  const y = lat - 35
  const radians = (lat / 180) * PI
  const bend = 1 - eccentricity * sin(radians) ** 2
  const north = (axis * (1 - eccentricity)) / (bend * sqrt(bend))
  const east = (axis / sqrt(bend)) * cos(radians)
  return {
    lat: lat + (metresNorth(x, y) * 180) / (north * PI),
    lon: lon + (metresEast(x, y) * 180) / (east * PI),
  }
}

function metresNorth(x: number, y: number): number {
  const even = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
  const long = 160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)
  return even + (2 / 3) * (waves(x) + 20 * sin(y * PI) + 40 * sin((y / 3) * PI) + long)
}

function metresEast(x: number, y: number): number {
  const even = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
  const long = 150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)
  return even + (2 / 3) * (waves(x) + 20 * sin(x * PI) + 40 * sin((x / 3) * PI) + long)
}

function waves(x: number): number {
  return 20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)
}
