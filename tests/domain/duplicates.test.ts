import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alike, duplicateSettings, likeness, rankDuplicates } from '#domain/duplicates.ts'
import type { Matter } from '#domain/duplicates.ts'
import { day, start } from '#tests/support/build.ts'

const aMatter = (over: Partial<Matter> = {}): Matter => ({
  category: 'open-air-barbecue',
  town: '110118002',
  village: '果园西里',
  spot: '南门口烧烤摊',
  text: '果园西里南门口的烧烤摊每天晚上冒烟，家里不敢开窗',
  openedAt: start,
  ...over,
})

const matters: fc.Arbitrary<Matter> = fc.record({
  category: fc.constantFrom('open-air-barbecue', 'odor', null),
  town: fc.constantFrom('110118002', '110118001', null),
  village: fc.constantFrom('果园西里', '花园社区', null),
  spot: fc.constantFrom('南门', '北门', null),
  text: fc.constantFrom('烧烤摊冒烟', '半夜施工太吵', '', '，。！'),
  openedAt: fc.integer({ min: start - 40 * day, max: start }),
})

describe('two complaints', () => {
  it('that say the same of the same place on the same day are the same matter, for every reason', () => {
    const { score, reasons } = likeness(aMatter(), aMatter())
    expect(score).toBeCloseTo(1)
    expect(reasons).toEqual([
      'same-category',
      'same-village',
      'same-spot',
      'similar-text',
      'close-in-time',
    ])
  })

  it('told in other words from the same village are offered to a person', () => {
    const other = aMatter({ text: '小区门口有人烤串，油烟呛得睡不着', spot: null })
    const { score, reasons } = likeness(aMatter(), other)
    expect(score).toBeGreaterThanOrEqual(duplicateSettings.offerFrom)
    expect(reasons).toContain('same-village')
    expect(reasons).not.toContain('similar-text')
  })

  it.each([
    ['townships', { town: '110118001' }],
    ['villages', { village: '花园社区' }],
  ] as const)('from different %s are never the same', (_what, over) => {
    expect(likeness(aMatter(), aMatter(over))).toEqual({ score: 0, reasons: [] })
  })

  it('more than thirty days apart are a new occurrence', () => {
    expect(likeness(aMatter(), aMatter({ openedAt: start + 30 * day })).score).toBeGreaterThan(0.5)
    expect(likeness(aMatter(), aMatter({ openedAt: start + 30 * day + 1 })).score).toBe(0)
  })

  it('a township and a category alone are not enough', () => {
    const far = { village: null, spot: null, text: '饭店门口摆炉子' }
    const { score } = likeness(aMatter(), aMatter({ ...far, openedAt: start + 5 * day }))
    expect(score).toBeLessThan(duplicateSettings.offerFrom)
  })

  it('are as alike one way as the other, between 0 and 1', () => {
    fc.assert(
      fc.property(matters, matters, (a, b) => {
        expect(likeness(a, b)).toEqual(likeness(b, a))
        expect(likeness(a, b).score).toBeGreaterThanOrEqual(0)
        expect(likeness(a, b).score).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('words', () => {
  it('are alike whatever their signs, width and case', () => {
    expect(alike('ABC饭店，油烟！', 'ａｂｃ饭店油烟')).toBe(1)
    expect(alike('烧烤', '施工')).toBe(0)
    expect(alike('！', '')).toBe(0)
  })
})

describe('candidates', () => {
  it('come most alike first, and of equals the earlier', () => {
    const rows = [
      { id: 'vague', ...aMatter({ text: '烧烤', spot: null }) },
      { id: 'later', ...aMatter({ openedAt: start + day }) },
      { id: 'earlier', ...aMatter({ openedAt: start - day }) },
      { id: 'elsewhere', ...aMatter({ village: '花园社区' }) },
    ]
    const ranked = rankDuplicates(aMatter(), rows, (row) => row)
    expect(ranked.map(({ row }) => row.id)).toEqual(['earlier', 'later', 'vague'])
  })
})
