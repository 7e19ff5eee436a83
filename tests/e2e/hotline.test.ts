import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sees, signsIn } from './acts.ts'
import { faultsOf } from './audit.ts'
import { openBrowserWorld, sharedBrowser } from './browser-world.ts'
import type { BrowserWorld, Visitor } from './browser-world.ts'

const browser = sharedBrowser()

const patience = { timeout: 60_000 }
const words = '果园西里小区门口的烧烤摊每天晚上冒烟'
const draftKey = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('huiying.call.')))

async function atHotline(world: BrowserWorld): Promise<Visitor> {
  const visitor = await world.atDesk()
  const login = await world.hire({ username: 'operator', role: 'operator', unit: null })
  await signsIn(visitor.page, login)
  await visitor.page.goto('/desk/hotline')
  return visitor
}

/** What a field holds, by its label. */
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first()

async function count({ house }: BrowserWorld): Promise<number> {
  return (await house.ports.readers.list({ sort: 'newest', limit: 1, offset: 0 })).total
}

test(
  'a call is taken, checked and saved without a mouse, and the next one begun',
  patience,
  async () => {
    const world = await openBrowserWorld(browser())
    const { page, troubles } = await atHotline(world)
    const { keyboard } = page
    await keyboard.type(words)
    await sees(page, '露天烧烤 → 果园街道')
    await keyboard.press('Alt+p')
    await keyboard.type('13812345678')
    await keyboard.press('Alt+q')
    await keyboard.press('Escape')
    await keyboard.press('2')
    const second = await field(page, 'category').inputValue()
    expect(second).not.toBe('open-air-barbecue')
    await keyboard.press('Alt+1')
    expect(await field(page, 'category').inputValue()).toBe('open-air-barbecue')
    await keyboard.press('Control+Enter')
    await sees(page, '请念给来电人')
    expect(await draftKey(page)).toEqual([])
    await keyboard.press('Alt+n')
    await page.waitForURL('**/desk/hotline')
    await page.locator('[name="text"]:focus').waitFor()
    expect(await field(page, 'text').inputValue()).toBe('')
    expect(await count(world)).toBe(1)
    expect(troubles).toEqual([])
  },
)

test('what the operator has chosen stays when more is typed', patience, async () => {
  const world = await openBrowserWorld(browser())
  const { page } = await atHotline(world)
  await page.keyboard.type('小区门口的烧烤摊每天晚上冒烟')
  await sees(page, '转派单台')
  await field(page, 'spot').fill('南门')
  await field(page, 'category').selectOption('open-burning')
  await field(page, 'text').focus()
  await page.keyboard.press('End')
  await page.keyboard.type('，在果园西里')
  await sees(page, '露天焚烧 → 果园街道')
  expect(await field(page, 'village').inputValue()).toBe('果园西里')
  expect(await field(page, 'category').inputValue()).toBe('open-burning')
  expect(await field(page, 'spot').inputValue()).toBe('南门')
  await page.keyboard.press('Alt+y')
  await expect.poll(() => field(page, 'category').inputValue()).not.toBe('open-burning')
})

test('a reload keeps the draft, and signing out drops it', patience, async () => {
  const world = await openBrowserWorld(browser())
  const { page } = await atHotline(world)
  await page.keyboard.type(words)
  await sees(page, '露天烧烤 → 果园街道')
  await field(page, 'urgency').selectOption('fast')
  await page.reload()
  await sees(page, '露天烧烤 → 果园街道')
  expect(await field(page, 'text').inputValue()).toBe(words)
  expect(await field(page, 'urgency').inputValue()).toBe('fast')
  expect(await draftKey(page)).toHaveLength(1)
  await page.getByRole('button', { name: '退出' }).click()
  await sees(page, '您已退出登录')
  await expect.poll(() => draftKey(page)).toEqual([])
})

test(
  'a call saved while the line is down goes through once when it is back',
  patience,
  async () => {
    const world = await openBrowserWorld(browser())
    const { page } = await atHotline(world)
    await page.keyboard.type(words)
    await sees(page, '露天烧烤 → 果园街道')
    await page.context().setOffline(true)
    await page.keyboard.press('Control+Enter')
    await sees(page, '恢复后自动提交')
    await page.keyboard.press('Control+Enter')
    expect(await draftKey(page)).toHaveLength(1)
    await page.context().setOffline(false)
    await sees(page, '请念给来电人')
    expect(await count(world)).toBe(1)
  },
)

test(
  'an answer that is lost on its way costs neither a second ticket nor the code',
  patience,
  async () => {
    const world = await openBrowserWorld(browser())
    const { page } = await atHotline(world)
    await page.keyboard.type(words)
    await sees(page, '露天烧烤 → 果园街道')
    let lost = 0
    await page.route('**/desk/hotline', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort()
    })
    await page.keyboard.press('Control+Enter')
    await sees(page, '恢复后自动提交')
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await sees(page, '没有重复立单')
    expect(await page.locator('.notice .secret').last().innerText()).toMatch(/^[A-Z2-9]{8}$/)
    expect([lost, await count(world)]).toEqual([1, 1])
  },
)

test('a session that has ended loses nothing that was typed', patience, async () => {
  const world = await openBrowserWorld(browser())
  const { page } = await atHotline(world)
  await page.keyboard.type(words)
  await sees(page, '露天烧烤 → 果园街道')
  await page.context().clearCookies()
  await page.keyboard.press('Control+Enter')
  await sees(page, '登录已过期')
  await signsIn(page, { username: 'operator', password: 'long-enough-1' })
  await page.goto('/desk/hotline')
  expect(await field(page, 'text').inputValue()).toBe(words)
})

test('an open ticket of the same matter is joined by one key', patience, async () => {
  const world = await openBrowserWorld(browser())
  const { page } = await atHotline(world)
  await page.keyboard.type(words)
  await sees(page, '露天烧烤 → 果园街道')
  await page.keyboard.press('Control+Enter')
  await sees(page, '请念给来电人')
  await page.keyboard.press('Alt+n')
  await page.locator('[name="text"]:focus').waitFor()
  await page.keyboard.type('果园西里门口烧烤摊晚上冒烟，熏得慌')
  await sees(page, '已有的工单 1')
  await page.keyboard.press('Alt+m')
  await sees(page, '已并入')
})

test('the hotline is labelled, in order and fits a small phone', patience, async () => {
  const world = await openBrowserWorld(browser())
  const { page, troubles } = await world.onPhone({ viewport: { width: 320, height: 640 } })
  const login = await world.hire({ username: 'operator', role: 'operator', unit: null })
  await signsIn(page, login)
  await page.goto('/desk/hotline')
  const empty = await faultsOf(page)
  await field(page, 'text').fill('果园西里楼下饭店油烟直排，晚上空调外机也响得厉害')
  await sees(page, '受理后立 2 张工单')
  expect([...empty, ...(await faultsOf(page)), ...troubles]).toEqual([])
})
