import { describe, expect, it } from 'vitest'
import { readBureau } from '#app/evaluation/read-bureau.ts'
import { dayBegins } from '#routing/calendar.ts'
import { earliestFrom, valuesAt } from '#app/settings/book.ts'
import { changeSetting, readSettings } from '#app/settings/change-setting.ts'
import { declaredSettings, defaultsOf, faultsIn } from '#app/settings/declared.ts'
import { dueBy } from '#app/settings/due-by.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { eraseExpired } from '#app/timers/retention.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { isRefusal } from '#domain/refusal.ts'
import { staffRoles } from '#doors/staff-auth.ts'
import { openApi } from '#tests/api/api-world.ts'
import { commands } from '#tests/support/build.ts'

const day = 86_400_000
const hour = 3_600_000
const admin = { id: 'chief', role: 'administrator', unit: null, name: '陈静' } as const
const operator = { id: 'op', role: 'operator', unit: null, name: '孙敏' } as const

async function openOffice() {
  const world = await openApi()
  const ctx = world.house.ctxFor(admin)
  const change = (setting: string, values: Readonly<Record<string, number>>, from: number) =>
    changeSetting(ctx, { setting, values, from, reason: '主管单位核定' })
  return { ...world, ctx, change, tomorrow: earliestFrom(world.clock.now) }
}

describe.each(declaredSettings)('the setting $id', (declared) => {
  const { id, fields } = declared

  it('has a default within its own bounds', () => {
    expect(faultsIn(declared, defaultsOf(declared))).toEqual([])
    expect(declared.label + declared.source + declared.effect).toMatch(/\p{Script=Han}/u)
  })

  it('is refused with a number out of bounds, missing, between its steps or unknown', async () => {
    const { change, tomorrow, ctx } = await openOffice()
    const good = defaultsOf(declared)
    for (const { name, min, max, step } of fields) {
      const bad = [min - step, max + step, min + step / 2, Number.NaN, Number.POSITIVE_INFINITY]
      for (const value of bad) {
        const refused = await change(id, { ...good, [name]: value }, tomorrow)
        expect(refused).toMatchObject({ refused: 'invalid-input', params: { fields: name } })
      }
    }
    expect(await change(id, { ...good, other: 1 }, tomorrow)).toMatchObject({
      refused: 'invalid-input',
    })
    expect(ctx.settingBook.known()).toEqual([])
  })

  it('is the administrator’s alone', async () => {
    const { house, tomorrow } = await openOffice()
    const given = { setting: id, values: defaultsOf(declared), from: tomorrow, reason: '试' }
    for (const role of staffRoles.filter((one) => one !== 'administrator')) {
      const ctx = house.ctxFor({ ...operator, role })
      expect(await changeSetting(ctx, given)).toMatchObject({ refused: 'not-allowed' })
      expect(await readSettings(ctx)).toMatchObject({ refused: 'not-allowed' })
    }
  })

  it('changes from a day on and is what it was before, with who changed it and why', async () => {
    const { change, ctx, clock, tomorrow } = await openOffice()
    const [first] = fields
    const good = defaultsOf(declared)
    // What has to add up stays as it is: any value may be written down again.
    const values = declared.sum === undefined && first ? { ...good, [first.name]: first.max } : good
    expect(isRefusal(await change(id, values, tomorrow + day))).toBe(false)
    const known = ctx.settingBook.known()
    expect(valuesAt(known, id, tomorrow + day - 1)).toEqual(good)
    expect(valuesAt(known, id, tomorrow + day)).toEqual(values)
    const views = await readSettings(ctx)
    const view = isRefusal(views) ? null : views.find((one) => one.declared.id === id)
    expect(view).toMatchObject({ now: good, coming: [{ values, name: '陈静' }] })
    clock.now = tomorrow + day
    const later = await readSettings(ctx)
    const held = isRefusal(later) ? null : later.find((one) => one.declared.id === id)
    expect(held).toMatchObject({ now: values, coming: [], history: [{ reason: '主管单位核定' }] })
  })

  it('never changes today or in the past, nor without a reason', async () => {
    const { change, ctx, clock, tomorrow } = await openOffice()
    const good = defaultsOf(declared)
    for (const from of [clock.now, clock.now - day, tomorrow - 1]) {
      expect(await change(id, good, from)).toMatchObject({ refused: 'too-early' })
    }
    const silent = { setting: id, values: good, from: tomorrow, reason: ' ' }
    expect(await changeSetting(ctx, silent)).toMatchObject({ params: { fields: 'reason' } })
  })
})

it('weights that do not add up to one are refused', async () => {
  const { change, tomorrow } = await openOffice()
  const values = { contacted: 0.2, solved: 0.45, satisfied: 0.45 }
  expect(await change('weights', values, tomorrow)).toMatchObject({ refused: 'invalid-input' })
})

it('a deadline that was given stays; one given later follows the change', async () => {
  const { change, opens, ctx, clock, house, tomorrow } = await openOffice()
  const number = await opens(commands.open)
  const id = (await ctx.readers.idByNumber(number)) ?? ''
  const deadlines = async (ticketId: string) => fold(ticketId, await ctx.store.history(ticketId))
  const before = await deadlines(id)
  const short = { urgent: 5, fast: 5, general: 5, complex: 5 }
  for (const clockName of ['dispatch', 'solve']) await change(`limit-${clockName}`, short, tomorrow)
  clock.now = tomorrow + hour
  await changeTicket(house.ctxFor(operator), id, commands.note)
  expect((await deadlines(id))?.dispatchDue).toBe(before?.dispatchDue)
  expect((await deadlines(id))?.deadlines).toEqual(before?.deadlines)
  const due = dueBy(ctx)
  // A clock that runs since before the change is still the old one, whenever it is asked for.
  expect(due('solve', 'urgent', tomorrow - 1)).toBe(tomorrow - 1 + 2 * hour)
  expect(due('solve', 'urgent', tomorrow)).toBe(tomorrow + 5 * 60_000)
})

it('working days count for clocks that start after the change', async () => {
  const { change, ctx } = await openOffice()
  const friday = dayBegins('2026-12-04') ?? 0
  await change('solve-days', { working: 1 }, friday)
  const due = dueBy(ctx)
  expect(due('solve', 'general', friday - 1)).toBe(friday - 1 + 7 * day)
  expect(due('solve', 'general', friday)).toBe(friday + 11 * day)
})

it('the rates of a period that has ended never move; those of one that goes on follow', async () => {
  const { change, ctx, clock, tomorrow } = await openOffice()
  const weigh = async (period: { readonly from: number; readonly to: number }) => {
    const view = await readBureau(ctx, { period, group: 'handler' })
    return isRefusal(view) ? null : view.using
  }
  const ended = { from: tomorrow - 30 * day, to: tomorrow }
  const current = { from: tomorrow, to: tomorrow + 30 * day }
  const before = await weigh(ended)
  await change('weights', { contacted: 0.2, solved: 0.4, satisfied: 0.4 }, tomorrow)
  await change('answers', { partlySolved: 0.5, basicallySatisfied: 0.8 }, tomorrow)
  clock.now = tomorrow + day
  expect(await weigh(ended)).toEqual(before)
  expect(await weigh(current)).toEqual({
    weights: { contacted: 0.2, solved: 0.4, satisfied: 0.4 },
    partlySolved: 0.5,
    basicallySatisfied: 0.8,
  })
})

it('the years after which a person is erased follow the change', async () => {
  const { change, opens, house, ctx, clock, tomorrow } = await openOffice()
  const number = await opens(commands.open)
  const id = (await ctx.readers.idByNumber(number)) ?? ''
  await changeTicket(house.ctxFor(operator), id, { type: 'withdraw', reason: '不用了' })
  await change('retention', { years: 1 }, tomorrow)
  clock.now += 370 * day
  expect(await eraseExpired(ctx)).toBe(1)
})

it('another process hears of a change within a minute', async () => {
  const { change, ctx, clock, house, tomorrow } = await openOffice()
  const { createPorts } = await import('#db/ports.ts')
  const { makeSeal } = await import('#db/seal.ts')
  const seal = await makeSeal('a master secret for tests, 32+ characters')
  const other = createPorts(house.database, seal, { newId: ctx.newId, now: ctx.now })
  await other.settingBook.fresh(clock.now)
  await change('retention', { years: 5 }, tomorrow)
  await other.settingBook.fresh(clock.now + 59_000)
  expect(other.settingBook.known()).toEqual([])
  await other.settingBook.fresh(clock.now + 60_000)
  expect(other.settingBook.known()).toHaveLength(1)
})

describe('the days from which a change may hold', () => {
  const beijing = (local: string) => Date.parse(`${local}:00+08:00`)
  it.each([
    ['2026-11-23T09:00', '2026-11-24T00:00'],
    ['2026-11-23T22:59', '2026-11-24T00:00'],
    ['2026-11-23T23:01', '2026-11-25T00:00'],
  ])('at %s begin with %s', (now, first) => {
    expect(earliestFrom(beijing(now))).toBe(beijing(first))
  })

  it.each(['2026-02-30', '2026-2-3', '', 'tomorrow'])('are days there are: not %j', (written) => {
    expect(dayBegins(written)).toBeNull()
  })
})
