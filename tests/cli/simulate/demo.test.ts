import { describe, expect, it } from 'vitest'
import { understand } from '#intents/understand.ts'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { rates } from '#domain/rates.ts'
import { settledFromHistory } from '#domain/settled.ts'
import { statuses } from '#domain/ticket/status.ts'
import { findPlaces } from '#routing/places/find.ts'
import { dealt, makeDice } from '#cli/dice.ts'
import { elsewhere, profile, vague } from '#cli/simulate/season-data.ts'
import { shown } from '#cli/simulate/season-shares.ts'
import { fillSeason } from '#cli/simulate/simulate-season.ts'
import type { Lived } from '#cli/simulate/simulate.ts'
import { day, start } from '#tests/support/build.ts'

const now = start + 3 * 3_600_000

async function aSeason(seed: number, count = 750) {
  const database = openSqlite(':memory:')
  const given = { seed, now, days: 90, count, secret: 's'.repeat(40), accounts: [] }
  const lived = await fillSeason(database, given)
  return { database, lived }
}

function percent(lived: readonly Lived[], fits: (category: string) => boolean): number {
  const known = lived.map(({ change }) => change.after.category).filter((one) => one !== null)
  return (known.filter(fits).length / known.length) * 100
}

describe('the dice', () => {
  it('deals exactly the shares asked for', () => {
    const cards = dealt([{ weight: 3 }, { weight: 1 }], 8)
    expect(cards.filter(({ weight }) => weight === 3)).toHaveLength(6)
    expect(cards).toHaveLength(8)
  })

  it('throw the same for the same seed and otherwise for another', () => {
    const throws = (seed: number) => {
      const dice = makeDice(seed)
      return Array.from({ length: 20 }, () => dice.below(1000))
    }
    expect(throws(5)).toEqual(throws(5))
    expect(throws(5)).not.toEqual(throws(6))
  })
})

describe('the data of the season', () => {
  it.each([...vague, ...elsewhere])('leaves the rules unsure of $text', ({ text }) => {
    expect(understand(text).classification.abstain).toBe(true)
  })

  it('has a profile that sums to a hundred', () => {
    expect(profile.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100)
  })
})

describe('a simulated season', () => {
  it('is the same for the same seed at the same time, and another for another', async () => {
    const [one, again, other] = [
      await aSeason(1, 120),
      await aSeason(1, 120),
      await aSeason(2, 120),
    ]
    const told = ({ lived }: typeof one) =>
      lived.map(({ story, code, change }) => ({ text: story.text, code, events: change.events }))
    expect(told(again)).toEqual(told(one))
    expect(told(other)).not.toEqual(told(one))
  })

  describe.each([2026, 11])('of seed %i', (seed) => {
    const season = aSeason(seed)

    it('asks nothing of the mechanism that it refuses', async () => {
      const { lived } = await season
      expect(lived.flatMap(({ refused }) => refused)).toEqual([])
    })

    it('has the monthly profile within three points', async () => {
      const { lived } = await season
      const noise = percent(lived, (category) => category.endsWith('noise'))
      expect(Math.abs(noise - 57)).toBeLessThan(2)
      for (const { category, weight } of profile) {
        const share = percent(lived, (one) => one === category)
        expect(Math.abs(share - weight), category).toBeLessThan(3)
      }
    })

    it('leaves tickets in every status', async () => {
      const { lived } = await season
      const found = new Set(lived.map(({ change }) => change.after.status))
      expect(statuses.filter((status) => !found.has(status))).toEqual([])
    })

    it('is answered at plausible rates in its last month', async () => {
      const { lived } = await season
      const rows = lived.flatMap(({ change: { ticketId, events } }) =>
        settledFromHistory(
          ticketId,
          events.map((event, index) => ({ ...event, ticketId, seq: index + 1 })),
        ),
      )
      const newest = rows.filter(({ settledAt }) => settledAt > now - 30 * day)
      const { total } = rates(newest, 'handler')
      expect(total.valid).toBeGreaterThan(150)
      const shares = [total.contacted, total.solved, total.satisfied].map(
        (rate) => rate?.share ?? 0,
      )
      const expected = [0.97, 0.88, 0.9]
      shares.forEach((share, index) => {
        expect(Math.abs(share - (expected[index] ?? 0))).toBeLessThan(0.06)
      })
      expect(total.unreachable).toBeGreaterThan(0)
      expect(total.excluded).toBeGreaterThan(0)
    })

    it('has let every timer ring that was due', async () => {
      const { lived } = await season
      const late = lived.filter(({ change: { nextTimerAt } }) => (nextTimerAt ?? Infinity) <= now)
      expect(late.map(({ change }) => change.after.opened.number)).toEqual([])
    })

    it('happens in order, and nothing of it after its end', async () => {
      const { lived } = await season
      for (const { change } of lived) {
        const times = change.events.map(({ at }) => at)
        expect(times).toEqual([...times].sort((a, b) => a - b))
        expect(times.at(-1)).toBeLessThanOrEqual(now)
      }
    })

    it('speaks of real places of the district', async () => {
      const { lived } = await season
      const named = lived.filter(
        ({ story }) => story.course !== 'placeless' && story.course !== 'referred',
      )
      const found = named.filter(({ story }) => {
        const place = findPlaces(story.text)
        return place.town === story.place.town && place.village === story.place.village
      })
      expect(found.length / named.length).toBeGreaterThan(0.97)
    })

    it.each(Object.values(shown))(
      'gives %s something due soon and something overdue',
      async (unit) => {
        const { lived } = await season
        const clocks = lived
          .filter(({ change }) => change.after.handler === unit)
          .map(({ change }) => change.nextDue?.at)
          .filter((at) => at !== undefined)
        expect(clocks.some((at) => at < now)).toBe(true)
        expect(clocks.some((at) => at >= now && at < now + 12 * 3_600_000)).toBe(true)
      },
    )

    it('is stored: lists, rates and codes find it, and some messages could not be sent', async () => {
      const { database, lived } = await season
      const seal = await makeSeal('s'.repeat(40))
      const { readers, outbox } = createPorts(database, seal, { newId: () => '', now: () => now })
      const all = await readers.list({ sort: 'newest', limit: 1, offset: 0 })
      expect(all.total).toBe(lived.length)
      const [one] = lived
      if (one === undefined) throw new Error('an empty season')
      const { number } = one.change.after.opened
      expect(await readers.idByCode(number, one.code)).toBe(one.change.ticketId)
      const troubles = await outbox.troubles(10)
      expect(troubles.map(({ state }) => state).sort()).toEqual(['dead', 'dead', 'dead', 'waiting'])
    })
  })
})
