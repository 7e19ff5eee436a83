import { questionExamples } from './lexicon/asked-questions.ts'
import { mechanismWords, questionTopics } from './lexicon/question-topics.ts'
import { normalize } from './normalize.ts'
import { classesIn } from './utterances/word-classes.ts'

export type QuestionTopic = (typeof questionTopics)[number]['topic'] | keyof typeof questionExamples

export type MechanismWord = (typeof mechanismWords)[keyof typeof mechanismWords]

/** The words of the mechanism that a normalised text names, each once. */
export function questionWordsIn(normal: string): readonly MechanismWord[] {
  return Object.entries(mechanismWords).flatMap(([word, key]) =>
    normal.includes(word) ? [key] : [],
  )
}

/** Likeness to the nearest example, from 0 to 1: as good as said in its words, and near enough where no rule knows it. */
const questionSettings = { alike: 0.5, near: 0.22 } as const

const compiled = questionTopics.map(({ topic, re }) => ({ topic, re: new RegExp(re) }))

/** Which question about the bot, a case or its handling a normalised text asks; null when none of those known. */
export function questionTopicOf(normal: string): QuestionTopic | null {
  const nearest = nearestTo(normal)
  if (nearest.likeness >= questionSettings.alike) return nearest.topic
  const byRule = compiled.find(({ re }) => re.test(normal))?.topic
  if (byRule !== undefined) return byRule
  return nearest.likeness >= questionSettings.near ? nearest.topic : null
}

type Example = { readonly topic: QuestionTopic; readonly norm: number }
type Index = {
  readonly examples: readonly Example[]
  /** Examples that hold a feature, and what it says: the rarer, the more. */
  readonly holders: ReadonlyMap<string, { readonly weight: number; readonly of: readonly number[] }>
}

let built: Index | null = null

/** Made when the first question is asked. */
function index(): Index {
  built ??= indexOf()
  return built
}

function indexOf(): Index {
  // Safe because these are its own keys.
  const texts = (Object.keys(questionExamples) as (keyof typeof questionExamples)[]).flatMap(
    (topic) =>
      questionExamples[topic].map((text) => ({ topic, features: piecesOf(normalize(text)) })),
  )
  const of = new Map<string, number[]>()
  texts.forEach(({ features }, at) => {
    for (const feature of features) of.set(feature, [...(of.get(feature) ?? []), at])
  })
  const holders = new Map(
    [...of].map(([feature, list]) => [
      feature,
      { weight: Math.log(texts.length / list.length), of: list },
    ]),
  )
  const examples = texts.map(({ topic, features }) => ({
    topic,
    norm: Math.sqrt(
      [...features].reduce((sum, one) => sum + (holders.get(one)?.weight ?? 0) ** 2, 0),
    ),
  }))
  return { examples, holders }
}

function nearestTo(normal: string): { topic: QuestionTopic | null; likeness: number } {
  const { examples, holders } = index()
  const products = new Map<number, number>()
  let squares = 0
  for (const feature of piecesOf(normal)) {
    const held = holders.get(feature)
    const weight = held?.weight ?? Math.log(examples.length)
    squares += weight ** 2
    for (const at of held?.of ?? []) products.set(at, (products.get(at) ?? 0) + weight ** 2)
  }
  let best: { topic: QuestionTopic | null; likeness: number } = { topic: null, likeness: 0 }
  for (const [at, product] of products) {
    const { topic, norm } = examples[at] ?? { topic: null, norm: 1 }
    const likeness = product / (norm * Math.sqrt(squares) || 1)
    if (likeness > best.likeness) best = { topic, likeness }
  }
  return best
}

/** Signs alone and in twos, and classes of words: what a question is made of. */
function piecesOf(normal: string): ReadonlySet<string> {
  const text = normal.replaceAll(/[\s，。！？、,.!?~～…]+/g, '')
  const pieces = new Set(classesIn(text).map((one) => `~${one}`))
  for (let at = 0; at < text.length; at += 1) {
    pieces.add(text.charAt(at))
    if (at + 1 < text.length) pieces.add(text.slice(at, at + 2))
  }
  return pieces
}
