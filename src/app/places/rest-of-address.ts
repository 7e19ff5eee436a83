import { districtNames } from '#routing/places/aliases.ts'
import { goesOnAsRoad } from '#routing/places/spot.ts'
import type { FoundPlace } from '#routing/types.ts'

type Span = FoundPlace['evidence'][number]['span']

const joints = '[\\s,，、\\-·:：的]*'
const district = [...districtNames].sort((a, b) => b.length - a.length).join('|')
const betweenNames = new RegExp(`^${joints}(?:${district})?${joints}$`, 'i')
const onlyJoints = new RegExp(`^${joints}$`)
const districtBefore = new RegExp(`(?:${district})?${joints}$`, 'i')

/**
 * An address without the names of district, townships and villages that it begins or ends with; the whole of one in
 * which no place of ours was found, null when nothing is left.
 */
export function restOfAddress(address: string, found: FoundPlace): string | null {
  const { town, candidates, spot, evidence } = found
  if (town === null && candidates.length === 0) return address.trim()
  const names = evidence
    .filter(({ rule }) => rule === 'town' || rule === 'village')
    .map(({ span }) => span)
  const start = behindNames(address, names)
  const end = beforeNames(address, names, start)
  const rest = address.slice(start, end).trim()
  if (rest === '') return null
  return spot?.endsWith(rest) ? spot : rest
}

/** Where the names it begins with end; one that is part of a road's name is not of them. */
function behindNames(address: string, names: readonly Span[]): number {
  let at = 0
  for (const [from, to] of names) {
    if (!betweenNames.test(address.slice(at, from)) || goesOnAsRoad(address, to)) break
    at = to
  }
  return at === 0 ? 0 : at + (new RegExp(`^${joints}`).exec(address.slice(at))?.[0].length ?? 0)
}

function beforeNames(address: string, names: readonly Span[], start: number): number {
  let at = address.length
  for (const [from, to] of names.toReversed()) {
    if (from < start || !onlyJoints.test(address.slice(to, at))) break
    at = from - (districtBefore.exec(address.slice(start, from))?.[0].length ?? 0)
  }
  return at
}
