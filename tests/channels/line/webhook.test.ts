import { describe, expect, it } from 'vitest'
import {
  signatureOf,
  signedCall,
  signedHeaders,
  textEvent,
} from '#tests/support/fakes/line-events.ts'
import { openLine } from './line-world.ts'
import type { LineWorld } from './line-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

function post(world: LineWorld, body: BodyInit, headers: Readonly<Record<string, string>>) {
  return world.app.request('/webhooks/line', { method: 'POST', body, headers })
}

async function stored(world: LineWorld, id: string): Promise<boolean> {
  return (await world.house.ports.inbox.get(`line:${id}`)) !== null
}

describe('The signature comes before anything else', () => {
  it.each([
    ['missing', {}],
    ['empty', { 'x-line-signature': '' }],
    ['no base64', { 'x-line-signature': '%%% not base64 %%%' }],
    ['of another secret', { 'x-line-signature': signatureOf('{}', 'another secret') }],
  ] as const)(
    'A signature that is %s is refused with 401 and nothing is stored',
    async (_, sent) => {
      const world = await openLine()
      const event = textEvent(world.next(), complaint)
      const { body } = signedCall([event])
      const response = await post(world, body, sent)
      expect(response.status).toBe(401)
      expect(await stored(world, event.webhookEventId)).toBe(false)
      expect(world.line.requests).toEqual([])
    },
  )

  it('A body changed by one byte after signing is refused', async () => {
    const world = await openLine()
    const event = textEvent(world.next(), complaint)
    const { body, headers } = signedCall([event])
    const response = await post(world, `${body} `, headers)
    expect(response.status).toBe(401)
    expect(await stored(world, event.webhookEventId)).toBe(false)
  })

  it('Malformed JSON without a valid signature is a matter of the signature', async () => {
    const world = await openLine()
    const response = await post(world, '{"events":', signedHeaders('something else'))
    expect(response.status).toBe(401)
  })

  it('The bytes are what is signed: a byte order mark or broken UTF-8 does not spoil it', async () => {
    const world = await openLine()
    const event = textEvent(world.next(), complaint)
    const { body } = signedCall([event])
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(body)])
    expect((await post(world, marked, signedHeaders(marked))).status).toBe(200)
    const broken = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])
    expect((await post(world, broken, signedHeaders(broken))).status).toBe(400)
  })
})

describe('Bad input is answered by what is wrong with it', () => {
  it.each([
    ['cut off', '{"events":['],
    ['no object', '"events"'],
    ['without events', '{"destination":"U0"}'],
    ['events of no kind', '{"destination":"U0","events":[{}]}'],
    ['empty', ''],
  ])('A signed body that is %s is refused with 400', async (_, body) => {
    const world = await openLine()
    expect((await post(world, body, signedHeaders(body))).status).toBe(400)
  })

  it('No events, as LINE sends when the webhook is verified, are answered 200', async () => {
    const world = await openLine()
    const response = await world.deliver()
    expect(response.status).toBe(200)
    expect(world.line.requests).toEqual([])
  })

  it('A body larger than a channel ever sends is refused with 413, whether it says so or not', async () => {
    const world = await openLine()
    const body = JSON.stringify({ events: [], padding: 'x'.repeat(1200 * 1024) })
    const told = { ...signedHeaders(body), 'content-length': String(body.length) }
    expect((await post(world, body, told)).status).toBe(413)
    const stream = new Blob([body]).stream()
    const init = { method: 'POST', body: stream, headers: signedHeaders(body), duplex: 'half' }
    const untold = new Request('http://localhost/webhooks/line', init as RequestInit) // safe because Node wants duplex for streams
    expect((await world.app.request(untold)).status).toBe(413)
  })

  it.each(['/webhooks/telegram', '/webhooks/', '/webhooks/line/other'])(
    'A channel that does not exist is 404: %s',
    async (path) => {
      const world = await openLine()
      const { body, headers } = signedCall([])
      const response = await world.app.request(path, { method: 'POST', body, headers })
      expect(response.status).toBe(404)
    },
  )

  it('LINE without keys is a channel that does not exist', async () => {
    const world = await openLine({ line: false })
    const { body, headers } = signedCall([])
    expect((await post(world, body, headers)).status).toBe(404)
  })
})
