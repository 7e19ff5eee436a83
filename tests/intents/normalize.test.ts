import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { homophones } from '#intents/lexicon/homophones.ts'
import { languageOf, normalize } from '#intents/normalize.ts'

/** Strings like people's: Chinese of both scripts, full width, emoji, slips, ASCII, anything. */
const chatter = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '躁音',
        '樓下飯店',
        '，',
        '！',
        '　',
        '😡',
        'ＡＢＣ',
        '\n',
        ...homophones.flat(),
      ),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))

describe('one way of writing', () => {
  it('keeps the length of every text, so that offsets stay what they were', () => {
    fc.assert(fc.property(chatter, (text) => normalize(text).length === text.length))
  })

  it('leaves alone what is normalised already', () => {
    fc.assert(
      fc.property(chatter, (text) => {
        const once = normalize(text)
        expect(normalize(once)).toBe(once)
      }),
    )
  })

  it('keeps a word where it stood behind a slip, an emoji and full-width letters', () => {
    const text = '😡ＡＢ躁音太大，烧烤'
    expect(normalize(text).indexOf('烧烤')).toBe(text.indexOf('烧烤'))
  })

  it('reads traditional characters as simplified ones', () => {
    expect(normalize('樓下飯店油煙嗆人')).toBe('楼下饭店油烟呛人')
  })

  it('reads full-width letters, digits and spaces as half-width lower case', () => {
    expect(normalize('ＭＹ２０２６　ＡＢ')).toBe('my2026 ab')
  })

  it.each(homophones)('reads the slip %s as %s', (written, meant) => {
    expect(normalize(written)).toBe(meant)
  })

  it('reads a slip in the middle of a sentence', () => {
    expect(normalize('工第半夜打庄，躁音绕民')).toBe('工地半夜打桩，噪音扰民')
  })

  it('reads texts longer than any buffer', () => {
    const long = '躁音扰民。'.repeat(20_000)
    expect(normalize(long)).toBe('噪音扰民。'.repeat(20_000))
  })
})

describe('the language to answer in', () => {
  it.each([
    ['果园西里小区门口的烧烤摊冒烟', 'zh-hans'],
    ['樓下飯店油煙直排，嗆得睡不著', 'zh-hant'],
    ['我要投訴噪音', 'zh-hant'],
    ['There is a barbecue stall smoking every night', 'en'],
    ['noise at night', 'en'],
    ['There is a barbecue stall smoking every night at 果园西里', 'en'],
    ['Factory smell in 穆家峪镇, please help', 'en'],
    ['KTV太吵了', 'zh-hans'],
    ['PM2.5超标', 'zh-hans'],
    ['楼下KTV的DJ音响bass太大', 'zh-hans'],
  ])('of %s is %s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })

  it.each(['', '   ', '😡😡', '👌', '123456', '13800138000', '？？？'])(
    'of %j, which has no words, is simplified Chinese',
    (text) => {
      expect(languageOf(text)).toBe('zh-hans')
    },
  )
})
