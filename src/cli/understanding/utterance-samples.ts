import { readFileSync } from 'node:fs'
import { asRead } from '#intents/readable.ts'
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
    keptFeatures: 12_000,
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
  const file = new URL(`../../../intents/utterances/examples/${name}.txt`, import.meta.url)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readLine(line, name))
}

function readLine(line: string, name: string): Line {
  const [named = '', text] = line.split(' | ')
  const points = named.split(' ')
  const known = points.every((one) => one === 'any' || isPoint(one))
  if (text === undefined || !known) throw new Error(`${name}.txt cannot be read: ${line}`)
  return { text, points: points.flatMap((one) => (isPoint(one) ? [one] : somewhere(text))) }
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

/** All utterances with all that they are, in an order that is the same every time. */
export function utteranceSamples(): UtteranceSample[] {
  const found = new Map<
    string,
    { acts: Set<UtteranceAct>; point: UtterancePoint; normal: string }
  >()
  for (const act of utteranceActs) {
    for (const { text, points } of linesOf(act)) {
      for (const point of points) {
        const normal = asRead(text).normal
        const key = `${point}|${normal}`
        const known = found.get(key) ?? { acts: new Set(), point, normal }
        known.acts.add(act)
        found.set(key, known)
      }
    }
  }
  const told = [...found.values()].map(({ acts, ...one }) => ({
    ...one,
    acts: [...acts],
    only: null,
  }))
  const harmless = linesOf(calm).flatMap(({ text, points }) =>
    points.map((point) => ({
      normal: asRead(text).normal,
      point,
      acts: [],
      only: 'danger' as const,
    })),
  )
  return [...told, ...harmless, ...complaints()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ normal, point }: UtteranceSample): string {
  return `${normal}|${point}`
}

/** What categories are learnt from tells a trouble, or asks about one; whether it is danger too it does not say. */
function complaints(): UtteranceSample[] {
  return allExamples()
    .filter(({ text }, index) => text.length <= longestComplaint && index % everyComplaint === 0)
    .map(({ text, label }, index) => ({
      normal: asRead(text).normal,
      point: index % 3 === 0 ? 'open-ticket' : 'fresh',
      acts: [label === 'env-inquiry' ? 'ask' : 'complain'],
      only: null,
      mute: 'danger',
    }))
}
