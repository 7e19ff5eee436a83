import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { radicals } from '#intents/lexicon/radicals.ts'
import { readable } from '#intents/readable.ts'
import { understand } from '#intents/understand.ts'
import { findPlaces } from '#routing/places/find.ts'
import { towns } from '#routing/places/towns.ts'
import { villages } from '#routing/places/villages.ts'
import { inWords } from './place-words.ts'

/** Characters that have a double among radicals and compatibility ideographs. */
const doubles = new Map<string, string>()
for (const [from, to] of [
  [0x2f00, 0x2fd5],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1d],
] as const) {
  for (let code = from; code <= to; code += 1) {
    const double = String.fromCodePoint(code)
    const plain = double.normalize('NFKC')
    if (plain !== double && !doubles.has(plain)) doubles.set(plain, double)
  }
}
for (let at = 0; at < radicals.length; at += 2) {
  doubles.set(radicals.charAt(at + 1), radicals.charAt(at))
}

const between = (sign: string) => (name: string) => [...name].join(sign)
const behind = (sign: string) => (name: string) => [...name].map((one) => one + sign).join('')

/** What a name may have met on its way here. */
const disturbances: Readonly<Record<string, (name: string) => string>> = {
  'zero-width spaces': between('\u200b'),
  'zero-width joiners': between('\u200d'),
  'word joiners': between('\u2060'),
  'byte order marks': between('\ufeff'),
  'soft hyphens': between('\u00ad'),
  'thin spaces': between('\u2009'),
  'hair spaces': between('\u200a'),
  'narrow no-break spaces': between('\u202f'),
  'variation selectors': behind('\ufe00'),
  'ideographic variation selectors': behind('\u{e0100}'),
  'marks of direction': between('\u200e'),
  'an embedding of direction': (name) => `\u202b${name}\u202c`,
  'strokes set through': behind('\u0336'),
  'lines set under': behind('\u0332'),
  'radicals and compatibility ideographs': (name) =>
    [...name].map((one) => doubles.get(one) ?? one).join(''),
}

const sample = villages.filter((_, index) => index % 25 === 0)
const places = [
  ...towns.map(({ label }) => label),
  ...sample.map(({ town, name, kind }) => {
    const label = towns.find(({ id }) => id === town)?.label ?? ''
    return `${label}${name}${kind === 'village' ? '村' : '社区'}`
  }),
]

describe.each(Object.entries(disturbances))('Names with %s', (_what, disturb) => {
  it.each(places)('are found: %s', (name) => {
    const text = `你好，${disturb(name)}有人烧烤`
    expect(inWords(findPlaces(text))).toBe(inWords(findPlaces(`你好，${name}有人烧烤`)))
    expect(findPlaces(text).town).not.toBeNull()
  })
})

describe('A text with signs that show nothing', () => {
  it('is understood as the text without', () => {
    const disturbed = understand(between('\u200b')('每天晚上十点以后烧烤冒烟'))
    const plain = understand('每天晚上十点以后烧烤冒烟')
    expect(disturbed.classification.category).toBe(plain.classification.category)
    expect(disturbed.when).toBe(plain.when)
  })

  it('has its spans in the text as received', () => {
    const name = between('\u00ad')('溪翁庄镇')
    const [span] = findPlaces(`在${name}有人烧烤`).evidence.map((one) => one.span)
    expect(`在${name}有人烧烤`.slice(...(span ?? []))).toBe(name)
  })

  it('keeps a blank between words', () => {
    expect(readable('near\u2009Gubeikou 溪翁庄 金叵罗').text).toBe('near Gubeikou 溪翁庄 金叵罗')
  })

  it('loses nothing but those signs, and leads back', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('溪翁庄', '\u200b', '\u2009', '⾼', '\u{2f800}', 'é', 'e\u0301', '😀'),
    )
    const texts = fc.array(piece, { maxLength: 10 }).map((all) => all.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const { text: plain, spanIn } = readable(text)
        expect(readable(plain).text).toBe(plain)
        for (let at = 0; at < plain.length; at += 1) {
          const [from, to] = spanIn([at, at + 1])
          expect(from).toBeLessThan(to)
          expect(readable(text.slice(from, to)).text).toContain(plain.charAt(at).trim())
        }
      }),
    )
  })
})
