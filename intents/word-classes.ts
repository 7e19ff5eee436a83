import { demandCues, wordClasses } from './lexicon/word-classes.ts'
import { makeMatcher } from './match.ts'
import type { Span } from './types.ts'

export const classCount = Object.keys(wordClasses).length
export const pairCount = (classCount * (classCount - 1)) / 2

/** Two words this near in one sentence make one finding: polluter and effect. Characters. */
const reach = 20
const sentenceEnds = new Set([...'。！？；!?;\n'].map((end) => end.charCodeAt(0)))
const demands = new RegExp(`(?:${demandCues.join('|')})[^。！？；!?;\\n]*`, 'g')

const words: string[] = []
/** The classes of each word, in the order of `words`. */
const classesOf: number[][] = []
const placeOf = new Map<string, number>()
Object.values(wordClasses).forEach((list, index) => {
  for (const word of list) addWord(word, index)
})
const match = makeMatcher(words)

function addWord(word: string, classIndex: number): void {
  const place = placeOf.get(word) ?? words.push(word) - 1
  placeOf.set(word, place)
  classesOf[place] = [...(classesOf[place] ?? []), classIndex]
}

/** What a text holds of the classes of words, each by its number in the lexicon. */
export type ClassFindings = {
  /** How often each stands in all of it. */
  readonly whole: ReadonlyMap<number, number>
  /** Those in the title. */
  readonly title: ReadonlySet<number>
  /** Those in what is asked for: from a word of demand to the end of its sentence. */
  readonly demand: ReadonlySet<number>
  /** Two different ones near each other in one sentence, by `pairOf`. */
  readonly pairs: ReadonlySet<number>
}

/** Number of a pair of different classes, from 0 to `pairCount` - 1, whatever their order. */
export function pairOf(a: number, b: number): number {
  const low = Math.min(a, b)
  const high = Math.max(a, b)
  return (high * (high - 1)) / 2 + low
}

/** The classes of words in a normalised text whose title ends at `titleEnd`. */
export function classesIn(text: string, titleEnd: number): ClassFindings {
  const whole = new Map<number, number>()
  const title = new Set<number>()
  const demand = new Set<number>()
  const demanded = spansOf(demands, text)
  const nearby = makeNearby(text)
  match(text, (index, from, to) => {
    const found = classesOf[index] ?? []
    const asked = demanded.some((span) => from >= span[0] && to <= span[1])
    for (const one of found) {
      whole.set(one, (whole.get(one) ?? 0) + 1)
      if (to <= titleEnd) title.add(one)
      if (asked) demand.add(one)
    }
    nearby.meet(found, from, to)
  })
  return { whole, title, demand, pairs: nearby.pairs }
}

function spansOf(re: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(re), ({ index, 0: words }) => [index, index + words.length])
}

/** Collects the pairs of classes that stand near each other, as words are met by where they end. */
function makeNearby(text: string) {
  const pairs = new Set<number>()
  const recent: { readonly one: number; readonly at: number }[] = []
  let read = 0
  const meet = (found: readonly number[], from: number, to: number) => {
    for (; read < to; read += 1) if (sentenceEnds.has(text.charCodeAt(read))) recent.length = 0
    while (recent[0] !== undefined && from - recent[0].at > reach) recent.shift()
    for (const one of found) {
      for (const before of recent) if (before.one !== one) pairs.add(pairOf(before.one, one))
    }
    for (const one of found) recent.push({ one, at: from })
  }
  return { pairs, meet }
}
