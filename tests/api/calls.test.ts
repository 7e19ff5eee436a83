import { describe, expect, it } from 'vitest'
import { anOpenCommand } from '#tests/support/build.ts'
import { aProblem, openApi } from './api-world.ts'
import type { Answer } from './api-world.ts'

const guoyuan = '110118002'
const gulou = '110118001'
const phone = '13800001111'
const call = {
  entry: '0198a1b2-0000-4000-8000-000000000001',
  text: '我叫王芳，电话13800001111，果园西里门口烧烤冒烟',
  phone,
  name: '王芳',
  category: 'open-air-barbecue',
  town: guoyuan,
  village: '果园西里',
  spot: null,
  when: null,
  unit: null,
  urgency: 'general',
  secrecy: false,
}

function openedIn({ status, body }: Answer) {
  expect(status).toBe(200)
  // Safe because the status was 200.
  return body as {
    readonly ticket: { readonly opened: { readonly number: string; readonly text: string } }
    readonly code: string | null
  }
}

/** A call as the operator has written it down. */
async function called(over: object = {}) {
  const world = await openApi()
  const operator = await world.signedIn({ role: 'operator' })
  const { ticket, code } = openedIn(await operator.post('/calls', { ...call, ...over }))
  return { world, operator, number: ticket.opened.number, text: ticket.opened.text, code }
}

describe('Calls', () => {
  it('The operator opens a ticket and reads out number and code', async () => {
    const { world, number, code } = await called()
    expect((await world.anybody.post('/track', { number, code })).status).toBe(200)
  })

  it('The same call sent again opens nothing new; whoever sent it gets a code that works', async () => {
    const { world, operator, number } = await called()
    const { ticket, code } = openedIn(await operator.post('/calls', call))
    expect(ticket.opened.number).toBe(number)
    expect((await world.anybody.post('/track', { number, code })).status).toBe(200)
  })

  it('Of a call that somebody else has sent one learns no code', async () => {
    const { world, number } = await called()
    const other = await world.signedIn({ role: 'operator' })
    const { ticket, code } = openedIn(await other.post('/calls', call))
    expect([ticket.opened.number, code]).toEqual([number, null])
  })

  it('Problems that different units answer for are several tickets of one case', async () => {
    const { world } = await called()
    const operator = await world.signedIn({ role: 'operator' })
    const two = {
      ...call,
      entry: '0198a1b2-0000-4000-8000-000000000002',
      category: 'catering-fumes',
      also: ['commercial-noise'],
    }
    const answer = await operator.post('/calls', two)
    expect(answer).toMatchObject({
      status: 200,
      body: { others: [{ category: 'commercial-noise' }] },
    })
  })

  it('A call without words, or with a number that is none, is 422', async () => {
    const { operator } = await called()
    for (const wrong of [{ text: ' ' }, { phone: 'call me' }, { town: 'nowhere' }]) {
      const answer = await operator.post('/calls', { ...call, ...wrong })
      expect(answer).toMatchObject(aProblem(422, 'invalid-input'))
    }
  })

  it('Units open no tickets', async () => {
    const { world } = await called()
    const officer = await world.signedIn({ unit: guoyuan })
    expect(await officer.post('/calls', call)).toMatchObject(aProblem(403, 'not-allowed'))
  })
})

describe('What is kept apart', () => {
  const reason = '回访'

  it('The unit that handles it sees whom to call, and what was said', async () => {
    const { world, number, text } = await called()
    expect(text).not.toContain(phone)
    const officer = await world.signedIn({ unit: guoyuan })
    expect(await officer.post(`/tickets/${number}/person`, { reason })).toMatchObject({
      status: 200,
      body: { person: { name: '王芳', phone, channel: 'hotline' } },
    })
    expect(await officer.post(`/tickets/${number}/original`, { reason })).toMatchObject({
      status: 200,
      body: { text: call.text },
    })
  })

  it('Nobody’s contact is null, and so are words that were not kept', async () => {
    const world = await openApi()
    const number = await world.opens(anOpenCommand({ citizenId: null }))
    const operator = await world.signedIn({ role: 'operator' })
    const ask = (what: string) => operator.post(`/tickets/${number}/${what}`, { reason })
    expect([(await ask('person')).body, (await ask('original')).body]).toEqual([
      { person: null },
      { text: null },
    ])
  })

  it.each(['person', 'original'])('Reading the %s goes on record', async (what) => {
    const { world, number } = await called()
    const officer = await world.signedIn({ unit: guoyuan })
    await officer.post(`/tickets/${number}/${what}`, { reason })
    const admin = await world.signedIn({ role: 'administrator' })
    const log = await admin.get('/access-log')
    expect(log).toMatchObject({ status: 200, body: [{ what, name: '李建国', reason }] })
    expect(JSON.stringify(log.body)).not.toContain(phone)
  })

  it.each([{}, { reason: ' ' }, { reason: '查'.repeat(201) }])(
    'Without a proper reason nothing is shown: %j',
    async (given) => {
      const { operator, number } = await called()
      const answer = await operator.post(`/tickets/${number}/person`, given)
      expect(answer).toMatchObject(aProblem(422, 'invalid-input'))
    },
  )

  it('Of a secret report the handler sees neither', async () => {
    const { world, number } = await called({ secrecy: true })
    const officer = await world.signedIn({ unit: guoyuan })
    for (const what of ['person', 'original']) {
      const answer = await officer.post(`/tickets/${number}/${what}`, { reason })
      expect(answer).toMatchObject(aProblem(403, 'not-allowed'))
    }
  })

  it('Of another unit’s ticket one learns not even that there is one', async () => {
    const { world, number } = await called()
    const other = await world.signedIn({ unit: gulou })
    const answer = await other.post(`/tickets/${number}/person`, { reason })
    expect(answer).toMatchObject(aProblem(404, 'not-found'))
  })

  it('Who looked is for administrators to see', async () => {
    const { operator } = await called()
    expect(await operator.get('/access-log')).toMatchObject(aProblem(403, 'not-allowed'))
  })
})
