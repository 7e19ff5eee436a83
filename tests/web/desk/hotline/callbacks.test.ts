import { expect, it } from 'vitest'
import { anOpenCommand, day, hour } from '#tests/support/build.ts'
import { openDesk, read, step, steps } from '#tests/web/desk/desk-world.ts'
import type { DeskWorld } from '#tests/web/desk/desk-world.ts'

const street = '110118002'
const done = [
  { type: 'accept' },
  { type: 'contact', method: 'phone', note: '已电话联系' },
  { type: 'resolve', publicReply: '11月23日摊位已取缔', internalNote: '' },
]
const reached = { type: 'attempt-callback', halfDay: '20261123-am', reached: 'yes', note: '' }
const spoken = { answeredBy: 'citizen', how: 'called' }
const missed = (halfDay: string) => ({ type: 'attempt-callback', halfDay, reached: 'no', note: '' })

/** A resolved ticket of somebody who has to be called, and the operator. */
async function toCall(desk: DeskWorld) {
  const citizenId = await desk.house.ports.people.ensure('hotline', '13812345678')
  await desk.house.ports.people.setContact(citizenId, { name: '王女士', phone: '13812345678' })
  const number = await desk.opens(anOpenCommand({ channel: 'hotline', citizenId }))
  const officer = await desk.signedIn({ unit: street })
  await steps(officer, number, ...done)
  const operator = await desk.signedIn({ role: 'operator', name: '陈静' })
  return { number, officer, operator }
}

it('Three half-days without an answer: the citizen counts as unreachable and the ticket is closed', async () => {
  const desk = await openDesk()
  const { number, operator } = await toCall(desk)
  expect(await read(operator, '/desk/callbacks')).toContain('还没有打过；第 1 次，共 3 次')
  const first = await step(operator, number, { ...missed('20261123-am'), back: '/desk/callbacks' })
  expect(first.headers.get('location')).toBe(`/desk/callbacks?done=attempt-callback&of=${number}`)
  const sameMorning = await read(operator, '/desk/callbacks')
  expect(sameMorning).toContain('现在没有可以打的电话')
  expect(sameMorning).toContain('已打 1 次：11-23 上午')
  expect((await step(operator, number, missed('20261123-am'))).status).toBe(429)
  desk.clock.now += 5 * hour
  expect(await read(operator, '/desk/callbacks')).toContain('现在可以打 1')
  await steps(operator, number, missed('20261123-pm'))
  desk.clock.now += day
  expect(await read(operator, '/desk/callbacks')).toContain('这是第 3 次，登记后记为未联系上')
  await steps(operator, number, missed('20261124-pm'))
  const page = await read(operator, `/desk/tickets/${number}`)
  expect(page).toContain('多次回访未联系上')
  expect(page).toContain('已归档')
  expect(await read(operator, '/desk/callbacks')).not.toContain(number)
})

it('An answer on the phone settles the call-back; “not solved” begins a second handling', async () => {
  const desk = await openDesk()
  const { number, officer, operator } = await toCall(desk)
  const answers = { type: 'rate', contacted: 'yes', solved: 'unsolved', satisfied: 'unsatisfied' }
  expect(await read(operator, '/desk/callbacks')).toContain('登记：这次接通了')
  const early = await step(operator, number, { ...answers, ...spoken, comment: '' })
  expect(early.status).toBe(409)
  expect(await early.text()).toContain('还没有登记过接通的回访电话')
  await steps(operator, number, reached)
  expect(await read(operator, '/desk/callbacks')).toContain('谁接的电话')
  await steps(operator, number, { ...answers, ...spoken, comment: '昨晚又出摊了' })
  expect(await read(operator, '/desk/callbacks')).not.toContain(number)
  expect(await read(officer, '/desk')).toContain('二次办理 1')
  expect(await read(officer, `/desk/tickets/${number}`)).toContain('市民说：昨晚又出摊了')
})

it('The number to call is shown on request only, and who asked is on record', async () => {
  const desk = await openDesk()
  const { number, operator } = await toCall(desk)
  expect(await read(operator, '/desk/callbacks')).not.toContain('13812345678')
  const shown = await operator.post(`/desk/tickets/${number}/person`, { reason: '电话回访' })
  expect(await shown.text()).toContain('13812345678')
  const admin = await desk.signedIn({ role: 'administrator' })
  const log = await read(admin, '/desk/access-log')
  expect(log).toContain('陈静 坐席')
  expect(log).toContain('诉求人联系方式')
  expect(log).toContain('电话回访')
  expect(log).not.toContain('13812345678')
})

it('The operator alone has the queue, the administrator alone the record of who looked', async () => {
  const desk = await openDesk()
  const officer = await desk.signedIn({ unit: street })
  const inspector = await desk.signedIn({ role: 'inspector' })
  const operator = await desk.signedIn({ role: 'operator' })
  const status = async (browser: typeof officer, path: string) => (await browser.get(path)).status
  expect(await status(officer, '/desk/callbacks')).toBe(403)
  expect(await status(inspector, '/desk/callbacks')).toBe(403)
  expect(await status(operator, '/desk/access-log')).toBe(403)
  expect(await status(inspector, '/desk/access-log')).toBe(403)
})

it('A look at unmasked words is listed with its ticket', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand(), '我电话13812345678，烧烤摊冒烟')
  const officer = await desk.signedIn({ unit: street })
  await officer.post(`/desk/tickets/${number}/original`, { reason: '核对地址' })
  const admin = await desk.signedIn({ role: 'administrator' })
  const log = await read(admin, '/desk/access-log')
  expect(log).toMatch(new RegExp(`未遮盖的原文.*${number}.*核对地址`, 's'))
})

it('For a caller the operator urges, supplements, withdraws and, once closed, reopens', async () => {
  const desk = await openDesk()
  const { number, operator } = await toCall(desk)
  const answers = { type: 'rate', contacted: 'yes', solved: 'solved', satisfied: 'satisfied' }
  await steps(operator, number, reached, { ...answers, ...spoken, comment: '' })
  await steps(
    operator,
    number,
    { type: 'reopen', reason: '又出摊了' },
    { type: 'urge', text: '怎么还没人管' },
    { type: 'supplement', text: '晚上八点以后' },
    { type: 'withdraw', reason: '已自行解决' },
  )
  const page = await read(operator, `/desk/tickets/${number}`)
  for (const said of ['怎么还没人管', '晚上八点以后', '已撤诉']) expect(page).toContain(said)
})

it('Whoever has no dialogue to be asked in stands in the phone queue at once', async () => {
  const desk = await openDesk()
  const citizenId = await desk.house.ports.people.ensure('line', 'U-1')
  const number = await desk.opens(anOpenCommand({ citizenId }))
  const officer = await desk.signedIn({ unit: street })
  const operator = await desk.signedIn({ role: 'operator' })
  await steps(officer, number, ...done)
  const page = await read(operator, `/desk/tickets/${number}`)
  expect(page).not.toContain('value="start-callback"')
  expect(await read(operator, '/desk/callbacks')).toContain(number)
})

it('Only an ended ticket is erased, by the administrator, and history says what is gone', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const operator = await desk.signedIn({ role: 'operator' })
  const admin = await desk.signedIn({ role: 'administrator' })
  const erase = { type: 'erase' }
  expect((await step(admin, number, { ...erase, seq: '2' })).status).toBe(409)
  await steps(operator, number, { type: 'withdraw', reason: '' })
  await steps(admin, number, erase)
  expect(await read(admin, `/desk/tickets/${number}`)).toContain('清除：诉求文字、诉求人')
})
