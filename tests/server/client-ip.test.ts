import { serve } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, it, onTestFinished } from 'vitest'
import { clientIpOf } from '#server/client-ip.ts'

const forged = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' }

/** What a server on this machine takes for the client's address. */
async function seenBy(trustProxy: boolean, headers: Readonly<Record<string, string>>) {
  const app = new Hono().get('/', (c) => c.json(clientIpOf(c, trustProxy)))
  let server: ServerType | null = null
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
      resolve(info.port)
    })
  })
  onTestFinished(() => {
    server?.close()
  })
  const answer = await fetch(`http://127.0.0.1:${String(port)}/`, { headers })
  return answer.json()
}

it('X-Forwarded-For from just anybody is not believed', async () => {
  expect(await seenBy(false, forged)).toBe('127.0.0.1')
})

it('Behind a trusted proxy the address it added, the last, is the client’s', async () => {
  expect(await seenBy(true, forged)).toBe('203.0.113.9')
})

it.each([{}, { 'x-forwarded-for': '' }])(
  'Behind a trusted proxy that added nothing (%j) it is the connection’s own',
  async (headers) => {
    expect(await seenBy(true, headers)).toBe('127.0.0.1')
  },
)
