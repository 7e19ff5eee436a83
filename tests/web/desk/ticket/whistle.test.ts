import { expect, it } from 'vitest'
import { anOpenCommand, aRouting, hour } from '#tests/support/build.ts'
import { openDesk, read, step, steps, whistleOf } from '#tests/web/desk/desk-world.ts'
import type { DeskWorld } from '#tests/web/desk/desk-world.ts'

const street = '110118002'
const contact = { type: 'contact', method: 'phone', note: '已电话联系，约今晚到场' }
const whistle = {
  type: 'whistle',
  units: ['city-enforcement', 'market-regulation'],
  purpose: '联合取缔无照烧烤',
  place: '果园西里南门',
  due: '',
}
const reported = { how: 'on-site', note: '两名执法员到场' }

/** A ticket on which the street has called two bureaus to the spot. */
async function whistled(desk: DeskWorld) {
  const number = await desk.opens(anOpenCommand())
  const township = await desk.signedIn({ unit: street })
  await steps(township, number, { type: 'accept' }, contact, whistle)
  const enforcement = await desk.signedIn({ unit: 'city-enforcement', name: '周强' })
  const market = await desk.signedIn({ unit: 'market-regulation', name: '钱进' })
  const id = whistleOf(await read(township, `/desk/tickets/${number}`))
  return { number, township, enforcement, market, whistleId: id }
}

it('A township calls two bureaus; one comes in time, one never: both are on record when it closes', async () => {
  const desk = await openDesk()
  const { number, township, enforcement, whistleId } = await whistled(desk)
  await steps(enforcement, number, { type: 'report-in', whistleId, ...reported })
  const part = { type: 'finish-whistle-part', whistleId, done: 'yes', note: '已暂扣炉具' }
  await steps(enforcement, number, part)
  desk.clock.now += 25 * hour
  expect(await read(township, `/desk/tickets/${number}`)).toContain('已过期限，还没有报到')
  await steps(township, number, { type: 'close-whistle', whistleId, note: '联合处置完毕' })

  const page = await read(township, `/desk/tickets/${number}`)
  const section = page.slice(page.indexOf('id="whistles"'), page.indexOf('id="history"'))
  expect(section).toContain('到场，2026-11-23 09:00')
  expect(section).toContain('两名执法员到场；已暂扣炉具')
  expect(section).toContain('<span class="badge red">未到</span>')
  const events = await desk.house.ports.store.history('ticket-1')
  expect(events.map(({ type, data }) => ({ type, data }))).toEqual(
    expect.arrayContaining([
      {
        type: 'reported-in',
        data: { whistleId, unit: 'city-enforcement', late: false, ...reported },
      },
      {
        type: 'whistle-closed',
        data: { whistleId, absent: ['market-regulation'], note: '联合处置完毕' },
      },
    ]),
  )
  expect(page).toContain('办理中')
})

it('Without a date a whistle asks for a report within a day, and within two hours when urgent', async () => {
  const desk = await openDesk()
  const calm = await whistled(desk)
  expect(await read(calm.township, `/desk/tickets/${calm.number}`)).toContain('2026-11-24 09:00')
  const urgent = await desk.opens(anOpenCommand({ urgency: 'urgent' }))
  await steps(calm.township, urgent, { type: 'accept' }, contact, whistle)
  const page = await read(calm.township, `/desk/tickets/${urgent}`)
  expect(page.slice(page.indexOf('id="whistles"'))).toContain('2026-11-23 11:00')
})

it('Whoever reports in after the deadline is late, on the page and on record', async () => {
  const desk = await openDesk()
  const { number, market, whistleId } = await whistled(desk)
  desk.clock.now += 27 * hour
  const late = { type: 'report-in', whistleId, how: 'writing', note: '书面意见已送' }
  await steps(market, number, late)
  const page = await read(market, `/desk/tickets/${number}`)
  expect(page).toContain('书面，2026-11-24 12:00')
  expect(page).toContain('<span class="badge amber">迟到 3 小时</span>')
})

it('A bureau that is called finds the whistle waiting for it, then its part, and nothing once that is done', async () => {
  const desk = await openDesk()
  const { number, enforcement, whistleId } = await whistled(desk)
  const inbox = await read(enforcement, '/desk')
  expect(inbox).toContain('叫我们报到的吹哨 1')
  expect(inbox).toContain('联合取缔无照烧烤')
  const answered = await step(enforcement, number, {
    type: 'report-in',
    whistleId,
    ...reported,
    back: '/desk',
  })
  expect(answered.headers.get('location')).toBe(`/desk?done=report-in&of=${number}`)
  expect(await read(enforcement, '/desk')).toContain('报到后的任务 1')
  await steps(enforcement, number, {
    type: 'finish-whistle-part',
    whistleId,
    done: 'yes',
    note: '已清除',
  })
  expect(await read(enforcement, '/desk')).toContain('现在没有等您处理的事')
})

it('Only a township whistles, only a called unit reports in, only the caller closes', async () => {
  const desk = await openDesk()
  const { number, township, enforcement, whistleId } = await whistled(desk)
  const close = { type: 'close-whistle', whistleId, note: '不等了' }
  expect((await step(enforcement, number, close)).status).toBe(403)
  const report = { type: 'report-in', whistleId, ...reported }
  expect((await step(township, number, report)).status).toBe(403)
  const routing = aRouting({ handler: 'city-enforcement' })
  const bureaus = await desk.opens(anOpenCommand({}, { routing }))
  await steps(enforcement, bureaus, { type: 'accept' })
  expect((await step(enforcement, bureaus, whistle)).status).toBe(403)
})

it('A whistle that calls nobody is refused, naming the field', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const township = await desk.signedIn({ unit: street })
  await steps(township, number, { type: 'accept' })
  const refused = await step(township, number, { ...whistle, units: [] })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('请检查：单位。')
})

it('Several units are added in one form, each with the clock of its part', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand())
  const township = await desk.signedIn({ unit: street })
  await steps(township, number, { type: 'accept' })
  const added = { type: 'add-units', note: '请核查证照和燃气', due: '2026-11-25T18:00' }
  await steps(township, number, { ...added, units: ['market-regulation', 'water-bureau'] })
  const market = await desk.signedIn({ unit: 'market-regulation' })
  expect(await read(market, '/desk')).toContain('加派给我们的任务 1')
  await steps(market, number, { type: 'finish-part', note: '已查证照' })
  const page = await read(township, `/desk/tickets/${number}`)
  expect(page).toMatch(/协办完成 [^<]*市场监管[^<]*<\/th>.*?2026-11-23 09:00 完成/s)
  expect(page).toMatch(/协办完成 [^<]*水务[^<]*<\/th>.*?2026-11-25 18:00.*?还剩 2 天/s)
})

it('Units of the clause come first when a whistle is blown or units are added, none of them ticked', async () => {
  const desk = await openDesk()
  const routing = aRouting({
    lead: ['ecology-bureau'],
    primary: ['city-enforcement'],
    supporting: ['market-regulation', street],
  })
  const number = await desk.opens(anOpenCommand({}, { routing }))
  const township = await desk.signedIn({ unit: street })
  await steps(township, number, { type: 'accept' }, contact)
  const page = await read(township, `/desk/tickets/${number}`)
  const shown = [...page.matchAll(/<div class="suggested">(.*?)<\/div>/gs)].map(([, html = '']) =>
    [...html.matchAll(/value="([^"]+)"/g)].map(([, id]) => id),
  )
  const clause = ['ecology-bureau', 'city-enforcement', 'market-regulation']
  expect(shown.length).toBeGreaterThanOrEqual(1)
  for (const ids of shown) expect(ids).toEqual(clause)
  expect(page).not.toMatch(/type="checkbox" name="units"[^>]*checked/)
})
