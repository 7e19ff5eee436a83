import { monthOf } from '#doors/format.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { complains, sees, signsIn, takes } from './acts.ts'
import { openBrowserWorld, sharedBrowser } from './browser-world.ts'
import type { BrowserWorld, Visitor } from './browser-world.ts'

const browser = sharedBrowser()

const patience = { timeout: 60_000 }
const guoyuan = '110118002'
const screens = ['atDesk', 'onPhone'] as const

type Screen = (typeof screens)[number]

/** Somebody of a unit or of the bureau, signed in at this screen. */
async function staff(
  world: BrowserWorld,
  screen: Screen,
  who: Parameters<BrowserWorld['hire']>[0],
): Promise<Visitor> {
  const login = await world.hire(who)
  const visitor = await world[screen]()
  await signsIn(visitor.page, login)
  return visitor
}

async function fits(page: Page): Promise<void> {
  const [page_, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(page_, `${page.url()} needs no scrolling sideways`).toBe(screen)
}

/** The township calls both bureaus to the spot. */
async function whistles(page: Page): Promise<void> {
  await page.locator('summary').getByText('吹哨', { exact: true }).click()
  const form = page.locator('form').filter({
    has: page.getByRole('button', { name: '吹哨', exact: true }),
  })
  await form.getByLabel('区城管执法局').check()
  await form.locator('summary').getByText('其他单位').click()
  await form.getByLabel('按名字找单位').fill('市场')
  await form.getByLabel('区市场监管局').check()
  await fits(page)
  await takes(page, '吹哨', { 吹哨事由: '联合取缔无照烧烤', 集合地点: '果园西里南门' })
}

test.each(screens)(
  'a township whistles; one bureau comes, one is absent: %s',
  patience,
  async (screen) => {
    const world = await openBrowserWorld(browser())
    const citizen = await world.onPhone()
    const { number } = await complains(citizen.page, '果园西里小区门口的烧烤摊每天晚上冒烟')
    const town = await staff(world, screen, { username: 'town', role: 'officer', unit: guoyuan })
    const called = await staff(world, screen, {
      username: 'called',
      role: 'officer',
      unit: 'city-enforcement',
    })
    const inspector = await staff(world, screen, {
      username: 'inspector',
      role: 'inspector',
      unit: null,
    })
    const address = `/desk/tickets/${number}`

    await town.page.goto(address)
    await takes(town.page, '签收')
    await takes(town.page, '登记联系', { 联系方式: '电话联系', 说明: '约好晚上一起到场。' })
    await whistles(town.page)

    await called.page.goto('/desk')
    await called.page.getByText('联合取缔无照烧烤').first().waitFor()
    await fits(called.page)
    await called.page.getByRole('link', { name: number }).first().click()
    await takes(called.page, '报到', { 报到方式: '到场', 说明: '两名执法员到场' })
    await takes(called.page, '哨单任务完成', { 任务是否完成: '是', 说明: '已暂扣炉具' })
    await fits(called.page)

    await town.page.goto(address)
    await takes(town.page, '结束吹哨', { 说明: '现场处置完毕' })
    const section = town.page.getByRole('region', { name: '吹哨报到' })
    const row = (unit: string) => section.getByRole('row').filter({ hasText: unit })
    expect(await row('区城管执法局').innerText()).toContain('已完成')
    expect(await row('区市场监管局').innerText()).toContain('未到')
    await fits(town.page)
    await takes(town.page, '办结', { 给市民的答复: '已联合取缔，当晚复查没有冒烟。' })
    await sees(citizen.page, '已联合取缔')

    await inspector.page.goto(`/bureau?month=${monthOf(Date.now())}`)
    await inspector.page.getByRole('link', { name: '单位配合' }).click()
    await inspector.page.getByRole('link', { name: monthOf(Date.now()), exact: true }).click()
    const line = inspector.page.getByRole('row').filter({ hasText: '区市场监管局' })
    expect(await line.innerText()).toContain('缺席 1')
    await fits(inspector.page)
    for (const { troubles } of [citizen, town, called, inspector]) expect(troubles).toEqual([])
  },
)
