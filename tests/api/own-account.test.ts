import { describe, expect, it } from 'vitest'
import { aProblem, openApi, password } from './api-world.ts'
import type { Answer, ApiWorld, Client } from './api-world.ts'

const next = 'another-long-one-2'

function tokenIn({ status, body }: Answer): string {
  expect(status).toBe(200)
  return (body as { readonly token: string }).token // safe because the status was 200
}

function withToken(world: ApiWorld, token: string): Client {
  return world.withHeaders({ authorization: `Bearer ${token}` })
}

/** Somebody with a password of their own, signed in twice. */
async function twice() {
  const world = await openApi()
  const here = await world.signedIn({ role: 'dispatcher' })
  const signIn = { username: 'someone.1', password }
  const there = withToken(world, tokenIn(await world.anybody.post('/sign-in', signIn)))
  return { world, here, there }
}

describe('One’s own account', () => {
  it('tells whose it is', async () => {
    const { here } = await twice()
    expect(await here.get('/me')).toMatchObject({
      status: 200,
      body: { username: 'someone.1', role: 'dispatcher', mustChangePassword: false },
    })
  })

  it('Signing out ends this session and no other', async () => {
    const { here, there } = await twice()
    expect((await here.post('/sign-out')).status).toBe(204)
    expect([(await here.get('/me')).status, (await there.get('/me')).status]).toEqual([401, 200])
  })

  it('A new password gives a new token and ends every session of before', async () => {
    const { world, here, there } = await twice()
    const token = tokenIn(await here.post('/me/password', { current: password, next }))
    expect([(await here.get('/me')).status, (await there.get('/me')).status]).toEqual([401, 401])
    expect((await withToken(world, token).get('/me')).status).toBe(200)
    const old = { username: 'someone.1', password }
    expect((await world.anybody.post('/sign-in', old)).status).toBe(401)
  })

  it.each([
    [{ current: 'not-my-password', next }, 'wrong-password'],
    [{ current: password, next: password }, 'same-password'],
    [{ current: password, next: 'short' }, 'invalid-input'],
    [{ next }, 'invalid-input'],
  ])('%j changes nothing: %s', async (given, code) => {
    const { here, there } = await twice()
    expect(await here.post('/me/password', given)).toMatchObject(aProblem(422, code))
    expect((await there.get('/me')).status).toBe(200)
  })

  it('lists its devices and tells which is this one', async () => {
    const { here } = await twice()
    const { status, body } = await here.get('/me/devices')
    expect(status).toBe(200)
    const devices = body as readonly { readonly current: boolean }[] // safe: it was 200
    expect(devices.map(({ current }) => current).sort()).toEqual([false, true])
  })

  it('ends its other sessions and keeps this one', async () => {
    const { here, there } = await twice()
    expect((await here.post('/me/devices/end-others')).status).toBe(204)
    expect([(await here.get('/me')).status, (await there.get('/me')).status]).toEqual([200, 401])
  })

  it.each(['/sign-out', '/me/password', '/me/devices/end-others'])(
    '%s asks for a token',
    async (path) => {
      const world = await openApi()
      expect(await world.anybody.post(path)).toMatchObject(aProblem(401, 'sign-in-needed'))
    },
  )
})

describe('With a one-time password', () => {
  /** Somebody who has just been given an account. */
  async function newcomer() {
    const world = await openApi()
    const given = { username: 'wang.fang', name: '王芳', role: 'dispatcher', unit: null } as const
    const made = await world.house.auth.createAccount(given)
    if ('denied' in made) throw new Error(made.denied)
    const signIn = { username: 'wang.fang', password: made.password }
    const client = withToken(world, tokenIn(await world.anybody.post('/sign-in', signIn)))
    return { world, client, oneTime: made.password }
  }

  it('one can see who one is, and choose a password that opens everything', async () => {
    const { world, client, oneTime } = await newcomer()
    expect((await client.get('/me')).body).toMatchObject({ mustChangePassword: true })
    const token = tokenIn(await client.post('/me/password', { current: oneTime, next }))
    expect((await withToken(world, token).get('/tickets')).status).toBe(200)
  })

  it('one can do nothing else', async () => {
    const { client } = await newcomer()
    for (const path of ['/tickets', '/inbox', '/rates?from=0&to=1', '/outbox']) {
      expect(await client.get(path)).toMatchObject(aProblem(403, 'password-change-needed'))
    }
    expect((await client.post('/me/devices/end-others')).status).toBe(403)
  })
})
