import { describe, expect, it } from 'vitest'
import { anOpenCommand } from '#tests/support/build.ts'
import { aProblem, openApi } from './api-world.ts'

const session = '5a1d6f43-2f6b-4b2b-9a25-0d5f0a3f6c21'
const id = '3f0c4a52-0b0f-4c35-9a53-000000000001'

describe('What cannot be read is a problem by RFC 9457', () => {
  it.each([
    ['cut off', '{"text":'],
    ['empty', ''],
  ])('A body that is %s is 400', async (_, body) => {
    const world = await openApi()
    expect(await world.anybody.post('/classify', body)).toMatchObject(aProblem(400, 'malformed'))
  })

  it.each([
    ['/classify', {}, 'text'],
    ['/classify', { text: '' }, 'text'],
    ['/classify', { text: '烟'.repeat(4001) }, 'text'],
    ['/classify', { text: 42 }, 'text'],
    [`/chat/${session}`, { id, content: { type: 'song' } }, 'content.type'],
    [`/chat/${session}`, { id: 'one', content: { type: 'text', text: '在吗' } }, 'id'],
    ['/chat/not-a-session', { id, content: { type: 'text', text: '在吗' } }, 'session'],
    ['/track', { number: 'MY20261123-00001-3' }, 'code'],
    ['/sign-in', { username: 'li.jianguo' }, 'password'],
  ])('%s with %j is 422 and names the field', async (path, body, field) => {
    const world = await openApi()
    const answer = await world.anybody.post(path, body)
    expect(answer).toMatchObject(aProblem(422, 'invalid-input'))
    expect(answer.body).toMatchObject({ params: { fields: field } })
    expect(answer.body).toMatchObject({
      title: expect.stringMatching(/\p{Script=Han}/u) as unknown, // safe because it is a matcher
    })
  })

  it('JSON sent as something else is not taken for JSON', async () => {
    const world = await openApi()
    const client = world.withHeaders({ 'content-type': 'text/plain' })
    const answer = await client.post('/classify', { text: '烧烤冒烟' })
    expect(answer).toMatchObject(aProblem(400, 'malformed'))
  })

  it.each([
    { type: 'accept-and-close' },
    { type: 'contact', method: 'pigeon', note: '已联系' },
    { type: 'add-units', units: ['no-such-unit'], note: '请协助', due: null },
    { type: 'resolve', publicReply: '   ', internalNote: null },
    { type: 'open' },
    { type: 'tick' },
  ])('No such command for staff: %j', async (command) => {
    const world = await openApi()
    const number = await world.opens(anOpenCommand())
    const officer = await world.signedIn({ unit: '110118002' })
    const answer = await officer.post(`/tickets/${number}/commands`, { command })
    expect(answer).toMatchObject(aProblem(422, 'invalid-input'))
  })

  it.each([
    '/tickets?page=0',
    '/tickets?page=x',
    '/tickets?tab=secret',
    '/rates',
    '/rates?from=yesterday&to=today',
    '/rates?from=0&to=1&group=horoscope',
  ])('%s is 422', async (path) => {
    const world = await openApi()
    const inspector = await world.signedIn({ role: 'inspector' })
    expect(await inspector.get(path)).toMatchObject(aProblem(422, 'invalid-input'))
  })

  it('A body too large is 413, whether its length is told or not', async () => {
    const world = await openApi()
    const body = JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024) })
    const headers = { 'content-type': 'application/json' }
    const told = { ...headers, 'content-length': String(body.length) }
    const statuses = []
    for (const init of [
      { method: 'POST', body, headers: told },
      { method: 'POST', body: new Blob([body]).stream(), headers, duplex: 'half' },
    ]) {
      // Safe because Node wants `duplex` for a stream, which the DOM's types do not know.
      const request = new Request('http://localhost/api/v1/classify', init as RequestInit)
      const response = await world.app.request(request)
      statuses.push([response.status, response.headers.get('content-type')])
    }
    expect(statuses).toEqual([
      [413, 'application/problem+json'],
      [413, 'application/problem+json'],
    ])
  })

  it.each(['/', '/nothing', '/tickets/MY1/secrets/1'])('%s is 404', async (path) => {
    const world = await openApi()
    const admin = await world.signedIn({ role: 'administrator' })
    expect(await admin.get(path)).toMatchObject(aProblem(404, 'not-found'))
  })

  it('While the database is gone it is 503, and nothing of why is told', async () => {
    const world = await openApi()
    world.house.database.close()
    const answer = await world.anybody.post('/track', { number: 'MY1', code: 'AAAAAAAA' })
    expect(answer).toMatchObject(aProblem(503, 'storage-unavailable'))
    expect(JSON.stringify(answer.body)).not.toMatch(/sqlite|database/i)
  })
})
