import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nowhere, settledIn, toldOf, updatedPlace } from '#domain/dialogue/place.ts'
import { resolvePin } from '#routing/places/find.ts'
import { towns } from '#routing/places/towns.ts'
import { villages } from '#routing/places/villages.ts'
import type { FoundPlace, Place, VillageData } from '#routing/types.ts'
import { aPlace } from '#tests/support/build.ts'

const parts = ['town', 'village', 'spot', 'coordinates'] as const

const known: readonly VillageData[] = villages
const village = fc.nat({ max: known.length - 1 }).map((index) => known.at(index))
const spot = fc.constantFrom('小区门口', '村东头', '桥下')
const coordinates = fc.record({
  lat: fc.double({ min: 40.2, max: 40.8, noNaN: true }),
  lon: fc.double({ min: 116.6, max: 117.5, noNaN: true }),
})

const place: fc.Arbitrary<Place> = fc
  .record({ at: village, named: fc.boolean(), spot: fc.option(spot), pin: fc.option(coordinates) })
  .map(({ at, named, spot: where, pin }) => ({
    town: at?.town ?? null,
    village: named ? (at?.name ?? null) : null,
    spot: where,
    told: null,
    coordinates: pin,
  }))

const pin = fc.record({ at: coordinates, spot: fc.option(spot) })

/** What a pin states; null when it lies outside. */
function pinned({
  at,
  spot: where,
}: {
  at: NonNullable<Place['coordinates']>
  spot: string | null
}) {
  const found: FoundPlace = { ...resolvePin(at), spot: where }
  return found.outside === null ? toldOf(found, at) : null
}

describe('An update of a place', () => {
  it('by whatever pin loses nothing that it does not name, but a village of another township', () => {
    fc.assert(
      fc.property(place, pin, (before, sent) => {
        const told = pinned(sent)
        if (told === null) return
        const after = updatedPlace(before, settledIn(before.town, told) ?? told.stated)
        expect(after.coordinates).toEqual(sent.at)
        expect(after.spot).toBe(sent.spot ?? before.spot)
        expect(after.town).not.toBeNull()
        if (after.town === before.town) expect(after.village).toBe(before.village)
      }),
    )
  })

  it('changes what it states and nothing else', () => {
    fc.assert(
      fc.property(place, place, fc.subarray([...parts]), (before, other, named) => {
        const stated = Object.fromEntries(named.map((part) => [part, other[part]]))
        const after = updatedPlace(before, stated)
        for (const part of named) expect(after[part]).toEqual(other[part])
        const moved = named.includes('town') && other.town !== before.town
        const kept = parts.filter((part) => !named.includes(part))
        for (const part of moved ? [] : kept) expect(after[part]).toEqual(before[part])
      }),
    )
  })

  it('tells not said from not known', () => {
    const known = aPlace()
    expect(updatedPlace(known, {})).toEqual(known)
    expect(updatedPlace(known, { spot: null })).toEqual({ ...known, spot: null })
    expect(updatedPlace(known, nowhere)).toEqual(nowhere)
  })

  it.each(towns.map(({ id, label }) => [label, id] as const))(
    'by a border is settled by %s when that is known and one of them, else asked',
    (_label, town) => {
      const candidates = [
        { town: '110118107', village: null },
        { town: '110118108', village: null },
      ] as const
      const told = toldOf({ town: null, village: null, spot: null, told: null, candidates })
      const known = candidates.some((one) => one.town === town)
      expect(settledIn(town, told)).toEqual(known ? {} : null)
    },
  )

  it('that names another township and a village there leaves the old spot behind', () => {
    const stated = { town: '110118101', village: '走马庄' } as const
    const after = { ...aPlace(stated), spot: null }
    expect(updatedPlace(aPlace(), stated)).toEqual(after)
  })
})
