import { describe, expect, it } from 'vitest'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { anOpenCommand } from '#tests/support/build.ts'
import { call, codeIn, numbersIn, openCallDesk, words } from './call-world.ts'
import type { CallDesk } from './call-world.ts'
import { openDesk, read } from '#tests/web/desk/desk-world.ts'

const guoyuan = '110118002'

async function ticketOf({ desk }: CallDesk, number: string): Promise<Ticket> {
  const { readers, store } = desk.house.ports
  const id = (await readers.idByNumber(number)) ?? ''
  const ticket = fold(id, await store.history(id))
  if (ticket === null) throw new Error(`no ticket ${number}`)
  return ticket
}

async function saved(world: CallDesk, fields: Parameters<CallDesk['saves']>[0], act = 'open') {
  const { done, status } = await world.saves(fields, act)
  expect(status).toBe(200)
  const numbers = numbersIn(done)
  const tickets = await Promise.all(numbers.map((number) => ticketOf(world, number)))
  return { done, numbers, tickets, code: codeIn(done) }
}

const countOf = async ({ desk }: CallDesk) =>
  (await desk.house.ports.readers.list({ sort: 'newest', limit: 1, offset: 0 })).total

describe('while the operator types', () => {
  it('category, place, urgency and who will handle it by which clause are suggested', async () => {
    const { suggests } = await openCallDesk()
    const { fields, panel } = await suggests(call)
    expect(fields).toMatchObject({
      category: 'open-air-barbecue',
      town: guoyuan,
      village: '果园西里',
      when: '每天晚上',
    })
    expect(panel).toContain('露天烧烤 → 果园街道')
    expect(panel).toContain('依据 大气第 22 项')
    expect(panel).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d 前办结/)
    expect(panel).toContain('<mark class="category">')
  })

  it('what the operator has chosen is never overwritten, and the rest follows it', async () => {
    const { suggests } = await openCallDesk()
    const chosen = { ...call, category: 'commercial-noise', village: '' }
    const { fields, panel } = await suggests(chosen, 'category,village')
    expect(fields).toMatchObject({ category: 'commercial-noise', village: '', town: guoyuan })
    expect(panel).not.toContain('露天烧烤 →')
  })

  it('other categories it may be can be picked by a digit', async () => {
    const { suggests } = await openCallDesk()
    const { panel } = await suggests(call)
    expect(panel).toMatch(/data-digit="1" data-set="[^"]*open-air-barbecue/)
    expect(panel).toContain('data-digit="2"')
  })

  it('a place of several townships can be picked by a digit', async () => {
    const { suggests } = await openCallDesk()
    const { fields, panel } = await suggests({ text: '季庄有人烧垃圾' })
    expect(fields.town).toBe('')
    expect(panel).toMatch(/data-digit="6" data-set="[^"]*季庄/)
  })

  it('danger is to be told to the caller at once', async () => {
    const { suggests } = await openCallDesk()
    const { panel } = await suggests({ text: '果园西里旁边厂子着火了，有人被困' })
    expect(panel).toContain('role="alert"')
    expect(panel).toMatch(/请马上告诉来电人：<strong>[^<]*119/)
  })

  it('a matter of another desk says where to send the caller', async () => {
    const { suggests } = await openCallDesk()
    const { panel } = await suggests({ text: '公司三个月没发工资了' })
    expect(panel).toContain('不归这里受理，请告诉来电人：')
    expect(panel).toContain('12345')
  })

  it('a question is answered from the plan', async () => {
    const { suggests } = await openCallDesk()
    const { panel } = await suggests({ text: '请问密云现在能放烟花吗' })
    expect(panel).toContain('这是咨询')
    expect(panel).toContain('全年禁')
  })

  it('open tickets of the same matter and of the same caller are shown', async () => {
    const world = await openCallDesk()
    const other = await world.desk.opens(anOpenCommand())
    const { numbers } = await saved(world, {
      text: '溪翁庄镇走马庄村北边工地半夜打桩',
      phone: '13812345678',
    })
    const { panel } = await world.suggests({ ...call, phone: '+86 138-1234-5678' })
    expect(panel).toContain(`value="${other}"`)
    expect(panel).toContain(`value="${String(numbers[0])}"`)
    expect(panel).toContain('同一来电号码')
  })

  it('a caller who is known from the web chat is known by their number', async () => {
    const world = await openCallDesk()
    const { people } = world.desk.house.ports
    const citizenId = await people.ensure('web-chat', 'somebody')
    await people.setContact(citizenId, { name: null, phone: '138 1234 5678' })
    const number = await world.desk.opens(anOpenCommand({ citizenId }))
    const { panel } = await world.suggests({ text: '问个事', phone: '13812345678' })
    expect(panel).toContain(number)
  })

  it('nobody is looked up by half a number, or for a caller who stays anonymous', async () => {
    const world = await openCallDesk()
    await saved(world, call)
    const half = await world.suggests({ text: '问个事', phone: '138' })
    const hidden = await world.suggests({ text: '问个事', phone: call.phone, anonymous: 'yes' })
    expect([half.panel, hidden.panel].join()).not.toContain('同一来电号码')
  })

  it('units get no suggestions', async () => {
    const desk = await openDesk()
    const officer = await desk.signedIn({ unit: guoyuan })
    expect((await officer.post('/desk/hotline/suggest', call)).status).toBe(403)
  })
})

describe('saving a call', () => {
  it('opens and dispatches it, with a number and a code to read out that work', async () => {
    const world = await openCallDesk()
    const { numbers, code, tickets } = await saved(world, call)
    expect(tickets[0]).toMatchObject({ status: 'dispatched', handler: guoyuan })
    expect(tickets[0]?.opened.text).not.toContain('13812345678')
    const { readers } = world.desk.house.ports
    expect(await readers.idByCode(numbers[0] ?? '', code)).toBe(tickets[0]?.id)
  })

  it('takes what the rules say for every field the operator has left alone', async () => {
    const world = await openCallDesk()
    const stale = { ...call, category: 'open-burning', town: '110118001', chosen: 'when', when: '' }
    const { tickets } = await saved(world, stale)
    expect(tickets[0]).toMatchObject({ category: 'open-air-barbecue', place: { town: guoyuan } })
    expect(tickets[0]?.opened.when).toBeNull()
  })

  it('keeps the caller’s number and name apart, to be read for a purpose', async () => {
    const world = await openCallDesk()
    const { numbers } = await saved(world, call)
    const shown = await world.operator.post(`/desk/tickets/${String(numbers[0])}/person`, {
      reason: '回访',
    })
    const person = await shown.text()
    expect(person).toContain('王女士')
    expect(person).toContain('13812345678')
  })

  it('twice opens one ticket, and both times there is a code that works', async () => {
    const world = await openCallDesk()
    const sent = { ...call, entry: world.entry() }
    const [first, second] = await Promise.all([saved(world, sent), saved(world, sent)])
    expect(second.numbers).toEqual(first.numbers)
    expect(await countOf(world)).toBe(1)
    const { readers } = world.desk.house.ports
    for (const { code, numbers } of [first, second]) {
      expect(await readers.idByCode(numbers[0] ?? '', code)).toBe(sent.entry)
    }
  })

  it('a call that somebody else has saved gives away no code', async () => {
    const world = await openCallDesk()
    const sent = { ...call, entry: world.entry(), chosen: '', do: 'open' }
    await saved(world, sent)
    const other = await world.desk.signedIn({ role: 'operator' })
    const told = await (await other.post('/desk/hotline', sent)).text()
    expect(told).toContain('已经受理过')
    expect(codeIn(told)).toBe('')
  })

  it('several problems become several tickets of one case under one code', async () => {
    const world = await openCallDesk()
    const text = '果园西里楼下饭店油烟直排，晚上空调外机也响得厉害'
    const { tickets, code, numbers } = await saved(world, { ...call, text })
    expect(tickets.map(({ category }) => category)).toEqual(['catering-fumes', 'commercial-noise'])
    expect(new Set(tickets.map(({ opened }) => opened.caseId)).size).toBe(1)
    const { readers } = world.desk.house.ports
    for (const [index, number] of numbers.entries()) {
      expect(await readers.idByCode(number, code)).toBe(tickets[index]?.id)
    }
  })

  it('a second problem that the operator leaves out opens nothing', async () => {
    const world = await openCallDesk()
    const text = '果园西里楼下饭店油烟直排，晚上空调外机也响得厉害'
    const { tickets } = await saved(world, { ...call, text, chosen: 'also' })
    expect(tickets.map(({ category }) => category)).toEqual(['catering-fumes'])
  })

  it('what the operator is unsure of waits at the dispatch desk', async () => {
    const world = await openCallDesk()
    const { done } = await saved(world, { ...call, category: '', chosen: 'category' })
    expect(done).toContain('已转派单台')
    const dispatcher = await world.desk.signedIn({ role: 'dispatcher' })
    expect(await read(dispatcher, '/desk/dispatch')).toContain('拿不准类别')
  })

  it('nothing goes out unplaced: the desk asks where it is', async () => {
    const world = await openCallDesk()
    const { tickets } = await saved(world, { text: '楼下饭店油烟直排' })
    expect(tickets[0]).toMatchObject({ status: 'pending', queuedFor: 'place-missing' })
  })

  it('the operator’s own choice of unit stands beside the rules’ clause', async () => {
    const world = await openCallDesk()
    const { numbers } = await saved(world, { ...call, unit: 'city-enforcement' })
    const page = await read(world.operator, `/desk/tickets/${String(numbers[0])}`)
    expect(page).toContain('主办单位 <strong>区城管执法局</strong>')
    expect(page).toContain('规则原定此单位，派单员另选')
  })

  it('an anonymous caller’s number is not kept, whatever the telephone shows', async () => {
    const world = await openCallDesk()
    const { tickets } = await saved(world, { ...call, anonymous: 'yes' })
    expect(tickets[0]?.opened.citizenId).toBeNull()
    expect(await world.desk.house.ports.people.byPhone('13812345678')).toEqual([])
  })

  it('hours for the call-back are kept, and a caller who wants none is not called', async () => {
    const world = await openCallDesk()
    const late = await saved(world, { ...call, hours: '晚上七点后' })
    const never = await saved(world, { ...call, callback: 'no' })
    expect(late.tickets[0]?.opened.callbackWish).toEqual({ ask: true, hours: '晚上七点后' })
    expect(never.tickets[0]?.opened.callbackWish).toEqual({ ask: false, hours: null })
    const page = await read(world.operator, `/desk/tickets/${String(late.numbers[0])}`)
    expect(page).toContain('晚上七点后')
  })

  it('a number that is none is refused', async () => {
    const { saves } = await openCallDesk()
    const { status, faults } = await saves({ ...call, phone: '没有' })
    expect([status, faults]).toEqual([422, ['来电号码不像电话号码，请核对。']])
  })
})

describe('a call about an open ticket', () => {
  it('joins it under a number of its own by one key', async () => {
    const world = await openCallDesk()
    const into = await world.desk.opens(anOpenCommand())
    const { numbers, tickets, code } = await saved(world, { ...call, into }, 'merge')
    const own = numbers.find((number) => number !== into) ?? ''
    const merged = tickets.find(({ opened }) => opened.number === own)
    expect(merged).toMatchObject({ status: 'merged', mergedInto: { number: into } })
    expect(await world.desk.house.ports.readers.idByCode(own, code)).toBe(merged?.id)
  })

  it('joins nothing that does not exist', async () => {
    const world = await openCallDesk()
    const { faults } = await world.saves({ ...call, into: 'MY20260101-00001-0' }, 'merge')
    expect(faults).toEqual(['要并入的工单不存在，或已经办结。'])
    expect(await countOf(world)).toBe(0)
  })

  it('adds the caller’s words to it, masked, once', async () => {
    const world = await openCallDesk()
    const into = await world.desk.opens(anOpenCommand())
    await saved(world, { ...call, into }, 'supplement')
    await saved(world, { ...call, into }, 'supplement')
    const { id } = await ticketOf(world, into)
    const added = (await world.desk.house.ports.store.history(id)).filter(
      ({ type }) => type === 'supplemented',
    )
    expect(added).toHaveLength(1)
    expect(JSON.stringify(added)).not.toContain('13812345678')
    expect(await countOf(world)).toBe(1)
  })

  it('urges it', async () => {
    const world = await openCallDesk()
    const into = await world.desk.opens(anOpenCommand())
    await saved(world, { ...call, into }, 'urge')
    expect((await ticketOf(world, into)).urgedAt).toHaveLength(1)
  })

  it('is not merged by an operator later on', async () => {
    const world = await openCallDesk()
    const into = await world.desk.opens(anOpenCommand())
    const { numbers } = await saved(world, call)
    const page = await read(world.operator, `/desk/tickets/${String(numbers[0])}`)
    expect(page).not.toContain(`value="${into}"`)
    const seq = String((await ticketOf(world, numbers[0] ?? '')).seq)
    world.desk.clock.now += 1000
    const refused = await world.operator.post(`/desk/tickets/${String(numbers[0])}/steps`, {
      type: 'merge',
      seq,
      intoNumber: into,
    })
    expect(refused.status).toBe(403)
  })
})

describe('a call that opens nothing', () => {
  it('is counted once and leaves no words', async () => {
    const world = await openCallDesk()
    const sent = { text: '公司三个月没发工资了', entry: world.entry() }
    const { done } = await world.saves(sent, 'refer')
    expect(done).toContain('已登记：告知来电人另找部门')
    expect((await world.saves(sent, 'refer')).status).toBe(200)
    expect(await countOf(world)).toBe(0)
  })
})

describe('without the page’s script', () => {
  it('a call is saved in one step', async () => {
    const { operator, entry } = await openCallDesk()
    const page = await (
      await operator.post('/desk/hotline', { entry: entry(), ...call, do: 'open' })
    ).text()
    expect(page).toContain('<!doctype html>')
    expect(numbersIn(page)).toHaveLength(1)
    expect(codeIn(page)).not.toBe('')
  })

  it('suggestions fill the form, to be checked and saved', async () => {
    const world = await openCallDesk()
    const sent = { entry: world.entry(), ...call }
    const page = await (
      await world.operator.post('/desk/hotline', { ...sent, do: 'preview' })
    ).text()
    expect(page).toContain('value="open-air-barbecue" selected')
    expect(page).toContain('name="checked" value="yes"')
    const checked = { ...sent, checked: 'yes', category: 'open-air-barbecue', town: '110118001' }
    const told = await (
      await world.operator.post('/desk/hotline', { ...checked, do: 'open' })
    ).text()
    expect((await ticketOf(world, numbersIn(told)[0] ?? '')).place.town).toBe('110118001')
  })

  it('nothing typed is lost when something is wrong', async () => {
    const { operator, entry } = await openCallDesk()
    const wrong = { entry: entry(), ...call, phone: '没有', unit: 'water-bureau', do: 'open' }
    const refused = await operator.post('/desk/hotline', wrong)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('来电号码不像电话号码，请核对。')
    expect(page).toContain(words)
    expect(page).toContain('value="water-bureau" selected')
  })

  it('the old address leads to the new one', async () => {
    const { operator } = await openCallDesk()
    const moved = await operator.get('/desk/new')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/desk/hotline'])
  })

  it('units have no such form', async () => {
    const desk = await openDesk()
    const officer = await desk.signedIn({ unit: guoyuan })
    expect((await officer.get('/desk/hotline')).status).toBe(403)
    expect((await officer.post('/desk/hotline', { do: 'open' })).status).toBe(403)
  })
})
