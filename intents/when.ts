import { timeWords } from './lexicon/time-words.ts'

const oneOf = (sources: readonly string[]) =>
  `(?:${sources.join('|').replaceAll('N', timeWords.number)})`

const sure = oneOf(timeWords.sure)
const one = `${oneOf(timeWords.before)}?(?:${sure}|${oneOf(timeWords.beside)})`
const behind = `${oneOf(timeWords.behind)}{0,3}`
/** An expression: one after the other, with what stands between them, before and behind. */
const chain = new RegExp(
  `(?=${timeWords.opens})${one}${behind}(?:${oneOf(timeWords.joints)}?${one}${behind})*`,
  'g',
)
const certain = new RegExp(sure, 'g')
const range = /[点时][^，。]{0,12}[到至~-]/

/**
 * The words that say when and how often, as written: every expression of the text in its order, joined by a comma; a
 * correction stays whole (昨天，不对，是前天晚上). null when there are none. `text` has the offsets of `normal`.
 */
export function whenOf(text: string, normal: string): string | null {
  const said: string[] = []
  let next = -1
  for (const { 0: found, index } of normal.matchAll(chain)) {
    const end = index + found.length
    if (next < index) next = nextCertain(normal, index)
    if (next >= end && !range.test(found)) continue
    const words = text.slice(index, end).trim()
    if (!said.includes(words)) said.push(words)
  }
  return said.length === 0 ? null : said.join('，')
}

/** Where the next expression that stands alone begins; Infinity when none does. */
function nextCertain(normal: string, from: number): number {
  certain.lastIndex = from
  return certain.exec(normal)?.index ?? Infinity
}
