import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { defaultLimits } from '#domain/media.ts'
import { complains, signsIn } from './acts.ts'
import { openBrowserWorld, sharedBrowser } from './browser-world.ts'

const browser = sharedBrowser()

/** A busy machine takes its time over files. */
const patience = { timeout: 60_000 }
const words = '果园西里小区门口的烧烤摊每天晚上冒烟'
const guoyuan = '110118002'

/** A photo as a browser takes it: what is on the screen. */
async function aPhoto(page: Page) {
  return { name: 'IMG_0001.png', mimeType: 'image/png', buffer: await page.screenshot() }
}

/** Resolves when a picture is really there and can be seen. */
async function drawn(image: Locator): Promise<void> {
  await image.waitFor()
  await expect
    .poll(() => image.evaluate((one) => 'naturalWidth' in one && one.naturalWidth))
    .not.toBe(0)
}

test.each([true, false])(
  'a photo goes from a phone to the desk (scripts: %s)',
  patience,
  async (scripts) => {
    const world = await openBrowserWorld(browser())
    const login = await world.hire({ username: 'officer', role: 'officer', unit: guoyuan })
    const citizen = await world.onPhone({ javaScriptEnabled: scripts })
    const officer = await world.atDesk({ javaScriptEnabled: scripts })

    const { number } = await complains(citizen.page, words)
    if (scripts) {
      const choosing = citizen.page.waitForEvent('filechooser')
      await citizen.page.getByRole('button', { name: '发照片' }).click()
      await (await choosing).setFiles([await aPhoto(citizen.page), await aPhoto(citizen.page)])
    } else {
      const field = citizen.page.getByLabel('照片、视频、录音')
      await field.setInputFiles([await aPhoto(citizen.page), await aPhoto(citizen.page)])
      await citizen.page.getByRole('button', { name: '发送附件' }).click()
    }
    await drawn(citizen.page.getByAltText('您发的照片 2'))
    expect(await citizen.page.getByAltText('您发的照片 1').count()).toBe(1)

    await signsIn(officer.page, login)
    await officer.page.goto(`/desk/tickets/${number}`)
    await drawn(officer.page.getByAltText('市民发来的照片 2'))
    expect([...citizen.troubles, ...officer.troubles]).toEqual([])
  },
)

test(
  'four photos at once, one too large, or what is none, are not sent but told about',
  patience,
  async () => {
    const world = await openBrowserWorld(browser())
    const { page, troubles } = await world.onPhone()
    await page.goto('/')
    const choose = async (files: Parameters<Page['setInputFiles']>[1]) => {
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: '发照片' }).click()
      await (await choosing).setFiles(files)
    }
    const photo = await aPhoto(page)
    await choose([photo, photo, photo, photo])
    await page.getByText('一次最多发 3 个').waitFor()
    await choose({ ...photo, buffer: Buffer.alloc(defaultLimits.image + 1) })
    await page.getByText('文件太大了').waitFor()
    expect(troubles).toEqual([])
    await choose({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html></html>') })
    await page.getByText('这种文件收不了').waitFor()
    expect(await page.locator('#log li.citizen').count()).toBe(0)
  },
)
