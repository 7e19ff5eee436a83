import { describe, expect, it } from 'vitest'
import { dueAt } from '#routing/due.ts'
import { files, openWorld, reportForm } from './open311-world.ts'

const path = '/open311/v2/requests.json'

describe('a report by Open311', () => {
  it('becomes a ticket of its service, routed to the unit of its place', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'))
    const ticket = await world.ticket(number)
    expect(ticket).toMatchObject({
      status: 'dispatched',
      category: 'catering-fumes',
      place: { town: '110118002', village: '果园西里' },
      opened: { channel: 'open311', kind: 'complaint', text: reportForm.description },
    })
    expect(ticket.handler).not.toBeNull()
    expect(ticket.deadlines?.solve).toBe(dueAt('solve', ticket.urgency, world.clock.now))
  })

  it('answers in XML as the standard shows it', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const answer = await world.post('/open311/v2/requests.xml', { api_key: key, ...reportForm })
    expect(answer.type).toBe('text/xml; charset=utf-8')
    expect(answer.text.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true)
    expect(answer.xml()).toEqual({
      service_requests: {
        request: {
          service_request_id: expect.stringMatching(/^MY\d{8}-\d{5}-\d$/) as string,
          service_notice: expect.stringContaining('已受理') as string,
          account_id: '',
        },
      },
    })
  })

  it('waits at the desk when its place is not clear', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const number = await files(world, key, { address_string: '小区门口' })
    expect(await world.ticket(number)).toMatchObject({
      status: 'pending',
      queuedFor: 'place-missing',
      category: 'catering-fumes',
      place: { town: null },
    })
  })

  it('is placed by a pin, which is kept', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const number = await files(world, key, {
      address_string: '',
      lat: '40.4716',
      long: '116.8523',
    })
    const { place } = await world.ticket(number)
    expect(place.coordinates).toEqual({ lat: 40.4716, lon: 116.8523 })
  })

  it('from outside the district is refused with the name of the place', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const form = { api_key: key, ...reportForm, address_string: '怀柔区青春路1号' }
    const answer = await world.post(path, form)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('怀柔区')
    expect(await world.count()).toBe(0)
  })

  it('sent twice under the number of its own system stays one ticket', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const again = { 'attribute[fixmystreet_id]': '4711' }
    const first = await files(world, key, again)
    expect(await files(world, key, again)).toBe(first)
    expect(await world.count()).toBe(1)
  })

  it('takes answers to the clarifying questions into its words', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'), {
      service_code: 'open-burning',
      description: '有人在路边烧荒，烟很大。',
      'attribute[now]': 'yes',
      'attribute[when]': '每天22点后',
      'attribute[source]': 'burning',
    })
    const { opened, urgency } = await world.ticket(number)
    expect(opened.when).toBe('每天22点后')
    expect(opened.text).toContain('来源：有人烧东西')
    expect(urgency).toBe('fast')
  })

  it('keeps the reporter for the call-back, apart and out of the words', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'), {
      phone: '13800138000',
      last_name: '张',
      first_name: '伟',
    })
    const { opened } = await world.ticket(number)
    const ctx = world.house.ctxFor(null)
    const person = await ctx.people.read(opened.citizenId ?? '', ctx.actor, 'test', 0)
    expect(person).toMatchObject({ name: '张伟', phone: '13800138000' })
    expect(JSON.stringify(opened)).not.toMatch(/13800138000|张伟/)
  })

  it('tells staff of a media_url and never fetches or shows it', async () => {
    const world = await openWorld()
    const url = 'http://photos.example.org/1.jpg'
    const number = await files(world, await world.client('fixmystreet', 'open311'), {
      media_url: url,
    })
    const { dispatch } = await world.ticket(number)
    expect(dispatch?.note).toContain(url)
    const shown = await world.get(`/open311/v2/requests/${number}.json`)
    expect(shown.text).not.toContain(url)
  })
})

describe('a report by Open311 is refused', () => {
  it('without a key and with a wrong one: 403', async () => {
    const world = await openWorld()
    const none = await world.post(path, reportForm)
    const wrong = await world.post('/open311/v2/requests.xml', { api_key: 'x', ...reportForm })
    expect(none.status).toBe(403)
    expect(none.json()).toEqual([{ code: 403, description: '缺少 api_key。' }])
    expect(wrong.status).toBe(403)
    expect(wrong.xml()).toEqual({
      errors: { error: { code: '403', description: 'api_key 无效。' } },
    })
  })

  it('with a key for alarms', async () => {
    const world = await openWorld()
    const key = await world.client('dust-video', 'alarm')
    expect((await world.post(path, { api_key: key, ...reportForm })).status).toBe(403)
  })

  it('with a key that has been removed', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    await world.house.ctxFor(null).clients.remove('fixmystreet')
    expect((await world.post(path, { api_key: key, ...reportForm })).status).toBe(403)
  })

  it.each([
    ['no service_code', { service_code: '' }, 400],
    ['an unknown service', { service_code: 'potholes' }, 404],
    ['no location', { address_string: '' }, 400],
    ['half a pin', { lat: '40.4' }, 400],
    ['a pin off the globe', { lat: '95', long: '116' }, 400],
    ['too long a description', { description: '吵'.repeat(4001) }, 400],
    ['an answer that is no choice', { 'attribute[now]': 'perhaps' }, 400],
    ['a media_url that is no web address', { media_url: 'file:///etc/passwd' }, 400],
  ])('for %s', async (_, wrong, status) => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const answer = await world.post(path, { api_key: key, ...reportForm, ...wrong })
    expect(answer.status).toBe(status)
    expect(answer.json()).toEqual([{ code: status, description: expect.any(String) as string }])
    expect(await world.count()).toBe(0)
  })

  it('beyond sixty a minute of one client', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const send = () => world.post(path, { api_key: key, service_code: '' })
    for (let sent = 0; sent < 60; sent += 1) await send()
    const answer = await send()
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('60')
    world.clock.now += 60_000
    expect((await send()).status).toBe(400)
  })
})

describe('the test endpoint', () => {
  it('answers as the real one does and opens no ticket', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const form = { api_key: key, ...reportForm }
    const answer = await world.post('/open311/test/v2/requests.json', form)
    expect(answer.json()).toMatchObject([{ service_request_id: 'TEST-00001' }])
    const shown = await world.get('/open311/test/v2/requests/TEST-00001.json')
    expect(shown.json()).toMatchObject([
      { service_request_id: 'TEST-00001', status: 'open', service_code: 'catering-fumes' },
    ])
    const listed = await world.get('/open311/test/v2/requests.json?status=open')
    expect(listed.json()).toHaveLength(1)
    expect((await world.get('/open311/v2/requests.json')).json()).toEqual([])
    expect(await world.count()).toBe(0)
  })
})
