import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chronicSpots } from '#domain/spots.ts'
import type { Occurrence } from '#domain/spots.ts'

const day = 86_400_000
const rules = { times: 3, days: 30, againDays: 60 }

/** A complaint about fumes at one gate, told on a day and closed on another. */
function told(
  at: number,
  parts: Partial<Occurrence> & { readonly closed?: number } = {},
): Occurrence {
  const { closed, ...rest } = parts
  return {
    ticketId: `t-${String(at)}`,
    number: `MY-${String(at).padStart(4, '0')}`,
    category: 'catering-fumes',
    town: '110118002',
    village: null,
    spot: '东门',
    openedAt: at * day,
    closedAt: closed === undefined ? null : closed * day,
    ...rest,
  }
}

describe('a place that comes back', () => {
  it.each([
    { what: 'three times in thirty days', cases: [told(0), told(10), told(30)], found: 1 },
    { what: 'three times in more', cases: [told(0), told(10), told(31)], found: 0 },
    { what: 'twice', cases: [told(0), told(1)], found: 0 },
    { what: 'again sixty days after closing', cases: [told(0, { closed: 5 }), told(65)], found: 1 },
    { what: 'again later than that', cases: [told(0, { closed: 5 }), told(66)], found: 0 },
    { what: 'again while the first is open', cases: [told(0, { closed: 20 }), told(10)], found: 0 },
  ])('is found or not: $what', ({ cases, found }) => {
    expect(chronicSpots(cases, rules)).toHaveLength(found)
  })

  it.each([
    { what: 'another kind', other: { category: 'traffic-noise' } },
    { what: 'another township', other: { town: '110118001' } },
    { what: 'another village', other: { village: '季庄村' } },
    { what: 'another spot', other: { spot: '西门' } },
  ] as const)('is not mixed with $what', ({ other }) => {
    expect(chronicSpots([told(0), told(1), told(2, other)], rules)).toEqual([])
  })

  it('is narrower than a township', () => {
    const wide = { spot: null, village: null }
    expect(chronicSpots([told(0, wide), told(1, wide), told(2, wide)], rules)).toEqual([])
  })

  const cases = fc
    .array(
      fc.record({
        at: fc.nat(200),
        spot: fc.constantFrom('东门', '西门'),
        took: fc.option(fc.nat(40)),
      }),
      { maxLength: 25 },
    )
    .map((all) =>
      all.map(({ at, spot, took }, index) => ({
        ...told(at, { spot, ...(took === null ? {} : { closed: at + took }) }),
        number: String(index),
      })),
    )

  it('does not depend on the order in which complaints are given', () => {
    fc.assert(
      fc.property(cases, (all) => {
        expect(chronicSpots(all.toReversed(), rules)).toEqual(chronicSpots(all, rules))
      }),
    )
  })

  it('stays found when one more comes', () => {
    fc.assert(
      fc.property(cases, fc.nat(200), (all, at) => {
        const before = chronicSpots(all, rules).map(({ key }) => key)
        const after = chronicSpots([...all, told(at)], rules).map(({ key }) => key)
        expect(after).toEqual(expect.arrayContaining(before))
      }),
    )
  })

  it('has a reason that its cases bear out', () => {
    fc.assert(
      fc.property(cases, (all) => {
        for (const spot of chronicSpots(all, rules)) {
          expect(spot.isOften || spot.again > 0).toBe(true)
          if (spot.isOften) expect(spot.cases.length).toBeGreaterThanOrEqual(rules.times)
          if (spot.again > 0)
            expect(spot.cases.some(({ closedAt }) => closedAt !== null)).toBe(true)
        }
      }),
    )
  })
})
