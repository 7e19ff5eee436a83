import { firstGramOf, ruleFeatureCount } from './features.ts'
import type { FeatureVector } from './features.ts'
import { packWeights, unpackWeights } from './packed.ts'
import type { PackedWeights } from './packed.ts'
import { makeVocabulary } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Weights from each input to each output, input × width, and what every output starts from. */
export type Layer = {
  /** In units of `scale`: bytes when stored, which fit a small cache. */
  readonly weights: Float32Array | Int8Array
  readonly scale: number
  readonly bias: Float32Array
}

/**
 * Two readers whose scores are added: one looks at the words themselves, a regression over n-grams and
 * classes of words; the other at findings, a network with one hidden layer over the rules' and the classes of
 * words and their pairs. Each learns apart from the other, so that neither leans on it.
 */
export type Model = {
  /** Name of the training that made it; stored with every decision. */
  readonly version: string
  readonly classes: readonly string[]
  /** The n-grams it knows, in the order of their features; findings come before the first. */
  readonly grams: readonly string[]
  readonly vocabulary: Vocabulary
  /** Classes of words and n-grams → classes; its first input is the first that is not of the rules. */
  readonly words: Layer
  /** Findings → hidden units, which give nothing below zero. */
  readonly hidden: Layer
  /** Hidden units → classes. */
  readonly findings: Layer
  /** Divides the scores before they become probabilities (fitted by cross-validation). */
  readonly temperature: number
}

type StoredLayer = PackedWeights & {
  readonly bias: readonly number[]
}

/** How a model is kept in model.json. */
export type StoredModel = {
  readonly version: string
  readonly classes: readonly string[]
  readonly grams: readonly string[]
  readonly firstGram: number
  /** How much each n-gram counts, in hundredths. */
  readonly rarity: readonly number[]
  readonly words: StoredLayer
  readonly hidden: StoredLayer
  readonly findings: StoredLayer
  readonly temperature: number
}

/** Reads a stored model. Throws when it was trained for other classes: run `npm run train`. */
export function loadModel(stored: StoredModel, classes: readonly string[]): Model {
  const fits = stored.firstGram === firstGramOf(classes.length)
  if (stored.classes.join() !== classes.join() || !fits) {
    throw new Error('intents/model.json was trained for other data: run npm run train')
  }
  return {
    version: stored.version,
    classes: stored.classes,
    grams: stored.grams,
    vocabulary: makeVocabulary(
      { grams: stored.grams, rarity: Float32Array.from(stored.rarity, (one) => one / 100) },
      stored.firstGram,
    ),
    words: loadLayer(stored.words),
    hidden: loadLayer(stored.hidden),
    findings: loadLayer(stored.findings),
    temperature: stored.temperature,
  }
}

function loadLayer({ scale, weights, bias }: StoredLayer): Layer {
  return { scale, weights: unpackWeights(weights), bias: Float32Array.from(bias) }
}

/** The form kept in model.json. */
export function storeModel(model: Model): StoredModel {
  return {
    version: model.version,
    classes: model.classes,
    grams: model.grams,
    firstGram: model.vocabulary.first,
    rarity: Array.from(model.vocabulary.rarity, (one) => Math.round(one * 100)),
    words: storeLayer(model.words),
    hidden: storeLayer(model.hidden),
    findings: storeLayer(model.findings),
    temperature: model.temperature,
  }
}

function storeLayer({ weights, scale, bias }: Layer): StoredLayer {
  return { ...packWeights(weights, scale), bias: Array.from(bias) }
}

/** Raw scores, one per class. */
export function scoresOf(
  { classes, vocabulary, words, hidden, findings }: Omit<Model, 'version' | 'temperature'>,
  vector: FeatureVector,
): Float64Array {
  const rules = ruleFeatureCount(classes.length)
  const scores = Float64Array.from(words.bias)
  addInputs(scores, words, vector, { from: rules, to: Infinity })
  const units = Float64Array.from(hidden.bias)
  addInputs(units, hidden, vector, { from: 0, to: vocabulary.first })
  for (let k = 0; k < scores.length; k += 1) scores[k]! += findings.bias[k]!
  for (let unit = 0; unit < units.length; unit += 1) {
    if (units[unit]! > 0) addRow(scores, findings, unit, units[unit]!)
  }
  return scores
}

type Range = { readonly from: number; readonly to: number }

/** Adds to the outputs what the features within a range give; the first of the range is the first input. */
export function addInputs(
  outputs: Float64Array,
  layer: Layer,
  { ids, values }: FeatureVector,
  { from, to }: Range,
): void {
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i]!
    if (id >= from && id < to) addRow(outputs, layer, id - from, values[i]!)
  }
}

function addRow(outputs: Float64Array, layer: Layer, input: number, value: number): void {
  const { weights, scale } = layer
  const width = outputs.length
  const row = input * width
  const share = value * scale
  for (let k = 0; k < width; k += 1) outputs[k]! += share * weights[row + k]!
}

/** Scores → probabilities that sum to 1. */
export function probabilities(scores: Float64Array, temperature: number): Float64Array {
  let highest = -Infinity
  for (let k = 0; k < scores.length; k += 1) highest = Math.max(highest, scores[k]!)
  const chances = new Float64Array(scores.length)
  let sum = 0
  for (let k = 0; k < scores.length; k += 1) {
    const chance = Math.exp((scores[k]! - highest) / temperature)
    chances[k] = chance
    sum += chance
  }
  for (let k = 0; k < chances.length; k += 1) chances[k]! /= sum
  return chances
}
