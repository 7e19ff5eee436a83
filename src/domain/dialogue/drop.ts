import type { DropClause } from '#intents/drops.ts'
import type { DraftProblem } from './types.ts'

/**
 * The problems that stay when some are dropped: those named or counted as dropped go, and where only what stays is
 * named all others go. null: it is not told which, or nothing or all would stay.
 */
export function afterDropping(
  problems: readonly DraftProblem[],
  clauses: readonly DropClause[],
): readonly DraftProblem[] | null {
  const told = clauses.map((clause) => ({ ...clause, at: meantBy(clause, problems) }))
  const dropped = told.flatMap(({ drops, at }) => (drops && at !== null ? [at] : []))
  const kept = told.flatMap(({ drops, at }) => (!drops && at !== null ? [at] : []))
  const stays = problems.filter((_, at) =>
    kept.length > 0 ? kept.includes(at) : !dropped.includes(at),
  )
  return stays.length === 0 || stays.length === problems.length ? null : stays
}

/** Which of them a clause means: by its place in the list, or as the one its words name likeliest. */
function meantBy({ place, named }: DropClause, problems: readonly DraftProblem[]): number | null {
  if (place !== null) return place < problems.length ? place : null
  const ranks = problems.map(({ category }) =>
    category === null ? Infinity : rankIn(named, category),
  )
  const best = Math.min(...ranks)
  return best === Infinity ? null : ranks.indexOf(best)
}

function rankIn(
  named: DropClause['named'],
  category: NonNullable<DraftProblem['category']>,
): number {
  const at = named.indexOf(category)
  return at === -1 ? Infinity : at
}
