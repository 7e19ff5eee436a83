import { expect, test } from 'vitest'
import { complains, signsIn } from './acts.ts'
import { faultsOf } from './audit.ts'
import { openBrowserWorld, sharedBrowser } from './browser-world.ts'

const browser = sharedBrowser()
const patience = { timeout: 120_000 }
const words = '果园街道果园西里南门口的烧烤摊每天晚上冒烟'

test(
  'an officer signs with one key, registers a call with the keyboard alone, and goes on to the next',
  patience,
  async () => {
    const world = await openBrowserWorld(browser())
    for (let n = 0; n < 2; n += 1) await complains((await world.onPhone()).page, words)
    const { page, troubles } = await world.atDesk()
    const login = await world.hire({ username: 'town', role: 'officer', unit: '110118002' })
    await signsIn(page, login)
    await page.getByText('待签收 2').first().waitFor()

    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('下一件').first().waitFor()
    await page.keyboard.press('?')

    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.getByText('已完成：签收').waitFor()
    await page.getByText('待联系 1').waitFor()

    await page.goto('/desk?kind=contact')
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.locator('select:focus').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('已电话联系，约今晚到场')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('已完成：登记联系').waitFor()

    await page.goto('/desk')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname.includes('/tickets/'))
    const first = page.url()
    await page.getByRole('heading', { level: 1, name: /^MY/ }).waitFor()
    await page.keyboard.press('n')
    await page.waitForURL((url) => url.toString() !== first && url.pathname.includes('/tickets/'))
    await page.keyboard.press('u')
    await page.getByRole('heading', { name: '待我处理' }).waitFor()

    const faults = await faultsOf(page)
    expect([...faults, ...troubles]).toEqual([])
  },
)
