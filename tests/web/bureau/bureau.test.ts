import { describe, expect, it } from 'vitest'
import { bureauPages } from '#web/bureau/pages.tsx'
import { aTicket, ratedBy } from '#tests/db/build.ts'
import { hour } from '#tests/db/world.ts'
import { anAccount, openBrowser, openWebWorld, store } from '#tests/web/web-world.ts'
import type { WebWorld } from '#tests/web/web-world.ts'

type Answer = Parameters<typeof ratedBy>[2]

/** Today is in it: without it the last full period is shown. */
const thisMonth = '/bureau?month=2026-11'

const notSolved: Answer = { solved: 'unsolved', satisfied: 'unsatisfied' }

/** Opens tickets of 区生态环境局 and has each answered. */
async function rated(world: WebWorld, ...answers: readonly Answer[]): Promise<void> {
  for (const [index, answer] of answers.entries()) {
    const serial = index + 1
    const opened = aTicket(`ticket-${String(serial)}`, { serial })
    await store(world, opened, ratedBy(opened.after, world.clock.now + hour, answer))
  }
}

async function atTheBureau(role: Parameters<typeof anAccount>[0] = 'inspector') {
  const world = await openWebWorld(anAccount(role))
  return { world, browser: openBrowser(bureauPages(world.deps)) }
}

/** Addresses of the links with this text. */
function linksTo(page: string, text: string): string[] {
  return [...page.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/gu)]
    .filter(([, , label]) => label === text)
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
}

describe('who may look', () => {
  it('sends whoever is not signed in to sign in', async () => {
    const world = await openWebWorld()
    const answer = await openBrowser(bureauPages(world.deps)).get('/bureau')
    expect(answer.headers.get('location')).toBe('/desk/sign-in?back=%2Fbureau')
  })

  it.each(['officer', 'unit-lead', 'operator'] as const)('refuses a %s', async (role) => {
    const { browser } = await atTheBureau(role)
    expect((await browser.get('/bureau')).status).toBe(403)
    expect((await browser.get('/bureau/tickets?now=open')).status).toBe(403)
  })

  it.each(['dispatcher', 'inspector', 'administrator'] as const)('lets a %s in', async (role) => {
    const { browser } = await atTheBureau(role)
    expect((await browser.get('/bureau')).status).toBe(200)
  })
})

describe('the rates of a period', () => {
  it('shows shares, counts and the 95 % interval', async () => {
    const { world, browser } = await atTheBureau()
    await rated(world, {}, {}, {}, notSolved)
    const page = await browser.read(thisMonth)
    expect(page).toContain('75.00%')
    expect(page).toContain('30.06%–95.44%')
    expect(page).toContain('已解决 3')
  })

  it('marks a line of fewer than ten valid tickets', async () => {
    const { world, browser } = await atTheBureau()
    await rated(world, ...Array.from({ length: 9 }, () => ({})))
    expect(await browser.read(thisMonth)).toContain('件数少</span>')
  })

  it('does not mark a line of ten', async () => {
    const { world, browser } = await atTheBureau()
    await rated(world, ...Array.from({ length: 10 }, () => ({})))
    expect(await browser.read(thisMonth)).not.toContain('件数少</span>')
  })

  it('counts only call-backs settled within it', async () => {
    const { world, browser } = await atTheBureau()
    await rated(world, {})
    expect(await browser.read('/bureau?month=2026-10')).toContain('没有结束回访的工单')
    expect(await browser.read('/bureau?month=2026-11')).toContain('100.00%')
  })

  it('groups by category in words', async () => {
    const { world, browser } = await atTheBureau()
    await rated(world, {})
    expect(await browser.read(`${thisMonth}&group=category`)).toContain('餐饮油烟')
  })

  it('says so when the dates are the wrong way round', async () => {
    const { browser } = await atTheBureau()
    const page = await browser.read('/bureau?from=2026-11-30&to=2026-11-01')
    expect(page).toContain('role="alert"')
  })
})

describe('the list behind a figure', () => {
  it('of those not solved holds exactly those tickets', async () => {
    const { world, browser } = await atTheBureau()
    await rated(world, {}, notSolved, {})
    const [href = ''] = linksTo(await browser.read(thisMonth), '未解决 1')
    const page = await browser.read(href)
    expect(page.match(/MY20261123-\d{5}-\d(?=<)/gu)).toHaveLength(1)
    expect(page).toContain('MY20261123-00002-')
    expect(page).toContain('未解决，不满意')
  })

  it('of a unit holds only that unit’s tickets', async () => {
    const { world, browser } = await atTheBureau()
    const ours = aTicket('a', { serial: 1 })
    const theirs = aTicket('b', { serial: 2, handler: 'city-enforcement' })
    await store(world, ours, ratedBy(ours.after, world.clock.now))
    await store(world, theirs, ratedBy(theirs.after, world.clock.now))
    const query = 'from=2026-11-01&to=2026-11-30&which=valid&group=handler&key=city-enforcement'
    const page = await browser.read(`/bureau/tickets?${query}`)
    expect(page).toContain('MY20261123-00002-')
    expect(page).not.toContain('MY20261123-00001-')
  })

  it('has as many tickets as the figure says, over several pages', async () => {
    const { world, browser } = await atTheBureau()
    await rated(world, ...Array.from({ length: 31 }, () => ({})))
    const [href = ''] = linksTo(await browser.read(thisMonth), '31')
    const first = await browser.read(href)
    expect(first).toContain('第 1 页，共 2 页，31 件')
    expect((await browser.read(`${href}&page=2`)).match(/<th scope="row">/gu)).toHaveLength(1)
  })

  it('leads on to each ticket’s own page', async () => {
    const { world, browser } = await atTheBureau()
    const { after } = aTicket('a')
    await rated(world, {})
    const [href = ''] = linksTo(await browser.read(thisMonth), '1')
    const { number } = after.opened
    expect(linksTo(await browser.read(href), number)).toEqual([`/desk/tickets/${number}`])
  })

  it('of what is overdue now holds the tickets whose clock has rung', async () => {
    const { world, browser } = await atTheBureau()
    await store(world, aTicket('late', { serial: 1 }))
    world.clock.now += 48 * hour
    await store(world, aTicket('fresh', { serial: 2, at: world.clock.now }))
    const page = await browser.read('/bureau/tickets?now=overdue')
    expect(page).toContain('MY20261123-00001-')
    expect(page).not.toContain('MY20261123-00002-')
  })

  it('is not found when the address names no figure', async () => {
    const { browser } = await atTheBureau()
    expect((await browser.get('/bureau/tickets?which=valid')).status).toBe(404)
  })
})

describe('alarms', () => {
  it('count apart from what citizens complain of, in a list of their own', async () => {
    const { world, browser } = await atTheBureau()
    await store(world, aTicket('t1'))
    const alarm = { kind: 'alarm', channel: 'alarm' } as const
    await store(world, aTicket('t2', { serial: 2, opened: alarm }))
    await store(world, aTicket('t3', { serial: 3, opened: alarm }))
    const page = await (await browser.get('/bureau')).text()
    expect(page).toMatch(/在办\s*<b>1<\/b>/)
    expect(page).toMatch(/监测报警在办\s*<b>2<\/b>/)
    const complaints = await (await browser.get('/bureau/tickets?now=open')).text()
    expect(complaints).toContain('MY20261123-00001')
    expect(complaints).not.toContain('MY20261123-00002')
    const alarms = await (await browser.get('/bureau/tickets?now=alarms')).text()
    expect(alarms).toContain('MY20261123-00002')
    expect(alarms).not.toContain('MY20261123-00001')
    expect(alarms).toContain('监测报警</span>')
  })
})
