import { expect, it } from 'vitest'
import { anOpenCommand } from '#tests/support/build.ts'
import { openDesk, read, seqOf, step, steps } from '#tests/web/desk/desk-world.ts'
import type { Browser, DeskWorld } from '#tests/web/desk/desk-world.ts'

const street = '110118002'
const enforcement = 'city-enforcement'
const backToEnforcement = {
  type: 'return',
  reason: 'not-our-duty',
  note: '占道经营由城管查处',
  proposedUnit: enforcement,
  clause: '',
}
const backToStreet = {
  type: 'return',
  reason: 'not-our-area',
  note: '属地先行处置',
  proposedUnit: street,
  clause: '大气 22',
}

async function dispatch(browser: Browser, number: string, unit: string, note: string) {
  const path = `/desk/tickets/${number}`
  const seq = seqOf(await read(browser, path))
  const known = { category: 'open-air-barbecue', town: street, village: '', spot: '' }
  return browser.post(`${path}/dispatch`, { seq, ...known, unit, note })
}

/** A ticket that has come back twice, and who sent it where. */
async function conferring(desk: DeskWorld) {
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  const other = await desk.signedIn({ unit: enforcement, name: '周强' })
  const dispatcher = await desk.signedIn({ role: 'dispatcher', name: '张敏' })
  await steps(officer, number, backToEnforcement)
  expect((await dispatch(dispatcher, number, enforcement, '请城管核查')).status).toBe(303)
  await steps(other, number, backToStreet)
  return { number, officer, other, dispatcher }
}

it('The second return calls a conference, and the desk sees how the ticket went to and fro', async () => {
  const desk = await openDesk()
  const { number, dispatcher } = await conferring(desk)
  const queue = await read(dispatcher, '/desk/dispatch')
  expect(queue).toContain('派单和退单经过')
  const course = queue.slice(queue.indexOf('class="course"'))
  const lines = [...course.slice(0, course.indexOf('</ol>')).matchAll(/<li>([^<]*)<\/li>/g)]
  expect(lines.map(([, line = '']) => line.slice('2026-11-23 09:00 '.length))).toEqual([
    '派给果园街道（按规则自动派单）',
    '果园街道退单（非本单位职责）：占道经营由城管查处，建议转区城管执法局',
    '派给区城管执法局（派单员派单）',
    '区城管执法局退单（非本辖区）：属地先行处置，依据：大气 22，建议转果园街道',
    '转会商：区城管执法局、果园街道',
  ])
  expect(await read(dispatcher, `/desk/tickets/${number}`)).toContain('退单 2 次')
})

it('What the conference decides is dispatched as such and not returned again', async () => {
  const desk = await openDesk()
  const { number, officer, dispatcher } = await conferring(desk)
  expect((await dispatch(dispatcher, number, street, '会商定由街道主办')).status).toBe(303)
  const page = await read(officer, `/desk/tickets/${number}`)
  expect(page).toContain('派给果园街道（会商决定）')
  expect(page).not.toContain('value="return"')
  expect((await step(officer, number, backToEnforcement)).status).toBe(409)
})

it('A return that is upheld goes back to its unit with the clause', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  await steps(officer, number, backToEnforcement)
  const upheld = { type: 'uphold-return', note: '街道先行处置', clause: '大气 22' }
  await steps(dispatcher, number, upheld)
  const page = await read(officer, `/desk/tickets/${number}`)
  expect(page).toContain('退单不成立，退回果园街道：街道先行处置')
  expect(page).toContain('value="accept"')
})

it('The same matter twice is merged by number; the way leads to the main ticket', async () => {
  const desk = await openDesk()
  const main = await desk.opens(anOpenCommand())
  const second = await desk.opens(anOpenCommand())
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  const wrong = await step(dispatcher, second, { type: 'merge', intoNumber: 'MY20261123-09999-0' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('请检查：并入工单编号。')
  expect((await step(dispatcher, second, { type: 'merge', intoNumber: second })).status).toBe(422)
  await steps(dispatcher, second, { type: 'merge', intoNumber: main.toLowerCase() })
  const page = await read(dispatcher, `/desk/tickets/${second}`)
  expect(page).toContain('已并单')
  expect(page).toContain(`并入工单 ${main}`)
  const back = await step(dispatcher, main, { type: 'merge', intoNumber: second })
  expect(back.status).toBe(422)
})

it('What may be the same matter is offered beside a ticket; the dispatcher merges with one button', async () => {
  const desk = await openDesk()
  const main = await desk.opens(anOpenCommand())
  const second = await desk.opens(anOpenCommand({ citizenId: 'citizen-2' }))
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  const inspector = await desk.signedIn({ role: 'inspector' })
  const page = await read(dispatcher, `/desk/tickets/${second}`)
  expect(page).toContain('可能是同一件事')
  expect(page).toContain(`name="intoNumber" value="${main}"`)
  const seen = await read(inspector, `/desk/tickets/${second}`)
  expect(seen).toContain(`/desk/tickets/${main}`)
  expect(seen).not.toContain('name="intoNumber"')
})

it('The form that upholds a return does not call the clause optional', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  const dispatcher = await desk.signedIn({ role: 'dispatcher', name: '张敏' })
  await steps(officer, number, backToEnforcement)
  const page = await read(dispatcher, `/desk/tickets/${number}`)
  const field = /<input[^>]*id="uphold-return-clause-[^>]*>/u.exec(page)?.[0]
  expect(field).toContain('required')
})

it('The unit a return names is shown to the desk, and chosen only by a person', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  await steps(officer, number, backToEnforcement)
  const page = await read(dispatcher, `/desk/tickets/${number}`)
  expect(page).toContain('建议转：区城管执法局')
  const select = /<select id="dispatch-unit".*?<\/select>/s.exec(page)?.[0] ?? ''
  expect(select).toContain(`value="${enforcement}"`)
  expect(select).not.toContain('selected')
})
