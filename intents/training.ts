import { observe, ruleFeatureCount, startingRuleWeights } from './features.ts'
import type { FeatureVector } from './features.ts'
import { probabilities, scoresOf } from './model.ts'
import type { Model } from './model.ts'
import { bayesOdds } from './natural.ts'
import { normalize } from './normalize.ts'
import { eachGram, makeVocabulary } from './vocabulary.ts'

export type Sample = { readonly text: string; readonly label: string }

export type TrainingOptions = {
  readonly epochs: number
  readonly rate: number
  /** Pull of every weight towards zero. */
  readonly decay: number
  /** An n-gram must stand in this many samples. */
  readonly minSamples: number
  /** How many n-grams stay in the model: those with the most telling weights. */
  readonly keptGrams: number
  /** Share of the log-odds of natural's Bayes that the weights of n-grams start from. */
  readonly bayesShare: number
  /** Expected share of each class; the rest share what is left by their samples. */
  readonly priors: Readonly<Record<string, number>>
  /**
   * Share of the rules' findings, and of the n-grams, hidden at random from each look at a sample. Rules and
   * examples have the same authors: without this, weights lean on rules more than strangers' words bear.
   */
  readonly hidden: { readonly rules: number; readonly grams: number }
  /** Uniform in [0, 1); the same sequence gives the same model. */
  readonly random: () => number
}

type Prepared = { readonly vector: FeatureVector; readonly label: number; readonly weight: number }

/**
 * Trains the linear model: multinomial logistic regression by stochastic gradient descent with adaptive
 * steps, from what natural's Bayes learns of the n-grams and the stated weights of the rules. Classes are weighted to their expected shares, softened by a square root, so that a rare class
 * with few samples is neither drowned nor preferred.
 */
export function trainModel(
  samples: readonly Sample[],
  classes: readonly string[],
  options: TrainingOptions,
): Model {
  const texts = samples.map(({ text }) => normalize(text))
  const grams = gramsOf(texts, options.minSamples)
  const vocabulary = makeVocabulary(grams, ruleFeatureCount(classes.length))
  const weightOf = classWeights(samples, classes, options.priors)
  const prepared = samples.map(({ label }, i) => ({
    vector: observe(texts[i] ?? '', vocabulary).vector,
    label: classes.indexOf(label),
    weight: weightOf.get(label) ?? 1,
  }))
  const weights = startingWeights(samples, { texts, grams, classes, share: options.bayesShare })
  const bias = new Float32Array(classes.length)
  descend(prepared, { weights, scale: 1, bias, classes }, options)
  const model = { classes, grams, vocabulary, weights, scale: 1, bias, temperature: 1 }
  return withStrongestGrams({ ...model, version: 'untitled' }, options.keptGrams)
}

type Start = {
  readonly texts: readonly string[]
  readonly grams: readonly string[]
  readonly classes: readonly string[]
  readonly share: number
}

function startingWeights(samples: readonly Sample[], start: Start): Float32Array {
  const { texts, grams, classes, share } = start
  const first = ruleFeatureCount(classes.length)
  const weights = new Float32Array((first + grams.length) * classes.length)
  weights.set(startingRuleWeights(classes.length))
  if (share === 0) return weights
  const documents = samples.map(({ label }, i) => ({ tokens: tokensOf(texts[i] ?? ''), label }))
  const odds = bayesOdds(documents, classes)
  grams.forEach((gram, i) => {
    const learnt = odds(gram)?.map((one) => one * share)
    if (learnt !== undefined) weights.set(learnt, (first + i) * classes.length)
  })
  return weights
}

/** Leaves out the n-grams whose weights say least: the model loads faster and fits a smaller cache. */
function withStrongestGrams(model: Model, kept: number): Model {
  const width = model.classes.length
  const first = model.vocabulary.first
  const strengths = model.grams.map((_, i) => {
    return lengthOf(model.weights.subarray((first + i) * width, (first + i + 1) * width))
  })
  const least = strengths.toSorted((a, b) => b - a)[kept - 1] ?? 0
  const stays = model.grams.map((_, i) => i).filter((i) => strengths[i]! >= least)
  const weights = new Float32Array((first + stays.length) * width)
  weights.set(model.weights.subarray(0, first * width))
  stays.forEach((i, place) => {
    const row = model.weights.subarray((first + i) * width, (first + i + 1) * width)
    weights.set(row, (first + place) * width)
  })
  const grams = stays.map((i) => model.grams[i]!)
  return { ...model, grams, vocabulary: makeVocabulary(grams, first), weights }
}

function lengthOf(row: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < row.length; k += 1) sum += row[k]! * row[k]!
  return sum
}

/** A text's pairs and triples of characters, each once. */
export function tokensOf(text: string): string[] {
  const seen = new Set<string>()
  eachGram(text, (_, one, two, three) => {
    seen.add(String.fromCharCode(one, two))
    if (three !== 0) seen.add(String.fromCharCode(one, two, three))
  })
  return [...seen]
}

/** The n-grams that stand in at least `min` texts, sorted: the same texts give the same numbers. */
function gramsOf(texts: readonly string[], min: number): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const gram of tokensOf(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, n]) => n >= min)
    .map(([gram]) => gram)
    .sort()
}

function classWeights(
  samples: readonly Sample[],
  classes: readonly string[],
  priors: Readonly<Record<string, number>>,
): Map<string, number> {
  const counts = new Map(classes.map((name) => [name, 0]))
  for (const { label } of samples) counts.set(label, (counts.get(label) ?? 0) + 1)
  const named = Object.values(priors).reduce((sum, share) => sum + share, 0)
  const others = classes.filter((name) => priors[name] === undefined)
  const rest = (1 - named) / Math.max(1, others.length)
  return new Map(
    classes.map((name) => {
      const share = (counts.get(name) ?? 0) / samples.length
      return [name, share === 0 ? 1 : Math.sqrt((priors[name] ?? rest) / share)]
    }),
  )
}

type Trainable = Pick<Model, 'weights' | 'scale' | 'bias' | 'classes'>

function descend(prepared: readonly Prepared[], model: Trainable, options: TrainingOptions): void {
  const squares = new Float32Array(model.weights.length).fill(1e-2)
  const biasSquares = new Float32Array(model.bias.length).fill(1e-2)
  const order = prepared.map((_, index) => index)
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, options.random)
    for (const index of order) {
      const sample = prepared[index]
      if (sample === undefined) continue
      const vector = partOf(sample.vector, model.classes.length, options)
      learn({ ...sample, vector }, model, { squares, biasSquares }, options)
    }
  }
}

/** A vector with some of its features hidden; the n-grams left stand for those gone. */
function partOf(
  { ids, values }: FeatureVector,
  classCount: number,
  { hidden, random }: TrainingOptions,
): FeatureVector {
  const firstGram = ruleFeatureCount(classCount)
  const part: FeatureVector = { ids: [], values: [] }
  ids.forEach((id, i) => {
    const isRule = id < firstGram
    if (random() < (isRule ? hidden.rules : hidden.grams)) return
    part.ids.push(id)
    part.values.push(isRule ? values[i]! : values[i]! / (1 - hidden.grams))
  })
  return part
}

function learn(
  { vector, label, weight }: Prepared,
  model: Trainable,
  steps: { readonly squares: Float32Array; readonly biasSquares: Float32Array },
  { rate, decay }: TrainingOptions,
): void {
  const errors = probabilities(scoresOf(model, vector), 1)
  errors[label] = (errors[label] ?? 0) - 1
  const width = model.classes.length
  const { weights, bias } = model
  const { squares, biasSquares } = steps
  for (let k = 0; k < width; k += 1) {
    const slope = errors[k]! * weight
    biasSquares[k]! += slope * slope
    bias[k]! -= (rate * slope) / Math.sqrt(biasSquares[k]!)
  }
  for (let i = 0; i < vector.ids.length; i += 1) {
    const row = vector.ids[i]! * width
    const value = vector.values[i]!
    for (let k = 0; k < width; k += 1) {
      const slope = errors[k]! * weight * value + decay * weights[row + k]!
      squares[row + k]! += slope * slope
      weights[row + k]! -= (rate * slope) / Math.sqrt(squares[row + k]!)
    }
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
}
