import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { files, openWorld, reportForm, url } from './open311-world.ts'
import type { SourceWorld } from './open311-world.ts'

/** What the published checkers of GeoReport v2 ask of an answer, in our own words. */
const w3c = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/)
const words = z.string().nullable()

const service = z.object({
  service_code: z.string().min(1),
  service_name: z.string().min(1),
  description: words,
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: words,
  group: words,
})

const attribute = z.object({
  variable: z.boolean(),
  code: z.string().min(1),
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  required: z.boolean(),
  datatype_description: words,
  order: z.number().int().positive(),
  description: words,
  values: z.array(z.object({ key: z.string(), name: z.string() })),
})

const definition = z.object({ service_code: z.string(), attributes: z.array(attribute) })

const request = z.object({
  service_request_id: z.string().min(1),
  status: z.enum(['open', 'closed']),
  status_notes: words,
  service_name: z.string(),
  service_code: z.string(),
  description: z.string().max(4000).nullable(),
  agency_responsible: words,
  service_notice: words,
  requested_datetime: w3c,
  updated_datetime: w3c,
  expected_datetime: w3c.nullable(),
  address: words,
  address_id: words,
  zipcode: words,
  lat: z.number().nullable(),
  long: z.number().nullable(),
  media_url: z.url().nullable(),
})

const errors = z.array(z.object({ code: z.number().int(), description: z.string().min(1) })).min(1)

const endpoint = z.object({
  specification: z.string().min(1),
  url: z.url(),
  changeset: w3c,
  type: z.enum(['production', 'test']),
  formats: z.array(z.string()).min(1),
})

const discovery = z.object({
  changeset: w3c,
  contact: z.string().min(1),
  key_service: z.string().min(1),
  endpoints: z.array(endpoint).min(2),
})

const bases = ['/open311/v2', '/open311/test/v2']

async function json(world: SourceWorld, path: string): Promise<unknown> {
  return (await world.get(path)).json()
}

/** A tree as its XML tells it: everything is text, and what is not there is an empty element. */
function asXml(value: unknown): unknown {
  if (value === null) return ''
  return typeof value === 'object' ? value : String(value)
}

describe('The discovery', () => {
  it.each(['/open311/discovery', '/open311/v2/discovery'])(
    'at %s is complete, and no change in it lies in the future',
    async (path) => {
      const world = await openWorld()
      const read = discovery.parse(await json(world, `${path}.json`))
      for (const { changeset, formats } of [
        ...read.endpoints,
        { ...read, formats: ['text/xml'] },
      ]) {
        expect(Date.parse(changeset)).toBeLessThan(world.clock.now)
        expect(formats).toContain('text/xml')
      }
      expect(read.endpoints.map((one) => one.url)).toEqual(bases.map((base) => `${url}${base}`))
      expect((await world.get(`${path}.xml`)).xml()).toMatchObject({
        discovery: { contact: read.contact, key_service: read.key_service },
      })
    },
  )
})

describe.each(bases)('The endpoint at %s', (base) => {
  it('offers services whose definitions can be asked for, each with an order of its own', async () => {
    const world = await openWorld()
    const services = z.array(service).parse(await json(world, `${base}/services.json`))
    expect(services.length).toBeGreaterThan(20)
    for (const { service_code: code, metadata } of services) {
      expect(metadata).toBe(true)
      const read = definition.parse(await json(world, `${base}/services/${code}.json`))
      expect(read.service_code).toBe(code)
      const orders = read.attributes.map(({ order }) => order)
      expect(new Set(orders).size).toBe(orders.length)
    }
  })

  it('takes a report and gives it back, in JSON and XML alike', async () => {
    const world = await openWorld()
    const key = await world.client('checker', 'open311')
    const form = { api_key: key, jurisdiction_id: 'bjmy.gov.cn', ...reportForm }
    const answer = await world.post(`${base}/requests.json`, form)
    const made = z.tuple([z.object({ service_request_id: z.string() })]).parse(answer.json())
    const id = made[0].service_request_id
    for (const path of [`${base}/requests/${id}`, `${base}/requests`]) {
      const [read] = z.tuple([request]).parse(await json(world, `${path}.json`))
      const told = Object.entries(read).map(([name, value]) => [name, asXml(value)])
      expect((await world.get(`${path}.xml`)).xml()).toEqual({
        service_requests: { request: Object.fromEntries(told) as unknown },
      })
    }
  })

  it('takes the same answer whether an optional argument is empty or absent', async () => {
    const world = await openWorld()
    await files(world, await world.client('checker', 'open311'))
    const bare = await world.get(`${base}/requests.json`)
    const empty = 'jurisdiction_id=&service_request_id=&service_code=&start_date=&end_date=&status='
    expect((await world.get(`${base}/requests.json?${empty}`)).text).toBe(bare.text)
  })

  it.each([
    ['an unknown service', `/services/001`, 404],
    ['an unknown request', `/requests/638344`, 404],
    ['an unknown token', `/tokens/12345`, 404],
    ['an unknown resource', `/potholes`, 404],
    [
      'a range of more than 90 days',
      `/requests`,
      400,
      '?start_date=2026-01-01&end_date=2026-11-01',
    ],
    ['a date that is none', `/requests`, 400, '?start_date=yesterday'],
    ['a status that is none', `/requests`, 400, '?status=fixed'],
  ])('answers %s with a list of errors in both formats', async (_, path, status, query = '') => {
    const world = await openWorld()
    const inJson = await world.get(`${base}${path}.json${query}`)
    expect(inJson.status).toBe(status)
    const [error] = errors.parse(inJson.json())
    expect(error?.code).toBe(status)
    const inXml = await world.get(`${base}${path}.xml${query}`)
    expect(inXml.status).toBe(status)
    expect(inXml.xml()).toEqual({
      errors: { error: { code: String(status), description: error?.description } },
    })
  })

  it('names everything that is wrong with a report at once, and 404 when its service is unknown', async () => {
    const world = await openWorld()
    const key = await world.client('checker', 'open311')
    const send = (fields: Record<string, string>) =>
      world.post(`${base}/requests.json`, { api_key: key, ...fields })
    const unknown = await send({ service_code: '001', lat: 'north', long: '116.8' })
    expect(unknown.status).toBe(404)
    expect(errors.parse(unknown.json())).toHaveLength(2)
    const missing = await send({ description: '冒烟' })
    expect(missing.status).toBe(400)
    errors.parse(missing.json())
  })

  it('answers a missing and a wrong key with 403', async () => {
    const world = await openWorld()
    for (const fields of [reportForm, { ...reportForm, api_key: 'xyz' }]) {
      const answer = await world.post(`${base}/requests.json`, fields)
      expect(answer.status).toBe(403)
      expect(errors.parse(answer.json())[0]?.code).toBe(403)
    }
  })
})
