import { describe, expect, it } from 'vitest'
import { anOpenCommand } from '#tests/support/build.ts'
import { aProblem, openApi, password } from './api-world.ts'

const guoyuan = '110118002'

/** The barbecue ticket of 果园街道 and an officer there. */
async function withTicket() {
  const world = await openApi()
  const number = await world.opens(anOpenCommand())
  const officer = await world.signedIn({ unit: guoyuan })
  return { world, number, officer }
}

describe('Signing in', () => {
  it('gives a bearer token and the account', async () => {
    const world = await openApi()
    await world.house.auth.createAccount(
      { username: 'li.jianguo', name: '李建国', role: 'officer', unit: guoyuan },
      password,
    )
    const answer = await world.anybody.post('/sign-in', { username: 'li.jianguo', password })
    expect(answer).toMatchObject({
      status: 200,
      body: { account: { username: 'li.jianguo', role: 'officer', unit: guoyuan } },
    })
    expect(JSON.stringify(answer.body)).toMatch(/"token":"[^"]{20,}"/)
    expect(JSON.stringify(answer.body)).not.toContain(password)
  })

  it('A wrong password and an unknown name are the same 401', async () => {
    const world = await openApi()
    const given = {
      username: 'li.jianguo',
      name: '李建国',
      role: 'officer',
      unit: guoyuan,
    } as const
    await world.house.auth.createAccount(given, password)
    const wrong = { username: 'li.jianguo', password: 'not-my-password' }
    const known = await world.anybody.post('/sign-in', wrong)
    const unknown = await world.anybody.post('/sign-in', { ...wrong, username: 'nobody.here' })
    expect(known).toMatchObject(aProblem(401, 'bad-credentials'))
    expect(unknown).toEqual(known)
  })

  it('After five failures the name rests: 429, and when to come again', async () => {
    const world = await openApi()
    const wrong = { username: 'li.jianguo', password: 'not-my-password' }
    for (let tries = 0; tries < 5; tries += 1) await world.anybody.post('/sign-in', wrong)
    expect(await world.anybody.post('/sign-in', wrong)).toMatchObject(aProblem(429, 'throttled'))
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wrong),
    }
    const response = await world.app.request('/api/v1/sign-in', init)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('A one-time password opens nothing', async () => {
    const world = await openApi()
    const made = await world.house.auth.createAccount({
      username: 'wang.fang',
      name: '王芳',
      role: 'dispatcher',
      unit: null,
    })
    if ('denied' in made) throw new Error(made.denied)
    const signIn = { username: 'wang.fang', password: made.password }
    const { body } = await world.anybody.post('/sign-in', signIn)
    const { token } = body as { token: string } // safe because the next line fails otherwise
    const client = world.withHeaders({ authorization: `Bearer ${token}` })
    expect(await client.get('/tickets')).toMatchObject(aProblem(403, 'password-change-needed'))
  })
})

describe('Who may come in', () => {
  const closed = [
    '/me',
    '/tickets',
    '/tickets/MY20261123-00001-3',
    '/dispatch-queue',
    '/rates?from=0&to=1',
    '/accounts',
    '/outbox',
    '/inbox',
    '/callbacks',
    '/bureau/tickets?list=open',
    '/rates/tickets?from=0&to=1&figure=valid',
    '/access-log',
    '/me/devices',
  ]

  it.each(closed)('%s asks for a token', async (path) => {
    const world = await openApi()
    expect(await world.anybody.get(path)).toMatchObject(aProblem(401, 'sign-in-needed'))
  })

  it.each(closed)('%s takes no cookie, so no foreign page can act for anybody', async (path) => {
    const { world } = await withTicket()
    const given = {
      username: 'wang.fang',
      name: '王芳',
      role: 'administrator',
      unit: null,
    } as const
    await world.house.auth.createAccount(given, password)
    const signed = await world.house.auth.signIn({
      username: 'wang.fang',
      password,
      ip: null,
      userAgent: null,
    })
    if ('denied' in signed) throw new Error(signed.denied)
    const cookie = signed.cookies.map((line) => line.split(';')[0]).join('; ')
    expect(await world.withHeaders({ cookie }).get(path)).toMatchObject(
      aProblem(401, 'sign-in-needed'),
    )
  })

  it('A token that was never given is nobody’s', async () => {
    const world = await openApi()
    const client = world.withHeaders({ authorization: 'Bearer abcdefghijklmnopqrstuvwxyz012345' })
    expect(await client.get('/tickets')).toMatchObject(aProblem(401, 'sign-in-needed'))
  })

  it('An account disabled meanwhile is out at once', async () => {
    const { world, officer } = await withTicket()
    const [account] = await world.house.auth.accounts()
    await world.house.auth.setDisabled(account?.id ?? '', true)
    expect((await officer.get('/tickets')).status).toBe(401)
  })
})
