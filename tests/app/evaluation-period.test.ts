import { describe, expect, it } from 'vitest'
import {
  comparedTo,
  lastFullPeriod,
  lastPeriods,
  periodWith,
  quarterTo,
} from '#app/evaluation/evaluation-period.ts'

const at = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)
const days = (from: string, to: string) => ({ from: at(from), to: at(to) })
const monthly = { months: 1, cutoff: 0 }
const on18th = { months: 1, cutoff: 18 }
const quarterly = { months: 3, cutoff: 0 }
const eight = 8 * 3_600_000

describe('the last full evaluation period', () => {
  it('is the month before, from the first moment of the first', () => {
    expect(lastFullPeriod(at('2026-12-01'), monthly)).toEqual(days('2026-11-01', '2026-12-01'))
    expect(lastFullPeriod(at('2026-12-01') - 1, monthly)).toEqual(days('2026-10-01', '2026-11-01'))
  })

  it('ends with the cut-off day where one is set', () => {
    expect(lastFullPeriod(at('2026-12-01') + eight, on18th)).toEqual(
      days('2026-10-19', '2026-11-19'),
    )
    expect(lastFullPeriod(at('2026-11-19'), on18th)).toEqual(days('2026-10-19', '2026-11-19'))
    expect(lastFullPeriod(at('2026-11-18'), on18th)).toEqual(days('2026-09-19', '2026-10-19'))
  })

  it('is a quarter where three months are set, over the turn of a year too', () => {
    expect(lastFullPeriod(at('2027-01-01'), quarterly)).toEqual(days('2026-10-01', '2027-01-01'))
    expect(lastFullPeriod(at('2026-12-31'), quarterly)).toEqual(days('2026-07-01', '2026-10-01'))
  })

  it('leaves no moment to two periods or to none', () => {
    for (const cut of [monthly, on18th, quarterly, { months: 12, cutoff: 28 }]) {
      const periods = lastPeriods(at('2026-12-01'), cut, 6).map((month) => periodWith(month, cut))
      for (const [index, period] of periods.entries()) {
        if (index > 0) expect(period?.to).toBe(periods[index - 1]?.from)
      }
    }
  })
})

describe('what a period is compared with', () => {
  it('is the one before and the same of last year', () => {
    expect(comparedTo(days('2026-11-01', '2026-12-01'), monthly)).toEqual({
      before: days('2026-10-01', '2026-11-01'),
      lastYear: days('2025-11-01', '2025-12-01'),
    })
    expect(comparedTo(days('2026-10-19', '2026-11-19'), on18th).before).toEqual(
      days('2026-09-19', '2026-10-19'),
    )
  })

  it('is as many days before where it is any days', () => {
    expect(comparedTo(days('2026-11-11', '2026-11-21'), monthly).before).toEqual(
      days('2026-11-01', '2026-11-11'),
    )
  })

  it('a leap day has its neighbour a year earlier', () => {
    expect(comparedTo(days('2028-02-29', '2028-03-01'), monthly).lastYear).toEqual(
      days('2027-02-28', '2027-03-01'),
    )
  })
})

it('a ranking goes by the three months up to the end of the period', () => {
  expect(quarterTo(days('2026-11-01', '2026-12-01'), monthly)).toEqual(
    days('2026-09-01', '2026-12-01'),
  )
  expect(quarterTo(days('2026-10-19', '2026-11-19'), on18th)).toEqual(
    days('2026-08-19', '2026-11-19'),
  )
})
