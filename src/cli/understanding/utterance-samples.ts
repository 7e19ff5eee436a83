import { readFileSync } from 'node:fs'
import { asRead } from '#intents/readable.ts'
import { dangerKinds } from '#intents/lexicon/danger-words.ts'
import { questionExamples } from '#intents/lexicon/asked-questions.ts'
import { utteranceActs, utterancePoints } from '#intents/utterances/acts.ts'
import type { UtteranceAct, UtterancePoint } from '#intents/utterances/acts.ts'
import type { UtteranceSample, UtteranceTraining } from '#intents/utterances/training.ts'
import { allExamples } from './examples.ts'
import { makeDice } from '#cli/dice.ts'

/** What only looks like danger: it says what it is not. */
const calm = 'calm'
/** Points that an utterance said anywhere is learnt at, beside the first. */
const anywhere = 3
const longestComplaint = 60
const dangerWords = new RegExp(Object.values(dangerKinds).join('|'))
const everyComplaint = 3

/** Uniform in [0, 1), the same for the same seed. */
function fractions(seed: number): () => number {
  const dice = makeDice(seed)
  return () => dice.below(2 ** 30) / 2 ** 30
}

/** How the checked-in model is trained. */
export function utteranceTraining(): UtteranceTraining {
  return {
    epochs: 10,
    rate: 0.1,
    decay: 2e-5,
    minSamples: 2,
    keptFeatures: 16_000,
    bayesShare: 0.1,
    hidden: 0.25,
    positive: 3,
    random: fractions(20261201),
  }
}

type Line = { readonly text: string; readonly points: readonly UtterancePoint[] }

/**
 * Utterances of our own writing, one a line of intents/utterances/examples/<act>.txt: the points of the talk it is
 * said at, a bar, the words. Throws on a line it cannot read.
 */
function linesOf(name: string): Line[] {
  return readLines(name).map((line) => {
    const [named = '', text] = line.split(' | ')
    if (text === undefined) throw unreadable(name, line)
    return { text, points: pointsIn(named, line).flatMap((one) => one(text)) }
  })
}

function readLines(name: string): string[] {
  const file = new URL(`../../../intents/utterances/examples/${name}.txt`, import.meta.url)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

/** What the names of points come to, by the words said there. */
function pointsIn(named: string, line: string): ((text: string) => readonly UtterancePoint[])[] {
  return named.split(' ').map((one) => {
    if (one === 'any') return somewhere
    if (!isPoint(one)) throw unreadable(named, line)
    return () => [one]
  })
}

function unreadable(name: string, line: string): Error {
  return new Error(`${name}.txt cannot be read: ${line}`)
}

function isPoint(name: string): name is UtterancePoint {
  return (utterancePoints as readonly string[]).includes(name)
}

/** Some points, the same ones for the same words. */
function somewhere(text: string): UtterancePoint[] {
  const from = [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0)
  const count = utterancePoints.length
  const others = Array.from(
    { length: anywhere },
    (_, i) => utterancePoints[(from + i * 3) % count] ?? 'fresh',
  )
  return [...new Set<UtterancePoint>(['fresh', ...others])]
}

type Told = { readonly act: UtteranceAct | typeof calm } & Line

/** All utterances with all that they are, in an order that is the same every time. */
export function utteranceSamples(): UtteranceSample[] {
  const found = new Map<
    string,
    { acts: Set<UtteranceAct>; point: UtterancePoint; normal: string }
  >()
  const harmless: UtteranceSample[] = []
  for (const { act, text, points } of [...examples(), ...questions(), ...contrasts()]) {
    for (const point of points) {
      const normal = asRead(text).normal
      if (act === calm) {
        harmless.push({ normal, point, acts: [], only: 'danger' })
        continue
      }
      const key = `${point}|${normal}`
      const known = found.get(key) ?? { acts: new Set(), point, normal }
      known.acts.add(act)
      found.set(key, known)
    }
  }
  const told = [...found.values()].map(({ acts, ...one }) => ({
    ...one,
    acts: [...acts],
    only: null,
  }))
  return [...told, ...harmless, ...complaints()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function examples(): Told[] {
  return ([...utteranceActs, calm] as const).flatMap((act) =>
    linesOf(act).map((line) => ({ act, ...line })),
  )
}

/** Questions are put anywhere. */
function questions(): Told[] {
  return Object.values(questionExamples).flatMap((texts) =>
    texts.map((text) => ({ act: 'ask', text, points: somewhere(text) }) as const),
  )
}

/**
 * Pairs of words that are near and mean something else, one a line of contrasts.txt: the points, then each side's acts
 * and words (撤 | 不撤).
 */
function contrasts(): Told[] {
  return readLines('contrasts').flatMap((line) => {
    const [named = '', ...sides] = line.split(' | ')
    const points = pointsIn(named, line)
    return sides.flatMap((side) => {
      const [acts = '', text] = side.split(': ')
      return acts.split('+').map((act) => {
        if (text === undefined || !isAct(act)) throw unreadable('contrasts', line)
        return { act, text, points: points.flatMap((one) => one(text)) }
      })
    })
  })
}

function isAct(name: string): name is UtteranceAct | typeof calm {
  return name === calm || (utteranceActs as readonly string[]).includes(name)
}

function keyOf({ normal, point }: UtteranceSample): string {
  return `${normal}|${point}`
}

/**
 * What categories are learnt from tells a trouble, or asks about one. Where no word of danger stands in it, it is none;
 * else it says nothing of that.
 */
function complaints(): UtteranceSample[] {
  return allExamples()
    .filter(({ text }, index) => text.length <= longestComplaint && index % everyComplaint === 0)
    .map(({ text, label }, index) => {
      const normal = asRead(text).normal
      return {
        normal,
        point: index % 3 === 0 ? 'open-ticket' : 'fresh',
        acts: [label === 'env-inquiry' ? 'ask' : 'complain'],
        only: null,
        ...(dangerWords.test(normal) ? { mute: 'danger' as const } : {}),
      }
    })
}
