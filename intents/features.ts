import { applyRules, nothingFound } from './rules.ts'
import type { RuleFindings, RuleScore } from './rules.ts'
import { countGrams } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the model looks at: numbered features with their values. */
export type FeatureVector = { readonly ids: number[]; readonly values: number[] }

/**
 * Features each category's rules give, in this order, and the weight for their own category that training
 * starts from: rules speak for their category also where examples are few.
 */
const startingWeights = [2, 1, 0.5, 0.5, 0.5, -2] as const
const perCategory = startingWeights.length
/** What stands in the title counts in all of the text too. */
const titleShare = 0.5
/** Rule features of the whole text and of its title come first; n-grams follow. */
export function ruleFeatureCount(categoryCount: number): number {
  return categoryCount * perCategory * 2
}

/** Weights of the rule features, feature × category, before training. */
export function startingRuleWeights(categoryCount: number): Float32Array {
  const weights = new Float32Array(ruleFeatureCount(categoryCount) * categoryCount)
  for (let category = 0; category < categoryCount; category += 1) {
    startingWeights.forEach((weight, kind) => {
      const whole = category * perCategory + kind
      const title = whole + categoryCount * perCategory
      weights[whole * categoryCount + category] = weight
      weights[title * categoryCount + category] = weight * titleShare
    })
  }
  return weights
}

const titleEnds = /[。！？\n]/
const longestTitle = 60
const gramScale = 3
const titleBoost = 2
const mostCounted = 63
/** log(1 + n) by whole n. */
const logarithms = Float64Array.from({ length: mostCounted + 1 }, (_, n) => Math.log1p(n))

/** A letter's title or a message's first sentence; the whole text when it is one. */
export function titleOf(text: string): string {
  const end = text.search(titleEnds)
  return text.slice(0, end < 4 ? longestTitle : Math.min(end, longestTitle))
}

export type Observed = { readonly vector: FeatureVector; readonly findings: RuleFindings }

/**
 * A normalised text as the model sees it: what the rules found in all of it and in its title, and its
 * character pairs and triples that the vocabulary knows, scaled to one length whatever the text's.
 */
export function observe(text: string, vocabulary: Vocabulary): Observed {
  const title = titleOf(text)
  const findings = applyRules(text, title.length)
  const vector: FeatureVector = { ids: [], values: [] }
  addRuleFeatures(vector, findings.scores, 0)
  addRuleFeatures(vector, findings.ofTitle, findings.scores.length * perCategory)
  addGrams(vector, text, title, vocabulary)
  return { vector, findings }
}

function addRuleFeatures(
  vector: FeatureVector,
  scores: readonly RuleScore[],
  offset: number,
): void {
  scores.forEach((score, index) => {
    if (score === nothingFound) return
    const at = offset + index * perCategory
    const { strong, source, effect, against } = score
    if (strong > 0) push(vector, at, Math.min(1, strong / 6))
    if (strong >= 3) push(vector, at + 1, Math.log1p(strong) / 2)
    if (source > 0) push(vector, at + 2, Math.min(1, source / 3))
    if (effect > 0) push(vector, at + 3, Math.min(1, effect / 3))
    if (source > 0 && effect > 0) push(vector, at + 4, 1)
    if (against < 0) push(vector, at + 5, Math.min(1, -against / 3))
  })
}

function push({ ids, values }: FeatureVector, id: number, value: number): void {
  ids.push(id)
  values.push(value)
}

function addGrams(
  vector: FeatureVector,
  text: string,
  title: string,
  vocabulary: Vocabulary,
): void {
  const { features, counts } = countGrams(text, vocabulary, {
    length: title.length,
    boost: titleBoost,
  })
  const from = vector.values.length
  let squares = 0
  for (let i = 0; i < features.length; i += 1) {
    const value = logarithms[Math.min(counts[i]!, mostCounted)]!
    squares += value * value
    push(vector, features[i]!, value)
  }
  const scale = gramScale / Math.sqrt(squares)
  for (let i = from; i < vector.values.length; i += 1) vector.values[i]! *= scale
}
