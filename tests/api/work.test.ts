import { describe, expect, it } from 'vitest'
import { anOpenCommand, hour } from '#tests/support/build.ts'
import { aProblem, openApi } from './api-world.ts'

const guoyuan = '110118002'
const gulou = '110118001'

async function withTicket() {
  const world = await openApi()
  const number = await world.opens(anOpenCommand())
  return { world, number, officer: await world.signedIn({ unit: guoyuan }) }
}

describe('What waits for a person', () => {
  it('A request for more time waits for the bureau', async () => {
    const { world, number, officer } = await withTicket()
    const until = world.clock.now + 200 * hour
    for (const command of [
      { type: 'accept' },
      { type: 'contact', method: 'phone', note: '已联系' },
      { type: 'request-extension', reason: '设备待到货', until },
    ]) {
      expect((await officer.post(`/tickets/${number}/commands`, { command })).status).toBe(200)
    }
    const inspector = await world.signedIn({ role: 'inspector' })
    const ticket = { opened: { number }, extension: { state: 'requested', until } }
    expect(await inspector.get('/inbox')).toMatchObject({
      status: 200,
      body: { total: 1, items: [{ kind: 'extension', ticket }] },
    })
  })

  it('An administrator has no inbox; an operator has the queue of call-backs besides', async () => {
    const { world } = await withTicket()
    const operator = await world.signedIn({ role: 'operator' })
    const administrator = await world.signedIn({ role: 'administrator' })
    expect(await administrator.get('/inbox')).toMatchObject(aProblem(403, 'not-allowed'))
    expect(await operator.get('/callbacks')).toMatchObject({
      status: 200,
      body: { halfDay: '20261123-am', now: [], later: [], inChannel: 0 },
    })
  })

  it('Nobody else calls back', async () => {
    const { officer } = await withTicket()
    expect(await officer.get('/callbacks')).toMatchObject(aProblem(403, 'not-allowed'))
  })
})

describe('What may be the same matter', () => {
  it('Open tickets like this one are listed, and not the ticket itself', async () => {
    const { world, number } = await withTicket()
    const other = await world.opens(anOpenCommand())
    const dispatcher = await world.signedIn({ role: 'dispatcher' })
    const answer = await dispatcher.get(`/tickets/${number}/duplicates`)
    expect(answer).toMatchObject({ status: 200, body: [{ row: { number: other } }] })
    expect(answer.body).toHaveLength(1)
  })

  it('Another unit’s ticket is 404', async () => {
    const { world, number } = await withTicket()
    const other = await world.signedIn({ unit: gulou })
    const answer = await other.get(`/tickets/${number}/duplicates`)
    expect(answer).toMatchObject(aProblem(404, 'not-found'))
  })
})

describe('What the ticket’s page shows', () => {
  it('Why it came here: the units that were considered', async () => {
    const { number, officer } = await withTicket()
    const { body } = await officer.get(`/tickets/${number}`)
    expect(body).toMatchObject({
      ticket: { dispatch: { routing: { considered: [{ unit: guoyuan, outcome: 'handler' }] } } },
      attachments: [],
    })
  })
})
