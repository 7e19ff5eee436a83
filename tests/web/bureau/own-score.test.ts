import { describe, expect, it } from 'vitest'
import { bureauPages } from '#web/bureau/pages.tsx'
import { aTicket, ratedBy } from '#tests/db/build.ts'
import { hour } from '#tests/db/world.ts'
import { anAccount, openBrowser, openWebWorld, store } from '#tests/web/web-world.ts'

const path = '/desk/score?month=2026-11'

async function atTheUnit() {
  const world = await openWebWorld(anAccount('unit-lead', { unit: 'ecology-bureau' }))
  return { world, browser: openBrowser(bureauPages(world.deps)) }
}

describe('a unit’s own score', () => {
  it('shows its rates and the cases that pull them down, and no other unit’s', async () => {
    const { world, browser } = await atTheUnit()
    const good = aTicket('good', { serial: 1 })
    const bad = aTicket('bad', { serial: 2 })
    const theirs = aTicket('theirs', { serial: 3, handler: 'city-enforcement' })
    const unsolved = { solved: 'unsolved', satisfied: 'unsatisfied' } as const
    await store(world, good, ratedBy(good.after, world.clock.now + hour))
    await store(world, bad, ratedBy(bad.after, world.clock.now + hour, unsolved))
    await store(world, theirs, ratedBy(theirs.after, world.clock.now + hour, unsolved))
    const page = await browser.read(path)
    expect(page).toContain('区生态环境局的成绩')
    expect(page).toContain('50.00%')
    expect(page).toContain('拉低得分的 1 件')
    expect(page).toContain('MY20261123-00002-')
    expect(page).not.toContain('MY20261123-00003-')
  })

  it('says where it can still act', async () => {
    const { world, browser } = await atTheUnit()
    await store(world, aTicket('open', { serial: 7 }))
    const [, rest = ''] = (await browser.read(path)).split('还可以办的')
    expect(rest).toContain('MY20261123-00007-')
  })

  it('is not for who belongs to no unit', async () => {
    const world = await openWebWorld(anAccount('inspector'))
    const browser = openBrowser(bureauPages(world.deps))
    expect((await browser.get(path)).status).toBe(403)
  })
})
