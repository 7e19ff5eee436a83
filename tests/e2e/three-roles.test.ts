import { monthOf } from '#doors/format.ts'
import { expect, test } from 'vitest'
import { answers, complains, sees, signsIn, tabsTo, takes } from './acts.ts'
import { openBrowserWorld, sharedBrowser } from './browser-world.ts'
import type { BrowserWorld } from './browser-world.ts'

const browser = sharedBrowser()

/** A busy machine takes its time over three browsers. */
const patience = { timeout: 60_000 }
const words = '果园西里小区门口的烧烤摊每天晚上冒烟'
const guoyuan = '110118002'
const reply = '已责令摊主停止露天烧烤，当晚复查没有冒烟。'
const internal = '摊主姓名和电话已登记在案。'

test(
  'a complaint goes from a phone to its unit, is solved, rated and counted',
  patience,
  async () => {
    const world = await openBrowserWorld(browser())
    const troubles = await wholeCase(world, true)
    expect(troubles).toEqual([])
  },
)

test('the same case goes through with scripts switched off', patience, async () => {
  const world = await openBrowserWorld(browser())
  const troubles = await wholeCase(world, false)
  expect(troubles).toEqual([])
})

/** Citizen, officer and inspector through one complaint; gives what their browsers complained of. */
async function wholeCase(world: BrowserWorld, javaScriptEnabled: boolean) {
  const officerLogin = await world.hire({ username: 'officer', role: 'officer', unit: guoyuan })
  const inspectorLogin = await world.hire({ username: 'inspector', role: 'inspector', unit: null })
  const citizen = await world.onPhone({ javaScriptEnabled })
  const officer = await world.atDesk({ javaScriptEnabled })
  const inspector = await world.atDesk({ javaScriptEnabled })

  const { summary, number, code } = await complains(citizen.page, words)
  expect(summary).toContain('果园街道')
  expect(summary).toContain('大气 22')
  expect(code).not.toBe('')
  let reloads = 0
  citizen.page.on('load', () => (reloads += 1))

  await signsIn(officer.page, officerLogin)
  await officer.page.getByRole('article').first().getByRole('link', { name: number }).click()
  await officer.page.getByText('方案依据').waitFor()
  await takes(officer.page, '签收')
  await sees(citizen.page, '已签收')
  await takes(officer.page, '登记联系', { 联系方式: '电话联系', 说明: '约好晚上到现场看。' })
  await officer.page.getByRole('heading', { name: '下一步 办结' }).waitFor()
  await takes(officer.page, '办结', { 给市民的答复: reply, 内部办理说明: internal })

  await sees(citizen.page, reply)
  await answers(citizen.page, '联系过您吗', '联系过')
  await answers(citizen.page, '解决了吗', '已解决')
  await answers(citizen.page, '满意吗', '满意')
  await sees(citizen.page, '归档')
  expect(await citizen.page.getByText(internal).count()).toBe(0)
  if (javaScriptEnabled) expect(reloads).toBe(0)

  await signsIn(inspector.page, inspectorLogin)
  await inspector.page.getByRole('link', { name: '三率统计' }).click()
  await inspector.page.getByRole('link', { name: monthOf(Date.now()), exact: true }).click()
  const line = inspector.page.getByRole('row').filter({ hasText: '果园街道' }).first()
  await line.waitFor()
  expect(await line.getByText('100.00%', { exact: true }).count()).toBe(4)
  await line.getByRole('link', { name: '1', exact: true }).first().click()
  await inspector.page.getByRole('link', { name: number }).waitFor()
  return [...citizen.troubles, ...officer.troubles, ...inspector.troubles]
}

test(
  'a returned ticket is dispatched by hand to another unit, and strangers do not find it',
  patience,
  async () => {
    const world = await openBrowserWorld(browser())
    const first = await world.hire({ username: 'first', role: 'officer', unit: guoyuan })
    const second = await world.hire({
      username: 'second',
      role: 'officer',
      unit: 'city-enforcement',
    })
    const stranger = await world.hire({ username: 'stranger', role: 'officer', unit: '110118001' })
    const dispatcher = await world.hire({ username: 'dispatcher', role: 'dispatcher', unit: null })
    const citizen = await world.onPhone()
    const { number } = await complains(citizen.page, words)

    const unit = await world.atDesk()
    await signsIn(unit.page, first)
    await unit.page.getByRole('link', { name: number }).click()
    await takes(unit.page, '退单', {
      理由: '非本单位职责',
      说明: '占道经营由执法部门处理。',
      建议的承办单位: '区城管执法局',
    })
    await unit.page.goto('/desk/cases?tab=to-accept')
    expect(await unit.page.getByRole('link', { name: number }).count()).toBe(0)

    const desk = await world.atDesk()
    await signsIn(desk.page, dispatcher)
    await desk.page.getByText('占道经营由执法部门处理。').first().waitFor()
    await desk.page.getByRole('link', { name: '查看并派单' }).click()
    await desk.page.getByLabel('承办单位').selectOption('区城管执法局')
    await desk.page.getByLabel('为什么换单位').fill('占道经营归城管')
    await desk.page.getByRole('button', { name: '派单', exact: true }).click()
    await desk.page.getByText('已完成：派单').waitFor()

    const other = await world.atDesk()
    await signsIn(other.page, second)
    await other.page.getByRole('link', { name: number }).click()
    await takes(other.page, '签收')

    const outside = await world.atDesk()
    await signsIn(outside.page, stranger)
    expect(await outside.page.getByRole('link', { name: number }).count()).toBe(0)
    const answer = await outside.page.goto(`/desk/tickets/${number}`)
    expect(answer?.status()).toBe(404)
    for (const { troubles } of [citizen, unit, desk, other, outside]) expect(troubles).toEqual([])
  },
)

test('an officer signs in and accepts with the keyboard alone', patience, async () => {
  const world = await openBrowserWorld(browser())
  const login = await world.hire({ username: 'officer', role: 'officer', unit: guoyuan })
  const citizen = await world.onPhone()
  const { number } = await complains(citizen.page, words)
  const { page, troubles } = await world.atDesk()

  await page.goto('/desk')
  await tabsTo(page, 'textbox', '用户名')
  await page.keyboard.type(login.username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(login.password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '退出' }).waitFor()
  await tabsTo(page, 'link', number)
  await page.keyboard.press('Enter')
  await page.getByText('方案依据').waitFor()
  await tabsTo(page, 'button', '签收')
  await page.keyboard.press('Enter')
  await page.getByText('已完成：签收。').waitFor()
  expect(troubles).toEqual([])
})
