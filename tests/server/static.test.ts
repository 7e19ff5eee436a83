import { Hono } from 'hono'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { createApp } from '#server/app.ts'
import { serveStatic } from '#server/static-node.ts'
import { openApi } from '#tests/api/api-world.ts'

const files = new Hono().use('/static/*', serveStatic)

it('Static files carry a tag and how long they are kept, and are not sent again to whoever has them', async () => {
  const first = await files.request('/static/app.css')
  const tag = first.headers.get('etag') ?? ''
  expect(first.headers.get('cache-control')).toBe('public, max-age=3600')
  expect(first.headers.get('content-type')).toContain('text/css')
  expect((await first.text()).length).toBeGreaterThan(1_000)
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = await files.request('/static/app.css', { headers: { 'if-none-match': known } })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
  }
  const other = await files.request('/static/app.css', { headers: { 'if-none-match': '"other"' } })
  expect(other.status).toBe(200)
})

it.each(['/static/', '/static/nothing.js', '/static/../node.ts', '/static/%2e%2e/node.ts'])(
  '%s is no file of ours',
  async (path) => {
    expect((await files.request(path)).status).toBe(404)
  },
)

it('Pages and JSON are compressed for whoever can read that, streams of events never', async () => {
  const { house } = await openApi()
  const app = createApp(house, {
    url: 'http://localhost',
    background: () => undefined,
    serveStatic,
    clientIp: () => null,
    isCompressing: true,
  })
  const headers = { 'accept-encoding': 'gzip' }
  for (const path of ['/track', '/static/app.css', '/api/v1/categories']) {
    const answer = await app.request(path, { headers })
    expect([path, answer.headers.get('content-encoding')]).toEqual([path, 'gzip'])
    const plain = await app.request(path)
    expect(plain.headers.get('content-encoding')).toBeNull()
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(gunzipSync(bytes).toString()).toBe(await plain.text())
  }
  const page = await app.request('/')
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const events = await app.request('/chat/events', { headers: { ...headers, cookie } })
  expect(events.headers.get('content-type')).toContain('text/event-stream')
  expect(events.headers.get('content-encoding')).toBeNull()
  await events.body?.cancel()
})
