import { digitWords } from '../lexicon/personal.ts'

type Digit = { readonly at: number; readonly to: number; readonly figure: string }
/** Digits that stand together but for a few signs. */
export type Run = readonly Digit[]

const words = new Map(Object.entries(digitWords))
const anyDigit = /\p{Nd}|\p{No}/u

/** A digit in any script (１, ①, ², 𝟏, ١, 一) as a plain figure; null for what is none. */
function figureOf(sign: string): string | null {
  if (sign >= '0' && sign <= '9') return sign
  const word = words.get(sign)
  if (word !== undefined) return word
  if (sign < '\u00b2' || !anyDigit.test(sign)) return null
  const plain = sign.normalize('NFKC')
  if (/^\d$/.test(plain)) return plain
  return decimalValue(sign)
}

/** Digits of other scripts stand in rows of ten that begin with their zero. */
function decimalValue(sign: string): string | null {
  if (!/\p{Nd}/u.test(sign)) return null
  const code = sign.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

/** Signs as they may stand in a class of a pattern. */
export const escaped = (signs: Iterable<string>): string =>
  [...signs].map((sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`).join('')

/** One digit in a pattern: of any script, or as a word. */
export const digit = `[\\p{Nd}\\p{No}${[...words.keys()].join('')}]`

/** The digits of a piece of text that `pattern` found, one run each, in order. */
export function runsIn(text: string, pattern: RegExp): readonly Run[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => {
    const run: Digit[] = []
    let at = index
    for (const sign of found) {
      const figure = figureOf(sign)
      if (figure !== null) run.push({ at, to: at + sign.length, figure })
      at += sign.length
    }
    return run
  })
}

/** A run in plain figures. */
export const figuresOf = (run: Run): string => run.map(({ figure }) => figure).join('')

/** Where the groups of a run begin, and its end. */
export function boundaries(run: Run): readonly number[] {
  const found = [0]
  for (let i = 1; i < run.length; i += 1) if (run[i]?.at !== run[i - 1]?.to) found.push(i)
  return [...found, run.length]
}
