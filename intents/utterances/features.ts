import { utteranceCues } from '../lexicon/utterance-cues.ts'
import { classesIn } from './word-classes.ts'
import type { UtterancePoint } from './acts.ts'

const cues = Object.entries(utteranceCues).map(([name, re]) => ({
  name: `#${name}`,
  re: new RegExp(re),
}))

/** Longer texts are read at their beginning and their end: there an utterance says what it is. */
const [headLength, tailLength] = [80, 40]
const wholeAtMost = 10

/** Digits and spaces of any length as one sign; politeness of punctuation dropped. */
function plainOf(normal: string): string {
  const text = normal
    .replaceAll(/\d+/g, '0')
    .replaceAll(/[\s，。、；：…~～"“”‘’()（）.!！]+/g, ' ')
    .replaceAll(/[?？]+/g, '？')
    .trim()
  if (text.length <= headLength + tailLength) return text
  return `${text.slice(0, headLength)} ${text.slice(-tailLength)}`
}

/** The text read last and what it holds: danger and acts are read from the same one after the other. */
let last: { readonly normal: string; readonly features: readonly string[] } | null = null

/**
 * The named features of a normalised utterance wherever it is said: characters alone and in twos and threes with
 * where it begins and ends, English words in ones and twos, classes of words in their order, and how it is said.
 */
export function featuresOf(normal: string): readonly string[] {
  if (last?.normal === normal) return last.features
  const text = plainOf(normal)
  const own = new Set<string>()
  for (const { name, re } of cues) if (re.test(normal)) own.add(name)
  if (text.length <= wholeAtMost) own.add(`=${text}`)
  own.add(text.length < 5 ? '#tiny' : text.length < 14 ? '#short' : '#long')
  addClasses(own, text)
  addGrams(own, `^${text}$`)
  const words = text.match(/[a-z']+/g) ?? []
  words.forEach((word, index) => {
    own.add(`_${word}`)
    const next = words[index + 1]
    if (next !== undefined) own.add(`_${word}_${next}`)
  })
  last = { normal, features: [...own] }
  return last.features
}

/** The same at a point of the talk: the point, each feature by itself, and each at this very point. */
export function featuresAt(normal: string, point: UtterancePoint): string[] {
  const own = featuresOf(normal)
  return [`@${point}`, ...own, ...own.map((feature) => `${point}|${feature}`)]
}

/** Classes of words, and two and three of them one after the other, whatever stands between. */
function addClasses(own: Set<string>, text: string): void {
  const classes = ['^', ...classesIn(text), '$']
  classes.forEach((one, index) => {
    const [next, third] = [classes[index + 1], classes[index + 2]]
    own.add(`~${one}`)
    if (next === undefined) return
    own.add(`~${one}~${next}`)
    if (third !== undefined) own.add(`~${one}~${next}~${third}`)
  })
}

function addGrams(own: Set<string>, text: string): void {
  for (let at = 0; at < text.length; at += 1) {
    if (isPart(text, at)) continue
    own.add(text.charAt(at))
    if (at + 1 >= text.length || isPart(text, at + 1)) continue
    own.add(text.slice(at, at + 2))
    if (at + 2 < text.length && !isPart(text, at + 2)) own.add(text.slice(at, at + 3))
  }
}

/** A Latin letter or half a picture: nothing by itself. */
function isPart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xd800 && unit <= 0xdfff)
}
