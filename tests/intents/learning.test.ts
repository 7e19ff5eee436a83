import { describe, expect, it } from 'vitest'
import { learnNetwork, learnRegression } from '#intents/learning.ts'
import type { LearningOptions, Lesson, Network } from '#intents/learning.ts'
import type { FeatureVector } from '#intents/features.ts'
import { addInputs } from '#intents/model.ts'

const all = { from: 0, to: Infinity }
const nothingHidden = (vector: FeatureVector) => vector

/** Chance for tests: the same every time. */
function options(): LearningOptions {
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return { epochs: 300, rate: 0.1, decay: 0, random }
}

function lesson(ids: number[], label: number): Lesson {
  return { vector: { ids, values: ids.map(() => 1) }, label, weight: 1 }
}

function saidBy({ hidden, findings }: Network, vector: FeatureVector): number {
  const units = Float64Array.from(hidden.bias)
  addInputs(units, hidden, vector, all)
  const scores = Float64Array.from(findings.bias)
  const values = Array.from(units, (unit) => Math.max(0, unit))
  addInputs(scores, findings, { ids: values.map((_, unit) => unit), values }, all)
  return scores.indexOf(Math.max(...scores))
}

describe('a regression', () => {
  it('learns which feature speaks for which class', () => {
    const lessons = [lesson([0], 0), lesson([1], 1), lesson([0, 2], 0), lesson([1, 2], 1)]
    const start = { weights: new Float32Array(3 * 2), width: 2 }
    const { weights } = learnRegression(lessons, start, nothingHidden, options())
    expect(weights[0]).toBeGreaterThan(weights[1] ?? 0)
    expect(weights[3]).toBeGreaterThan(weights[2] ?? 0)
  })
})

describe('a network', () => {
  /** One of the two features means class 1; both or neither mean class 0. */
  const eitherNotBoth = [lesson([2], 0), lesson([0, 2], 1), lesson([1, 2], 1), lesson([0, 1, 2], 0)]
  const size = { inputs: 3, units: 8, width: 2, resting: 0 }

  it('learns what two findings mean together, which no sum of the two can say', () => {
    const network = learnNetwork(eitherNotBoth, size, nothingHidden, options())
    expect(eitherNotBoth.map(({ vector }) => saidBy(network, vector))).toEqual([0, 1, 1, 0])
  })

  it('comes out the same from the same chance', () => {
    const learn = () => learnNetwork(eitherNotBoth, size, nothingHidden, options())
    expect(learn()).toEqual(learn())
  })
})
