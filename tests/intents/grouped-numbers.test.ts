import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberGroupings } from '#intents/lexicon/personal.ts'
import { mask, phoneOf } from '#intents/personal/index.ts'

const numbers: Readonly<Record<number, string>> = {
  11: '13812345678',
  18: '110228199001011234',
  19: '6222021001001234567',
}

/** The number of that many digits, in those groups with those signs between. */
function grouped(grouping: string, sign: string): string {
  const sizes = grouping.split('-').map(Number)
  const number = numbers[sizes.reduce((sum, size) => sum + size)] ?? ''
  let at = 0
  return sizes.map((size) => number.slice(at, (at += size))).join(sign)
}

describe('A number told group by group', () => {
  const signs = [...'，,、；;：:*|+=…!？\n'].flatMap((sign) => [sign, `${sign} `])
  it.each(numberGroupings)('is hidden whatever sign stands between: %s', (grouping) => {
    for (const sign of signs) {
      const text = `找我${grouped(grouping, sign)}，白天在家`
      expect(mask(text).replace(/\D/gu, '').length, text).toBeLessThan(8)
    }
  })

  it('is understood where it is a telephone number', () => {
    expect(phoneOf('138，1234，5678')).toBe('13812345678')
    expect(phoneOf('一三八、一二三四、五六七八')).toBe('13812345678')
  })

  it.each([
    '13、15、16、17、18、2号楼',
    '1302，1502，1602',
    '合计138,123,456.78元',
    '亩产138，1234，5678公斤',
    '3，5，8，12号院，20，22号楼',
  ])('is told from lists and amounts: %s', (text) => {
    expect(mask(text)).toBe(text)
  })

  it('no sign of a mask falls outside what was said', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9，、一二 ]{0,60}$/u), (text) => {
        expect([...mask(text)]).toHaveLength([...text].length)
      }),
    )
  })
})
