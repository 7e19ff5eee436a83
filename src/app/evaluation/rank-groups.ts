import { towns } from '#routing/places/towns.ts'

export const rankGroups = ['streets', 'townships', 'bureaus'] as const
/** Units that can be compared: streets with the park, rural townships, bureaus with companies. */
export type RankGroup = (typeof rankGroups)[number]

const ofTown = new Map<string, RankGroup>(
  towns.map(({ id, kind }) => [id, kind === 'rural' ? 'townships' : 'streets']),
)

/** Among whom a unit is ranked. */
export function comparable(unit: string): RankGroup {
  return ofTown.get(unit) ?? 'bureaus'
}
