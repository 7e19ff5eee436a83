import type { FeatureVector } from './features.ts'
import { addInputs, probabilities } from './model.ts'
import type { Layer } from './model.ts'

/** A sample as it is learnt: the number of its class, and how much it counts. */
export type Lesson = {
  readonly vector: FeatureVector
  readonly label: number
  readonly weight: number
}

export type LearningOptions = {
  readonly epochs: number
  readonly rate: number
  /** Pull of every weight towards zero. */
  readonly decay: number
  /** Uniform in [0, 1); the same sequence gives the same weights. */
  readonly random: () => number
}

/** A layer that still learns: beside each weight the sum of its squared slopes, which slows its steps. */
type Learner = {
  readonly layer: { readonly weights: Float32Array; readonly scale: 1; readonly bias: Float32Array }
  readonly squares: Float32Array
  readonly biasSquares: Float32Array
}

const all = { from: 0, to: Infinity }

function makeLearner(weights: Float32Array, width: number): Learner {
  return {
    layer: { weights, scale: 1, bias: new Float32Array(width) },
    squares: new Float32Array(weights.length).fill(1e-2),
    biasSquares: new Float32Array(width).fill(1e-2),
  }
}

/**
 * Multinomial logistic regression by stochastic gradient descent with adaptive steps, from the given weights
 * (input × class). `masked`: a lesson's vector with some of it hidden, anew at each look.
 */
export function learnRegression(
  lessons: readonly Lesson[],
  start: { readonly weights: Float32Array; readonly width: number },
  masked: (vector: FeatureVector) => FeatureVector,
  options: LearningOptions,
): Layer {
  const learner = makeLearner(start.weights, start.width)
  eachLesson(lessons, options, ({ vector, label, weight }) => {
    const seen = masked(vector)
    const scores = Float64Array.from(learner.layer.bias)
    addInputs(scores, learner.layer, seen, all)
    const slopes = slopesOf(scores, label, weight)
    stepInputs(learner, seen, slopes, options)
    stepBias(learner, slopes, options.rate)
  })
  return learner.layer
}

export type Network = { readonly hidden: Layer; readonly findings: Layer }

/**
 * A network with one hidden layer, learnt in the same way. `units`: how many hidden ones, and which share of
 * them rests at each look.
 */
export function learnNetwork(
  lessons: readonly Lesson[],
  size: {
    readonly inputs: number
    readonly units: number
    readonly width: number
    readonly resting: number
  },
  masked: (vector: FeatureVector) => FeatureVector,
  options: LearningOptions,
): Network {
  const { inputs, units, width, resting } = size
  const { random } = options
  const around = (count: number, spread: number) =>
    Float32Array.from({ length: count }, () => (random() - 0.5) * spread)
  const hidden = makeLearner(around(inputs * units, 0.3), units)
  const findings = makeLearner(around(units * width, 0.2), width)
  eachLesson(lessons, options, ({ vector, label, weight }) => {
    const seen = masked(vector)
    const sums = Float64Array.from(hidden.layer.bias)
    addInputs(sums, hidden.layer, seen, all)
    const shares = sums.map((sum) => (sum > 0 && random() >= resting ? 1 / (1 - resting) : 0))
    const active = activeOf(sums, shares)
    const scores = Float64Array.from(findings.layer.bias)
    addInputs(scores, findings.layer, active, all)
    const slopes = slopesOf(scores, label, weight)
    const back = backThrough(findings.layer, active, slopes, shares)
    stepInputs(findings, active, slopes, { ...options, decay: 0 })
    stepBias(findings, slopes, options.rate)
    stepInputs(hidden, seen, back, options)
    stepBias(hidden, back, options.rate)
  })
  return { hidden: hidden.layer, findings: findings.layer }
}

function eachLesson(
  lessons: readonly Lesson[],
  { epochs, random }: LearningOptions,
  learn: (lesson: Lesson) => void,
): void {
  const order = [...lessons]
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (const lesson of order) learn(lesson)
  }
}

/** How wrong each class's probability is, times what the lesson counts. */
function slopesOf(scores: Float64Array, label: number, weight: number): Float64Array {
  const errors = probabilities(scores, 1)
  errors[label] = (errors[label] ?? 0) - 1
  return errors.map((error) => error * weight)
}

/** Hidden units that are not at rest, as inputs of the next layer. */
function activeOf(sums: Float64Array, shares: Float64Array): FeatureVector {
  const active: FeatureVector = { ids: [], values: [] }
  shares.forEach((share, unit) => {
    if (share === 0) return
    active.ids.push(unit)
    active.values.push(sums[unit]! * share)
  })
  return active
}

function backThrough(
  { weights }: Layer,
  { ids }: FeatureVector,
  slopes: Float64Array,
  shares: Float64Array,
): Float64Array {
  const back = new Float64Array(shares.length)
  const width = slopes.length
  for (const unit of ids) {
    let sum = 0
    for (let k = 0; k < width; k += 1) sum += slopes[k]! * weights[unit * width + k]!
    back[unit] = sum * shares[unit]!
  }
  return back
}

function stepInputs(
  { layer: { weights }, squares }: Learner,
  { ids, values }: FeatureVector,
  slopes: Float64Array,
  { rate, decay }: Pick<LearningOptions, 'rate' | 'decay'>,
): void {
  const width = slopes.length
  for (let i = 0; i < ids.length; i += 1) {
    const row = ids[i]! * width
    const value = values[i]!
    for (let k = 0; k < width; k += 1) {
      if (slopes[k] === 0) continue
      const slope = slopes[k]! * value + decay * weights[row + k]!
      squares[row + k]! += slope * slope
      weights[row + k]! -= (rate * slope) / Math.sqrt(squares[row + k]!)
    }
  }
}

function stepBias(
  { layer: { bias }, biasSquares }: Learner,
  slopes: Float64Array,
  rate: number,
): void {
  for (let k = 0; k < slopes.length; k += 1) {
    biasSquares[k]! += slopes[k]! * slopes[k]!
    bias[k]! -= (rate * slopes[k]!) / Math.sqrt(biasSquares[k]!)
  }
}

function shuffle<T>(order: T[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
}
