import { radicals } from './lexicon/radicals.ts'
import { normalize } from './normalize.ts'

/** Half-open range of UTF-16 offsets. */
type Range = readonly [from: number, to: number]

/** A text as it is read, and the way back to the text as it was received. */
export type Readable = {
  readonly text: string
  /** Offsets in `text` → the same words' in the text as received, with the signs dropped inside them. */
  readonly spanIn: (span: Range) => Range
}

/** Signs that show nothing: zero-width blanks and joiners, soft hyphens, marks of direction, variation selectors. */
const unseen = /^\p{Default_Ignorable_Code_Point}$/u
/** Marks set on the sign before: strokes, dots, accents that are a character of their own. */
const mark = /^[\p{Mn}\p{Me}]$/u
const narrowBlank = /^[\u2000-\u200a\u202f\u205f]$/
const han = /^\p{Script=Han}$/u
const composed = /^[\u00c0-\u024f]$/

/** Characters any of which makes a text worth looking at one by one; most texts have none. */
const disturbed =
  /[\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}\u2000-\u200a\u202f\u205f\u00c0-\u024f\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u

const ofRadical = new Map<string, string>()
for (let at = 0; at + 1 < radicals.length; at += 2) {
  ofRadical.set(radicals.charAt(at), radicals.charAt(at + 1))
}

/**
 * A text without what keeps its words from being recognised and nobody sees: signs without a form are dropped, thin
 * blanks between Chinese characters too, radicals and compatibility ideographs become the character, letters lose
 * their accents. Everything else stays as it is, in its place. Linear in the length; never throws.
 */
export function readable(text: string): Readable {
  if (!disturbed.test(text)) return { text, spanIn: (span) => span }
  let plain = ''
  const starts: number[] = []
  const ends: number[] = []
  const signs = [...text]
  let at = 0
  for (const [index, sign] of signs.entries()) {
    const read = readSign(sign, signs[index - 1], signs[index + 1])
    for (let unit = 0; unit < read.length; unit += 1) {
      starts.push(at)
      ends.push(at + sign.length)
    }
    plain += read
    at += sign.length
  }
  return { text: plain, spanIn: backBy(starts, ends) }
}

/** A text as received in the one way of writing that rules read, and the way back from its offsets. */
export function asRead(text: string): {
  readonly normal: string
  readonly spanIn: Readable['spanIn']
} {
  const { text: plain, spanIn } = readable(text)
  return { normal: normalize(plain), spanIn }
}

function backBy(starts: readonly number[], ends: readonly number[]): Readable['spanIn'] {
  const end = ends.at(-1) ?? 0
  return ([from, to]) => {
    const first = starts[from] ?? end
    return [first, to <= from ? first : (ends[to - 1] ?? end)]
  }
}

/** What a sign is read as; empty when it is dropped. */
function readSign(sign: string, before = '', after = ''): string {
  if (unseen.test(sign) || mark.test(sign)) return ''
  if (narrowBlank.test(sign)) return han.test(before) && han.test(after) ? '' : ' '
  const radical = ofRadical.get(sign)
  if (radical !== undefined) return radical
  if (composed.test(sign)) return sign.normalize('NFD').replace(/\p{Mn}/gu, '')
  return isVariant(sign) ? sign.normalize('NFKC') : sign
}

/** A radical or a compatibility ideograph. */
function isVariant(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  return (
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x2f800 && code <= 0x2fa1f)
  )
}
