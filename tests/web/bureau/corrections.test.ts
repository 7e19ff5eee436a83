import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { correctionsIn } from '#cli/understanding/approved-corrections.ts'
import type { Opened } from '#domain/ticket/events.ts'
import { classify } from '#intents/classify.ts'
import { bureauPages } from '#web/bureau/pages.tsx'
import { aTicket, dispatcher, planned } from '#tests/db/build.ts'
import { anAccount, openBrowser, openWebWorld, store } from '#tests/web/web-world.ts'

const text = '楼下饭店的油烟味太大，我叫王建国，电话13800138000'
const path = '/bureau/corrections'
const november = '?month=2026-11'
const exported = '/bureau/corrections/approved'

/** The bureau's pages, with one ticket that the desk gave another category. */
async function corrected(
  role: 'dispatcher' | 'inspector' | 'administrator' | 'officer' = 'dispatcher',
  opened: Partial<Opened> = {},
) {
  const world = await openWebWorld(anAccount(role))
  const first = aTicket('ticket-1', { opened: { text, classification: classify(text), ...opened } })
  const changed = planned(first.after, world.clock.now, [
    [dispatcher, { type: 'classify', category: 'open-air-barbecue', note: null }],
  ])
  await store(world, first, changed)
  return openBrowser(bureauPages(world.deps))
}

const approve = { ticket: 'ticket-1', verdict: 'approved', category: 'open-air-barbecue' }

function temporaryFile(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'corrections-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'corrections.jsonl')
  writeFileSync(file, content)
  return file
}

describe('The page of corrections', () => {
  it('lists a ticket that got another category, under the rule that misled, with its words masked', async () => {
    const page = await (await corrected()).read(path + november)
    expect(page).toContain('1 次')
    expect(page).toContain('catering-fumes/')
    expect(page).toContain('系统读成餐饮油烟，改为露天烧烤')
    expect(page).toContain('楼下饭店的油烟味太大')
    expect(page).not.toContain('13800138000')
    expect(page).not.toContain('王建国')
  })

  it('says so where nothing was corrected', async () => {
    const world = await openWebWorld(anAccount('dispatcher'))
    const page = await openBrowser(bureauPages(world.deps)).read(path + november)
    expect(page).toContain('没有人改过类别或者单位')
  })

  it('shows what was decided, and a later decision in its place', async () => {
    const browser = await corrected()
    expect((await browser.post(path, approve)).status).toBe(303)
    expect(await browser.read(path + november)).toContain('已批准：露天烧烤')
    await browser.post(path, { ...approve, verdict: 'rejected' })
    const page = await browser.read(path + november)
    expect(page).toContain('没有批准')
    expect(page).not.toContain('已批准：')
  })

  it.each([
    { ...approve, verdict: 'perhaps' },
    { ...approve, category: 'no-such-thing' },
  ])('takes nothing else for a decision: $verdict $category', async (form) => {
    const browser = await corrected()
    expect((await browser.post(path, form)).status).toBeGreaterThanOrEqual(400)
    expect(await (await browser.get(exported)).text()).toBe('')
  })

  it('decides nothing on a ticket that holds no correction', async () => {
    const browser = await corrected()
    expect((await browser.post(path, { ...approve, ticket: 'ticket-2' })).status).toBe(404)
  })

  it('is read by an inspector, who decides nothing', async () => {
    const browser = await corrected('inspector')
    const page = await browser.read(path + november)
    expect(page).toContain('系统读成餐饮油烟')
    expect(page).not.toContain('value="approved"')
    expect((await browser.post(path, approve)).status).toBe(403)
    expect((await browser.get(exported)).status).toBe(403)
  })

  it('is not for officers of a unit', async () => {
    expect((await (await corrected('officer')).get(path)).status).toBe(403)
  })
})

describe('The file of approved examples', () => {
  it('holds the masked words and the category, which training reads', async () => {
    const browser = await corrected()
    await browser.post(path, { ...approve, category: 'catering-fumes' })
    const answer = await browser.get(exported)
    expect(answer.headers.get('content-disposition')).toContain('corrections.jsonl')
    const content = await answer.text()
    expect(content).not.toContain('13800138000')
    const [only, ...more] = correctionsIn(temporaryFile(content))
    expect(more).toEqual([])
    expect(only?.label).toBe('catering-fumes')
    expect(only?.text).toContain('楼下饭店的油烟味太大')
  })

  it('holds nothing that was not approved', async () => {
    const browser = await corrected()
    await browser.post(path, { ...approve, verdict: 'rejected' })
    expect(await (await browser.get(exported)).text()).toBe('')
  })

  it('is refused by training where a line names no category of ours', () => {
    const file = temporaryFile('{"text":"楼下烧烤","category":"barbecue"}\n')
    expect(() => correctionsIn(file)).toThrow('第 1 行的类别“barbecue”不存在')
  })
})

describe('The confusion matrix on the page of dispatches', () => {
  it('shows by month what was read and what people left it at', async () => {
    const page = await (await corrected()).read(`/bureau/dispatch${november}`)
    expect(page).toContain('系统读成什么，人改成什么')
    const line = page.split('<tr').find((row) => row.includes('露天烧烤')) ?? ''
    expect(line).toContain('餐饮油烟')
    expect(page).toContain('0 / 1')
    expect(page).toContain('2026-11')
  })
})
