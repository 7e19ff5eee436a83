import { categories } from './categories/index.ts'
import type { CategoryId } from './categories/index.ts'
import { observe } from './features.ts'
import type { RuleFindings } from './rules.ts'
import { probabilities, scoresOf } from './model.ts'
import type { Model } from './model.ts'
import { understandingSettings } from './settings.ts'
import type { Classification, Evidence, RankedCategory } from './types.ts'

export const categoryIds: readonly CategoryId[] = categories.map(({ id }) => id)

const rankedAtMost = 5

export type Classified = {
  readonly classification: Classification
  readonly findings: RuleFindings
}

/**
 * What a normalised text complains of, by a given model. Rules and weights make one score: the rules'
 * findings are features of the model. `abstain` when the first is unsure or too close to the second.
 */
export function classifyWith(chosen: Model, text: string): Classified {
  const { vector, findings } = observe(text, chosen.vocabulary)
  const chances = probabilities(scoresOf(chosen, vector), chosen.temperature)
  const top = highest(chances)
  const ranked = top.map((k) => ({ category: categoryIds[k]!, score: round(chances[k]!) }))
  const [first] = ranked
  if (first === undefined) throw new Error('a model without classes')
  return {
    findings,
    classification: {
      category: first.category,
      confidence: first.score,
      ranked,
      evidence: evidenceFor(top, findings),
      version: chosen.version,
      abstain: whyUnsure(ranked) !== null,
    },
  }
}

/** The places of the highest chances, best first; of equals the earlier. */
function highest(chances: Float64Array): number[] {
  const top: number[] = []
  for (let k = 0; k < chances.length; k += 1) {
    let at = top.length
    while (at > 0 && chances[top[at - 1]!]! < chances[k]!) at -= 1
    if (at >= rankedAtMost) continue
    top.splice(at, 0, k)
    if (top.length > rankedAtMost) top.pop()
  }
  return top
}

/** Why it would rather ask: too unlikely altogether, or a rival too close. */
export type Doubt = 'unlikely' | 'close-rival'

/** What keeps it from acting on the first of a ranking; null when nothing does. Limits: settings.ts. */
export function whyUnsure([first, second]: readonly RankedCategory[]): Doubt | null {
  const { confidence, margin } = understandingSettings
  if (first === undefined || first.score < confidence) return 'unlikely'
  return first.score - (second?.score ?? 0) < margin ? 'close-rival' : null
}

/** The same reading when some categories are denied by the words themselves: 不是烧烤摊. */
export function withoutDenied(
  classification: Classification,
  denied: readonly CategoryId[],
): Classification {
  if (!denied.includes(classification.category)) return classification
  const left = classification.ranked.filter(({ category }) => !denied.includes(category))
  const sum = left.reduce((total, { score }) => total + score, 0) || 1
  const ranked = left.map(({ category, score }) => ({ category, score: round(score / sum) }))
  const [first] = ranked
  if (first === undefined) return classification
  const abstain = whyUnsure(ranked) !== null
  return { ...classification, category: first.category, confidence: first.score, ranked, abstain }
}

/** Four digits: the same on every machine. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/** The findings for the first category, then for its two rivals. */
function evidenceFor(
  [first, second, third]: readonly number[],
  { found }: RuleFindings,
): Evidence[] {
  const own: Evidence[] = []
  const secondOwn: Evidence[] = []
  const thirdOwn: Evidence[] = []
  for (const { category, rule, span } of found) {
    if (category === first) own.push({ rule, span })
    else if (category === second) secondOwn.push({ rule, span })
    else if (category === third) thirdOwn.push({ rule, span })
  }
  return [...own, ...secondOwn, ...thirdOwn]
}
