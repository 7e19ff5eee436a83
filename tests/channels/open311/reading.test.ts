import { describe, expect, it } from 'vitest'
import { w3cTime } from '#app/tools/w3c-time.ts'
import { unitLabel } from '#app/tools/converse-tools.ts'
import { files, openWorld, reportForm, url } from './open311-world.ts'
import type { SourceWorld } from './open311-world.ts'

const day = 24 * 3_600_000

async function numbers(world: SourceWorld, query: string): Promise<readonly string[]> {
  const answer = await world.get(`/open311/v2/requests.json?${query}`)
  // Safe because a test that is answered with an error compares it with numbers, and fails.
  const body = answer.json() as readonly { readonly service_request_id: string }[]
  return body.map((one) => one.service_request_id)
}

describe('discovery', () => {
  it('names a test and a production endpoint, alike in both formats', async () => {
    const world = await openWorld()
    const json = (await world.get('/open311/discovery.json')).json()
    const xml = (await world.get('/open311/discovery.xml')).xml()
    expect(json).toMatchObject({
      endpoints: [
        { type: 'production', url: `${url}/open311/v2`, formats: ['text/xml', 'application/json'] },
        { type: 'test', url: `${url}/open311/test/v2` },
      ],
    })
    expect(xml).toMatchObject({
      discovery: {
        endpoints: {
          endpoint: [
            { type: 'production', formats: { format: ['text/xml', 'application/json'] } },
            { type: 'test', specification: 'http://wiki.open311.org/GeoReport_v2' },
          ],
        },
      },
    })
  })
})

describe('services', () => {
  it('are the categories a ticket can carry', async () => {
    const world = await openWorld()
    const answer = await world.get('/open311/v2/services.json')
    // Safe because the expectations below fail for anything else.
    const services = answer.json() as readonly Record<string, unknown>[]
    const codes = services.map((one) => one.service_code)
    expect(codes).toContain('catering-fumes')
    expect(codes).not.toContain('out-of-scope')
    expect(services[0]).toEqual({
      service_code: 'catering-fumes',
      service_name: '餐饮油烟',
      description: expect.stringContaining('大气') as string,
      metadata: true,
      type: 'realtime',
      keywords: expect.stringContaining(', ') as string,
      group: '大气',
    })
  })

  it('are defined by the questions the chat would ask', async () => {
    const world = await openWorld()
    const json = (await world.get('/open311/v2/services/construction-noise.json')).json()
    expect(json).toMatchObject({
      service_code: 'construction-noise',
      attributes: [
        {
          variable: true,
          code: 'source',
          datatype: 'singlevaluelist',
          required: false,
          order: 1,
          description: '噪声是从哪里来的？',
          values: [{ key: 'site', name: '工地' }, {}, {}],
        },
        { code: 'place', datatype: 'text', order: 2, values: [] },
        { code: 'when' },
        { code: 'now' },
        { code: 'secrecy' },
      ],
    })
    const xml = (await world.get('/open311/v2/services/construction-noise.xml')).xml()
    expect(xml).toMatchObject({
      service_definition: {
        attributes: { attribute: [{ values: { value: [{}, {}, {}] } }, {}, {}, {}, {}] },
      },
    })
  })

  it('that do not exist are not found', async () => {
    const world = await openWorld()
    const answer = await world.get('/open311/v2/services/potholes.xml')
    expect(answer.status).toBe(404)
    expect(answer.xml()).toMatchObject({ errors: { error: { code: '404' } } })
  })
})

describe('a request', () => {
  it('names handler, deadline and next step', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'))
    const { handler, deadlines, openedAt } = await world.ticket(number)
    const answer = await world.get(`/open311/v2/requests/${number}.json`)
    expect(answer.json()).toEqual([
      {
        service_request_id: number,
        status: 'open',
        status_notes: '已派单，等待签收',
        service_name: '餐饮油烟',
        service_code: 'catering-fumes',
        description: '餐饮油烟（原文不公开）',
        agency_responsible: handler === null ? '' : unitLabel(handler),
        service_notice: expect.stringContaining('等待承办单位签收') as string,
        requested_datetime: w3cTime(openedAt),
        updated_datetime: w3cTime(openedAt),
        expected_datetime: w3cTime(deadlines?.solve ?? 0),
        address: expect.stringMatching(/^密云区 果园街道 果园西里/) as string,
        address_id: null,
        zipcode: null,
        lat: expect.any(Number) as number,
        long: expect.any(Number) as number,
        media_url: null,
      },
    ])
    expect(w3cTime(openedAt)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/)
  })

  it('gives words only where the office publishes them and a person has released them', async () => {
    for (const [publishesWords, released] of [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ] as const) {
      const world = await openWorld({ publishesWords })
      const number = await files(world, await world.client('fixmystreet', 'open311'))
      if (released) await world.does(number, { role: 'dispatcher' }, { type: 'publish' })
      const answer = await world.get(`/open311/v2/requests/${number}.json`)
      expect(answer.text.includes(reportForm.description)).toBe(publishesWords && released)
    }
  })

  it('in XML has an empty element where JSON has null', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'))
    const answer = await world.get(`/open311/v2/requests/${number}.xml`)
    expect(answer.text).toContain('<address_id/>')
    expect(answer.xml()).toMatchObject({
      service_requests: { request: { service_request_id: number, media_url: '' } },
    })
  })

  it('that is unknown is not found', async () => {
    const world = await openWorld()
    const answer = await world.get('/open311/v2/requests/MY20261123-00042-3.json')
    expect(answer.status).toBe(404)
    expect(answer.json()).toMatchObject([{ code: 404 }])
  })

  it('is found by its own number as a token', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'))
    const known = await world.get(`/open311/v2/tokens/${number}.json`)
    expect(known.json()).toEqual([{ service_request_id: number, token: number }])
    expect((await world.get('/open311/v2/tokens/123.xml')).status).toBe(404)
  })

  it('shows nothing of who reported it', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'), {
      description: '我叫王小明，住3单元502室，电话13800138000，京A12345天天堵门，油烟大。',
      last_name: '王',
      first_name: '小明',
      phone: '13800138000',
      email: 'wang@example.org',
      account_id: 'U0123456789',
    })
    for (const path of [
      `requests/${number}.json`,
      `requests/${number}.xml`,
      'requests.xml',
      'servicerequestupdates.xml',
    ]) {
      const { text } = await world.get(`/open311/v2/${path}`)
      expect(text).toContain(number)
      expect(text).not.toMatch(/王小明|13800138000|wang@example|U0123456789|A12345|502室/)
    }
  })

  it('of a secret report shows neither words nor spot', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'), {
      'attribute[secrecy]': 'yes',
    })
    const { text } = await world.get(`/open311/v2/requests/${number}.json`)
    expect(text).toContain('果园街道')
    expect(text).not.toMatch(/油烟直排|果园西里/)
  })

  it('is well-formed XML whatever was written in it', async () => {
    const world = await openWorld()
    const description = '油烟 <b>&"\'\u0001]]> 太大'
    const number = await files(world, await world.client('fixmystreet', 'open311'), { description })
    await world.does(number, { role: 'dispatcher' }, { type: 'publish' })
    const answer = await world.get(`/open311/v2/requests/${number}.xml`)
    expect(answer.xml()).toMatchObject({
      service_requests: { request: { description: expect.stringContaining('太大') as string } },
    })
    expect(answer.text).toContain('&lt;b&gt;&amp;')
  })
})

describe('a list of requests', () => {
  it('is filtered by service, status and time, the newest first', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const fumes = await files(world, key)
    world.clock.now += day
    const noise = await files(world, key, { service_code: 'construction-noise' })
    await world.does(
      fumes,
      { role: 'dispatcher' },
      {
        type: 'merge',
        into: (await world.ticket(noise)).id,
        intoNumber: noise,
      },
    )
    expect(await numbers(world, '')).toEqual([noise, fumes])
    expect(await numbers(world, 'service_code=construction-noise,road-dust')).toEqual([noise])
    expect(await numbers(world, 'status=closed')).toEqual([fumes])
    expect(await numbers(world, 'status=open')).toEqual([noise])
    expect(await numbers(world, 'status=open,closed')).toEqual([noise, fumes])
    const from = encodeURIComponent(w3cTime(world.clock.now))
    expect(await numbers(world, `start_date=${from}`)).toEqual([noise])
    // A plus sign sent as it is arrives as a blank.
    expect(await numbers(world, `end_date=${w3cTime(world.clock.now - day)}`)).toEqual([fumes])
  })

  it('by ids overrides every other filter', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const [first, second] = [await files(world, key), await files(world, key)]
    await files(world, key)
    const query = `service_request_id=${first},${second}&status=closed`
    expect([...(await numbers(world, query))].sort()).toEqual([first, second].sort())
  })

  it('covers the latest 90 days when no date is given', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    await files(world, key)
    world.clock.now += 91 * day
    expect(await numbers(world, '')).toEqual([])
  })

  it.each([
    'start_date=2026-01-01&end_date=2026-11-01',
    'start_date=2026-11-02&end_date=2026-11-01',
    'start_date=yesterday',
    'start_date=2026-02-30T00:00:00Z',
    'end_date=2026-11-31',
    'status=fixed',
  ])('is refused for %s', async (query) => {
    const world = await openWorld()
    expect((await world.get(`/open311/v2/requests.xml?${query}`)).status).toBe(400)
  })

  it('takes an empty filter as none', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'))
    expect(await numbers(world, 'status=&start_date=&service_code=')).toEqual([number])
  })

  it('of nothing is an empty list in both formats', async () => {
    const world = await openWorld()
    expect((await world.get('/open311/v2/requests.json')).json()).toEqual([])
    expect((await world.get('/open311/v2/requests.xml')).xml()).toEqual({ service_requests: '' })
  })
})

describe('content types', () => {
  it.each([
    ['xml', 'text/xml'],
    ['json', 'application/json'],
  ])(
    'of %s come with their charset, and without for a client that names the bare type',
    async (format, type) => {
      const world = await openWorld()
      const path = `/open311/v2/services.${format}`
      expect((await world.get(path)).type).toBe(`${type}; charset=utf-8`)
      expect((await world.get(path, { accept: '*/*' })).type).toBe(`${type}; charset=utf-8`)
      expect((await world.get(path, { accept: type })).type).toBe(type)
    },
  )

  it('of a report may name a charset', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const answer = await world.post(
      '/open311/v2/requests.json',
      { api_key: key, ...reportForm },
      { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    )
    expect(answer.status).toBe(200)
  })

  it('of another format are not found, as an error in XML', async () => {
    const world = await openWorld()
    const answer = await world.get('/open311/v2/services.csv')
    expect(answer.status).toBe(404)
    expect(answer.xml()).toMatchObject({ errors: { error: { code: '404' } } })
  })
})

describe('updates', () => {
  it('tell each public step once, in order, with the status it led to', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'), {
      phone: '13800138000',
    })
    const { handler } = await world.ticket(number)
    const officer = { role: 'officer', unit: handler } as const
    await world.does(number, officer, { type: 'accept' })
    await world.does(number, officer, { type: 'contact', method: 'visit', note: '到现场' })
    world.clock.now += 60_000
    const reply = '11月23日已责令安装净化设备，请王女士放心。'
    await world.does(number, officer, { type: 'resolve', publicReply: reply, internalNote: '内部' })
    await world.does(number, { role: 'dispatcher' }, { type: 'publish' })
    const answer = await world.get('/open311/v2/servicerequestupdates.xml')
    // Safe because the expectations below fail for anything else.
    const { service_request_updates: list } = answer.xml() as {
      service_request_updates: { request_update: readonly Record<string, string>[] }
    }
    const updates = list.request_update
    expect(updates.map(({ status }) => status)).toEqual(['OPEN', 'OPEN', 'OPEN', 'OPEN', 'CLOSED'])
    expect(new Set(updates.map(({ update_id: id }) => id)).size).toBe(5)
    expect(updates.at(-1)).toMatchObject({ service_request_id: number })
    expect(updates.at(-1)?.description).toMatch(/^已办结：11月23日已责令安装净化设备/)
    expect(answer.text).not.toMatch(/王女士|内部|到现场/)
  })

  it('are limited to the time asked for', async () => {
    const world = await openWorld()
    await files(world, await world.client('fixmystreet', 'open311'))
    const from = encodeURIComponent(w3cTime(world.clock.now + 1000))
    const to = encodeURIComponent(w3cTime(world.clock.now + 7200_000))
    const answer = await world.get(
      `/open311/v2/servicerequestupdates.json?start_date=${from}&end_date=${to}`,
    )
    expect(answer.json()).toEqual([])
  })

  it('from the client that reported become a supplement, once', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const number = await files(world, key)
    const send = () =>
      world.post('/open311/v2/servicerequestupdates.json', {
        api_key: key,
        service_request_id: number,
        description: '今晚更严重了，打13800138000',
        status: 'OPEN',
      })
    const first = (await send()).json()
    expect(first).toEqual([{ update_id: `${number}-3` }])
    expect((await send()).json()).toEqual(first)
    const { id } = await world.ticket(number)
    const history = await world.house.ports.store.history(id)
    const added = history.filter(({ type }) => type === 'supplemented')
    expect(added).toHaveLength(1)
    expect(JSON.stringify(added)).not.toContain('13800138000')
  })

  it('with an id of their own are told apart by it, not by their words', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const number = await files(world, key)
    const send = async (id: string) => {
      const answer = await world.post('/open311/v2/servicerequestupdates.json', {
        api_key: key,
        service_request_id: number,
        update_id: id,
        description: '今晚还在冒烟',
        status: 'OPEN',
        updated_datetime: w3cTime(world.clock.now),
      })
      return answer.json()
    }
    const first = await send('1001')
    const second = await send('1002')
    expect(second).not.toEqual(first)
    expect(await send('1001')).toEqual(first)
    const { id } = await world.ticket(number)
    const history = await world.house.ports.store.history(id)
    expect(history.filter(({ type }) => type === 'supplemented')).toHaveLength(2)
  })

  it('with a picture tell staff its address and never fetch it', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const number = await files(world, key)
    const picture = 'https://fixmystreet.example/photo/7.jpeg'
    const send = (media: string) =>
      world.post('/open311/v2/servicerequestupdates.json', {
        api_key: key,
        service_request_id: number,
        description: '看照片',
        media_url: media,
      })
    expect((await send('javascript:alert(1)')).status).toBe(400)
    expect((await send(picture)).status).toBe(200)
    const { id } = await world.ticket(number)
    expect(JSON.stringify(await world.house.ports.store.history(id))).toContain(picture)
    const updates = await world.get('/open311/v2/servicerequestupdates.json')
    expect(updates.text).not.toContain(picture)
  })

  it('say everything that is wrong with them at once', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const answer = await world.post('/open311/v2/servicerequestupdates.json', { api_key: key })
    expect(answer.status).toBe(400)
    expect(answer.json()).toMatchObject([{ code: 400 }, { code: 400 }])
  })

  it('from another client are refused', async () => {
    const world = await openWorld()
    const number = await files(world, await world.client('fixmystreet', 'open311'))
    const answer = await world.post('/open311/v2/servicerequestupdates.xml', {
      api_key: await world.client('other-app', 'open311'),
      service_request_id: number,
      description: '补充',
    })
    expect(answer.status).toBe(403)
  })
})
