import { expect, it } from 'vitest'
import { monthPeriod, periodFields, readPeriod } from '#web/bureau/period.ts'
import { listPath, readListQuery, readRatesQuery } from '#web/bureau/query.ts'
import type { ListAsked } from '#web/bureau/query.ts'
import { monday } from '#tests/db/world.ts'

const november = {
  from: Date.parse('2026-11-01T00:00+08:00'),
  to: Date.parse('2026-12-01T00:00+08:00'),
}

it('a month begins and ends at midnight in Beijing', () => {
  expect(monthPeriod('2026-11')).toEqual(november)
})

it('December ends with the year', () => {
  expect(monthPeriod('2026-12')?.to).toBe(Date.parse('2027-01-01T00:00+08:00'))
})

it('both dates of a period are included', () => {
  expect(readPeriod({ from: '2026-11-01', to: '2026-11-30' })).toEqual(november)
  expect(periodFields(november)).toEqual({ from: '2026-11-01', to: '2026-11-30' })
})

it.each([
  ['2026-11-02', '2026-11-01'],
  ['2026-02-31', '2026-03-05'],
  ['gestern', '2026-11-01'],
])('%s to %s is no period', (from, to) => {
  expect(readPeriod({ from, to })).toBeNull()
})

const calendar = { now: monday, cut: { months: 1, cutoff: 0 } }
const october = {
  from: Date.parse('2026-10-01T00:00+08:00'),
  to: november.from,
}

it('without dates the last full period is shown, by unit', () => {
  const asked = readRatesQuery({}, calendar)
  expect(asked).toEqual({ period: october, group: 'handler', bad: false })
})

it('dates that make no sense are said to, and the last full period is shown', () => {
  const asked = readRatesQuery({ from: '2026-12-01', to: '2026-11-01' }, calendar)
  expect(asked).toEqual({ period: october, group: 'handler', bad: true })
})

it.each<ListAsked>([
  { kind: 'now', list: 'overdue' },
  { kind: 'settled', period: november, figure: 'not-solved', line: null },
  { kind: 'settled', period: november, figure: 'valid', line: { group: 'town', key: '' } },
])('the address of a list leads to that list: %o', (asked) => {
  const query = Object.fromEntries(new URL(listPath(asked), 'http://localhost').searchParams)
  expect(readListQuery(query)).toEqual(asked)
})

it('an address that names no figure leads to no list', () => {
  expect(readListQuery({ from: '2026-11-01', to: '2026-11-30', which: 'all' })).toBeNull()
})
