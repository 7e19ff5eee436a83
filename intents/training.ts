import { observe, ruleFeatureCount, startingRuleWeights } from './features.ts'
import type { FeatureVector } from './features.ts'
import { probabilities, scoresOf } from './model.ts'
import type { Model } from './model.ts'
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
 * steps. Classes are weighted to their expected shares, softened by a square root, so that a rare class
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
  const features = ruleFeatureCount(classes.length) + vocabulary.size
  const weights = new Float32Array(features * classes.length)
  weights.set(startingRuleWeights(classes.length))
  const bias = new Float32Array(classes.length)
  descend(prepared, { weights, scale: 1, bias, classes }, options)
  return {
    version: 'untitled',
    classes,
    grams,
    vocabulary,
    weights,
    scale: 1,
    bias,
    temperature: 1,
  }
}

/** The n-grams that stand in at least `min` texts, sorted: the same texts give the same numbers. */
function gramsOf(texts: readonly string[], min: number): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const seen = new Set<string>()
    eachGram(text, (_, one, two, three) => {
      seen.add(String.fromCharCode(one, two))
      if (three !== 0) seen.add(String.fromCharCode(one, two, three))
    })
    for (const gram of seen) counts.set(gram, (counts.get(gram) ?? 0) + 1)
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
