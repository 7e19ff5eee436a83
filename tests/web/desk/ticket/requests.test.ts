import { expect, it } from 'vitest'
import { anOpenCommand, day, hour } from '#tests/support/build.ts'
import { openDesk, read, step, steps } from '#tests/web/desk/desk-world.ts'
import type { DeskWorld } from '#tests/web/desk/desk-world.ts'

const street = '110118002'
const contact = { type: 'contact', method: 'phone', note: '已电话联系，约今晚到场' }
const extension = { type: 'request-extension', until: '2026-12-02T18:00', reason: '需等设备安装' }
const suspension = {
  type: 'request-suspension',
  reason: '管网改造明年完工',
  plan: '每月清掏',
  reviewAt: '2027-01-20T09:00',
}
const order = { type: 'supervise', order: '两日内书面说明', replyDue: '2026-11-25T18:00' }

/** A ticket the street works on, and the street. */
async function working(desk: DeskWorld) {
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  await steps(officer, number, { type: 'accept' }, contact)
  return { number, officer }
}

it('An extension waits in the dispatcher’s list, is granted there, and leaves it', async () => {
  const desk = await openDesk()
  const { number, officer } = await working(desk)
  const dispatcher = await desk.signedIn({ role: 'dispatcher', name: '张敏' })
  expect(await read(dispatcher, '/desk')).toContain('现在没有等您处理的事')
  await steps(officer, number, extension)
  const waiting = await read(dispatcher, '/desk')
  expect(waiting).toContain('延期审批 1')
  expect(waiting).toContain('理由：需等设备安装')
  const granted = { type: 'approve-extension', note: '情况属实', back: '/desk' }
  const answered = await step(dispatcher, number, granted)
  expect(answered.headers.get('location')).toBe(`/desk?done=approve-extension&of=${number}`)
  const told = await read(dispatcher, '/desk?done=approve-extension')
  expect(told).toContain('已完成：同意延期')
  expect(told).not.toContain(number)
  const page = await read(officer, `/desk/tickets/${number}`)
  expect(page).toContain('派单员 张敏 2026-11-23 09:00 同意')
  expect(page).toContain('延到 2026-12-02 18:00')
})

it('A refused extension keeps the promise, says why and by whom, and is not asked for twice', async () => {
  const desk = await openDesk()
  const { number, officer } = await working(desk)
  const inspector = await desk.signedIn({ role: 'inspector', name: '刘伟' })
  await steps(officer, number, extension)
  await steps(inspector, number, { type: 'refuse-extension', note: '今晚即可取缔' })
  const page = await read(officer, `/desk/tickets/${number}`)
  expect(page).toContain('督办人 刘伟 2026-11-23 09:00 不同意：今晚即可取缔')
  expect((await step(officer, number, extension)).status).toBe(409)
})

it('A suspension is approved with its plan and review date, and reviewed back into work', async () => {
  const desk = await openDesk()
  const { number, officer } = await working(desk)
  const inspector = await desk.signedIn({ role: 'inspector', name: '刘伟' })
  await steps(officer, number, suspension)
  const waiting = await read(inspector, '/desk')
  expect(waiting).toContain('挂账审批 1')
  expect(waiting).toContain('计划：每月清掏')
  await steps(inspector, number, { type: 'approve-suspension', note: '' })
  const suspended = await read(officer, `/desk/tickets/${number}`)
  expect(suspended).toContain('督办人 刘伟 2026-11-23 09:00 同意')
  expect(suspended).toMatch(/挂账复核<\/th>.*?2027-01-20 09:00/s)
  expect(suspended).toContain('暂停计时')
  desk.clock.now += 10 * day
  await steps(officer, number, { type: 'review', note: '提前完工' })
  const page = await read(officer, `/desk/tickets/${number}`)
  expect(page).toContain('李建国 2026-12-03 09:00 复核，恢复办理')
  expect(page).toContain('办理中')
})

it('A supervision order has its own clock, which stops with the answer', async () => {
  const desk = await openDesk()
  const { number, officer } = await working(desk)
  const inspector = await desk.signedIn({ role: 'inspector', name: '刘伟' })
  await steps(inspector, number, order)
  expect(await read(officer, '/desk')).toContain('等待答复的督办 1')
  desk.clock.now += 3 * day
  const late = await read(inspector, `/desk/tickets/${number}`)
  expect(late).toMatch(/督办答复<\/th>.*?2026-11-25 18:00.*?已超期 超 15 小时/s)
  await steps(officer, number, { type: 'answer-supervision', reply: '已安排夜间巡查' })
  const page = await read(inspector, `/desk/tickets/${number}`)
  expect(page).toContain('2026-11-26 09:00 完成，超 15 小时')
  expect(page).toContain('答复：已安排夜间巡查')
  expect(await read(inspector, '/desk')).not.toContain('等待答复的督办')
})

it('An exclusion waits for a second inspector; the first one may not decide it', async () => {
  const desk = await openDesk()
  const { number } = await working(desk)
  const first = await desk.signedIn({ role: 'inspector', name: '刘伟' })
  const second = await desk.signedIn({ role: 'inspector', name: '何敏' })
  const proposed = { type: 'propose-exclusion', ground: 'untrue', evidence: '三次夜查均无烧烤摊' }
  await steps(first, number, proposed)
  const own = await read(first, '/desk')
  expect(own).toContain('须由另一位督办人决定')
  expect(own).not.toContain('value="approve-exclusion"')
  expect(await read(second, '/desk')).toContain('证据：三次夜查均无烧烤摊')
  const approve = { type: 'approve-exclusion', note: '证据充分' }
  expect((await step(first, number, approve)).status).toBe(403)
  await steps(second, number, approve)
  expect(await read(second, '/desk')).toContain('现在没有等您处理的事')
})

it('What is overdue stands in the unit’s list at once, two days later in the inspector’s, until it is done', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  const lead = await desk.signedIn({ unit: street, role: 'unit-lead' })
  const inspector = await desk.signedIn({ role: 'inspector' })
  desk.clock.now += 3 * hour
  await desk.house.runTimers()
  expect(await read(lead, '/desk')).toContain('已超期 超 1 小时')
  desk.clock.now += day
  await desk.house.runTimers()
  expect(await read(lead, '/desk?due=late')).toContain('待签收 1')
  expect(await read(inspector, '/desk')).not.toContain(number)
  desk.clock.now += day
  await desk.house.runTimers()
  expect(await read(inspector, '/desk')).toContain('签收超期')
  await steps(officer, number, { type: 'accept' }, contact)
  expect(await read(lead, '/desk?due=late')).toContain('没有符合这些条件的')
  expect(await read(inspector, '/desk')).not.toContain('超期上报')
})

it('A ticket nobody has dispatched in time waits for the dispatcher', async () => {
  const desk = await openDesk()
  const command = anOpenCommand({}, { routing: null, queueReason: 'unsure' })
  const number = await desk.opens(command)
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  desk.clock.now += 3 * hour
  await desk.house.runTimers()
  const inbox = await read(dispatcher, '/desk')
  expect(inbox).toContain('等待派单 1')
  expect(inbox).toContain(number)
})

it('An administrator, for whom nothing waits, finds all tickets instead', async () => {
  const desk = await openDesk()
  const person = await desk.signedIn({ role: 'administrator' })
  expect((await person.get('/desk')).headers.get('location')).toBe('/desk/cases')
})

it('After two second handlings in vain the house orders supervision: told to the unit and the inspector, ended by the answer', async () => {
  const desk = await openDesk()
  const { number, officer } = await working(desk)
  const inspector = await desk.signedIn({ role: 'inspector', name: '刘伟' })
  const operator = await desk.signedIn({ role: 'operator', name: '陈静' })
  const reply = { type: 'resolve', publicReply: '11月23日摊位已取缔', internalNote: '' }
  const again = { type: 'rate', contacted: 'yes', solved: 'unsolved', satisfied: 'unsatisfied' }
  const unsolved = { ...again, comment: '', answeredBy: 'citizen', how: 'called' }
  const called = [
    { type: 'start-callback' },
    { type: 'attempt-callback', halfDay: '20261123-am', reached: 'yes', note: '' },
    unsolved,
  ]
  await steps(officer, number, reply)
  for (const round of [1, 2]) {
    await steps(operator, number, ...called)
    expect(await read(officer, `/desk/tickets/${number}`)).toContain(`第 ${String(round)} 次`)
    await steps(officer, number, contact, reply)
  }
  await steps(operator, number, ...called)
  for (const person of [officer, inspector]) {
    const waiting = await read(person, '/desk')
    expect(waiting).toContain('等待答复的督办 1')
    expect(waiting).toContain('两次二次办理后市民仍不认可，自动转督办')
  }
  await steps(officer, number, { type: 'answer-supervision', reply: '已约谈摊主并每晚巡查' })
  const page = await read(inspector, `/desk/tickets/${number}`)
  expect(page).toContain('经督办答复后归档')
  expect(page).toContain('答复：已约谈摊主并每晚巡查')
  expect(await read(inspector, '/desk')).not.toContain(number)
})
