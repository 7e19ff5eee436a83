import { describe, expect, it } from 'vitest'
import { aProblem, openApi } from './api-world.ts'
import type { ApiWorld, Client } from './api-world.ts'

const guoyuan = '110118002'

/** An administrator, and somebody else's account with its one-time password. */
async function withAccount() {
  const world = await openApi()
  const admin = await world.signedIn({ role: 'administrator' })
  const wanted = { username: 'new.one', name: '新人', role: 'officer', unit: guoyuan }
  const { body } = await admin.post('/accounts', wanted)
  // Safe because a test whose account was not made fails on its next request.
  const made = body as { readonly account: { readonly id: string }; readonly password: string }
  return { world, admin, id: made.account.id, password: made.password }
}

function signIn({ anybody }: ApiWorld, password: string) {
  return anybody.post('/sign-in', { username: 'new.one', password })
}

async function idOf(client: Client): Promise<string> {
  const { body } = await client.get('/me')
  return (body as { readonly id: string }).id // safe because the client is signed in
}

describe('Accounts and what could not be delivered', () => {
  const wanted = { username: 'new.one', name: '新人', role: 'officer', unit: guoyuan } as const

  it('The administrator makes an account with a one-time password', async () => {
    const world = await openApi()
    const admin = await world.signedIn({ role: 'administrator' })
    const made = await admin.post('/accounts', wanted)
    expect(made).toMatchObject({
      status: 200,
      body: { account: { username: 'new.one', mustChangePassword: true } },
    })
    expect((await admin.get('/accounts')).body).toHaveLength(2)
    expect(await admin.post('/accounts', wanted)).toMatchObject(aProblem(422, 'username-taken'))
  })

  it.each(['officer', 'unit-lead', 'dispatcher', 'operator', 'inspector'] as const)(
    'No %s sees or makes accounts',
    async (role) => {
      const world = await openApi()
      const client = await world.signedIn({ role, unit: guoyuan })
      expect((await client.get('/accounts')).status).toBe(403)
      expect((await client.post('/accounts', wanted)).status).toBe(403)
    },
  )

  it('Dead letters are for those who oversee delivery; one nobody knows is not found', async () => {
    const world: ApiWorld = await openApi()
    const dispatcher = await world.signedIn({ role: 'dispatcher' })
    expect(await dispatcher.get('/outbox')).toMatchObject({ status: 200, body: [] })
    const batch = '0198a1b2-0000-4000-8000-000000000001'
    expect((await dispatcher.post(`/outbox/${batch}/retry`)).status).toBe(404)
    const officer = await world.signedIn({ unit: guoyuan })
    expect((await officer.get('/outbox')).status).toBe(403)
    expect((await officer.post(`/outbox/${batch}/retry`)).status).toBe(403)
  })
})

describe('Other people’s accounts', () => {
  it('A reset gives a new one-time password; the old one opens nothing any more', async () => {
    const { world, admin, id, password } = await withAccount()
    const reset = await admin.post(`/accounts/${id}/reset`)
    expect(reset).toMatchObject({ status: 200, body: { account: { mustChangePassword: true } } })
    expect((await signIn(world, password)).status).toBe(401)
    const { password: next } = reset.body as { readonly password: string } // safe: it was 200
    expect((await signIn(world, next)).status).toBe(200)
  })

  it('A disabled account is out, and in again when it is enabled', async () => {
    const { world, admin, id, password } = await withAccount()
    const disabled = await admin.post(`/accounts/${id}/disable`)
    expect(disabled).toMatchObject({ status: 200, body: { id, disabled: true } })
    expect((await signIn(world, password)).status).toBe(401)
    const enabled = await admin.post(`/accounts/${id}/enable`)
    expect(enabled).toMatchObject({ status: 200, body: { disabled: false } })
    expect((await signIn(world, password)).status).toBe(200)
  })

  it('Nobody disables their own account', async () => {
    const { admin } = await withAccount()
    const answer = await admin.post(`/accounts/${await idOf(admin)}/disable`)
    expect(answer).toMatchObject(aProblem(409, 'own-account'))
    expect((await admin.get('/me')).status).toBe(200)
  })

  it.each(['reset', 'disable', 'enable'])('%s of an account there is not is 404', async (act) => {
    const { admin } = await withAccount()
    expect(await admin.post(`/accounts/nobody/${act}`)).toMatchObject(aProblem(404, 'not-found'))
  })

  it.each(['reset', 'disable', 'enable'])('Only administrators %s', async (act) => {
    const { world, id } = await withAccount()
    const inspector = await world.signedIn({ role: 'inspector' })
    const answer = await inspector.post(`/accounts/${id}/${act}`)
    expect(answer).toMatchObject(aProblem(403, 'not-allowed'))
  })

  it('An account that makes no sense is 422', async () => {
    const { admin } = await withAccount()
    const wanted = { username: 'another', name: '某人', role: 'emperor', unit: null }
    expect(await admin.post('/accounts', wanted)).toMatchObject(aProblem(422, 'invalid-input'))
  })
})
