import { bayesOdds } from '../natural.ts'
import { utteranceActs } from './acts.ts'
import type { UtteranceAct, UtterancePoint } from './acts.ts'
import { featuresAt, featuresOf } from './features.ts'
import { rowsOf, vectorOf } from './model.ts'
import type { UtteranceModel } from './model.ts'

/** An utterance at a point of the talk. `acts`: all that it is; `only`: the one act it says something of; `mute`: one of which it says nothing. */
export type UtteranceSample = {
  /** Normalised. */
  readonly normal: string
  readonly point: UtterancePoint
  readonly acts: readonly UtteranceAct[]
  readonly only: UtteranceAct | null
  readonly mute?: UtteranceAct
}

export type UtteranceTraining = {
  readonly epochs: number
  readonly rate: number
  /** Pull of every weight towards zero. */
  readonly decay: number
  /** A feature must stand in this many samples. */
  readonly minSamples: number
  readonly keptFeatures: number
  /** Share of the log-odds of natural's Bayes that weights start from. */
  readonly bayesShare: number
  /** Share of the features hidden at random from each look at a sample. */
  readonly hidden: number
  /** How much more a sample counts for an act it is than for those it is not. */
  readonly positive: number
  readonly random: () => number
}

const width = utteranceActs.length

/** Trains one logistic head for each act, by stochastic gradient descent from what natural's Bayes learns. */
export function trainUtterances(
  samples: readonly UtteranceSample[],
  options: UtteranceTraining,
): UtteranceModel {
  const features = commonFeatures(samples, options.minSamples)
  const rows = rowsOf(features)
  const weights = startingWeights(samples, features, options.bayesShare)
  const bias = new Float32Array(width).fill(-3)
  descend(samples, { rows, weights, bias }, options)
  const model = { version: 'untitled', rows, weights, scale: 1, bias, temperature: 1 }
  return withStrongest(model, options.keptFeatures)
}

function commonFeatures(samples: readonly UtteranceSample[], min: number): string[] {
  const counts = new Map<string, number>()
  for (const { normal, point } of samples) {
    for (const feature of featuresAt(normal, point)) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1)
    }
  }
  return [...counts].flatMap(([feature, n]) => (n >= min ? [feature] : [])).sort()
}

/** Bayes looks at the features that hold at any point of the talk. */
function startingWeights(
  samples: readonly UtteranceSample[],
  features: readonly string[],
  share: number,
): Float32Array {
  const weights = new Float32Array(features.length * width)
  if (share === 0) return weights
  const known = new Set(features)
  const documents = samples.flatMap(({ normal, point, acts: [label] }) =>
    label === undefined
      ? []
      : [
          {
            label,
            tokens: [`@${point}`, ...featuresOf(normal)].filter((one) => known.has(one)),
          },
        ],
  )
  const odds = bayesOdds(documents, utteranceActs)
  features.forEach((feature, row) => {
    const learnt = isPlain(feature) ? odds(feature) : null
    if (learnt !== null)
      weights.set(
        learnt.map((one) => one * share),
        row * width,
      )
  })
  return weights
}

function isPlain(feature: string): boolean {
  return !feature.includes('|')
}

type Trainable = Pick<UtteranceModel, 'rows' | 'bias'> & { readonly weights: Float32Array }

function descend(
  samples: readonly UtteranceSample[],
  model: Trainable,
  options: UtteranceTraining,
): void {
  const squares = new Float32Array(model.weights.length).fill(1e-2)
  const biasSquares = new Float32Array(width).fill(1e-2)
  const prepared = samples.map((sample) => ({
    vector: vectorOf(model.rows, sample.normal, sample.point),
    targets: targetsOf(sample),
  }))
  const order = prepared.map((_, index) => index)
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, options.random)
    for (const index of order) learn(prepared[index]!, model, { squares, biasSquares }, options)
  }
}

/** 1: it is; 0: it is not; -1: nothing is said of it. */
function targetsOf({ acts, only, mute }: UtteranceSample): Int8Array {
  return Int8Array.from(utteranceActs, (act) => {
    if (act === mute) return -1
    if (acts.includes(act)) return 1
    return only === null || only === act ? 0 : -1
  })
}

type Prepared = {
  readonly vector: { readonly ids: readonly number[]; readonly values: readonly number[] }
  readonly targets: Int8Array
}

function learn(
  { vector, targets }: Prepared,
  { weights, bias }: Trainable,
  { squares, biasSquares }: { readonly squares: Float32Array; readonly biasSquares: Float32Array },
  { rate, decay, hidden, positive, random }: UtteranceTraining,
): void {
  const ids: number[] = []
  const values: number[] = []
  vector.ids.forEach((id, i) => {
    if (random() < hidden) return
    ids.push(id)
    values.push(vector.values[i]! / (1 - hidden))
  })
  const slopes = slopesOf(ids, values, { weights, bias, targets, positive })
  for (let k = 0; k < width; k += 1) {
    biasSquares[k]! += slopes[k]! * slopes[k]!
    bias[k]! -= (rate * slopes[k]!) / Math.sqrt(biasSquares[k]!)
  }
  for (let i = 0; i < ids.length; i += 1) {
    const from = ids[i]! * width
    for (let k = 0; k < width; k += 1) {
      const slope = slopes[k]! * values[i]! + decay * weights[from + k]!
      squares[from + k]! += slope * slope
      weights[from + k]! -= (rate * slope) / Math.sqrt(squares[from + k]!)
    }
  }
}

type Seen = {
  readonly weights: Float32Array
  readonly bias: Float32Array
  readonly targets: Int8Array
  readonly positive: number
}

function slopesOf(
  ids: readonly number[],
  values: readonly number[],
  { weights, bias, targets, positive }: Seen,
): Float64Array {
  const scores = Float64Array.from(bias)
  for (let i = 0; i < ids.length; i += 1) {
    const from = ids[i]! * width
    for (let k = 0; k < width; k += 1) scores[k]! += values[i]! * weights[from + k]!
  }
  return scores.map((score, k) => {
    const target = targets[k]!
    if (target < 0) return 0
    return (1 / (1 + Math.exp(-score)) - target) * (target === 1 ? positive : 1)
  })
}

/** Leaves out the features whose weights say least: the model loads faster. */
function withStrongest(model: UtteranceModel, kept: number): UtteranceModel {
  const { features } = model.rows
  const strengths = features.map((_, row) => {
    let sum = 0
    for (const one of model.weights.subarray(row * width, (row + 1) * width)) sum += one * one
    return sum
  })
  const least = strengths.toSorted((a, b) => b - a)[kept - 1] ?? 0
  const stays = features.map((_, row) => row).filter((row) => strengths[row]! >= least)
  const weights = new Float32Array(stays.length * width)
  stays.forEach((row, place) => {
    weights.set(model.weights.subarray(row * width, (row + 1) * width), place * width)
  })
  return { ...model, rows: rowsOf(stays.map((row) => features[row]!)), weights }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
}
