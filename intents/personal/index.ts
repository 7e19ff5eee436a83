import type { Span } from '../types.ts'
import { accountsIn } from './accounts.ts'
import type { AccountKind } from './accounts.ts'
import { numbersIn } from './numbers.ts'
import type { NumberKind } from './numbers.ts'
import { speakerIn, titledIn } from './speaker.ts'

type PersonalKind = NumberKind | AccountKind
/** `value`: in one way of writing, whatever the spelling: a mobile number is its eleven figures. */
export type PersonalSpan = {
  readonly kind: PersonalKind
  readonly span: Span
  readonly value: string
}

const star = '＊'

/** How many signs stay readable at the beginning and the end, so that staff can tell two apart. */
const kept: Readonly<Record<PersonalKind, readonly [head: number, tail: number]>> = {
  mobile: [3, 2],
  landline: [4, 2],
  'id-card': [4, 2],
  card: [4, 2],
  plate: [2, 1],
  email: [0, 0],
  account: [0, 0],
  paper: [1, 1],
}
/** Of a landline without its area code. */
const keptOfLocal = [2, 2] as const
const shortLandline = 8

/** Everything by which somebody can be found in a text, in any spelling, in order. Linear; never throws. */
export function findPersonal(text: string): readonly PersonalSpan[] {
  return [...numbersIn(text), ...accountsIn(text)].sort((a, b) => a.span[0] - b.span[0])
}

/** Text that staff may read: what `findPersonal` finds is starred to the same length. Idempotent. */
export function mask(text: string): string {
  return starred(
    text,
    findPersonal(text).map(({ kind, span: [from, to], value }): Span => {
      const short = kind === 'landline' && value.length <= shortLandline
      const [head, tail] = short ? keptOfLocal : kept[kind]
      const first = signEnd(text, from + head)
      return [first, Math.max(first, signEnd(text, to - tail))]
    }),
  )
}

const figure = '[\\p{Nd}\\p{No}一二三四五六七八九〇零幺]'
/** Never within a sign that takes two places. */
function signEnd(text: string, at: number): number {
  const low = text.charCodeAt(at)
  return low >= 0xdc00 && low <= 0xdfff ? at - 1 : at
}

/** Stars with the figures that masking left readable beside them. */
const remains = new RegExp(
  `(?<!＊)(?:${figure}(?:${figure}|[ ()（）.·+-]){0,7})?＊{3,}(?:[- ]?${figure}{1,6})?`,
  'gu',
)
const anyFigure = new RegExp(figure, 'gu')

/** Words of somebody who wants to stay secret: no figure of a number is left, and what tells who speaks is starred. */
export function conceal(text: string): string {
  const whole = starred(text, [...findPersonal(text).map(({ span }) => span), ...speakerIn(text)])
  return whole.replace(remains, (found) => found.replace(anyFigure, star))
}

/** Words the public may read: as `conceal`, and no name before a title. */
export function publicWords(text: string): string {
  return starred(conceal(text), titledIn(text))
}

/** Telephone numbers in a text: a mobile's eleven figures, a landline's with its area code if it has one. */
export function phonesIn(text: string): readonly PersonalSpan[] {
  return findPersonal(text).filter(({ kind }) => kind === 'mobile' || kind === 'landline')
}

/** A line that is one telephone number, however it is written, in figures; null when it is anything else. */
export function phoneOf(line: string): string | null {
  const [only, ...more] = phonesIn(`电话${line}`)
  return only === undefined || more.length > 0 ? null : only.value
}

function starred(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text
  const units = text.split('')
  for (const [from, to] of spans) units.fill(star, from, to)
  return units.join('')
}
