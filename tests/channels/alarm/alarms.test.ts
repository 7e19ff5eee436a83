import { describe, expect, it } from 'vitest'
import { openWorld } from '#tests/channels/open311/open311-world.ts'
import type { SourceWorld } from '#tests/channels/open311/open311-world.ts'

const path = '/api/v1/alarms'
const alarm = {
  id: 'V-0001',
  at: '2026-11-23T01:00:00Z',
  text: '溪翁庄镇走马庄村北边堆料场扬尘，持续十分钟。',
  category: 'construction-dust',
  device: 'CAM-17',
}

type Taken = { readonly number: string; readonly isNew: boolean }

function sendWith(world: SourceWorld, key: string) {
  return (more: object = {}) => world.postJson(path, { ...alarm, ...more }, { 'x-api-key': key })
}

async function taken(world: SourceWorld, key: string, more: object = {}): Promise<Taken> {
  // Safe because a refused alarm has no number, and the test fails on it.
  return (await sendWith(world, key)(more)).json() as Taken
}

describe('an alarm', () => {
  it('becomes a ticket of its own kind with the unit of its place', async () => {
    const world = await openWorld()
    const key = await world.client('dust-video', 'alarm')
    const answer = await sendWith(world, key)()
    expect(answer.status).toBe(201)
    const { number } = answer.json() as Taken // Safe because the lines around check it.
    expect(await world.ticket(number)).toMatchObject({
      status: 'dispatched',
      category: 'construction-dust',
      opened: { kind: 'alarm', channel: 'alarm', sourceNumber: 'dust-video:V-0001' },
    })
  })

  it('sent again is the same ticket', async () => {
    const world = await openWorld()
    const send = sendWith(world, await world.client('dust-video', 'alarm'))
    const first = await send()
    const again = await send()
    expect(again.status).toBe(200)
    expect(again.json()).toEqual({ ...(first.json() as Taken), isNew: false }) // Safe: compared whole.
    expect(await world.count()).toBe(1)
  })

  it('sent twice at once is one ticket', async () => {
    const world = await openWorld()
    const send = sendWith(world, await world.client('dust-video', 'alarm'))
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    expect(await world.count()).toBe(1)
  })

  it('with the same id of another source is another ticket', async () => {
    const world = await openWorld()
    await taken(world, await world.client('dust-video', 'alarm'))
    await taken(world, await world.client('grid', 'alarm'))
    expect(await world.count()).toBe(2)
  })

  it('without a category is read by its words, and waits at the desk when these leave it open', async () => {
    const world = await openWorld()
    const key = await world.client('grid', 'alarm')
    const clear = await taken(world, key, { id: '1', category: undefined })
    const open = await taken(world, key, { id: '2', category: undefined, text: '溪翁庄镇有情况' })
    expect((await world.ticket(clear.number)).category).toBe('bare-soil-dust')
    expect(await world.ticket(open.number)).toMatchObject({ status: 'pending', category: null })
  })

  it('that is resolved and closed stays out of the rates', async () => {
    const world = await openWorld()
    const { number } = await taken(world, await world.client('dust-video', 'alarm'))
    const { handler } = await world.ticket(number)
    const officer = { role: 'officer', unit: handler } as const
    await world.does(number, officer, { type: 'accept' })
    await world.does(number, officer, { type: 'contact', method: 'visit', note: '到现场' })
    const reply = { publicReply: '11月23日裸土已苫盖', internalNote: null }
    await world.does(number, officer, { type: 'resolve', ...reply })
    await world.house.runTimers()
    expect((await world.ticket(number)).status).toBe('closed')
    const all = { from: 0, to: world.clock.now + 1 }
    expect(await world.house.ports.readers.settled(all)).toEqual([])
  })

  it('is not among the public service requests', async () => {
    const world = await openWorld()
    const { number } = await taken(world, await world.client('dust-video', 'alarm'))
    expect((await world.get('/open311/v2/requests.json')).json()).toEqual([])
    expect((await world.get(`/open311/v2/requests/${number}.json`)).status).toBe(404)
  })
})

describe('an alarm is refused', () => {
  it('without the key of a source', async () => {
    const world = await openWorld()
    const none = await world.postJson(path, alarm)
    const other = await sendWith(world, await world.client('fixmystreet', 'open311'))()
    expect(none.status).toBe(401)
    expect(none.type).toBe('application/problem+json')
    const detail: unknown = expect.stringContaining('x-api-key')
    expect(none.json()).toMatchObject({ code: 'source-key-needed', detail })
    expect(other.status).toBe(401)
  })

  it.each([
    ['no id', { id: '' }],
    ['a time without its zone', { at: '2026-11-23T09:00:00' }],
    ['a time to come', { at: '2030-01-01T00:00:00Z' }],
    ['an unknown category', { category: 'potholes' }],
    ['a place outside the district', { address: '怀柔区青春路1号', text: '扬尘' }],
  ])('for %s', async (_, wrong) => {
    const world = await openWorld()
    const answer = await sendWith(world, await world.client('dust-video', 'alarm'))(wrong)
    expect(answer.status).toBe(422)
    expect(await world.count()).toBe(0)
  })

  it('beyond 120 a minute of one source', async () => {
    const world = await openWorld()
    const send = sendWith(world, await world.client('dust-video', 'alarm'))
    for (let sent = 0; sent < 120; sent += 1) await send({ id: '' })
    const answer = await send()
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('60')
  })
})

describe('the OpenAPI document', () => {
  it('describes alarms and their key', async () => {
    const world = await openWorld()
    const document = (await world.get('/api/v1/openapi.json')).json()
    expect(document).toMatchObject({
      paths: { '/alarms': { post: { security: [{ sourceKey: [] }] } } },
      components: { securitySchemes: { sourceKey: { type: 'apiKey', name: 'x-api-key' } } },
    })
  })
})
