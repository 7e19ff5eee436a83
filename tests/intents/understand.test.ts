import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '#intents/classify.ts'
import { normalize } from '#intents/normalize.ts'
import { understand } from '#intents/understand.ts'

const complaints = [
  '果园西里小区门口的烧烤摊每天晚上冒烟呛死人了',
  '楼下饭店油烟直排，晚上空调外机也响得厉害',
  '有人在白河边倒建筑垃圾',
  '溪翁庄镇走马庄村北边工地半夜两点还在打桩',
  '放鞭炮的又来了',
  '我们村口有人烧秸秆',
  '厂子往河里排黑水',
  '养猪场臭得开不了窗户',
]

function partsIn(text: string): string[] {
  return understand(text).parts.map(({ classification }) => classification.category)
}

describe('any text at all', () => {
  it('is understood without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(understand(text).text).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  it('is understood without an error when it is made of words people use', () => {
    const words = fc.constantFrom(...complaints, '，', '不是', '是', '😡', '13800138000', 'MY2026')
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (pieces) => {
        const understood = understand(pieces.join(''))
        expect(understood.acts.length).toBeGreaterThan(0)
        expect(understood.parts.length).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })

  it.each(['', '   ', '\n', '😡😡😡', '👍🏻', '\ud83d', '？？？？'])(
    'that says nothing, %j, is understood as nothing',
    (text) => {
      const { classification, danger, phone, ticketNumber, when } = understand(text)
      expect({ danger, phone, ticketNumber, when }).toEqual({
        danger: null,
        phone: null,
        ticketNumber: null,
        when: null,
      })
      expect(classification.evidence).toEqual([])
    },
  )

  it('of ten thousand characters is one part', () => {
    const long = '楼下饭店油烟直排，晚上空调外机也响得厉害。'.repeat(480)
    expect(understand(long).parts).toHaveLength(1)
  })
})

describe('a classification', () => {
  it.each(complaints)('of %s is the same every time', (text) => {
    expect(JSON.stringify(understand(text))).toBe(JSON.stringify(understand(text)))
  })

  it.each(complaints)('of %s sums to no more than one and is in order', (text) => {
    const { ranked, category, confidence } = classify(text)
    const scores = ranked.map(({ score }) => score)
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1.001)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(ranked.length).toBeGreaterThanOrEqual(3)
    expect(ranked[0]).toEqual({ category, score: confidence })
  })

  it.each(complaints)('of %s points at the words its rules name', (text) => {
    const words = classify(text).evidence.filter(({ rule }) => /\/(term|source|effect):/.test(rule))
    expect(words.length).toBeGreaterThan(0)
    for (const { rule, span } of words) {
      expect(normalize(text).slice(...span)).toBe(rule.slice(rule.indexOf(':') + 1))
    }
  })

  it('points at the words of the original, whatever emoji and slips stand before them', () => {
    const text = '😡😡躁音！！楼下飯店油煙直排'
    const spans = classify(text).evidence.filter(({ rule }) => rule.endsWith(':油烟'))
    expect(spans.map(({ span }) => text.slice(...span))).toContain('油煙')
  })

  it.each([
    ['躁音太大了，工第半夜打庄', 'construction-noise'],
    ['楼下饭店油咽太大', 'catering-fumes'],
    ['工地杨尘满天', 'construction-dust'],
    ['門口燒烤攤天天冒煙', 'open-air-barbecue'],
    ['樓下飯店油煙直排', 'catering-fumes'],
    ['ＫＴＶ晚上吵得睡不着', 'commercial-noise'],
    ['跳广场舞的声音大', 'public-space-noise'],
    ['广场舞很吵', 'public-space-noise'],
    ['烧烤摊。。。。冒烟！！！！', 'open-air-barbecue'],
    ['烧烤摊 冒烟 呛人 没人管', 'open-air-barbecue'],
    ['🔥有人烧垃圾🔥', 'open-burning'],
    ['there is a barbecue stall smoking every night', 'open-air-barbecue'],
  ])('of %s in spite of slips, script or signs is %s', (text, category) => {
    const found = classify(text)
    expect(found.category).toBe(category)
    expect(found.abstain).toBe(false)
  })
})

describe('several problems in one message', () => {
  it.each([
    ['楼下饭店油烟直排，晚上空调外机也响得厉害', ['catering-fumes', 'commercial-noise']],
    ['饭店油烟大，晚上还吵得睡不着', ['catering-fumes', 'commercial-noise']],
    ['工地扬尘大，半夜还打桩', ['construction-dust', 'construction-noise']],
    ['村口有人烧秸秆，还有人往河里倒垃圾', ['open-burning', 'river-dumping']],
  ])('%s are %j', (text, categories) => {
    expect(partsIn(text)).toEqual(categories)
  })

  it.each([
    '果园西里小区门口的烧烤摊每天晚上冒烟呛死人了',
    '楼下饭店油烟直排，熏得睡不着，孩子天天咳嗽',
    '工地半夜打桩，吵得睡不着，心脏受不了',
    '放鞭炮的又来了，赶紧来管管',
  ])('%s is one', (text) => {
    expect(partsIn(text)).toHaveLength(1)
  })

  it('each point at their own clause', () => {
    const text = '楼下饭店油烟直排，晚上空调外机也响得厉害'
    const clauses = understand(text).parts.map(({ span }) => text.slice(...span))
    expect(clauses).toEqual(['楼下饭店油烟直排', '晚上空调外机也响得厉害'])
  })
})

describe('what to ask when a text is unclear', () => {
  it.each([
    ['我要投诉噪音', 'noise'],
    ['到处是灰尘', 'dust'],
    ['到处都是味儿', 'smell'],
    ['河', 'water'],
    ['垃圾', 'waste'],
  ])('%s: the source of its %s, in three choices', (text, family) => {
    const { clarification } = understand(text)
    expect(clarification?.family).toBe(family)
    expect(clarification?.choices).toHaveLength(3)
  })

  it('is nothing when it is clear', () => {
    expect(understand('果园西里小区门口的烧烤摊冒烟').clarification).toBeNull()
  })

  it.each(['呵呵呵呵呵呵呵呵', 'asdfgh', '😡😡😡'])(
    'offers no choices made up from nothing for %s',
    (text) => {
      expect(understand(text).clarification?.choices ?? []).toEqual([])
    },
  )

  it('never offers more than three choices', () => {
    fc.assert(
      fc.property(fc.subarray(complaints, { minLength: 0, maxLength: 3 }), (some) => {
        const { clarification } = understand(some.join('').slice(0, 12))
        return (clarification?.choices.length ?? 0) <= 3
      }),
    )
  })
})

describe('an understanding', () => {
  it('is plain data that survives JSON', () => {
    const understood = understand('我手机13800138000，果园西里烧烤摊每天22点后冒烟，请保密')
    expect(JSON.parse(JSON.stringify(understood))).toEqual(understood)
  })

  it('keeps everything one message tells', () => {
    const { classification, when, phone, secrecy } = understand(
      '我手机13800138000，果园西里烧烤摊每天22点后冒烟，请给我保密',
    )
    expect({ category: classification.category, when, phone, secrecy }).toEqual({
      category: 'open-air-barbecue',
      when: '每天22点后',
      phone: '13800138000',
      secrecy: true,
    })
  })
})

describe('a few words', () => {
  it.each(['我家旁边工地', '楼下有个饭店'])(
    'that name only a source are asked about: %s',
    (text) => {
      expect(classify(text).abstain).toBe(true)
    },
  )

  it.each([
    ['对面工地吵', 'construction-noise'],
    ['对面工地扬尘', 'construction-dust'],
  ])('that name source and nuisance are not: %s', (text, category) => {
    expect(classify(text)).toMatchObject({ category, abstain: false })
  })
})
