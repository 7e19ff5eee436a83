import { packWeights, unpackWeights } from '../packed.ts'
import { utteranceActs, utterancePoints } from './acts.ts'
import type { UtteranceAct, UtterancePoint } from './acts.ts'
import { featuresOf } from './features.ts'

/** One logistic head for each act over named features: several acts may be true of one utterance. */
export type UtteranceModel = {
  readonly version: string
  readonly rows: Rows
  /** row × acts, in units of `scale`. */
  readonly weights: Float32Array | Int8Array
  readonly scale: number
  readonly bias: Float32Array
  /** Divides scores before they become chances; fitted by cross-validation. */
  readonly temperature: number
}

/** Feature → its row: wherever it is said, and at each point of the talk. */
export type Rows = {
  readonly features: readonly string[]
  readonly anywhere: ReadonlyMap<string, number>
  readonly at: ReadonlyMap<UtterancePoint, ReadonlyMap<string, number>>
}

/** Lays features out for looking up; the n-th has row n. */
export function rowsOf(features: readonly string[]): Rows {
  const anywhere = new Map<string, number>()
  const at = new Map<UtterancePoint, Map<string, number>>(
    utterancePoints.map((point) => [point, new Map()]),
  )
  features.forEach((feature, row) => {
    const point = utterancePoints.find((one) => feature.startsWith(`${one}|`))
    if (point === undefined) anywhere.set(feature, row)
    else at.get(point)?.set(feature.slice(point.length + 1), row)
  })
  return { features, anywhere, at }
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
  { anywhere, at }: Rows,
  normal: string,
  point: UtterancePoint,
): { readonly ids: number[]; readonly values: number[] } {
  const ids: number[] = []
  const values: number[] = []
  const here = at.get(point)
  const features = featuresOf(normal)
  const each = gramScale / Math.sqrt(features.length + 0.5)
  const add = (row: number | undefined, value: number) => {
    if (row === undefined) return
    ids.push(row)
    values.push(value)
  }
  add(anywhere.get(`@${point}`), 1)
  for (const feature of features) {
    const sign = feature[0]
    // How it is said, and the whole of it, rather than a piece of the text.
    const value = sign === '#' || sign === '=' ? 1 : each
    add(anywhere.get(feature), value)
    add(here?.get(feature), value)
  }
  return { ids, values }
}

/** Chances of every act, each by itself, in the order of `utteranceActs`. */
export function chancesOf(
  { rows, weights, scale, bias, temperature }: UtteranceModel,
  normal: string,
  point: UtterancePoint,
): Float64Array {
  const { ids, values } = vectorOf(rows, normal, point)
  const scores = new Float64Array(bias)
  for (let i = 0; i < ids.length; i += 1) {
    const from = ids[i]! * width
    const value = values[i]! * scale
    for (let k = 0; k < width; k += 1) scores[k]! += value * weights[from + k]!
  }
  for (let k = 0; k < width; k += 1) scores[k] = 1 / (1 + Math.exp(-scores[k]! / temperature))
  return scores
}

/** The chance of one act alone. */
export function chanceOf(
  { rows, weights, scale, bias, temperature }: UtteranceModel,
  act: UtteranceAct,
  { normal, point }: { readonly normal: string; readonly point: UtterancePoint },
): number {
  const { ids, values } = vectorOf(rows, normal, point)
  const k = utteranceActs.indexOf(act)
  let score = bias[k]!
  for (let i = 0; i < ids.length; i += 1)
    score += values[i]! * scale * weights[ids[i]! * width + k]!
  return 1 / (1 + Math.exp(-score / temperature))
}

/** Reads a stored model. Throws when it was trained for other acts: run `npm run train`. */
export function loadUtteranceModel(stored: StoredUtteranceModel): UtteranceModel {
  if (stored.acts.join() !== utteranceActs.join()) {
    throw new Error('intents/utterances/model.json was trained for other acts: run npm run train')
  }
  const weights = unpackWeights(stored.weights)
  const { version, scale, temperature } = stored
  const rows = rowsOf(stored.features)
  return { version, rows, weights, scale, bias: Float32Array.from(stored.bias), temperature }
}

/** The form kept in model.json. */
export function storeUtteranceModel(model: UtteranceModel): StoredUtteranceModel {
  return {
    version: model.version,
    acts: utteranceActs,
    features: model.rows.features,
    ...packWeights(model.weights, model.scale),
    bias: Array.from(model.bias, (one) => Math.round(one * 1e4) / 1e4),
    temperature: model.temperature,
  }
}
