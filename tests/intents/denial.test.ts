import { describe, expect, it } from 'vitest'
import { deniedSpans, isDenied } from '#intents/denial.ts'
import { understand } from '#intents/understand.ts'

function deniedWords(text: string): string[] {
  return deniedSpans(text).map((span) => text.slice(...span))
}

describe('words that deny', () => {
  it.each([
    ['不是噪音，是味儿', ['噪音']],
    ['不是噪音是味儿', ['噪音']],
    ['并不是油烟，是垃圾臭', ['油烟']],
    ['这是噪声而非油烟', ['油烟']],
    ['不属于施工噪声', ['施工噪声']],
    ['不是油烟 是噪声', ['油烟']],
    ['不是油烟，不是异味，就是吵', ['油烟', '异味']],
  ])('in %s reach to the end of their clause', (text, words) => {
    expect(deniedWords(text)).toEqual(words)
  })

  it.each([
    '是不是油烟超标了',
    '要不是油烟太大我不会投诉',
    '可不是油烟嘛',
    '莫不是油烟',
    '又不是油烟',
    '不是全区禁放鞭炮吗',
    '不是说不让露天烧烤了嘛',
  ])('do not deny in %s', (text) => {
    expect(deniedWords(text)).toEqual([])
  })

  it('reach no further than a clause can', () => {
    const far = `不是${'很'.repeat(30)}油烟`
    const at = far.indexOf('油烟')
    expect(isDenied(deniedSpans(far), at, at + 2)).toBe(false)
  })

  it('deny only what lies inside their reach', () => {
    expect(isDenied([[2, 4]], 2, 4)).toBe(true)
    expect(isDenied([[2, 4]], 3, 5)).toBe(false)
  })
})

describe('a message that denies a nuisance', () => {
  it('names the category denied', () => {
    expect(understand('不是油烟，是噪声').denied).toContain('catering-fumes')
  })

  it('is not taken for the nuisance it denies', () => {
    const { category } = understand('楼下饭店不是油烟的问题，是半夜音响太吵').classification
    expect(category).toBe('commercial-noise')
  })

  it.each(['烧烤店倒是不冒烟了', '烧烤店倒是不冒烟了，就是半夜喝酒的吵得睡不着'])(
    'is not taken for a nuisance that has stopped: %s',
    (text) => {
      const { classification, denied } = understand(text)
      expect(denied).toContain('open-air-barbecue')
      expect(classification.category).not.toBe('open-air-barbecue')
    },
  )

  it('still complains when only the care for it has stopped', () => {
    expect(understand('工地扬尘不再管了').classification.category).toBe('construction-dust')
  })

  it('denies nothing when it asks whether', () => {
    expect(understand('这个是不是油烟超标').denied).toEqual([])
  })

  it('denies nothing in a plain complaint', () => {
    expect(understand('果园西里小区门口的烧烤摊每天晚上冒烟').denied).toEqual([])
  })
})
