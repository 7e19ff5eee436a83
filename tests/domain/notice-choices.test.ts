import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultChoices, defaultModes, leavesAt, noticeModes } from '#domain/notices/choices.ts'
import type { NoticeChoices, NoticeMode } from '#domain/notices/choices.ts'
import { matters, noticeKinds } from '#domain/notices/matters.ts'
import type { NoticeMatter } from '#domain/notices/matters.ts'

const beijing = (local: string) => Date.parse(`${local}+08:00`)
const night = { from: 22 * 60, to: 7 * 60 }

function choosing(mode: NoticeMode, parts: Partial<NoticeChoices> = {}): NoticeChoices {
  return { modes: { urged: mode }, dailyAt: 8 * 60 + 30, quiet: night, ...parts }
}

function urgedAt(local: string, choices: NoticeChoices, urgency: 'general' | 'urgent' = 'general') {
  return leavesAt(choices, { matter: 'urged', at: beijing(local), urgency })
}

describe('when a notice goes out', () => {
  it('at once by day', () => {
    expect(urgedAt('2026-11-23T15:20', choosing('now'))).toBe(beijing('2026-11-23T15:20'))
  })

  it.each([
    ['2026-11-23T22:00', '2026-11-24T07:00'],
    ['2026-11-23T23:59', '2026-11-24T07:00'],
    ['2026-11-24T06:59', '2026-11-24T07:00'],
    ['2026-11-24T07:00', '2026-11-24T07:00'],
    ['2026-11-23T21:59', '2026-11-23T21:59'],
  ])('told at once at %s, with quiet hours from 22 to 7, at %s', (at, leaves) => {
    expect(urgedAt(at, choosing('now'))).toBe(beijing(leaves))
  })

  it('quiet hours need not pass midnight', () => {
    const noon = choosing('now', { quiet: { from: 12 * 60, to: 14 * 60 } })
    expect(urgedAt('2026-11-23T13:00', noon)).toBe(beijing('2026-11-23T14:00'))
    expect(urgedAt('2026-11-23T02:00', noon)).toBe(beijing('2026-11-23T02:00'))
  })

  it('what is urgent goes through the quiet hours, in its own mode', () => {
    expect(urgedAt('2026-11-23T23:10', choosing('now'), 'urgent')).toBe(beijing('2026-11-23T23:10'))
    expect(urgedAt('2026-11-23T23:10', choosing('hourly'), 'urgent')).toBe(
      beijing('2026-11-24T00:00'),
    )
    expect(urgedAt('2026-11-23T23:10', choosing('off'), 'urgent')).toBeNull()
  })

  it('hourly: on the next full hour, on the hour itself at once, at night in the morning', () => {
    expect(urgedAt('2026-11-23T15:20', choosing('hourly'))).toBe(beijing('2026-11-23T16:00'))
    expect(urgedAt('2026-11-23T16:00', choosing('hourly'))).toBe(beijing('2026-11-23T16:00'))
    expect(urgedAt('2026-11-23T21:30', choosing('hourly'))).toBe(beijing('2026-11-24T07:00'))
  })

  it('daily: at the time chosen, today or tomorrow', () => {
    expect(urgedAt('2026-11-23T07:30', choosing('daily'))).toBe(beijing('2026-11-23T08:30'))
    expect(urgedAt('2026-11-23T08:31', choosing('daily'))).toBe(beijing('2026-11-24T08:30'))
  })

  it('what is off never does, and a kind never chosen follows its default', () => {
    expect(urgedAt('2026-11-23T15:20', choosing('off'))).toBeNull()
    const general = { at: beijing('2026-11-23T15:20'), urgency: 'general' } as const
    expect(leavesAt(defaultChoices, { matter: 'dispatched', ...general })).toBe(general.at)
    expect(leavesAt(defaultChoices, { matter: 'withdrawn', ...general })).toBe(
      beijing('2026-11-24T08:30'),
    )
  })

  const minutes = fc.integer({ min: 0, max: 1439 })
  const anyChoices = fc.record({
    modes: fc.constantFrom(...noticeModes).map((mode) => ({ urged: mode })),
    dailyAt: minutes,
    quiet: fc.option(fc.record({ from: minutes, to: minutes })),
  })
  const anyTime = fc.integer({ min: beijing('2026-01-01T00:00'), max: beijing('2027-12-31T00:00') })

  it('is never before it was told, never more than two days after, never in the quiet hours', () => {
    fc.assert(
      fc.property(anyChoices, anyTime, (choices, at) => {
        const leaves = leavesAt(choices, { matter: 'urged', at, urgency: 'general' })
        if (choices.modes.urged === 'off') {
          expect(leaves).toBeNull()
          return
        }
        expect(leaves).toBeGreaterThanOrEqual(at)
        expect(leaves).toBeLessThan(at + 2 * 86_400_000)
        // What leaves then would leave at once if it were told then: it is outside the quiet hours.
        const then = { matter: 'urged', at: leaves ?? 0, urgency: 'general' } as const
        expect(leavesAt({ ...choices, modes: { urged: 'now' } }, then)).toBe(leaves)
      }),
      { numRuns: 500 },
    )
  })
})

describe('kinds', () => {
  it('are all of use, each matter belongs to one, and each has a default', () => {
    const used = new Set(Object.values(matters).map(({ kind }) => kind))
    expect([...used].sort()).toEqual([...noticeKinds].sort())
    const known = Object.keys(matters) as NoticeMatter[] // safe because the table's keys are the matters
    expect(known.every((matter) => defaultModes[matters[matter].kind] !== undefined)).toBe(true)
  })
})
