import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { Login } from './browser-world.ts'

const patience = { timeout: 10_000, interval: 200 }

/** Waits until a text is on the page. Without scripts nothing comes by itself: then by the page's own link. */
export async function sees(page: Page, text: string): Promise<void> {
  const look = async () => {
    const reload = page.getByRole('link', { name: '刷新看新回复' })
    if ((await reload.count()) > 0) await reload.click()
    return page.getByText(text).last().isVisible()
  }
  await expect.poll(look, { ...patience, message: `"${text}" is on the page` }).toBe(true)
}

/** Says what is wrong in the chat, confirms the summary; gives number and code as the receipt shows them. */
export async function complains(page: Page, words: string) {
  await page.goto('/')
  await page.getByLabel('说说什么问题、在哪里').fill(words)
  // Without scripts the form of attachments has a button of that name too.
  await page.locator('#send').click()
  await sees(page, '请核对')
  const summary = await page.getByRole('listitem').filter({ hasText: '请核对' }).innerText()
  await page.getByRole('button', { name: '确认' }).click()
  await sees(page, '已受理')
  const receipt = page.getByRole('listitem').filter({ hasText: '已受理' })
  const number = await receipt.locator('.number').innerText()
  const code = await receipt.locator('.secret').innerText()
  return { summary, number, code }
}

/** Answers one of the call-back questions, when it has come, by its button. */
export async function answers(page: Page, question: string, button: string): Promise<void> {
  await sees(page, question)
  const asked = page.getByRole('listitem').filter({ hasText: question })
  await asked.getByRole('button', { name: button, exact: true }).click()
}

/** Signs in at the desk by its form. */
export async function signsIn(page: Page, login: Login): Promise<void> {
  await page.goto('/desk')
  await page.getByLabel('用户名').fill(login.username)
  await page.getByLabel('密码').fill(login.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: '退出' }).waitFor()
}

/**
 * Takes one step on a ticket's page: unfolds its form where it is folded, fills it in by labels (a
 * select by the name of its choice), sends it, and waits for what the page says is done.
 */
export async function takes(
  page: Page,
  step: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const button = page.getByRole('button', { name: step, exact: true })
  if ((await button.count()) === 0) {
    await page.locator('summary').getByText(step, { exact: true }).click()
  }
  const form = page.locator('form').filter({ has: button })
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label)
    const isSelect = await field.evaluate((element) => element instanceof HTMLSelectElement)
    if (isSelect) await field.selectOption(value)
    else await field.fill(value)
  }
  await button.click()
  await page.getByText(`已完成：${step}。`).waitFor()
}

/** Presses Tab until a control with this name has the focus, and checks that the focus can be seen. */
export async function tabsTo(page: Page, role: 'button' | 'link' | 'textbox', name: string) {
  const aim = page.getByRole(role, { name, exact: true }).and(page.locator(':focus'))
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if ((await aim.count()) === 1) {
      const style = await aim.evaluate((element) => getComputedStyle(element).outlineStyle)
      expect(style, `${name} shows its focus`).toBe('solid')
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab reaches ${role} ${name}`)
}
