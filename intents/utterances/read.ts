import { utteranceGuards } from '../lexicon/utterance-cues.ts'
import { normalize } from '../normalize.ts'
import { opposites, pointOf, utteranceActs } from './acts.ts'
import type { UtteranceAct, UtteranceContext, UtterancePoint } from './acts.ts'
import { chancesOf, loadUtteranceModel } from './model.ts'
import stored from './model.json' with { type: 'json' }

/** Settings of the reader, found on utterances it was not trained on. */
export const readingSettings = {
  /** An act counts from this chance on. */
  chance: 0.25,
  /** One that opens, drops, withdraws or keeps counts from this on. */
  weighty: 0.4,
  /** Two opposite readings are both possible when the lesser still has this share of the greater's chance. */
  close: 0.5,
} as const

export type ReadAct = { readonly act: UtteranceAct; readonly chance: number }

/** What an utterance is: every act that counts, likeliest first. */
export type Reading = {
  readonly point: UtterancePoint
  readonly acts: readonly ReadAct[]
  /** Two readings of opposite meaning, too close to act on either. */
  readonly doubt: readonly [UtteranceAct, UtteranceAct] | null
}

const settings = readingSettings
const weighty: ReadonlySet<UtteranceAct> = new Set(['confirm', 'cancel', 'withdraw', 'keep'])
const model = loadUtteranceModel(stored)

/** Reads an utterance where it was said. Pure. */
export function readUtterance(text: string, context: UtteranceContext): Reading {
  return readNormal(normalize(text), pointOf(context))
}

/** The same from a normalised text. */
export function readNormal(normal: string, point: UtterancePoint): Reading {
  const chances = chancesOf(model, normal, point)
  utteranceActs.forEach((act, k) => {
    if (undone[act]?.test(normal) === true) chances[k] = 0
  })
  const acts = utteranceActs
    .map((act, k) => ({ act, chance: chances[k]! }))
    .filter(({ act, chance }) => chance >= (weighty.has(act) ? settings.weighty : settings.chance))
    .sort((a, b) => b.chance - a.chance)
  return { point, acts, doubt: doubtIn(chances) }
}

/** How likely it tells of danger, whatever was asked. */
export function chanceOfDanger(normal: string): number {
  return chancesOf(model, normal, 'fresh')[utteranceActs.indexOf('danger')]!
}

/** Words that turn a doing into not doing it: 别提交, 先不撤. What they turn is not what is meant. */
const undone: Readonly<Partial<Record<UtteranceAct, RegExp>>> = {
  confirm: new RegExp(`${utteranceGuards.not}(${utteranceGuards.doing})`),
  withdraw: new RegExp(`${utteranceGuards.not}(${utteranceGuards.stopping})`),
  cancel: new RegExp(`${utteranceGuards.not}(${utteranceGuards.stopping})`),
}

function doubtIn(chances: Float64Array): Reading['doubt'] {
  const { chance, close } = readingSettings
  const both = opposites.find((pair) => {
    const [a = 0, b = 0] = pair.map((act) => chances[utteranceActs.indexOf(act)]!)
    return Math.max(a, b) >= chance && Math.min(a, b) >= close * Math.max(a, b)
  })
  return both ?? null
}
