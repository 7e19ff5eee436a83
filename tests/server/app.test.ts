import { describe, expect, it } from 'vitest'
import { openApi } from '#tests/api/api-world.ts'

const html = { accept: 'text/html,application/xhtml+xml' }
const form = { 'content-type': 'application/x-www-form-urlencoded', ...html }

describe('Headers of every page', () => {
  it.each(['/', '/track', '/desk/sign-in', '/nothing'])(
    '%s forbids what is inline or foreign',
    async (path) => {
      const { app } = await openApi()
      const { headers } = await app.request(path, { headers: html })
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("form-action 'self'")
      expect(policy).not.toMatch(/unsafe|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    },
  )

  it.each(['/', '/track', '/desk/sign-in', '/nothing'])(
    '%s has nothing its policy forbids',
    async (path) => {
      const { app } = await openApi()
      const page = await (await app.request(path, { headers: html })).text()
      expect(page).toContain('</html>')
      expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/i)
      expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
      expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//i)
    },
  )
})

describe('Forms are taken only from our own pages', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['nowhere', { origin: 'null' }],
    ['a frame of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ])('A form from %s is refused with 403 and changes nothing', async (_, from) => {
    const { app, house } = await openApi()
    for (const path of ['/chat/messages', '/track', '/desk/sign-in']) {
      const init = { method: 'POST', headers: { ...form, ...from }, body: 'text=hello' }
      const answer = await app.request(path, init)
      expect([path, answer.status]).toEqual([path, 403])
      expect(await answer.text()).toMatch(/\p{Script=Han}/u)
    }
    expect((await house.ports.readers.list({ sort: 'newest', limit: 1, offset: 0 })).total).toBe(0)
  })

  it('A form from our own origin is taken', async () => {
    const { app } = await openApi()
    const headers = { ...form, origin: 'http://localhost' }
    const body = new URLSearchParams({
      id: '3f0c4a52-0b0f-4c35-9a53-000000000001',
      text: '果园西里小区门口的烧烤摊每天晚上冒烟',
    })
    const answer = await app.request('/chat/messages', { method: 'POST', headers, body })
    expect(answer.status).toBe(303)
  })
})

describe('What is not there', () => {
  it('is a page that says what to do next for people', async () => {
    const { app } = await openApi()
    const answer = await app.request('/nothing', { headers: html })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(await answer.text()).toMatch(/href="\/[^"]*"/)
  })

  it('is a problem for programs', async () => {
    const { app } = await openApi()
    const answer = await app.request('/nothing', { headers: { accept: 'application/json' } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json',
    ])
    expect(await answer.json()).toMatchObject({ status: 404 })
  })
})

describe('Health', () => {
  it('Alive and ready are two questions', async () => {
    const { app, house, clock } = await openApi()
    const ask = async () => [
      (await app.request('/healthz')).status,
      (await app.request('/readyz')).status,
    ]
    expect(await ask()).toEqual([200, 200])
    house.database.close()
    // The database is tried every two seconds at most.
    clock.now += 3_000
    expect(await ask()).toEqual([200, 503])
  })

  it('While the database is gone pages say so, calmly, and when to come again', async () => {
    const { app, house } = await openApi()
    house.database.close()
    const answer = await app.request('/track', {
      method: 'POST',
      headers: { ...form, origin: 'http://localhost' },
      body: 'number=MY20261123-00001-3&code=AAAAAAAA',
    })
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    const page = await answer.text()
    expect(page).toMatch(/\p{Script=Han}/u)
    expect(page).not.toMatch(/sqlite|stack|Error:/i)
  })
})
