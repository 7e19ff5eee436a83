import { utteranceGuards } from '../lexicon/utterance-cues.ts'
import { asRead } from '../readable.ts'
import { opposites, pointOf, utteranceActs } from './acts.ts'
import type { UtteranceAct, UtteranceContext, UtterancePoint } from './acts.ts'
import { unfoldModel } from '../folded.ts'
import { chanceOf, chancesOf, loadUtteranceModel } from './model.ts'
import type { StoredUtteranceModel } from './model.ts'
import stored from './model.json' with { type: 'json' }

/** Settings of the reader, found on utterances it was not trained on. */
const readingSettings = {
  /** An act counts from this chance on. */
  chance: 0.25,
  /** One that opens, drops, withdraws or keeps counts from this on. */
  weighty: 0.4,
  /** From this chance on it is at least a hint. */
  hint: 0.08,
  /** Two opposite readings are both possible when the lesser still has this share of the greater's chance. */
  close: 0.6,
} as const

type ReadAct = { readonly act: UtteranceAct; readonly chance: number }

/** What an utterance is: every act that counts, likeliest first. */
export type Reading = {
  readonly point: UtterancePoint
  readonly acts: readonly ReadAct[]
  /** Two readings of opposite meaning, too close to act on either. */
  readonly doubt: readonly [UtteranceAct, UtteranceAct] | null
  /** The likeliest of all, where none counts; null when even that is a mere chance. */
  readonly hint: UtteranceAct | null
}

const settings = readingSettings
const weighty: ReadonlySet<UtteranceAct> = new Set(['confirm', 'cancel', 'withdraw', 'keep'])
// Safe: the file is written by `npm run train`, and loading refuses another form's acts.
const model = loadUtteranceModel(unfoldModel(stored) as StoredUtteranceModel)

/** Reads an utterance where it was said. Pure. */
export function readUtterance(text: string, context: UtteranceContext): Reading {
  return readNormal(asRead(text).normal, pointOf(context))
}

/** The same from a normalised text. */
export function readNormal(normal: string, point: UtterancePoint): Reading {
  const chances = chancesOf(model, normal, point)
  for (const { k, re } of undone) if (chances[k]! > 0.05 && re.test(normal)) chances[k] = 0
  const acts = utteranceActs
    .map((act, k) => ({ act, chance: chances[k]! }))
    .filter(({ act, chance }) => chance >= (weighty.has(act) ? settings.weighty : settings.chance))
    .sort((a, b) => b.chance - a.chance)
  const doubt = doubtIn(chances)
  const counted = acts.filter((one) => doubt !== null || !isOutdone(one, acts))
  return { point, acts: counted, doubt, hint: hintIn(chances) }
}

function hintIn(chances: Float64Array): UtteranceAct | null {
  const most = chances.reduce((a, b) => Math.max(a, b), 0)
  return most < settings.hint ? null : (utteranceActs[chances.indexOf(most)] ?? null)
}

/** Its opposite is likelier. */
function isOutdone({ act, chance }: ReadAct, acts: readonly ReadAct[]): boolean {
  return opposites.some(([a, b]) => {
    const other = act === a ? b : act === b ? a : null
    return acts.some((one) => one.act === other && one.chance > chance)
  })
}

/** How likely it tells of danger, whatever was asked. */
export function chanceOfDanger(normal: string): number {
  return chanceOf(model, 'danger', { normal, point: 'fresh' })
}

/** Words that turn a doing into not doing it: 别提交, 先不撤. What they turn is not what is meant. */
const undone = (
  [
    ['confirm', utteranceGuards.doing],
    ['withdraw', utteranceGuards.stopping],
    ['cancel', utteranceGuards.stopping],
  ] as const
).map(([act, doing]) => ({
  k: utteranceActs.indexOf(act),
  re: new RegExp(`${utteranceGuards.not}(${doing})`),
}))
const pairs = opposites.map(([a, b]) => ({
  a: utteranceActs.indexOf(a),
  b: utteranceActs.indexOf(b),
}))

function doubtIn(chances: Float64Array): Reading['doubt'] {
  const { chance, close } = readingSettings
  const both = pairs.findIndex(({ a, b }) => {
    const [one, other] = [chances[a]!, chances[b]!]
    const greater = Math.max(one, other)
    return greater >= chance && Math.min(one, other) >= close * greater
  })
  return opposites[both] ?? null
}
