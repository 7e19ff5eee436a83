import type { ComplaintCategoryId } from './categories/index.ts'
import { families } from './dialogue/clarify.ts'
import type { Classification, Clarification, RankedCategory } from './types.ts'
import { opensTicket } from './opens-ticket.ts'

const choicesAtMost = 3
/** Below this a ranked category is no rival worth naming. */
const rival = 0.08

/**
 * What to ask when it is unsure what normalised text is about: the source, when its words name a kind of
 * nuisance; else which of the likeliest categories. null when it is sure.
 */
export function clarificationOf(
  normal: string,
  { abstain, ranked, evidence }: Classification,
): Clarification | null {
  if (!abstain) return null
  const rivals = ranked.filter(isRival)
  const family = families.find(({ words }) => words.some((word) => normal.includes(word)))
  if (family !== undefined && !decidedBetweenTwo(rivals)) {
    return { family: family.family, choices: family.choices }
  }
  // Nothing was recognised: choices would be made up.
  if (evidence.length === 0) return { family: null, choices: [] }
  const named = rivals.length > 0 ? rivals : ranked.filter(({ category }) => opensTicket(category))
  return {
    family: null,
    choices: named.slice(0, choicesAtMost).map(({ category }) => ({
      id: category,
      // Safe because only categories that open tickets are kept.
      categories: [category as ComplaintCategoryId],
    })),
  }
}

function isRival({ category, score }: RankedCategory): boolean {
  return opensTicket(category) && score >= rival
}

/** A second below this does not stand out beside the first. */
const standsOut = 0.2

/** Two stand out: asking between them is shorter than asking for the source. */
function decidedBetweenTwo(rivals: readonly RankedCategory[]): boolean {
  const [first, second] = rivals
  if (first === undefined || second === undefined || second.score < standsOut) return false
  return first.score + second.score >= 0.85
}
