import type { FeatureVector } from './features.ts'
import { makeVocabulary } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A linear model over numbered features, ready to use. */
export type Model = {
  /** Name of the training that made it; stored with every decision. */
  readonly version: string
  readonly classes: readonly string[]
  /** The n-grams it knows, in the order of their features; rule features come before the first. */
  readonly grams: readonly string[]
  readonly vocabulary: Vocabulary
  /** feature number × classes, in units of `scale`: bytes when stored, which fit a small cache. */
  readonly weights: Float32Array | Int8Array
  readonly scale: number
  readonly bias: Float32Array
  /** Divides the scores before they become probabilities (fitted by cross-validation). */
  readonly temperature: number
}

/** How a model is kept in model.json: weights as whole numbers from -127 to 127 times a scale, base64. */
export type StoredModel = {
  readonly version: string
  readonly classes: readonly string[]
  readonly grams: readonly string[]
  readonly firstGram: number
  readonly scale: number
  readonly weights: string
  readonly bias: readonly number[]
  readonly temperature: number
}

/** Reads a stored model. Throws when it was trained for other classes: run `npm run train`. */
export function loadModel(stored: StoredModel, classes: readonly string[]): Model {
  if (stored.classes.join() !== classes.join()) {
    throw new Error('intents/model.json was trained for other categories: run npm run train')
  }
  const bytes = bytesOf(stored.weights)
  return {
    version: stored.version,
    classes: stored.classes,
    grams: stored.grams,
    vocabulary: makeVocabulary(stored.grams, stored.firstGram),
    weights: new Int8Array(bytes.buffer),
    scale: stored.scale,
    bias: Float32Array.from(stored.bias),
    temperature: stored.temperature,
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** The form kept in model.json. Loses the precision an eighth of a float has. */
export function storeModel(model: Model): StoredModel {
  let largest = 0
  for (const weight of model.weights) largest = Math.max(largest, Math.abs(weight))
  const scale = largest === 0 ? 1 : largest / 127
  const whole = new Int8Array(model.weights.length)
  for (let i = 0; i < whole.length; i += 1) whole[i] = Math.round(model.weights[i]! / scale)
  let binary = ''
  for (const byte of new Uint8Array(whole.buffer)) binary += String.fromCharCode(byte)
  return {
    version: model.version,
    classes: model.classes,
    grams: model.grams,
    firstGram: model.vocabulary.first,
    scale: scale * model.scale,
    weights: btoa(binary),
    bias: Array.from(model.bias),
    temperature: model.temperature,
  }
}

/** Raw scores, one per class. */
export function scoresOf(
  { weights, scale, bias, classes }: Pick<Model, 'weights' | 'scale' | 'bias' | 'classes'>,
  { ids, values }: FeatureVector,
): Float64Array {
  const width = classes.length
  const scores = Float64Array.from(bias)
  for (let i = 0; i < ids.length; i += 1) {
    const row = ids[i]! * width
    const value = values[i]! * scale
    for (let k = 0; k < width; k += 1) scores[k]! += value * weights[row + k]!
  }
  return scores
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
