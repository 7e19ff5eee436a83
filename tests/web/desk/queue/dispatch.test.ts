import { expect, it } from 'vitest'
import { noChange } from '#app/tickets/plan-change.ts'
import { anOpenCommand } from '#tests/support/build.ts'
import { alertOf, openDesk, password, read, seqOf } from '#tests/web/desk/desk-world.ts'
import type { Browser } from '#tests/web/desk/desk-world.ts'

const street = '110118002'
const giveBack = {
  type: 'return',
  reason: 'not-our-duty',
  note: '占道经营由城管执法部门查处',
  proposedUnit: 'city-enforcement',
  clause: '',
}

async function post(browser: Browser, number: string, to: string, fields: Record<string, string>) {
  const seq = seqOf(await (await browser.get(`/desk/tickets/${number}`)).text())
  return browser.post(`/desk/tickets/${number}/${to}`, { seq, ...fields })
}

const unsure = () =>
  anOpenCommand(
    {
      category: null,
      place: { town: null, village: null, spot: '河边', told: null, coordinates: null },
    },
    { routing: null, queueReason: 'unsure' },
  )

it('A returned ticket goes to the desk with its reason, and from there to another unit', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  const dispatcher = await desk.signedIn({ role: 'dispatcher', name: '张敏' })
  const other = await desk.signedIn({ unit: 'market-regulation' })
  expect((await post(officer, number, 'steps', giveBack)).status).toBe(303)
  const queue = await (await dispatcher.get('/desk/dispatch')).text()
  expect(queue).toContain(number)
  expect(queue).toContain('果园街道退单：非本单位职责')
  expect(queue).toContain('建议转：区城管执法局')
  expect((await other.get(`/desk/tickets/${number}`)).status).toBe(404)
  const sent = await post(dispatcher, number, 'dispatch', {
    category: 'open-air-barbecue',
    town: street,
    village: '果园西里',
    spot: '小区南门口烧烤摊',
    unit: 'market-regulation',
    note: '请查证照',
  })
  expect(sent.headers.get('location')).toBe(`/desk/tickets/${number}?done=dispatch`)
  const page = await (await other.get(`/desk/tickets/${number}`)).text()
  expect(page).toContain('<strong>区市场监管局</strong> 派单员派单')
  expect(page).toContain('规则原定此单位，派单员另选')
  expect(page).toContain('说明：请查证照')
  expect(await (await dispatcher.get('/desk/dispatch')).text()).not.toContain(number)
})

it('An unsure ticket is classified, placed and dispatched by the rules in one step', async () => {
  const desk = await openDesk()
  const number = await desk.opens(unsure())
  const dispatcher = await desk.signedIn({ role: 'dispatcher', name: '张敏' })
  expect(await (await dispatcher.get(`/desk/tickets/${number}`)).text()).toContain(
    '文中地点：果园街道 果园西里',
  )
  const fields = {
    category: 'open-air-barbecue',
    town: street,
    village: '',
    spot: '河边',
    unit: '',
  }
  const sent = await post(dispatcher, number, 'dispatch', { ...fields, note: '' })
  expect(sent.status).toBe(303)
  const page = await (await dispatcher.get(`/desk/tickets/${number}`)).text()
  expect(page).toContain('改定类别')
  expect(page).toContain('改定地点')
  expect(page).toContain('主办：果园街道')
})

it('Two dispatchers at once: the second is told where the first one sent it', async () => {
  const desk = await openDesk()
  const number = await desk.opens(unsure())
  const first = await desk.signedIn({ role: 'dispatcher', name: '张敏' })
  const second = await desk.signedIn({ role: 'dispatcher', name: '刘伟' })
  const fields = { category: 'open-air-barbecue', town: street, village: '', spot: '河边' }
  const seq = seqOf(await (await second.get(`/desk/tickets/${number}`)).text())
  await post(first, number, 'dispatch', { ...fields, unit: '', note: '' })
  const late = await second.post(`/desk/tickets/${number}/dispatch`, {
    ...fields,
    seq,
    unit: 'city-enforcement',
    note: '',
  })
  expect(late.status).toBe(409)
  const page = await late.text()
  const told = alertOf(page)
  expect(told).toContain('刚才有人先处理了这张工单')
  expect(told).toContain('张敏')
  expect(told).toContain('主办：果园街道')
})

it('Without a category or a town nothing is dispatched, and the page says what is missing', async () => {
  const desk = await openDesk()
  const number = await desk.opens(unsure())
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  const nothing = { category: '', town: '', village: '', spot: '', unit: '', note: '' }
  const without = await post(dispatcher, number, 'dispatch', nothing)
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('请先选定类别')
  const homeless = { ...nothing, category: 'open-air-barbecue', note: '请尽快' }
  const placeless = await post(dispatcher, number, 'dispatch', homeless)
  const page = await placeless.text()
  expect(page).toContain('请先选定镇街')
  expect(page).toContain('请尽快</textarea>')
})

it('The queue and its dispatch are the desk’s alone', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  expect((await officer.get('/desk/dispatch')).status).toBe(403)
  const page = await (await officer.get(`/desk/tickets/${number}`)).text()
  expect(page).not.toContain(`/desk/tickets/${number}/dispatch`)
  const tried = await post(officer, number, 'dispatch', { unit: 'market-regulation', note: '' })
  expect(tried.status).toBe(403)
})

it('An administrator makes an account; its one-time password stands on that answer alone and works', async () => {
  const desk = await openDesk()
  const admin = await desk.signedIn({ role: 'administrator' })
  const fields = { username: 'zhao.min', name: '赵敏', role: 'officer', unit: street }
  const made = await admin.post('/desk/accounts', fields)
  expect(made.headers.get('cache-control')).toBe('no-store')
  const page = await made.text()
  expect(page).toContain('zhao.min 的一次性密码')
  const once = /class="secret">([^<]+)</.exec(page)?.[1] ?? ''
  expect(once).toMatch(/^[a-z0-9]{12}$/)
  expect(await (await admin.get('/desk/accounts')).text()).not.toContain(once)
  const entered = await desk
    .browser()
    .post('/desk/sign-in', { username: 'zhao.min', password: once })
  expect(entered.headers.get('location')).toBe('/desk/profile')
})

it.each([
  [{ username: 'zhao.min', name: '赵敏', role: 'officer', unit: '' }, '承办人和单位负责人要选单位'],
  [{ username: 'x', name: '赵敏', role: 'operator', unit: '' }, '用户名 3–30 位'],
  [{ username: 'taken.one', name: '赵敏', role: 'operator', unit: '' }, '这个用户名已有人使用'],
  [{ username: 'zhao.min', name: '赵敏', role: 'emperor', unit: '' }, '请检查'],
])('An account that does not do is refused with the reason: %j', async (fields, reason) => {
  const desk = await openDesk()
  const admin = await desk.signedIn({ role: 'administrator', username: 'taken.one' })
  const refused = await admin.post('/desk/accounts', fields)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(reason)
})

it('Disabling ends somebody’s sessions at once, enabling lets them in again', async () => {
  const desk = await openDesk()
  const admin = await desk.signedIn({ role: 'administrator' })
  const officer = await desk.signedIn({ unit: street })
  const { id, username } = officer.account
  await admin.post(`/desk/accounts/${id}/disable`)
  expect((await officer.get('/desk')).status).toBe(303)
  const barred = await officer.post('/desk/sign-in', { username, password })
  expect(barred.status).toBe(401)
  await admin.post(`/desk/accounts/${id}/enable`)
  expect((await officer.post('/desk/sign-in', { username, password })).status).toBe(303)
})

it('An administrator cannot disable their own account', async () => {
  const desk = await openDesk()
  const admin = await desk.signedIn({ role: 'administrator' })
  const refused = await admin.post(`/desk/accounts/${admin.account.id}/disable`)
  expect(await refused.text()).toContain('不能停用自己的账号')
  expect((await admin.get('/desk/accounts')).status).toBe(200)
})

it('A reset password takes the place of the old one, which opens nothing any more', async () => {
  const desk = await openDesk()
  const admin = await desk.signedIn({ role: 'administrator' })
  const officer = await desk.signedIn({ unit: street })
  const { id, username } = officer.account
  const page = await (await admin.post(`/desk/accounts/${id}/reset`)).text()
  const once = /class="secret">([^<]+)</.exec(page)?.[1] ?? ''
  expect((await officer.get('/desk')).status).toBe(303)
  expect((await officer.post('/desk/sign-in', { username, password })).status).toBe(401)
  const entered = await officer.post('/desk/sign-in', { username, password: once })
  expect(entered.headers.get('location')).toBe('/desk/profile')
})

it.each(['officer', 'dispatcher', 'operator', 'inspector'] as const)(
  'Accounts are not for the role %s',
  async (role) => {
    const desk = await openDesk()
    const somebody = await desk.signedIn({ role, unit: role === 'officer' ? street : null })
    expect((await somebody.get('/desk/accounts')).status).toBe(403)
    const fields = { username: 'new.one', name: '新人', role: 'administrator', unit: '' }
    expect((await somebody.post('/desk/accounts', fields)).status).toBe(403)
  },
)

it('Undelivered messages are listed with their reason for the desk, and can be sent again', async () => {
  const desk = await openDesk()
  const { store, outbox, people } = desk.house.ports
  const personId = await people.ensure('line', 'U-1')
  const batch = '00000000-0000-4000-8000-000000000001'
  const message = {
    id: '00000000-0000-4000-8000-000000000002',
    dialogueId: 'dialogue-1',
    channel: 'line',
    personId,
    inReplyTo: null,
    batch,
    index: 0,
    text: '已受理，编号 MY20261123-00001-5。',
    choices: [],
    questionId: null,
    asks: null,
    card: null,
    language: 'zh-hans',
    createdAt: desk.clock.now,
  } as const
  await store.commit({ ...noChange, outbox: [message] })
  await outbox.take(desk.clock.now, 10, 1000)
  await outbox.settle(
    batch,
    { ok: false, retryable: false, reason: 'line-quota', retryAt: null },
    desk.clock.now,
  )
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  const page = await (await dispatcher.get('/desk/outbox')).text()
  expect(page).toContain('本月 LINE 推送条数已用完')
  expect(page).toContain('line-quota')
  expect(page).toContain('已停止发送')
  expect(page).toContain('href="/desk/tickets/MY20261123-00001-5"')
  expect(page).not.toContain('U-1')
  const again = await dispatcher.post(`/desk/outbox/${batch}/retry`)
  expect(again.headers.get('location')).toBe('/desk/outbox?done=retry')
  expect(await (await dispatcher.get('/desk/outbox')).text()).toContain('等待重试</span>')
  const officer = await desk.signedIn({ unit: street })
  expect((await officer.get('/desk/outbox')).status).toBe(403)
})

it('Messages that could not be processed are listed with their reason, and taken up again on a person’s word', async () => {
  const desk = await openDesk()
  const { inbox } = desk.house.ports
  const id = 'line:1'
  const content = { type: 'text', text: '楼下烧烤摊冒烟' } as const
  const at = desk.clock.now
  await inbox.put({ id, channel: 'line', sender: 'U-1', at, content, replyToken: null })
  for (let tries = 0; tries < 10; tries += 1) await inbox.failed(id, 'TypeError')
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  const page = await read(dispatcher, '/desk/outbox')
  expect(page).toContain('未能处理的消息')
  expect(page).toContain('程序出错')
  expect(page).not.toContain('烧烤')
  const [, retry = ''] = /action="(\/desk\/outbox\/received\/[^"]+)"/.exec(page) ?? []
  expect((await dispatcher.post(retry)).headers.get('location')).toBe('/desk/outbox?done=retry')
  expect(await read(dispatcher, '/desk/outbox')).not.toContain('未能处理的消息')
  expect(await inbox.unfinished(at + 1, 10)).toHaveLength(1)
})

it.each([
  '/desk/outbox/received/nobody/retry',
  '/desk/outbox/00000000-0000-4000-8000-000000000009/retry',
])('Another try of what nobody knows is not found: %s', async (path) => {
  const desk = await openDesk()
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  expect((await dispatcher.post(path)).status).toBe(404)
})
