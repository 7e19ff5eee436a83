import { utteranceActs } from './acts.ts'
import type { UtterancePoint } from './acts.ts'
import { featuresOf } from './features.ts'

/** One logistic head for each act over named features: several acts may be true of one utterance. */
export type UtteranceModel = {
  readonly version: string
  /** Feature → its row. */
  readonly rows: ReadonlyMap<string, number>
  /** row × acts, in units of `scale`. */
  readonly weights: Float32Array | Int8Array
  readonly scale: number
  readonly bias: Float32Array
  /** Divides scores before they become chances; fitted by cross-validation. */
  readonly temperature: number
}

/** How a model is kept in model.json. */
export type StoredUtteranceModel = {
  readonly version: string
  readonly acts: readonly string[]
  readonly features: readonly string[]
  readonly scale: number
  readonly weights: string
  readonly bias: readonly number[]
  readonly temperature: number
}

const width = utteranceActs.length
const gramScale = 3

/** Rows of an utterance's known features, and how much each counts. */
export function vectorOf(
  rows: ReadonlyMap<string, number>,
  normal: string,
  point: UtterancePoint,
): { readonly ids: number[]; readonly values: number[] } {
  const ids: number[] = []
  const values: number[] = []
  const features = featuresOf(normal, point)
  const each = gramScale / Math.sqrt(features.length / 2)
  for (const feature of features) {
    const row = rows.get(feature)
    if (row === undefined) continue
    ids.push(row)
    values.push(isWhole(feature) ? 1 : each)
  }
  return { ids, values }
}

/** A cue, the whole text or the point of the talk, rather than a piece of the text. */
function isWhole(feature: string): boolean {
  const bar = feature.lastIndexOf('|')
  const sign = feature[bar < 0 ? 0 : bar + 1]
  return sign === '#' || sign === '=' || sign === '@'
}

/** Chances of every act, each by itself, in the order of `utteranceActs`. */
export function chancesOf(
  { rows, weights, scale, bias, temperature }: UtteranceModel,
  normal: string,
  point: UtterancePoint,
): Float64Array {
  const { ids, values } = vectorOf(rows, normal, point)
  const scores = Float64Array.from(bias)
  for (let i = 0; i < ids.length; i += 1) {
    const from = ids[i]! * width
    const value = values[i]! * scale
    for (let k = 0; k < width; k += 1) scores[k]! += value * weights[from + k]!
  }
  return scores.map((score) => 1 / (1 + Math.exp(-score / temperature)))
}

/** Reads a stored model. Throws when it was trained for other acts: run `npm run train`. */
export function loadUtteranceModel(stored: StoredUtteranceModel): UtteranceModel {
  if (stored.acts.join() !== utteranceActs.join()) {
    throw new Error('intents/utterances/model.json was trained for other acts: run npm run train')
  }
  const binary = atob(stored.weights)
  const weights = new Int8Array(binary.length)
  for (let i = 0; i < binary.length; i += 1) weights[i] = binary.charCodeAt(i)
  const { version, scale, temperature } = stored
  const rows = new Map(stored.features.map((feature, row) => [feature, row]))
  return { version, rows, weights, scale, bias: Float32Array.from(stored.bias), temperature }
}

/** The form kept in model.json: weights as whole numbers from -127 to 127 times a scale, base64. */
export function storeUtteranceModel(model: UtteranceModel): StoredUtteranceModel {
  let largest = 0
  for (const one of model.weights) largest = Math.max(largest, Math.abs(one))
  const scale = largest === 0 ? 1 : largest / 127
  let binary = ''
  for (const weight of model.weights) {
    binary += String.fromCharCode(Math.round(weight / scale) & 0xff)
  }
  return {
    version: model.version,
    acts: utteranceActs,
    features: [...model.rows.keys()],
    scale: scale * model.scale,
    weights: btoa(binary),
    bias: Array.from(model.bias, (one) => Math.round(one * 1e4) / 1e4),
    temperature: model.temperature,
  }
}
