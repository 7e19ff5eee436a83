import { utteranceWords } from '../lexicon/utterance-words.ts'

/** By their first character, the longest first. */
const words = new Map<string, { readonly word: string; readonly name: string }[]>()
for (const [name, list] of Object.entries(utteranceWords)) {
  for (const word of list.split(' ')) {
    const first = word.charAt(0)
    words.set(first, [...(words.get(first) ?? []), { word, name }])
  }
}
for (const list of words.values()) list.sort((a, b) => b.word.length - a.word.length)

/** Classes of the words of a normalised text, in their order (lexicon/utterance-words.ts). */
export function classesIn(text: string): string[] {
  const found: string[] = []
  let at = 0
  while (at < text.length) {
    const one = words.get(text.charAt(at))?.find(({ word }) => standsAt(text, at, word))
    if (one !== undefined) found.push(one.name)
    at += one?.word.length ?? 1
  }
  return found
}

/** A Latin word stands between signs that are none of its letters. */
function standsAt(text: string, at: number, word: string): boolean {
  if (!text.startsWith(word, at)) return false
  if (!isLatin(word, 0)) return true
  return !isLatin(text, at - 1) && !isLatin(text, at + word.length)
}

function isLatin(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x61 && unit <= 0x7a
}
