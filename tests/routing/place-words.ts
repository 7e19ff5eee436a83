import { towns } from '#routing/places/towns.ts'
import type { FoundPlace, VillageData } from '#routing/types.ts'

/** Townships by id: 110118002 → 果园街道. */
export const labelOf = new Map<string, string>(towns.map((town) => [town.id, town.label]))

const nothing: FoundPlace = {
  town: null,
  village: null,
  spot: null,
  told: null,
  candidates: [],
  outside: null,
  evidence: [],
}

/** 溪翁庄镇 走马庄, or what else the finder said, in words. */
export function inWords({ town, village, candidates, outside }: FoundPlace): string {
  if (outside !== null) return `outside ${outside}`
  if (candidates.length > 0) {
    return candidates.map((one) => inWords({ ...nothing, ...one })).join(' or ')
  }
  return [town === null ? '-' : labelOf.get(town), village].filter((one) => one !== null).join(' ')
}

/** What a village's name bears: 村 or 社区, unless it has it. */
export function suffixOf({ kind, name }: Pick<VillageData, 'kind' | 'name'>): string {
  if (name.endsWith('社区')) return ''
  return kind === 'village' ? '村' : '社区'
}
