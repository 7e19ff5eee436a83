import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rank } from '#domain/ranking.ts'
import { rateRow } from '#domain/rates.ts'
import type { RateRow } from '#domain/rates.ts'
import { noTally } from '#domain/tally.ts'
import { settings } from '#domain/ticket/settings.ts'

const { weights } = settings

/** A unit with `good` of `valid` cases solved, satisfying and with contact. */
function unit(key: string, valid: number, good: number): RateRow {
  const tally = { ...noTally, valid, contacted: good, solved: good, satisfied: good }
  return rateRow(key, tally, settings)
}

const placesOf = (rows: readonly RateRow[]) =>
  Object.fromEntries(rank(rows, weights).ranked.map(({ key, place }) => [key, place]))

describe('a ranking', () => {
  it('gives two cases no place, good or bad: they neither lead nor trail', () => {
    const rows = [
      unit('good', 2, 2),
      unit('bad', 2, 0),
      unit('many', 100, 98),
      unit('weak', 90, 60),
    ]
    expect(placesOf(rows)).toEqual({ many: 1, weak: 2, good: null, bad: null })
  })

  it('lets ten good cases not lead over a hundred nearly as good', () => {
    const rows = [unit('ten', 10, 10), unit('many', 100, 98), unit('weak', 100, 60)]
    expect(placesOf(rows)).toEqual({ many: 1, ten: 2, weak: 3 })
  })

  it('draws a score towards the group’s mean, never past it', () => {
    const count = fc.integer({ min: 1, max: 200 })
    const one = fc.tuple(count, fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 12 }), (all) => {
        const rows = all.map(([n, share], i) => unit(String(i), n, Math.round(n * share)))
        const { ranked, mean } = rank(rows, weights)
        for (const { raw, score } of ranked) {
          expect(score).toBeGreaterThanOrEqual(Math.min(raw, mean) - 1e-9)
          expect(score).toBeLessThanOrEqual(Math.max(raw, mean) + 1e-9)
        }
      }),
    )
  })

  it('says how one case more moves a place', () => {
    // Partly solved cases make fractions of a count.
    const close = [unit('a', 60, 40.2), unit('b', 60, 40), unit('c', 60, 39.8)]
    const { ranked } = rank(close, weights)
    expect(ranked.find(({ key }) => key === 'b')).toMatchObject({
      place: 2,
      withGood: 1,
      withBad: 3,
    })
    const apart = rank([unit('a', 60, 50), unit('b', 60, 40), unit('c', 60, 30)], weights).ranked
    expect(apart.find(({ key }) => key === 'b')).toMatchObject({
      place: 2,
      withGood: 2,
      withBad: 2,
    })
  })

  it('gives no place to whom nobody was asked about', () => {
    const { ranked, unplaced } = rank([unit('a', 3, 2), unit('none', 0, 0)], weights)
    expect(ranked.map(({ key }) => key)).toEqual(['a'])
    expect(unplaced.map(({ key }) => key)).toEqual(['none'])
  })

  it('says who stands out from the group, and that a few cases do not', () => {
    const { ranked } = rank([unit('few', 2, 0), unit('a', 300, 290), unit('z', 300, 150)], weights)
    const stands = Object.fromEntries(ranked.map((one) => [one.key, one.stands]))
    expect(stands).toEqual({ few: 'within', a: 'above', z: 'below' })
  })
})
