import { firstGramOf, observe, ruleFeatureCount } from './features.ts'
import type { FeatureVector } from './features.ts'
import { learnNetwork, learnRegression } from './learning.ts'
import type { LearningOptions, Lesson, Network } from './learning.ts'
import type { Layer, Model } from './model.ts'
import { bayesOdds } from './natural.ts'
import { asRead } from './readable.ts'
import { eachGram, makeVocabulary } from './vocabulary.ts'
import type { Grams } from './vocabulary.ts'

export type Sample = { readonly text: string; readonly label: string }

export type TrainingOptions = LearningOptions & {
  /** An n-gram must stand in this many samples. */
  readonly minSamples: number
  /** How many n-grams stay in the model: those with the most telling weights. */
  readonly keptGrams: number
  /** Share of the log-odds of natural's Bayes that the weights of n-grams start from. */
  readonly bayesShare: number
  /** Expected share of each class; the rest share what is left by their samples. */
  readonly priors: Readonly<Record<string, number>>
  /**
   * Share of the rules' findings, the classes of words, the n-grams and the hidden units that is hidden at
   * random from each look at a sample. Rules and examples have the same authors: without this, weights lean
   * on rules more than strangers' words bear.
   */
  readonly hidden: {
    readonly rules: number
    readonly classes: number
    readonly grams: number
    readonly units: number
  }
  /** Hidden units of each network. */
  readonly units: number
  /** Each part is learnt so many times from another beginning, and the mean is kept: chance evens out. */
  readonly times: number
}

/** What all parts learn from. */
type Course = {
  readonly lessons: readonly Lesson[]
  readonly classes: readonly string[]
  readonly firstGram: number
  readonly inputs: number
  /** Weights of the n-grams to start from. */
  readonly odds: readonly (Float64Array | null)[]
  readonly options: TrainingOptions
}

/**
 * Trains the model's parts, each alone on its kind of features: a regression over n-grams, from what natural's
 * Bayes learns of them; one over n-grams and classes of words; a network over the findings of rules and the
 * classes of words. Their scores count a third each. Classes are weighted to their expected shares, softened
 * by a square root, so that a rare class with few samples is neither drowned nor preferred.
 */
export function trainModel(
  samples: readonly Sample[],
  classes: readonly string[],
  options: TrainingOptions,
): Model {
  const texts = samples.map(({ text }) => asRead(text).normal)
  const known = gramsOf(texts, options.minSamples)
  const { grams } = known
  const firstGram = firstGramOf(classes.length)
  const vocabulary = makeVocabulary(known, firstGram)
  const weightOf = classWeights(samples, classes, options.priors)
  const lessons = samples.map(({ label }, i) => ({
    vector: observe(texts[i] ?? '', vocabulary).vector,
    label: classes.indexOf(label),
    weight: weightOf.get(label) ?? 1,
  }))
  const documents = samples.map(({ label }, i) => ({ tokens: tokensOf(texts[i] ?? ''), label }))
  const oddsOf = bayesOdds(documents, classes)
  const odds = grams.map(oddsOf)
  const inputs = firstGram + grams.length
  const course = { lessons, classes, firstGram, inputs, odds, options }
  const model = { version: 'untitled', classes, grams, vocabulary, temperature: 1 }
  return withStrongestGrams({ ...model, ...learnParts(course) }, options.keptGrams)
}

function learnParts(course: Course): Pick<Model, 'words' | 'hidden' | 'findings'> {
  const { times } = course.options
  const wordReaders = [
    ...repeated(times, () => learnWords(course, false)),
    ...repeated(times, () => learnWords(course, true)),
  ]
  const networks = repeated(times, () => learnFindings(course))
  return { words: meanOf(wordReaders, 2 / 3), ...sideBySide(networks, 1 / 3) }
}

function repeated<T>(times: number, make: () => T): T[] {
  return Array.from({ length: times }, make)
}

/** Inputs count from the first feature that is not of the rules. */
function learnWords(
  { lessons, classes, firstGram, inputs, odds, options }: Course,
  withClasses: boolean,
): Layer {
  const rules = ruleFeatureCount(classes.length)
  const width = classes.length
  const weights = new Float32Array((inputs - rules) * width)
  odds.forEach((learnt, gram) => {
    const start = learnt?.map((one) => one * options.bayesShare)
    if (start !== undefined) weights.set(start, (firstGram - rules + gram) * width)
  })
  const { hidden, random } = options
  const masked = (vector: FeatureVector) =>
    keptOf(vector, (id) => {
      if (id < rules || (id < firstGram && !withClasses)) return null
      const share = id < firstGram ? hidden.classes : hidden.grams
      if (random() < share) return null
      return { id: id - rules, times: id < firstGram ? 1 : 1 / (1 - share) }
    })
  return learnRegression(lessons, { weights, width }, masked, options)
}

function learnFindings({ lessons, classes, firstGram, options }: Course): Network {
  const rules = ruleFeatureCount(classes.length)
  const { hidden, random, units } = options
  const masked = (vector: FeatureVector) =>
    keptOf(vector, (id) => {
      if (id >= firstGram || random() < (id < rules ? hidden.rules : hidden.classes)) return null
      return { id, times: 1 }
    })
  const size = { inputs: firstGram, units, width: classes.length, resting: hidden.units }
  return learnNetwork(lessons, size, masked, options)
}

/** The features kept, renumbered, their values so many times; null leaves one out. */
function keptOf(
  { ids, values }: FeatureVector,
  keep: (id: number) => { readonly id: number; readonly times: number } | null,
): FeatureVector {
  const part: FeatureVector = { ids: [], values: [] }
  ids.forEach((id, i) => {
    const kept = keep(id)
    if (kept === null) return
    part.ids.push(kept.id)
    part.values.push(values[i]! * kept.times)
  })
  return part
}

/** The mean of layers of the same shape, times a share. */
function meanOf(layers: readonly Layer[], share: number): Layer {
  const [first] = layers
  if (first === undefined) throw new Error('no layers')
  const times = share / layers.length
  const mean = (all: readonly ArrayLike<number>[], length: number) =>
    Float32Array.from({ length }, (_, i) => all.reduce((sum, one) => sum + one[i]! * times, 0))
  return {
    weights: mean(
      layers.map(({ weights }) => weights),
      first.weights.length,
    ),
    scale: 1,
    bias: mean(
      layers.map(({ bias }) => bias),
      first.bias.length,
    ),
  }
}

/** Networks as one, whose hidden units stand side by side; the outputs are their mean times a share. */
function sideBySide(networks: readonly Network[], share: number): Network {
  const units = networks.map(({ hidden }) => hidden.bias.length)
  const total = units.reduce((sum, one) => sum + one, 0)
  const inputs = (networks[0]?.hidden.weights.length ?? 0) / (units[0] ?? 1)
  const weights = new Float32Array(inputs * total)
  const bias = new Float32Array(total)
  let at = 0
  for (const { hidden } of networks) {
    const width = hidden.bias.length
    bias.set(hidden.bias, at)
    for (let input = 0; input < inputs; input += 1) {
      weights.set(hidden.weights.subarray(input * width, (input + 1) * width), input * total + at)
    }
    at += width
  }
  const times = share / networks.length
  const outs = networks.map(({ findings }) => findings)
  return {
    hidden: { weights, scale: 1, bias },
    findings: {
      weights: Float32Array.from(
        outs.flatMap((out) => Array.from(out.weights, (one) => one * times)),
      ),
      scale: 1,
      bias: meanOf(outs, share).bias,
    },
  }
}

/** Leaves out the n-grams whose weights say least: the model loads faster and fits a smaller cache. */
function withStrongestGrams(model: Model, kept: number): Model {
  const { words, vocabulary } = model
  const width = model.classes.length
  const first = vocabulary.first - ruleFeatureCount(width)
  const rowOf = (gram: number) =>
    words.weights.subarray((first + gram) * width, (first + gram + 1) * width)
  const strengths = model.grams.map((_, gram) => lengthOf(rowOf(gram)))
  const least = strengths.toSorted((a, b) => b - a)[kept - 1] ?? 0
  const stays = model.grams.map((_, gram) => gram).filter((gram) => strengths[gram]! >= least)
  const weights = new Float32Array((first + stays.length) * width)
  weights.set(words.weights.subarray(0, first * width))
  stays.forEach((gram, place) => {
    weights.set(rowOf(gram), (first + place) * width)
  })
  const grams = stays.map((gram) => model.grams[gram]!)
  const rarity = Float32Array.from(stays, (gram) => vocabulary.rarity[gram]!)
  return {
    ...model,
    grams,
    vocabulary: makeVocabulary({ grams, rarity }, vocabulary.first),
    words: { ...words, weights },
  }
}

function lengthOf(row: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < row.length; k += 1) sum += row[k]! * row[k]!
  return sum
}

/** A text's pairs and triples of characters, each once. */
function tokensOf(text: string): string[] {
  const seen = new Set<string>()
  eachGram(text, (_, one, two, three) => {
    seen.add(String.fromCharCode(one, two))
    if (three !== 0) seen.add(String.fromCharCode(one, two, three))
  })
  return [...seen]
}

/** Divides the logarithm of how rare an n-gram is, so that a usual one counts about one. */
const usual = 5

/** The n-grams that stand in at least `min` texts, sorted: the same texts give the same numbers. */
function gramsOf(texts: readonly string[], min: number): Grams {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const gram of tokensOf(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  const kept = [...counts].filter(([, n]) => n >= min).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    grams: kept.map(([gram]) => gram),
    rarity: Float32Array.from(kept, ([, n]) => Math.log(texts.length / n) / usual),
  }
}

function classWeights(
  samples: readonly Sample[],
  classes: readonly string[],
  priors: Readonly<Record<string, number>>,
): Map<string, number> {
  const counts = new Map(classes.map((name) => [name, 0]))
  for (const { label } of samples) counts.set(label, (counts.get(label) ?? 0) + 1)
  const named = Object.values(priors).reduce((sum, share) => sum + share, 0)
  const others = classes.filter((name) => priors[name] === undefined)
  const rest = (1 - named) / Math.max(1, others.length)
  return new Map(
    classes.map((name) => {
      const share = (counts.get(name) ?? 0) / samples.length
      return [name, share === 0 ? 1 : Math.sqrt((priors[name] ?? rest) / share)]
    }),
  )
}
