import { observe, ruleFeatureCount } from '#intents/features.ts'
import { measure } from '#intents/measure.ts'
import type { Judged } from '#intents/measure.ts'
import type { Model } from '#intents/model.ts'
import { naturalBayes, naturalLogisticRegression, naturalMaxEnt } from '#intents/natural.ts'
import type { Document, NaturalClassifier } from '#intents/natural.ts'
import { asRead } from '#intents/readable.ts'
import { categoryIds } from '#intents/score.ts'
import { trainModel } from '#intents/training.ts'
import type { Sample } from '#intents/training.ts'
import { judgedAs } from './judging.ts'
import { judge, trainingOptions } from './training-setup.ts'

/** natural's regression and maximum entropy keep dense tables: more than this takes them hours. */
const fewPerClass = 3
const fewGrams = 40
const maxEntRounds = 4

/** One classifier's figures on the held-back messages. `trainingSeconds` are of processor time. */
export type Rival = {
  readonly name: string
  readonly trainedOn: number
  readonly trainingSeconds: number
  readonly perCpuSecond: number
  readonly top1: number
  readonly top3: number
  readonly macroF1: number
  readonly scopePrecision: number
  readonly scopeRecall: number
}

/**
 * Our model and natural's three classifiers, trained on the same examples and features, judged on the same
 * held-back messages: all examples for those that bear it, then the first few of each class for all four.
 */
export function* rivals(seen: readonly Sample[], held: readonly Sample[]): Generator<Rival> {
  yield* onAll(seen, held)
  yield* onFew(fewOfEach(seen), held)
}

function* onAll(seen: readonly Sample[], held: readonly Sample[]): Generator<Rival> {
  const { model, figures } = ourFigures(seen, held)
  yield figures
  const tokens = tokensBy(model, Infinity)
  yield figuresOf('natural-bayes', { seen, held, tokens, train: naturalBayes })
}

function* onFew(seen: readonly Sample[], held: readonly Sample[]): Generator<Rival> {
  const { model, figures } = ourFigures(seen, held)
  const tokens = tokensBy(model, fewGrams)
  const maxEnt = (documents: readonly Document[]) => naturalMaxEnt(documents, maxEntRounds)
  yield figures
  yield figuresOf('natural-bayes', { seen, held, tokens, train: naturalBayes })
  yield figuresOf('natural-max-ent', { seen, held, tokens, train: maxEnt })
  const train = naturalLogisticRegression
  yield figuresOf('natural-logistic-regression', { seen, held, tokens, train })
}

function fewOfEach(samples: readonly Sample[]): Sample[] {
  const counts = new Map<string, number>()
  return samples.filter(({ label }) => {
    const before = counts.get(label) ?? 0
    counts.set(label, before + 1)
    return before < fewPerClass
  })
}

function ourFigures(seen: readonly Sample[], held: readonly Sample[]) {
  const training = timed(() => trainModel(seen, categoryIds, trainingOptions()))
  const model = training.value
  const reading = timed(() => held.map((sample) => judge(model, sample)))
  const times = { trained: training.seconds, read: reading.seconds }
  return { model, figures: rival('ours', { seen, judged: reading.value, ...times }) }
}

/** The features of our model by name: what the rules found, and its n-grams, at most so many of the strongest. */
function tokensBy(model: Model, grams: number): (text: string) => string[] {
  const first = ruleFeatureCount(model.classes.length)
  const strong = strongestGrams(model, grams)
  return (text) =>
    observe(asRead(text).normal, model.vocabulary).vector.ids.flatMap((id) => {
      if (id < first) return [`rule ${String(id)}`]
      const gram = model.grams[id - first]
      return gram !== undefined && strong.has(gram) ? [gram] : []
    })
}

function strongestGrams({ grams, words, classes, vocabulary }: Model, most: number): Set<string> {
  if (most >= grams.length) return new Set(grams)
  const width = classes.length
  const first = vocabulary.first - ruleFeatureCount(width)
  const strengths = grams.map((gram, i) => {
    const row = words.weights.subarray((first + i) * width, (first + i + 1) * width)
    return { gram, strength: Math.max(...row) }
  })
  strengths.sort((a, b) => b.strength - a.strength)
  return new Set(strengths.slice(0, most).map(({ gram }) => gram))
}

type Trial = {
  readonly seen: readonly Sample[]
  readonly held: readonly Sample[]
  readonly tokens: (text: string) => string[]
  readonly train: (documents: readonly Document[]) => NaturalClassifier
}

function figuresOf(name: string, { seen, held, tokens, train }: Trial): Rival {
  const documents = seen.map(({ text, label }) => ({ tokens: tokens(text), label }))
  const training = timed(() => train(documents))
  const reading = timed(() =>
    held.map(({ text, label }) => judged(training.value(tokens(text)), label)),
  )
  const times = { trained: training.seconds, read: reading.seconds }
  return rival(name, { seen, judged: reading.value, ...times })
}

function judged(reading: ReturnType<NaturalClassifier>, primary: string): Judged {
  const ranked = reading.map(({ label }) => label)
  return judgedAs({ ranked, confidence: reading[0]?.value ?? 0, abstain: false }, primary)
}

type Outcome = {
  readonly seen: readonly Sample[]
  readonly judged: readonly Judged[]
  readonly trained: number
  readonly read: number
}

function rival(name: string, { seen, judged: read, trained, read: seconds }: Outcome): Rival {
  const { top1, top3, macroF1, scopePrecision, scopeRecall } = measure(read)
  return {
    name,
    trainedOn: seen.length,
    trainingSeconds: Math.round(trained * 10) / 10,
    perCpuSecond: Math.round(read.length / seconds),
    ...{ top1, top3, macroF1, scopePrecision, scopeRecall },
  }
}

/** Processor time: the machine may be shared. */
function timed<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return { value, seconds: (user + system) / 1e6 }
}
