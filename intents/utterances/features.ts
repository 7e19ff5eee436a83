import { utteranceCues } from '../lexicon/utterance-cues.ts'
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

/**
 * The named features of a normalised utterance at a point of the talk: characters alone and in twos and threes with
 * where it begins and ends, English words in ones and twos, how it is said, and each of these at this very point.
 */
export function featuresOf(normal: string, point: UtterancePoint): string[] {
  const text = plainOf(normal)
  const own = new Set<string>()
  for (const { name, re } of cues) if (re.test(normal)) own.add(name)
  if (text.length <= wholeAtMost) own.add(`=${text}`)
  own.add(text.length < 5 ? '#tiny' : text.length < 14 ? '#short' : '#long')
  addGrams(own, `^${text}$`)
  const words = text.match(/[a-z']+/g) ?? []
  words.forEach((word, index) => {
    own.add(`_${word}`)
    const next = words[index + 1]
    if (next !== undefined) own.add(`_${word}_${next}`)
  })
  return [`@${point}`, ...own, ...[...own].map((feature) => `${point}|${feature}`)]
}

function addGrams(own: Set<string>, text: string): void {
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? ''
    if (isPart(one)) continue
    own.add(one)
    for (const size of [2, 3]) {
      const gram = text.slice(at, at + size)
      if (gram.length === size && ![...gram.slice(1)].some(isPart)) own.add(gram)
    }
  }
}

/** A Latin letter or half a picture: nothing by itself. */
function isPart(sign: string): boolean {
  return (sign >= 'a' && sign <= 'z') || (sign >= '\ud800' && sign <= '\udfff') || sign.length > 1
}
