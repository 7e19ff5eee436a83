import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  beijingDay,
  examPeriods,
  isExamPeriod,
  isNight,
} from '#routing/calendar.ts'
import { defaultLimits, dueAt } from '#routing/due.ts'
import { limits } from '#routing/limits.ts'
import { lawfulDaysOff } from '#routing/legal-holidays.ts'
import { isAnnounced, isWorkday } from '#routing/workdays.ts'

const hour = 3_600_000
const day = 24 * hour
/** A moment on Beijing's clock. */
const beijing = (local: string) => Date.parse(`${local}+08:00`)
const moments = fc.integer({ min: beijing('2023-01-01T00:00'), max: beijing('2030-01-01T00:00') })
const counts = fc.integer({ min: 0, max: 30 })

describe('adding working days', () => {
  it('skips a weekend', () => {
    expect(addWorkingDays(beijing('2026-05-15T10:00'), 1, isWorkday)).toBe(
      beijing('2026-05-18T10:00'),
    )
  })

  it('skips the National Day holiday of 2026', () => {
    const then = addWorkingDays(beijing('2026-09-30T10:00'), 1, isWorkday)
    expect(then).toBe(beijing('2026-10-08T10:00'))
  })

  it('counts a made-up working Saturday', () => {
    expect(isWorkday('2026-10-10')).toBe(true)
    expect(addWorkingDays(beijing('2026-10-09T10:00'), 1, isWorkday)).toBe(
      beijing('2026-10-10T10:00'),
    )
  })

  it('judges the day by Beijing’s clock, not by UTC', () => {
    expect(addWorkingDays(beijing('2026-05-15T01:00'), 1, isWorkday)).toBe(
      beijing('2026-05-18T01:00'),
    )
  })

  it('adding nothing changes nothing', () => {
    fc.assert(fc.property(moments, (at) => addWorkingDays(at, 0, isWorkday) === at))
  })

  it('ends on a working day at the same time of day', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), (at, days) => {
        const then = addWorkingDays(at, days, isWorkday)
        expect(isWorkday(beijingDay(then))).toBe(true)
        expect((then - at) % day).toBe(0)
      }),
    )
  })

  it('passes exactly as many working days as asked', () => {
    fc.assert(
      fc.property(moments, counts, (at, days) => {
        const then = addWorkingDays(at, days, isWorkday)
        let passed = 0
        for (let on = at + day; on <= then; on += day) if (isWorkday(beijingDay(on))) passed += 1
        expect(passed).toBe(days)
      }),
    )
  })

  it('adds in two steps what it adds in one, and never turns back', () => {
    fc.assert(
      fc.property(moments, counts, counts, (at, a, b) => {
        const inTwo = addWorkingDays(addWorkingDays(at, a, isWorkday), b, isWorkday)
        expect(inTwo).toBe(addWorkingDays(at, a + b, isWorkday))
        expect(inTwo).toBeGreaterThanOrEqual(at + (a + b) * day)
      }),
    )
  })

  it('refuses parts of days and days back', () => {
    expect(() => addWorkingDays(0, 1.5, isWorkday)).toThrow(RangeError)
    expect(() => addWorkingDays(0, -1, isWorkday)).toThrow(RangeError)
  })
})

describe('years not yet announced', () => {
  it('are known as such', () => {
    expect(isAnnounced(2026)).toBe(true)
    expect(isAnnounced(2027)).toBe(false)
  })

  it.each([
    ['元旦', ['2027-01-01']],
    ['春节', ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08']],
    ['清明', ['2027-04-05']],
    ['五一', ['2027-05-01', '2027-05-02']],
    ['端午', ['2027-06-09']],
    ['中秋', ['2027-09-15']],
    ['国庆', ['2027-10-01', '2027-10-02', '2027-10-03']],
    ['闰五月之年的端午', ['2028-05-28']],
    ['闰十一月之年的春节', ['2034-02-18', '2034-02-19', '2034-02-20', '2034-02-21']],
  ])('have %s off before the announcement', (_, days) => {
    for (const on of days) expect(lawfulDaysOff(Number(on.slice(0, 4)))).toContain(on)
    for (const on of days) expect(isWorkday(on)).toBe(false)
  })

  it('have thirteen days off by law, for as long as the lunar calendar is known', () => {
    for (let year = 2027; year <= 2099; year += 1) {
      // 国庆 may fall on 中秋.
      expect([12, 13]).toContain(lawfulDaysOff(year).size)
      for (const on of lawfulDaysOff(year)) expect(on).toMatch(new RegExp(`^${String(year)}-`))
    }
  })

  it('agree with the almanac of the package from 2027 to 2099', () => {
    for (let year = 2027; year <= 2099; year += 1) {
      const off = lawfulDaysOff(year)
      for (const on of ['01-01', '05-05', '08-15']) {
        expect(off).toContain(chineseDays.getSolarDateFromLunar(`${String(year)}-${on}`).date)
      }
      expect(off).toContain(chineseDays.getSolarTermDate(year, 4, 'pure_brightness'))
    }
  })

  it('are as the office has entered them, once it has', () => {
    const entered = [{ year: 2027, off: ['02-09'], work: ['02-06'] }]
    expect(isAnnounced(2027, entered)).toBe(true)
    expect(isWorkday('2027-02-09', entered)).toBe(false)
    expect(isWorkday('2027-02-06', entered)).toBe(true)
    expect(isWorkday('2027-02-08', entered)).toBe(true)
    expect(isWorkday('2028-10-02', entered)).toBe(false)
  })

  it('keep the days off by law and the weekends', () => {
    expect(isWorkday('2027-10-01')).toBe(false)
    expect(isWorkday('2027-05-15')).toBe(false)
    expect(isWorkday('2027-05-17')).toBe(true)
  })
})

describe('night', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['00:00', true],
    ['05:59', true],
    ['06:00', false],
    ['12:00', false],
  ])('at %s it is night: %s', (clock, night) => {
    expect(isNight(beijing(`2026-05-12T${clock}`))).toBe(night)
  })

  it('lasts eight hours of every day', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const hours = Array.from({ length: 24 }, (_, i) => isNight(at + i * hour))
        expect(hours.filter(Boolean).length).toBe(8)
      }),
    )
  })
})

describe('exam periods', () => {
  it('hold 高考 and 中考 to their last minute', () => {
    expect(isExamPeriod(beijing('2026-06-07T00:00'))).toBe(true)
    expect(isExamPeriod(beijing('2026-06-10T23:59'))).toBe(true)
    expect(isExamPeriod(beijing('2026-06-11T00:00'))).toBe(false)
    expect(isExamPeriod(beijing('2026-06-25T09:00'))).toBe(true)
    expect(examPeriods(2026).map((one) => one.exam)).toEqual(['college', 'senior-school'])
  })
})

describe('limits', () => {
  const from = beijing('2026-09-30T10:00')

  it('the promise is 2 hours, 24 hours, 7 days, 15 days', () => {
    expect(dueAt('solve', 'urgent', from)).toBe(from + 2 * hour)
    expect(dueAt('solve', 'fast', from)).toBe(from + 24 * hour)
    expect(dueAt('solve', 'general', from)).toBe(from + 7 * day)
    expect(dueAt('solve', 'complex', from)).toBe(from + 15 * day)
  })

  it('working days move the long classes only', () => {
    expect(dueAt('solve', 'fast', from, { ...defaultLimits, days: 'working' })).toBe(
      from + 24 * hour,
    )
    expect(dueAt('solve', 'general', from, { ...defaultLimits, days: 'working' })).toBe(
      addWorkingDays(from, 7, isWorkday),
    )
    expect(dueAt('contact', 'general', from, { ...defaultLimits, days: 'working' })).toBe(
      from + 24 * hour,
    )
  })

  it('every clock gives the more urgent no more time', () => {
    expect(limits.map((limit) => limit.clock)).toEqual([
      'dispatch',
      'accept',
      'contact',
      'return',
      'solve',
    ])
    for (const { minutes } of limits) {
      const { urgent, fast, general, complex } = minutes
      expect([urgent, fast, general, complex]).toEqual(
        [urgent, fast, general, complex].sort((a, b) => a - b),
      )
    }
  })

  it('only the solving classes stand on a public source', () => {
    expect(limits.filter((limit) => !limit.setting).map((limit) => limit.clock)).toEqual(['solve'])
  })
})
