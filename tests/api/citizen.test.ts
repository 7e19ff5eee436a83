import { describe, expect, it } from 'vitest'
import { aProblem, openApi } from './api-world.ts'
import { chatter, complaint, entriesOf, opened, session } from './talk.ts'

describe('Chat', () => {
  it('A complaint, its summary, a button, a ticket with number and code', async () => {
    const world = await openApi()
    const citizen = chatter(world)
    const asked = entriesOf(await citizen.says(complaint)).at(-1)
    expect(asked?.text).toContain('果园街道')
    const choice = asked?.choices.find((one) => one.label === '确认')
    const content = { type: 'choice', questionId: asked?.questionId, choiceId: choice?.id }
    const told = entriesOf(await citizen.sends(content))
    expect(told.map((entry) => entry.text).join()).toMatch(/MY20261123-00001-\d/)
  })

  it('The same message id twice is one message', async () => {
    const world = await openApi()
    const citizen = chatter(world)
    const id = citizen.next()
    const content = { type: 'text', text: complaint }
    await citizen.sends(content, id)
    expect(entriesOf(await citizen.sends(content, id))).toHaveLength(2)
  })

  it('Only what came after a cursor is read again', async () => {
    const world = await openApi()
    const entries = entriesOf(await chatter(world).says(complaint))
    const cursor = String(entries[0]?.cursor)
    const after = entriesOf(await world.anybody.get(`/chat/${session}?cursor=${cursor}`))
    expect(after).toEqual(entries.slice(1))
  })

  it('Of a long talk the answer to what was just sent is given, not its beginning', async () => {
    const world = await openApi()
    const citizen = chatter(world)
    for (let n = 0; n < 105; n += 1) {
      world.clock.now += 10_000
      await citizen.says('你好')
    }
    const last = await citizen.says(complaint)
    expect(last.body).toMatchObject({ more: true })
    const told = entriesOf(last)
    expect(told).toHaveLength(200)
    expect(told.at(-1)).toMatchObject({ from: 'bot', card: { type: 'summary' } })
  })

  it('What was sent is answered with what came after a cursor', async () => {
    const world = await openApi()
    const citizen = chatter(world)
    const before = entriesOf(await citizen.says('你好'))
    const content = { type: 'text', text: complaint }
    const path = `/chat/${session}?cursor=${String(before.at(-1)?.cursor)}`
    const answer = await world.anybody.post(path, { id: citizen.next(), content })
    expect(entriesOf(answer).map(({ from }) => from)).toEqual(['citizen', 'bot'])
    expect(answer.body).toMatchObject({ more: false })
  })

  it('A cursor that is none is refused before anything is stored', async () => {
    const world = await openApi()
    const content = { type: 'text', text: complaint }
    const given = { id: chatter(world).next(), content }
    const answer = await world.anybody.post(`/chat/${session}?cursor=-1`, given)
    expect(answer).toMatchObject(aProblem(422, 'invalid-input'))
    expect(entriesOf(await world.anybody.get(`/chat/${session}`))).toEqual([])
  })

  it('Another session reads nothing of it', async () => {
    const world = await openApi()
    await chatter(world).says(complaint)
    const other = session.replace(/1$/, '2')
    expect(entriesOf(await world.anybody.get(`/chat/${other}`))).toEqual([])
  })

  it('A flood is slowed down: 429', async () => {
    const world = await openApi()
    const citizen = chatter(world)
    const statuses: number[] = []
    for (let n = 0; n < 25; n += 1) statuses.push((await citizen.says('在吗')).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    world.clock.now += 61_000
    expect((await citizen.says('在吗')).status).toBe(200)
  })
})

describe('Tracking', () => {
  it('Number and code show how it stands, and no person', async () => {
    const { world, key } = await opened()
    const answer = await world.anybody.post('/track', key)
    expect(answer).toMatchObject({
      status: 200,
      body: { number: key.number, status: 'dispatched', handler: '110118002', mayRate: false },
    })
  })

  it('tells the words, the clause, the public steps, and what may be done now', async () => {
    const { world, key } = await opened()
    expect((await world.anybody.post('/track', key)).body).toMatchObject({
      text: complaint,
      place: { town: '110118002' },
      clause: { annex: 'air' },
      steps: [{ at: world.clock.now }, { at: world.clock.now }],
      allowed: expect.arrayContaining(['supplement', 'urge', 'withdraw']) as unknown, // safe: a matcher
    })
  })

  it('A number without its dashes and a code with spaces are understood, as on the page', async () => {
    const { world, key } = await opened()
    const typed = { number: key.number.replaceAll('-', ''), code: key.code.split('').join(' ') }
    expect((await world.anybody.post('/track', typed)).status).toBe(200)
  })

  it.each(['/track', '/track/commands'])('Codes cannot be tried out at %s: 429', async (path) => {
    const { world, key } = await opened()
    const wrong = { ...key, code: 'AAAAAAAA', command: { type: 'urge' } }
    for (let n = 0; n < 60; n += 1) await world.anybody.post(path, wrong)
    const right = { ...key, command: { type: 'urge' } }
    expect(await world.anybody.post(path, right)).toMatchObject(aProblem(429, 'too-often'))
    world.clock.now += 600_001
    expect((await world.anybody.post(path, right)).status).toBe(200)
  })

  it('A wrong code and an unknown number are the same 404', async () => {
    const { world, key } = await opened()
    const wrong = await world.anybody.post('/track', { ...key, code: 'AAAAAAAA' })
    const unknown = await world.anybody.post('/track', { ...key, number: 'MY20261123-99999-0' })
    expect(wrong).toMatchObject(aProblem(404, 'not-found'))
    expect(unknown).toEqual(wrong)
  })

  it('What is added reaches the ticket’s history', async () => {
    const { world, key } = await opened()
    const command = { type: 'supplement', text: '今天又来了两个摊' }
    expect((await world.anybody.post('/track/commands', { ...key, command })).status).toBe(200)
    const officer = await world.signedIn({ unit: '110118002' })
    const { body } = await officer.get(`/tickets/${key.number}`)
    expect(JSON.stringify(body)).toContain('今天又来了两个摊')
  })

  it('A rating before anything was done is refused with the reason', async () => {
    const { world, key } = await opened()
    const command = { type: 'rate', contacted: true, solved: 'solved', satisfied: 'satisfied' }
    const answer = await world.anybody.post('/track/commands', { ...key, command })
    expect([answer.status, answer.type]).toEqual([409, 'application/problem+json'])
  })

  it('A citizen cannot give a staff command', async () => {
    const { world, key } = await opened()
    const answer = await world.anybody.post('/track/commands', {
      ...key,
      command: { type: 'resolve', publicReply: '11月23日已劝离。', internalNote: null },
    })
    expect(answer).toMatchObject(aProblem(422, 'invalid-input'))
  })
})

describe('Reading what people say', () => {
  it('classifies a text with place, unit and clause, and stores nothing', async () => {
    const world = await openApi()
    const answer = await world.anybody.post('/classify', { text: complaint })
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body)).toContain('open-air-barbecue')
    const officer = await world.signedIn({ role: 'dispatcher' })
    expect((await officer.get('/tickets')).body).toMatchObject({ total: 0 })
  })

  it('lists categories and units', async () => {
    const world = await openApi()
    const lists = [await world.anybody.get('/categories'), await world.anybody.get('/units')]
    expect(lists[0]?.body).toContainEqual({ id: 'open-air-barbecue', label: '露天烧烤' })
    expect(JSON.stringify(lists[1]?.body)).toContain('果园街道')
  })
})
