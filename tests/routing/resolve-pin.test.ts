import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kilometres } from '#routing/places/distance.ts'
import { resolvePin } from '#routing/places/find.ts'
import { towns } from '#routing/places/towns.ts'

const recorded = towns.filter((town) => !town.estimated)

describe('a map pin', () => {
  it('at the seat of a township is that township’s, or it is asked first', () => {
    for (const { id, lat, lon } of recorded) {
      const place = resolvePin({ lat, lon })
      expect(place.town ?? place.candidates[0]?.town).toBe(id)
    }
  })

  it('far from every border is settled', () => {
    expect(resolvePin({ lat: 40.64, lon: 117.33 })).toMatchObject({
      town: '110118115',
      candidates: [],
      outside: null,
    })
  })

  it('near a border is asked back, the nearest first', () => {
    const place = resolvePin({ lat: 40.57, lon: 117.11 })
    expect(place.town).toBeNull()
    expect(place.candidates.map((one) => one.town).slice(0, 2)).toEqual(['110118107', '110118108'])
  })

  it('in town, where seats lie close together, is asked back', () => {
    const place = resolvePin({ lat: 40.371, lon: 116.834 })
    expect(place.town).toBeNull()
    expect(place.candidates.length).toBeGreaterThanOrEqual(3)
  })

  it('in a neighbouring district is outside, by its name', () => {
    expect(resolvePin({ lat: 40.32, lon: 116.63 }).outside).toBe('怀柔区')
    expect(resolvePin({ lat: 40.14, lon: 117.12 }).outside).toBe('平谷区')
  })

  it('far away is outside without a name', () => {
    expect(resolvePin({ lat: 31.23, lon: 121.47 })).toMatchObject({
      outside: '密云区以外',
      town: null,
    })
    expect(resolvePin({ lat: Number.NaN, lon: 116 }).outside).toBe('密云区以外')
  })

  it('always has exactly one kind of answer', () => {
    const pins = fc.record({
      lat: fc.double({ min: 40, max: 41, noNaN: true }),
      lon: fc.double({ min: 116.3, max: 117.7, noNaN: true }),
    })
    fc.assert(
      fc.property(pins, (pin) => {
        const { town, candidates, outside } = resolvePin(pin)
        const answers = [town !== null, candidates.length >= 2, outside !== null]
        expect(answers.filter(Boolean).length).toBe(1)
      }),
    )
  })
})

describe('distances', () => {
  it('a degree of latitude is about 111 kilometres', () => {
    expect(kilometres({ lat: 40, lon: 117 }, { lat: 41, lon: 117 })).toBeCloseTo(111.2, 1)
  })

  it('are the same both ways', () => {
    const a = { lat: 40.37, lon: 116.83 }
    const b = { lat: 40.69, lon: 117.16 }
    expect(kilometres(a, b)).toBe(kilometres(b, a))
  })
})
