import { describe, expect, it } from 'vitest'
import { bureauPages } from '#web/bureau/pages.tsx'
import type { UnitId } from '#routing/units.ts'
import { aTicket, ratedBy } from '#tests/db/build.ts'
import { hour } from '#tests/db/world.ts'
import type { Account } from '#doors/staff-auth.ts'
import { anAccount, openBrowser, openWebWorld, store } from '#tests/web/web-world.ts'

const path = '/bureau/brief?month=2026-11'
const day = 24 * hour
const unsolved = { solved: 'unsolved', satisfied: 'unsatisfied' } as const

async function atTheBureau(account: Account = anAccount('inspector')) {
  const world = await openWebWorld(account)
  return { world, browser: openBrowser(bureauPages(world.deps)) }
}

type World = Awaited<ReturnType<typeof atTheBureau>>['world']

/** So many rated cases of a unit, numbered from `first`, all good or all bad. */
async function rated(world: World, unit: UnitId, first: number, isGood: boolean) {
  for (let serial = first; serial < first + 10; serial += 1) {
    const one = aTicket(`${unit}-${String(serial)}`, { serial, handler: unit })
    await store(world, one, ratedBy(one.after, world.clock.now + hour, isGood ? {} : unsolved))
  }
}

/** A complaint about this spot. */
function at(spot: string, serial: number) {
  const place = { town: '110118001', village: null, spot, told: null, coordinates: null } as const
  return aTicket(`spot-${String(serial)}`, { serial, opened: { place } })
}

describe('the leader’s one page', () => {
  it('says that nothing was rated, is overdue or came back, and shows no share of nothing', async () => {
    const { browser } = await atTheBureau()
    const page = await browser.read(path)
    expect(page).toContain('三率不作评价')
    expect(page).toContain('现在没有超期的诉求')
    expect(page).toContain('本期没有反复反映的地点')
    expect(page).not.toMatch(/NaN|undefined|null|0\.00%/u)
  })

  it('names no unit and quotes no share for a few cases', async () => {
    const { world, browser } = await atTheBureau()
    const bad = aTicket('bad', { serial: 1 })
    await store(world, bad, ratedBy(bad.after, world.clock.now + hour, unsolved))
    const page = await browser.read(path)
    expect(page).toContain('百分比不宜单独引用')
    expect(page).toContain('没有低于同组平均的')
    expect(page).not.toContain('请逐件说明')
  })

  it('names the unit below those it compares with, and its cases', async () => {
    const { world, browser } = await atTheBureau()
    await rated(world, 'ecology-bureau', 1, true)
    await rated(world, 'city-enforcement', 11, false)
    const page = await browser.read(path)
    expect(page).toContain('本期回访有效诉求 20 件')
    const [, rest = ''] = page.split('低于同组平均的单位（最多五个）')
    const [weak = ''] = rest.split('现在超期的')
    expect(weak).toContain('MY20261123-00011-')
    expect(weak).not.toContain('MY20261123-00001-')
  })

  it('counts what is overdue, and opens it', async () => {
    const { world, browser } = await atTheBureau()
    await store(world, aTicket('late', { serial: 7 }))
    world.clock.now += 10 * day
    const page = await browser.read(path)
    expect(page).toContain('现在有 1 件诉求超期')
    expect(page).toContain('MY20261123-00007-')
    expect(page).toContain('href="/bureau/tickets?now=overdue"')
  })

  it('shows the place that was told of three times, and not one told of twice', async () => {
    const { world, browser } = await atTheBureau()
    for (const serial of [1, 2, 3]) await store(world, at('东门烧烤摊', serial))
    for (const serial of [4, 5]) await store(world, at('西门烧烤摊', serial))
    const page = await browser.read(path)
    expect(page).toMatch(/东门烧烤摊的.*问题已反映 3 次/u)
    expect(page).not.toContain('西门烧烤摊的')
  })

  it.each(['officer', 'unit-lead'] as const)('is not for %s', async (role) => {
    const { browser } = await atTheBureau(anAccount(role, { unit: 'ecology-bureau' }))
    expect((await browser.get(path)).status).toBe(403)
  })
})
