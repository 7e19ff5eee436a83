import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldModel, unfoldModel } from '#intents/folded.ts'
import { packWeights, unpackWeights } from '#intents/packed.ts'

it('Weights come back near what they were: small ones to a step, large ones to a twenty-fifth', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1 }), (given) => {
      const weights = Float32Array.from(given, (one) => one / 100)
      const { scale, weights: text } = packWeights(weights, 1)
      const back = unpackWeights(text)
      expect(text).toHaveLength(weights.length)
      weights.forEach((weight, i) => {
        const off = Math.abs((back[i] ?? NaN) * scale - weight)
        expect(off).toBeLessThanOrEqual(scale * 1.1 + Math.abs(weight) / 25)
      })
    }),
  )
})

it('What was read from a text is written as the same text', () => {
  const { weights, scale } = packWeights(Float32Array.of(1, -1, 0.5, -0.02, 0), 1)
  expect(packWeights(unpackWeights(weights), scale)).toEqual({ weights, scale })
})

it('Nothing that JSON writes with two signs is in it, and a sign that nobody wrote is refused', () => {
  const { weights } = packWeights(
    Int8Array.from({ length: 255 }, (_, i) => i - 127),
    1,
  )
  expect(JSON.stringify(weights)).toHaveLength(weights.length + 2)
  expect(() => unpackWeights('"')).toThrow(/npm run train/)
  expect(() => unpackWeights('重')).toThrow(/npm run train/)
})

it('A model is the same after folding', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (model) => {
      expect(unfoldModel(foldModel(model))).toEqual(JSON.parse(JSON.stringify(model)))
    }),
  )
})
