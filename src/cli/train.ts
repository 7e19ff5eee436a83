import { writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { categories } from '#intents/categories/index.ts'
import { measure } from '#intents/measure.ts'
import type { Judged } from '#intents/measure.ts'
import { storeModel } from '#intents/model.ts'
import type { Model } from '#intents/model.ts'
import { normalize } from '#intents/normalize.ts'
import { categoryIds, classifyWith } from '#intents/score.ts'
import { understandingSettings } from '#intents/settings.ts'
import { trainModel } from '#intents/training.ts'
import type { Sample, TrainingOptions } from '#intents/training.ts'
import { makeDice } from './season.ts'

const folds = 5
const temperatures = [0.6, 0.8, 1, 1.2, 1.4, 1.7, 2, 2.5]

const samples: Sample[] = categories.flatMap(({ id, examples }) =>
  examples.map((text) => ({ text, label: id })),
)

/** Uniform in [0, 1), the same for the same seed. */
function fractions(seed: number): () => number {
  const dice = makeDice(seed)
  return () => dice.below(2 ** 30) / 2 ** 30
}

function options(): TrainingOptions {
  return {
    epochs: 25,
    rate: 0.08,
    decay: 2e-5,
    minSamples: 3,
    hidden: { rules: 0.3, grams: 0.2 },
    priors: understandingSettings.priors,
    random: fractions(20261123),
  }
}

/** Every sample judged by a model that has not seen it. */
function crossValidate(temperature: number, models: readonly Model[]): Judged[] {
  return samples.map(({ text, label }, index) => {
    const model = models[index % folds]
    if (model === undefined) throw new Error('no model for this fold')
    const { classification } = classifyWith({ ...model, temperature }, normalize(text))
    const ranked = classification.ranked.map(({ category }) => category)
    const { confidence, abstain } = classification
    return { primary: label, ranked, confidence, abstain }
  })
}

const shuffled = fractions(7)
samples.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
for (let i = samples.length - 1; i > 0; i -= 1) {
  const j = Math.floor(shuffled() * (i + 1))
  ;[samples[i], samples[j]] = [samples[j] as Sample, samples[i] as Sample]
}

const models = Array.from({ length: folds }, (_, fold) =>
  trainModel(
    samples.filter((_sample, index) => index % folds !== fold),
    categoryIds,
    options(),
  ),
)
const tried = temperatures.map((temperature) => ({
  temperature,
  measures: measure(crossValidate(temperature, models)),
}))
const best = tried.reduce((a, b) =>
  b.measures.calibrationError < a.measures.calibrationError ? b : a,
)
const version = createHash('sha256')
  .update(JSON.stringify([categories, understandingSettings]))
  .digest('hex')
  .slice(0, 12)
const model = {
  ...trainModel(samples, categoryIds, options()),
  temperature: best.temperature,
  version,
}
const stored = storeModel(model)
writeFileSync(new URL('../../intents/model.json', import.meta.url), `${JSON.stringify(stored)}\n`)
process.stdout.write(
  `${JSON.stringify({ samples: samples.length, grams: stored.grams.length, version, temperature: best.temperature, crossValidated: best.measures })}\n`,
)
