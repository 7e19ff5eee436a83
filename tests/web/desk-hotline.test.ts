import { expect, it } from 'vitest'
import { anOpenCommand } from '#tests/support/build.ts'
import { openDesk, read } from './desk-world.ts'
import type { Browser } from './desk-world.ts'

const words = '果园街道果园西里南门口烧烤摊每天晚上冒烟，我电话13812345678'
const call = { text: words, phone: '138 1234 5678', name: '王女士' }

const valueIn = (page: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? ''
const chosenIn = (page: string, name: string) => {
  const from = page.indexOf(`name="${name}"`)
  const list = page.slice(from, page.indexOf('</select>', from))
  return /value="([^"]*)" selected/.exec(list)?.[1] ?? ''
}

/** The call with what the page suggests, ready to be opened. */
async function checked(operator: Browser, given: Readonly<Record<string, string>> = call) {
  const entry = valueIn(await read(operator, '/desk/new'), 'entry')
  const page = await (await operator.post('/desk/new', { entry, ...given, do: 'preview' })).text()
  const suggested = {
    category: chosenIn(page, 'category'),
    town: chosenIn(page, 'town'),
    village: valueIn(page, 'village'),
    spot: valueIn(page, 'spot'),
    when: valueIn(page, 'when'),
    urgency: chosenIn(page, 'urgency'),
    unit: chosenIn(page, 'unit'),
  }
  return { page, fields: { entry, ...given, ...suggested, do: 'open' } }
}

const numberIn = (page: string) => /MY\d{8}-\d{5}-\d/.exec(page)?.[0] ?? ''

it('What a caller says is read, suggested, opened and dispatched, with a number and a code to read out', async () => {
  const desk = await openDesk()
  const operator = await desk.signedIn({ role: 'operator', name: '陈静' })
  const { page, fields } = await checked(operator)
  expect(page).toContain('规则会派给果园街道')
  expect(fields).toMatchObject({ category: 'open-air-barbecue', town: '110118002' })
  const opened = await operator.post('/desk/new', fields)
  expect(opened.status).toBe(200)
  const told = await opened.text()
  expect(told).toMatch(/编号 MY20261123-00001-\d，查询码 [A-HJ-NP-Z2-9]{8}/)
  const ticket = await read(operator, `/desk/tickets/${numberIn(told)}`)
  expect(ticket).toContain('待签收')
  expect(ticket).toContain('138＊')
  expect(ticket).not.toContain('13812345678')
})

it('The caller’s number and name are kept apart, to be read for a purpose', async () => {
  const desk = await openDesk()
  const operator = await desk.signedIn({ role: 'operator' })
  const { fields } = await checked(operator)
  const number = numberIn(await (await operator.post('/desk/new', fields)).text())
  const shown = await operator.post(`/desk/tickets/${number}/person`, { reason: '回访' })
  const person = await shown.text()
  expect(person).toContain('王女士')
  expect(person).toContain('13812345678')
})

it('The code that was read out lets the caller follow the ticket', async () => {
  const desk = await openDesk()
  const operator = await desk.signedIn({ role: 'operator' })
  const { fields } = await checked(operator)
  const told = await (await operator.post('/desk/new', fields)).text()
  const code = /查询码 ([A-Z2-9]{8})/.exec(told)?.[1] ?? ''
  expect(await desk.house.ports.readers.idByCode(numberIn(told), code)).toBe(fields.entry)
})

it('The same form sent twice opens one ticket', async () => {
  const desk = await openDesk()
  const operator = await desk.signedIn({ role: 'operator' })
  const { fields } = await checked(operator)
  const [first, second] = await Promise.all([
    operator.post('/desk/new', fields),
    operator.post('/desk/new', fields),
  ])
  const pages = [await first.text(), await second.text()]
  expect(new Set(pages.map(numberIn)).size).toBe(1)
  expect(pages.filter((page) => page.includes('查询码'))).toHaveLength(1)
  const { total } = await desk.house.ports.readers.list({ sort: 'newest', limit: 1, offset: 0 })
  expect(total).toBe(1)
})

it('What the operator is unsure of waits at the dispatch desk', async () => {
  const desk = await openDesk()
  const operator = await desk.signedIn({ role: 'operator' })
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  const { fields } = await checked(operator)
  const unsure = await operator.post('/desk/new', { ...fields, category: '' })
  expect(await unsure.text()).toContain('已转派单台')
  expect(await read(dispatcher, '/desk/dispatch')).toContain('拿不准类别')
})

it('The operator’s own choice of unit stands beside the rules’ clause', async () => {
  const desk = await openDesk()
  const operator = await desk.signedIn({ role: 'operator' })
  const { fields } = await checked(operator)
  const opened = await operator.post('/desk/new', { ...fields, unit: 'city-enforcement' })
  const number = numberIn(await opened.text())
  const page = await read(operator, `/desk/tickets/${number}`)
  expect(page).toContain('主办单位 <strong>区城管执法局</strong>')
  expect(page).toContain('规则原定此单位，派单员另选')
})

it('A caller who leaves no number stays anonymous', async () => {
  const desk = await openDesk()
  const operator = await desk.signedIn({ role: 'operator' })
  const { fields } = await checked(operator, { text: '果园西里烧烤摊冒烟', phone: '', name: '' })
  const number = numberIn(await (await operator.post('/desk/new', fields)).text())
  expect(await read(operator, `/desk/tickets/${number}`)).toContain('没有留下诉求人信息（匿名）')
})

it('A number that is none is refused, and nothing typed is lost', async () => {
  const desk = await openDesk()
  const operator = await desk.signedIn({ role: 'operator' })
  const { fields } = await checked(operator)
  const refused = await operator.post('/desk/new', {
    ...fields,
    phone: '没有',
    unit: 'water-bureau',
  })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('来电号码不像电话号码，请核对。')
  expect(page).toContain(words)
  expect(chosenIn(page, 'unit')).toBe('water-bureau')
})

it('Units have no such form', async () => {
  const desk = await openDesk()
  const officer = await desk.signedIn({ unit: '110118002' })
  expect((await officer.get('/desk/new')).status).toBe(403)
  expect((await officer.post('/desk/new', { do: 'open' })).status).toBe(403)
})

it('What others have complained of already is shown to the operator before opening', async () => {
  const desk = await openDesk()
  const operator = await desk.signedIn({ role: 'operator' })
  const number = await desk.opens(anOpenCommand())
  const { page } = await checked(operator)
  expect(page).toContain('可能已经有人反映过')
  expect(page).toContain(`/desk/tickets/${number}`)
})
