import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgedDue, outageBetween } from '#domain/outages.ts'
import type { Outage } from '#domain/outages.ts'
import { day, hour, minute, start } from '#tests/support/build.ts'

const stopped = (from: number, to: number): Outage => ({ kind: 'stopped', from, to })

describe('between two signs of life', () => {
  it.each([
    [5 * minute, null],
    [5 * minute + 1, 'stopped'],
    [3 * day, 'stopped'],
    [0, null],
    [-minute, null],
    [-minute - 1, 'set-back'],
    [-day, 'set-back'],
  ])('%d milliseconds: %s', (gap, kind) => {
    expect(outageBetween(start, start + gap)?.kind ?? null).toBe(kind)
  })

  it('there is nothing before the first', () => {
    expect(outageBetween(null, start)).toBeNull()
  })
})

describe('a deadline as a unit is judged by it', () => {
  const [from, due] = [start, start + 10 * hour]

  it.each([
    ['an outage before it was asked', stopped(start - 2 * hour, start), 0],
    ['one that had begun before', stopped(start - 2 * hour, start + hour), hour],
    ['one in between', stopped(start + hour, start + 4 * hour), 3 * hour],
    ['one into which it fell', stopped(start + 9 * hour, start + 15 * hour), 6 * hour],
    ['one after it', stopped(start + 10 * hour, start + 15 * hour), 0],
    ['a clock put back', { kind: 'set-back', from: due, to: start } as const, 0],
  ])('%s', (_, outage, later) => {
    expect(judgedDue([outage], from, due)).toBe(due + later)
  })

  it('is pushed into the next outage by the one before', () => {
    const outages = [stopped(start + 11 * hour, start + 12 * hour), stopped(from, from + 2 * hour)]
    expect(judgedDue(outages, from, due)).toBe(due + 3 * hour)
  })

  it('is never earlier, never later than by all outages together, whatever their order', () => {
    const spans = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 9 })),
    )
    fc.assert(
      fc.property(spans, (all) => {
        const outages = all.map(([at, long]) =>
          stopped(start + at * 10 * hour, start + (at * 10 + long) * hour),
        )
        const apart = outages.filter(
          (one, n) => outages.findIndex((other) => other.from === one.from) === n,
        )
        const total = apart.reduce((sum, one) => sum + one.to - one.from, 0)
        const judged = judgedDue(apart, from, due)
        expect(judged).toBeGreaterThanOrEqual(due)
        expect(judged).toBeLessThanOrEqual(due + total)
        expect(judgedDue(apart.toReversed(), from, due)).toBe(judged)
      }),
    )
  })
})
