import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { rateGroups } from '#domain/tally.ts'
import { monthOf } from '#doors/format.ts'
import { halfDayOf } from '#domain/ticket/half-day.ts'
import { byPhone, commands } from '#tests/support/build.ts'
import { complains, signsIn } from './acts.ts'
import { faultsOf } from './audit.ts'
import { openBrowserWorld, sharedBrowser } from './browser-world.ts'
import type { BrowserWorld } from './browser-world.ts'

const browser = sharedBrowser()

const guoyuan = '110118002'
const small = { viewport: { width: 320, height: 640 } }
const words = '果园西里小区门口的烧烤摊每天晚上冒烟'
/** A busy machine takes its time over so many pages. */
const patience = { timeout: 60_000 }
const tabs = ['to-accept', 'working', 'callback', 'closed', 'all']

test('every page for citizens is labelled, in order and fits a small phone', patience, async () => {
  const world = await openBrowserWorld(browser())
  const { page, troubles } = await world.onPhone(small)
  const { number, code } = await complains(page, words)
  const faults = await faultsOf(page)
  await page.goto('/track')
  await page.getByLabel('工单编号').fill(number)
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByText('办理经过').waitFor()
  const tracked = await faultsOf(page)
  const others = await auditAll(page, ['/track', '/desk/sign-in', '/nothing-here'])
  expect([...faults, ...tracked, ...others, ...troubles]).toEqual([])
})

test('every page for staff is labelled, in order and fits a small phone', patience, async () => {
  const world = await openBrowserWorld(browser())
  const { number: solved } = await complains((await world.onPhone()).page, words)
  const { number: returned } = await complains((await world.onPhone()).page, words)
  await solve(world, solved)
  await act(world, returned, 'return')
  const { page, troubles } = await world.onPhone(small)
  const login = await world.hire({ username: 'admin', role: 'administrator', unit: null })
  await signsIn(page, login)
  const behind = '/bureau/tickets?list=open'
  const found = await auditAll(page, [
    ...tabs.map((tab) => `/desk/cases?tab=${tab}`),
    ...[
      '/desk/dispatch',
      '/desk/outbox',
      '/desk/wechat',
      '/desk/notices/targets',
      '/desk/accounts',
      '/desk/settings',
      '/desk/profile',
      behind,
    ],
    ...[`/desk/tickets/${solved}`, `/desk/tickets/${returned}`, '/desk/tickets/MY20260101-00001-0'],
    ...rateGroups.map((group) => `/bureau?group=${group}&month=${monthOf(Date.now())}`),
    '/bureau/ranking',
    '/bureau/brief',
  ])
  await page.goto(`/bureau?month=${monthOf(Date.now())}`)
  await page.locator('td.figure a').first().click()
  await page.getByText('本表每一件').waitFor()
  expect([...found, ...(await faultsOf(page)), ...troubles]).toEqual([])
})

test(
  'a lead’s notices, choices and groups are labelled, in order and fit a small phone',
  patience,
  async () => {
    const world = await openBrowserWorld(browser())
    await complains((await world.onPhone()).page, words)
    const { page, troubles } = await world.onPhone(small)
    await signsIn(page, await world.hire({ username: 'lead', role: 'unit-lead', unit: guoyuan }))
    await page.goto('/desk/notices/targets')
    await page.getByLabel('方式').selectOption('webhook')
    await page.getByLabel('名称').fill('街道系统')
    await page.getByLabel('地址').fill('https://hook.example.gov.cn/in')
    await page.getByRole('button', { name: '添加' }).click()
    await page.getByText('只显示这一次').waitFor()
    const added = await faultsOf(page)
    const paths = ['/desk/notices', '/desk/notices?list=all', '/desk/notices/choices']
    const found = await auditAll(page, [...paths, '/desk/notices/targets', '/desk/replies'])
    await page.goto('/desk/notices')
    await page.getByRole('link', { name: /^MY/ }).click()
    await page.getByRole('link', { name: '通知', exact: true }).click()
    await page.getByText('没有未读的通知').waitFor()
    expect([...added, ...found, ...troubles]).toEqual([])
  },
)

test('the audit finds a page that is unnamed, unlabelled, out of order and too wide', async () => {
  const page = await browser().newPage({ ...small, isMobile: true })
  onTestFinished(() => page.close())
  await page.setContent(
    '<!doctype html><meta name="viewport" content="width=device-width">' +
      '<h2 id="a">undefined</h2><h4 id="a"></h4><input><img><button></button><p style="width: 900px">x',
  )
  const faults = await faultsOf(page)
  expect(faults.map((fault) => fault.replace(/: <.*/u, ''))).toEqual([
    'the language of the page is not said',
    'not one h1',
    'a heading skips',
    'no main',
    'wider than the screen',
    'says undefined',
    'two of id a',
    '<img>',
    'no label',
    'no name',
    'too low to touch',
    'too low to touch',
  ])
})

/** Opens each page; its faults, with its address. */
async function auditAll(page: Page, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of paths) {
    await page.goto(path)
    found.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`))
  }
  return found
}

async function solve(world: BrowserWorld, number: string): Promise<void> {
  for (const step of ['accept', 'contact', 'resolve'] as const) await act(world, number, step)
  await world.house.runTimers()
  for (const step of ['start-callback', 'attempt-callback', 'rate'] as const) {
    await act(world, number, step)
  }
}

type Act = 'accept' | 'contact' | 'resolve' | 'return' | (typeof byOperator)[number]

const byOperator = ['start-callback', 'attempt-callback', 'rate'] as const
const actsAt = (now: number) => ({
  ...commands,
  'attempt-callback': { ...commands['attempt-callback'], halfDay: halfDayOf(now), reached: true },
  rate: { ...commands.rate, ...byPhone },
})

/** One step on a ticket by its unit; the answers by the hotline. */
async function act({ house }: BrowserWorld, number: string, step: Act): Promise<void> {
  const actor = byOperator.some((own) => own === step)
    ? ({ id: 'operator', role: 'operator', unit: null, name: '孙敏' } as const)
    : ({ id: 'officer', role: 'officer', unit: guoyuan, name: '李建国' } as const)
  const ctx = house.ctxFor(actor)
  const id = await ctx.readers.idByNumber(number)
  const changed = await changeTicket(ctx, id ?? '', actsAt(ctx.now())[step])
  if ('refused' in changed) throw new Error(`${step}: ${changed.refused}`)
}
