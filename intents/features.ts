import { applyRules, nothingFound } from './rules.ts'
import type { RuleFindings, RuleScore } from './rules.ts'
import { classCount, classesIn, pairCount } from './word-classes.ts'
import type { ClassFindings } from './word-classes.ts'
import { countGrams } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the model looks at: numbered features with their values. */
export type FeatureVector = { readonly ids: number[]; readonly values: number[] }

/** Features that each category's rules give: two of strong words, sources, effects, both, words against. */
const perCategory = 6

/** Features of the rules, of the whole text and of its title: they come first. */
export function ruleFeatureCount(categoryCount: number): number {
  return categoryCount * perCategory * 2
}

/** The first n-gram's feature: after the rules' come those of the classes of words. */
export function firstGramOf(categoryCount: number): number {
  return ruleFeatureCount(categoryCount) + classCount * 3 + pairCount
}

const titleEnds = /[。！？\n]/
const longestTitle = 60
const gramScale = 3
const titleBoost = 2
const mostCounted = 63
/** log(1 + n) by whole n. */
const logarithms = Float64Array.from({ length: mostCounted + 1 }, (_, n) => Math.log1p(n))

/** A letter's title or a message's first sentence; the whole text when it is one. */
function titleOf(text: string): string {
  const end = text.search(titleEnds)
  return text.slice(0, end < 4 ? longestTitle : Math.min(end, longestTitle))
}

export type Observed = { readonly vector: FeatureVector; readonly findings: RuleFindings }

/**
 * A normalised text as the model sees it: what the rules found in all of it and in its title, which classes of
 * words stand where, and its character pairs and triples that the vocabulary knows, scaled to one length
 * whatever the text's.
 */
export function observe(text: string, vocabulary: Vocabulary): Observed {
  const title = titleOf(text)
  const findings = applyRules(text, title.length)
  const vector: FeatureVector = { ids: [], values: [] }
  addRuleFeatures(vector, findings.scores, 0)
  addRuleFeatures(vector, findings.ofTitle, findings.scores.length * perCategory)
  addClasses(vector, classesIn(text, title.length), ruleFeatureCount(findings.scores.length))
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

/** The classes of words in all of the text, in its title, in what it demands, and pairs near each other. */
function addClasses(
  vector: FeatureVector,
  { whole, title, demand, pairs }: ClassFindings,
  first: number,
): void {
  const share = oneLength(whole.size)
  for (const [one, count] of whole) {
    push(vector, first + one, logarithms[Math.min(count, mostCounted)]! * share)
  }
  addSet(vector, title, first + classCount)
  addSet(vector, demand, first + 2 * classCount)
  addSet(vector, pairs, first + 3 * classCount)
}

function addSet(vector: FeatureVector, found: ReadonlySet<number>, first: number): void {
  const share = oneLength(found.size)
  for (const one of found) push(vector, first + one, share)
}

/** So that many findings together weigh no more than one. */
function oneLength(count: number): number {
  return 1 / Math.sqrt(Math.max(1, count))
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
    const rarity = vocabulary.rarity[features[i]! - vocabulary.first]!
    const value = logarithms[Math.min(counts[i]!, mostCounted)]! * rarity
    squares += value * value
    push(vector, features[i]!, value)
  }
  const scale = gramScale / Math.sqrt(squares)
  for (let i = from; i < vector.values.length; i += 1) vector.values[i]! *= scale
}
