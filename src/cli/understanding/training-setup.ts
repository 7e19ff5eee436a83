import { categoryIds, classifyWith } from '#intents/score.ts'
import type { Judged } from '#intents/measure.ts'
import type { Model } from '#intents/model.ts'
import { asRead } from '#intents/readable.ts'
import { understandingSettings } from '#intents/settings.ts'
import { trainModel } from '#intents/training.ts'
import type { Sample, TrainingOptions } from '#intents/training.ts'
import { allExamples } from './examples.ts'
import { judgedAs } from './judging.ts'
import { makeDice } from '#cli/dice.ts'

/** Parts the examples are divided into: each is judged by a model that has not seen it. */
export const folds = 3

/** Uniform in [0, 1), the same for the same seed. */
function fractions(seed: number): () => number {
  const dice = makeDice(seed)
  return () => dice.below(2 ** 30) / 2 ** 30
}

/** How the checked-in model is trained; docs/understanding-figures.md has what was tried beside it. */
export function trainingOptions(): TrainingOptions {
  return {
    epochs: 25,
    rate: 0.08,
    decay: 2e-5,
    minSamples: 2,
    keptGrams: 16_000,
    bayesShare: 0.05,
    hidden: { rules: 0.5, classes: 0.3, grams: 0.3, units: 0.3 },
    units: 48,
    times: 2,
    priors: understandingSettings.priors,
    random: fractions(20261123),
  }
}

/** Our own examples, and more that are given, in an order by chance that is the same every time. */
export function shuffledSamples(more: readonly Sample[] = []): Sample[] {
  const samples: Sample[] = [...allExamples(), ...more]
  samples.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  const random = fractions(7)
  for (let i = samples.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    ;[samples[i], samples[j]] = [samples[j] as Sample, samples[i] as Sample]
  }
  return samples
}

/** The model trained on all samples but those of a fold. */
export function modelWithout(fold: number, samples: readonly Sample[]): Model {
  const seen = samples.filter((_sample, index) => index % folds !== fold)
  return trainModel(seen, categoryIds, trainingOptions())
}

/** A labelled message as a model judges it. */
export function judge(model: Model, { text, label }: Sample): Judged {
  const { ranked, ...said } = classifyWith(model, asRead(text).normal).classification
  return judgedAs({ ...said, ranked: ranked.map(({ category }) => category) }, label)
}
