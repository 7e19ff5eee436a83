import type { UnitGroupId } from './plan/groups.ts'
import { unitGroups } from './plan/groups.ts'
import type { UnitRef } from './plan/types.ts'
import { towns } from './places/towns.ts'
import type { TownData, TownId, UnitGroupData } from './types.ts'
import type { UnitId } from './units.ts'

const townById = new Map<string, TownData>(towns.map((town) => [town.id, town]))
const groups = new Map<string, UnitGroupData>(unitGroups.map((one) => [one.id, one]))

/** What a township is: a street, a rural one, the park. null when unknown. */
export function kindOf(town: TownId | null): TownData['kind'] | null {
  return town === null ? null : (townById.get(town)?.kind ?? null)
}

/** The units a cell of the plan names, for this place: groups of townships become its own, unnamed circles nobody, other townships nothing. */
export function unitsOf(refs: readonly UnitRef[], town: TownId | null): readonly UnitId[] {
  return [...new Set(refs.flatMap((ref) => meant(ref, town) ?? []))]
}

/** The townships, streets and the park a group of the plan is made of, wherever the complaint is. */
export function membersOf(group: UnitGroupId): readonly TownId[] {
  return towns.map(({ id }) => id).filter((town) => isMember(group, town))
}

function meant(ref: UnitRef, town: TownId | null): UnitId | null {
  if (isGroup(ref)) return isMember(ref, town) ? town : null
  return townById.has(ref) && ref !== town ? null : ref
}

function isMember(group: UnitGroupId, town: TownId | null): boolean {
  const kind = kindOf(town)
  switch (groups.get(group)?.members) {
    case 'all-towns':
    case 'of-the-place':
      return kind !== null
    case 'rural-towns':
      return kind === 'rural'
    default:
      return false
  }
}

function isGroup(ref: UnitRef): ref is UnitGroupId {
  return groups.has(ref)
}
