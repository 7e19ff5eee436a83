import { writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { categories } from '#intents/categories/index.ts'
import { wordClasses } from '#intents/lexicon/word-classes.ts'
import { measure } from '#intents/measure.ts'
import { foldModel } from '#intents/folded.ts'
import { storeModel } from '#intents/model.ts'
import { categoryIds } from '#intents/score.ts'
import { understandingSettings } from '#intents/settings.ts'
import { trainModel } from '#intents/training.ts'
import { correctionsIn } from './approved-corrections.ts'
import { folds, judge, modelWithout, shuffledSamples, trainingOptions } from './training-setup.ts'

/** From 1: strangers' letters are read less surely than our own examples, by which one is chosen. */
const temperatures = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.7, 2]

/** Names data in a version: the rules first, then the weights. */
function digest(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12)
}

const { values } = parseArgs({
  options: {
    'with-corrections': { type: 'string' },
  },
})
const approved = values['with-corrections']
const samples = shuffledSamples(approved === undefined ? [] : correctionsIn(approved))
const models = Array.from({ length: folds }, (_, fold) => modelWithout(fold, samples))
const tried = temperatures.map((temperature) => ({
  temperature,
  measures: measure(
    samples.map((sample, index) => {
      const model = models[index % folds]
      if (model === undefined) throw new Error('no model for this fold')
      return judge({ ...model, temperature }, sample)
    }),
  ),
}))
const best = tried.reduce((a, b) =>
  b.measures.calibrationError < a.measures.calibrationError ? b : a,
)
const trained = storeModel({
  ...trainModel(samples, categoryIds, trainingOptions()),
  temperature: best.temperature,
})
const version = `${digest([categories, wordClasses, understandingSettings])}-${digest([trained.words, trained.hidden, trained.findings])}`
const stored = { ...trained, version }
writeFileSync(
  new URL('../../../intents/model.json', import.meta.url),
  `${JSON.stringify(foldModel(stored))}\n`,
)
process.stdout.write(
  `${JSON.stringify({ samples: samples.length, grams: stored.grams.length, version, temperature: best.temperature, crossValidated: best.measures })}\n`,
)
