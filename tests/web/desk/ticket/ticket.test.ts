import { expect, it } from 'vitest'
import { aRouting, anOpenCommand, day, hour, minute } from '#tests/support/build.ts'
import { alertOf, openDesk, seqOf } from '#tests/web/desk/desk-world.ts'
import type { Browser } from '#tests/web/desk/desk-world.ts'

const street = '110118002'

/** Posts a step as the person sees the ticket now. */
async function step(browser: Browser, number: string, fields: Readonly<Record<string, string>>) {
  const seq = seqOf(await (await browser.get(`/desk/tickets/${number}`)).text())
  return browser.post(`/desk/tickets/${number}/steps`, { seq, ...fields })
}

const contact = { type: 'contact', method: 'phone', note: '已电话联系，约今晚到场' }
const resolve = {
  type: 'resolve',
  publicReply: '11月23日摊位已取缔，安排晚间巡查',
  internalNote: '已与物业约定',
}

it('A unit lists and opens its own tickets only; those of others are as unknown', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const own = await desk.signedIn({ unit: street })
  const other = await desk.signedIn({ unit: '110118001' })
  expect(await (await own.get('/desk')).text()).toContain(number)
  expect((await own.get(`/desk/tickets/${number}`)).status).toBe(200)
  expect(await (await other.get('/desk')).text()).not.toContain(number)
  const unseen = await other.get(`/desk/tickets/${number}`)
  const unknown = await other.get('/desk/tickets/MY20261123-99999-0')
  expect([unseen.status, unknown.status]).toEqual([404, 404])
  expect(await unseen.text()).toBe(await unknown.text())
  const acted = await other.post(`/desk/tickets/${number}/steps`, { type: 'accept', seq: '2' })
  expect(acted.status).toBe(404)
})

it('The handler accepts, contacts and resolves through forms, each answered by a redirect', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  for (const fields of [{ type: 'accept' }, contact, resolve]) {
    const answered = await step(officer, number, fields)
    expect(answered.status).toBe(303)
    expect(answered.headers.get('location')).toBe(`/desk/tickets/${number}?done=${fields.type}`)
  }
  const page = await (await officer.get(`/desk/tickets/${number}?done=resolve`)).text()
  expect(page).toContain('已完成：办结')
  expect(page).toContain('已办结，待回访')
  expect(page).toContain('给市民的答复：11月23日摊位已取缔，安排晚间巡查')
  expect(page).toContain('内部说明：已与物业约定')
})

it('Only forms of steps the person may take are offered', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const offered = async (browser: Browser) =>
    [
      ...(await (await browser.get(`/desk/tickets/${number}`)).text()).matchAll(
        /name="type" value="([a-z-]+)"/g,
      ),
    ].map((found) => found[1])
  const officer = await desk.signedIn({ unit: street })
  expect(await offered(officer)).toEqual(expect.arrayContaining(['accept', 'return', 'note']))
  expect(await offered(officer)).not.toContain('resolve')
  const helping = await desk.signedIn({ unit: 'city-enforcement' })
  expect(await offered(helping)).toEqual(['finish-part', 'note'])
})

it('A step out of order is refused with the reason in Chinese, and nothing typed is lost', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  await step(officer, number, { type: 'accept' })
  const refused = await step(officer, number, resolve)
  expect(refused.status).toBe(409)
  const page = await refused.text()
  expect(page).toContain('还没有联系过诉求人。请先登记联系情况，再办结。')
  expect(page).toContain('<blockquote>11月23日摊位已取缔，安排晚间巡查</blockquote>')
  await step(officer, number, contact)
  const again = await step(officer, number, { type: 'accept' })
  expect(await again.text()).toContain('工单现在的状态（办理中）不能做这一步')
  const late = await officer.post(`/desk/tickets/${number}/steps`, { ...resolve, seq: '1' })
  expect(await late.text()).toContain('11月23日摊位已取缔，安排晚间巡查</textarea>')
})

it('What the check before closing finds is told, kept what was typed, and a reason closes it on record', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  for (const taken of [{ type: 'accept' }, contact]) await step(officer, number, taken)
  const bare = { ...resolve, publicReply: '已收悉，正在处理。' }
  const refused = await step(officer, number, bare)
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('答复没有说做了什么')
  expect(page).toContain('答复没有写哪一天做的')
  expect(page).toContain('已收悉，正在处理。</textarea>')
  await step(officer, number, { ...bare, despite: '已当面向诉求人说明' })
  const closed = await (await officer.get(`/desk/tickets/${number}`)).text()
  expect(closed).toContain('办结前检查出：答复没有说做了什么；答复没有写哪一天做的')
  expect(closed).toContain('仍要办结的理由：已当面向诉求人说明')
})

it('The second of two who act at once is told what the first one changed', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const first = await desk.signedIn({ unit: street, name: '李建国' })
  const second = await desk.signedIn({ unit: street, name: '赵敏' })
  const seq = seqOf(await (await second.get(`/desk/tickets/${number}`)).text())
  await step(first, number, { type: 'accept' })
  const refused = await second.post(`/desk/tickets/${number}/steps`, { type: 'accept', seq })
  expect(refused.status).toBe(409)
  const page = await refused.text()
  const told = alertOf(page)
  expect(told).toContain('刚才有人先处理了这张工单')
  expect(told).toContain('签收')
  expect(told).toContain('李建国')
  expect(told).not.toContain('受理诉求')
})

it('An operator enters what the citizen answered on the phone, and the ticket is closed', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  const operator = await desk.signedIn({ role: 'operator', name: '陈静' })
  for (const fields of [{ type: 'accept' }, contact, resolve]) await step(officer, number, fields)
  const answers = { type: 'rate', contacted: 'yes', solved: 'solved', satisfied: 'basically' }
  await step(operator, number, { type: 'start-callback' })
  await step(operator, number, {
    type: 'attempt-callback',
    halfDay: '20261123-am',
    reached: 'yes',
    note: '',
  })
  const spoken = { answeredBy: 'family', how: 'called-in' }
  const rated = await step(operator, number, { ...answers, ...spoken, comment: '' })
  expect(rated.status).toBe(303)
  const page = await (await operator.get(`/desk/tickets/${number}`)).text()
  expect(page).toContain('联系过市民：是')
  expect(page).toContain('是否满意：基本满意')
  expect(page).toContain('接电话的人：家人')
  expect(page).toContain('市民打来')
  expect(page).toContain('已归档')
})

it('A field left empty is named in the refusal', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  await step(officer, number, { type: 'accept' })
  const refused = await step(officer, number, { type: 'contact', method: '', note: ' ' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('请检查：联系方式、说明。')
})

it('An extension is asked for by the handler with a Beijing time and granted at the desk', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  const dispatcher = await desk.signedIn({ role: 'dispatcher', name: '张敏' })
  for (const fields of [{ type: 'accept' }, contact]) await step(officer, number, fields)
  const asked = { type: 'request-extension', until: '2026-12-02T18:00', reason: '需等设备安装' }
  expect((await step(officer, number, asked)).status).toBe(303)
  const waiting = await (await dispatcher.get(`/desk/tickets/${number}`)).text()
  expect(waiting).toContain('申请延期到 2026-12-02 18:00：需等设备安装')
  expect((await step(dispatcher, number, { type: 'approve-extension', note: '' })).status).toBe(303)
  expect(await (await officer.get(`/desk/tickets/${number}`)).text()).toContain('同意延期')
})

it('An extension beyond the class is refused with the latest time allowed', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  for (const fields of [{ type: 'accept' }, contact]) await step(officer, number, fields)
  const asked = { type: 'request-extension', until: '2027-11-30T18:00', reason: '需等设备安装' }
  const refused = await step(officer, number, asked)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/请检查：延期到。<\/p><p>最晚 2026-12-0\d \d\d:\d\d。/)
})

it('The words that counted are marked in the masked text, and the plan sentence is quoted', async () => {
  const desk = await openDesk()
  const classification = {
    category: 'open-air-barbecue',
    confidence: 0.93,
    ranked: [
      { category: 'open-air-barbecue', score: 0.93 },
      { category: 'catering-fumes', score: 0.05 },
      { category: 'odor', score: 0.02 },
    ],
    evidence: [{ rule: 'open-air-barbecue/term', span: [7, 10] }],
    version: 'test',
    abstain: false,
  } as const
  const number = await desk.opens(anOpenCommand({ classification }))
  const officer = await desk.signedIn({ unit: street })
  const page = await (await officer.get(`/desk/tickets/${number}`)).text()
  expect(page).toContain('<mark class="place">果园西里南门口</mark>')
  expect(page).toContain('<mark class="category">的烧烤</mark>摊每天晚上冒烟')
  expect(page).toContain('大气第 22 项')
  expect(page).toMatch(/<blockquote>[^<]*加强生态环境类诉求办理工作[^<]*<\/blockquote>/)
  expect(page).toContain('93.0%')
})

it('What is overdue is said in words, in the list and on the ticket', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  desk.clock.now += 3 * hour
  expect(await (await officer.get('/desk/cases')).text()).toContain('签收 超 1 小时')
  expect(await (await officer.get(`/desk/tickets/${number}`)).text()).toContain('已超期 超 1 小时')
})

it('Tickets stand by what is due next, and tabs carry counts', async () => {
  const desk = await openDesk()
  const calm = await desk.opens(anOpenCommand())
  const fast = await desk.opens(anOpenCommand({ urgency: 'fast' }))
  const officer = await desk.signedIn({ unit: street })
  const page = await (await officer.get('/desk')).text()
  expect(page.indexOf(fast)).toBeGreaterThan(-1)
  expect(page.indexOf(fast)).toBeLessThan(page.indexOf(calm))
  expect(page).toContain('待签收 2')
  const none = await (await officer.get('/desk/cases?tab=callback')).text()
  expect(none).toContain('这里没有工单')
  const found = await (await officer.get(`/desk/cases?q=${calm}`)).text()
  expect(found).toContain(`/desk/tickets/${calm}`)
  expect(found).not.toContain(`/desk/tickets/${fast}`)
})

it('Words of citizens and staff never become markup', async () => {
  const desk = await openDesk()
  const text = '<script>alert(1)</script>烧烤'
  const number = await desk.opens(anOpenCommand({ text }))
  const officer = await desk.signedIn({ unit: street })
  await step(officer, number, { type: 'note', text: '<img src=x onerror=alert(1)>' })
  const page = await (await officer.get(`/desk/tickets/${number}`)).text()
  expect(page).not.toContain('<script>alert')
  expect(page).not.toContain('<img')
  expect(page).toContain('&lt;script&gt;alert(1)')
})

it('A contact is shown only after a post with a purpose, uncached and on record', async () => {
  const desk = await openDesk()
  const citizenId = await desk.house.ports.people.ensure('line', 'U-1')
  await desk.house.ports.people.setContact(citizenId, { name: '王女士', phone: '13812345678' })
  const number = await desk.opens(anOpenCommand({ citizenId }), '我电话13812345678，烧烤摊冒烟')
  const officer = await desk.signedIn({ unit: street })
  expect(await (await officer.get(`/desk/tickets/${number}`)).text()).not.toContain('13812345678')
  expect(await desk.house.ports.people.accessLog(10)).toEqual([])
  const shown = await officer.post(`/desk/tickets/${number}/person`, { reason: '电话约上门时间' })
  expect(shown.headers.get('cache-control')).toBe('no-store')
  expect(await shown.text()).toContain('13812345678')
  const words = await officer.post(`/desk/tickets/${number}/original`, { reason: '核对地址' })
  expect(await words.text()).toContain('我电话13812345678')
  const log = await desk.house.ports.people.accessLog(10)
  expect(log.map(({ by, reason, at }) => ({ by, reason, at }))).toEqual([
    { by: officer.account.id, reason: '核对地址', at: desk.clock.now },
    { by: officer.account.id, reason: '电话约上门时间', at: desk.clock.now },
  ])
})

it('A contact without a purpose, or asked for by who need not call, is not shown', async () => {
  const desk = await openDesk()
  const citizenId = await desk.house.ports.people.ensure('line', 'U-1')
  const open = await desk.opens(anOpenCommand({ citizenId }))
  const secret = await desk.opens(anOpenCommand({ citizenId, secrecy: true }))
  const officer = await desk.signedIn({ unit: street })
  const helping = await desk.signedIn({ unit: 'city-enforcement' })
  const admin = await desk.signedIn({ role: 'administrator' })
  const ask = async (browser: Browser, number: string, reason: string) =>
    (await browser.post(`/desk/tickets/${number}/person`, { reason })).status
  expect(await ask(officer, open, ' ')).toBe(422)
  expect(await ask(helping, open, '看看')).toBe(403)
  expect(await ask(admin, open, '看看')).toBe(403)
  expect(await ask(officer, secret, '联系')).toBe(403)
  expect(await (await officer.get(`/desk/tickets/${secret}`)).text()).toContain('举报保密')
  expect(await desk.house.ports.people.accessLog(10)).toEqual([])
})

it('After the return clock has run out the unit may not return the ticket any more', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand({}, { routing: aRouting() }))
  const officer = await desk.signedIn({ unit: street })
  desk.clock.now += day + minute
  const refused = await step(officer, number, {
    type: 'return',
    reason: 'not-our-duty',
    note: '不是我们的',
    proposedUnit: '',
    clause: '',
  })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('已超过规定时限')
})
