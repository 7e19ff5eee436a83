import { describe, expect, it } from 'vitest'
import { units } from '#routing/units.ts'
import { unmannedUnits } from '#app/people/unmanned.ts'
import { anOpenCommand } from '#tests/support/build.ts'
import { openDesk, read } from '#tests/web/desk/desk-world.ts'

const street = '110118002'
const alarm = '1 个单位有工单，却没有人能登录'

describe('a unit nobody can sign in for', () => {
  it('is an alarm on the dispatcher’s page while it has cases, with the cases', async () => {
    const desk = await openDesk()
    const dispatcher = await desk.signedIn({ role: 'dispatcher' })
    expect(await read(dispatcher, '/desk/dispatch')).not.toContain('却没有人能登录')
    const number = await desk.opens(anOpenCommand())
    const page = await read(dispatcher, '/desk/dispatch')
    expect(page).toContain(alarm)
    expect(page).toContain('果园街道 1 件')
    expect(page).toContain(`href="/desk/tickets/${number}"`)
    await desk.signedIn({ unit: street })
    expect(await read(dispatcher, '/desk/dispatch')).not.toContain('却没有人能登录')
  })

  it('is one again when its last account is disabled', async () => {
    const desk = await openDesk()
    const { account } = await desk.signedIn({ unit: street })
    const inspector = await desk.signedIn({ role: 'inspector' })
    await desk.opens(anOpenCommand())
    expect(await read(inspector, '/desk/dispatch')).not.toContain(alarm)
    await desk.house.auth.setDisabled(account.id, true)
    expect(await read(inspector, '/desk/dispatch')).toContain(alarm)
  })

  it('has its notices read by the dispatch desk until it has somebody', async () => {
    const desk = await openDesk()
    const dispatcher = await desk.signedIn({ role: 'dispatcher' })
    const inspector = await desk.signedIn({ role: 'inspector' })
    const number = await desk.opens(anOpenCommand())
    const told = await read(dispatcher, '/desk/notices')
    expect(told).toContain(number)
    expect(told).toContain('发给果园街道的，那里没有人能登录，由派单台代收')
    expect(await read(inspector, '/desk/notices')).not.toContain(number)
    const officer = await desk.signedIn({ unit: street })
    expect(await read(dispatcher, '/desk/notices?list=all')).not.toContain('发给果园街道')
    const own = await read(officer, '/desk/notices')
    expect(own).toContain(number)
    expect(own).not.toContain('由派单台代收')
  })

  it.each(units.map(({ id }) => id))('%s is found out by its people alone', (unit) => {
    const member = { id: 'a', role: 'officer', name: '李建国' } as const
    expect(unmannedUnits([])).toContain(unit)
    expect(unmannedUnits([{ ...member, unit }])).not.toContain(unit)
    expect(unmannedUnits([{ ...member, unit }])).toHaveLength(units.length - 1)
  })
})
