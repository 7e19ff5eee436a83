import { describe, expect, it } from 'vitest'
import { anOpenCommand } from '#tests/support/build.ts'
import { aProblem, openApi } from './api-world.ts'

const guoyuan = '110118002'
const gulou = '110118001'

/** The barbecue ticket of 果园街道 and an officer there. */
async function withTicket() {
  const world = await openApi()
  const number = await world.opens(anOpenCommand())
  const officer = await world.signedIn({ unit: guoyuan })
  return { world, number, officer }
}

describe('Tickets', () => {
  it('A unit lists and reads its own', async () => {
    const { number, officer } = await withTicket()
    expect(await officer.get('/tickets')).toMatchObject({
      status: 200,
      body: { total: 1, rows: [{ number, handler: guoyuan, status: 'dispatched' }] },
    })
    expect(await officer.get(`/tickets/${number}`)).toMatchObject({
      status: 200,
      body: {
        ticket: { opened: { number }, dispatch: { routing: { clause: { task: 22 } } } },
        events: [{ type: 'opened' }, { type: 'dispatched' }],
        allowed: expect.arrayContaining(['accept']) as unknown, // safe because it is a matcher
      },
    })
  })

  it('Another unit’s ticket is the same 404 as one that does not exist, to read and to work', async () => {
    const { world, number } = await withTicket()
    const other = await world.signedIn({ unit: gulou })
    const foreign = await other.get(`/tickets/${number}`)
    expect(foreign).toMatchObject(aProblem(404, 'not-found'))
    expect(await other.get('/tickets/MY20261123-99999-0')).toEqual(foreign)
    expect((await other.get('/tickets')).body).toMatchObject({ total: 0, rows: [] })
    const accepted = await other.post(`/tickets/${number}/commands`, {
      command: { type: 'accept' },
    })
    expect(accepted).toMatchObject(aProblem(404, 'not-found'))
  })

  it('Who complained is not in any answer', async () => {
    const { number, officer } = await withTicket()
    const answers = [await officer.get('/tickets'), await officer.get(`/tickets/${number}`)]
    for (const { body } of answers) expect(JSON.stringify(body)).not.toContain('citizen-1')
  })

  it('The unit works it to the end, one command after the other', async () => {
    const { number, officer } = await withTicket()
    const statuses: unknown[] = []
    for (const command of [
      { type: 'accept' },
      { type: 'contact', method: 'phone', note: '已联系' },
      { type: 'resolve', publicReply: '11月23日已劝离并清洗路面。', internalNote: null },
    ]) {
      const answer = await officer.post(`/tickets/${number}/commands`, { command })
      expect(answer.status).toBe(200)
      statuses.push((answer.body as { status: string }).status) // safe because the status was 200
    }
    expect(statuses).toEqual(['accepted', 'in-progress', 'resolved'])
  })

  it('A command out of order is 409 with the reason in Chinese', async () => {
    const { number, officer } = await withTicket()
    const command = { type: 'resolve', publicReply: '11月23日已劝离。', internalNote: null }
    const answer = await officer.post(`/tickets/${number}/commands`, { command })
    expect(answer.status).toBe(409)
    expect(answer.type).toBe('application/problem+json')
    expect(answer.body).toMatchObject({
      detail: expect.stringMatching(/\p{Script=Han}/u) as unknown, // safe because it is a matcher
    })
  })

  it('Two at once: whoever saw an older state is told so, and nothing is done', async () => {
    const { number, officer } = await withTicket()
    const say = (text: string) =>
      officer.post(`/tickets/${number}/commands`, { seen: 2, command: { type: 'note', text } })
    expect((await say('先到')).status).toBe(200)
    expect(await say('后到')).toMatchObject(aProblem(409, 'changed-meanwhile'))
    expect(JSON.stringify((await officer.get(`/tickets/${number}`)).body)).not.toContain('后到')
  })
})

describe('The dispatch desk', () => {
  async function queued() {
    const world = await openApi()
    const waiting = anOpenCommand({}, { routing: null, queueReason: 'unsure' })
    const number = await world.opens(waiting)
    return { world, number, dispatcher: await world.signedIn({ role: 'dispatcher' }) }
  }

  it('The dispatcher sees the queue and dispatches to a unit', async () => {
    const { number, dispatcher } = await queued()
    expect((await dispatcher.get('/dispatch-queue')).body).toMatchObject({ rows: [{ number }] })
    const answer = await dispatcher.post(`/tickets/${number}/dispatch`, {
      category: 'open-air-barbecue',
      town: guoyuan,
      unit: guoyuan,
      note: '属地先办',
    })
    expect(answer).toMatchObject({ status: 200, body: { status: 'dispatched', handler: guoyuan } })
    expect((await dispatcher.get('/dispatch-queue')).body).toMatchObject({ total: 0 })
  })

  it('A unit sees no queue and dispatches nothing', async () => {
    const { world, number } = await queued()
    const officer = await world.signedIn({ unit: guoyuan })
    expect((await officer.get('/dispatch-queue')).status).toBe(403)
    const answer = await officer.post(`/tickets/${number}/dispatch`, { unit: guoyuan })
    expect(answer.status).toBe(404)
  })
})
