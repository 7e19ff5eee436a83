import { describe, expect, it } from 'vitest'
import { createAuth } from '#server/auth.ts'
import type { NewAccount, StaffAuth } from '#doors/staff-auth.ts'
import { stores } from '#tests/support/stores.ts'
import { openWorld } from './world.ts'

const officer: NewAccount = {
  username: 'sunhao',
  name: '孙浩',
  role: 'officer',
  unit: 'ecology-bureau',
}
const password = 'correct horse 9'

async function authOn(store: (typeof stores)[number]) {
  const world = await openWorld(store)
  const auth = createAuth(world.database.db, {
    secret: 'a secret for sessions in tests, 32+ characters',
    baseUrl: 'http://huiying.test',
  })
  return { world, auth }
}

function signIn(auth: StaffAuth, given: string, username = officer.username) {
  return auth.signIn({ username, password: given, ip: '203.0.113.7', userAgent: 'test' })
}

async function signedIn(auth: StaffAuth): Promise<Headers> {
  const answer = await signIn(auth, password)
  if ('denied' in answer) throw new Error(answer.denied)
  return new Headers({ authorization: `Bearer ${answer.token}` })
}

async function accountOn(store: (typeof stores)[number]) {
  const { world, auth } = await authOn(store)
  const made = await auth.createAccount(officer, password)
  if ('denied' in made) throw new Error(made.denied)
  return { world, auth, account: made.account }
}

describe.each(stores)('staff accounts on $name', (store) => {
  it('are kept with role and unit', async () => {
    const { auth, account } = await accountOn(store)
    expect(account).toMatchObject({ ...officer, disabled: false, mustChangePassword: false })
    expect(await auth.accounts()).toEqual([account])
  })

  it('have user names of their own', async () => {
    const { auth } = await accountOn(store)
    const again = await auth.createAccount({ ...officer, username: 'SunHao' })
    expect(again).toEqual({ denied: 'username-taken' })
  })

  it('sign in with their password, and their session is found again', async () => {
    const { auth, account } = await accountOn(store)
    const session = await auth.session(await signedIn(auth))
    expect(session?.account).toEqual(account)
  })

  it('do not sign in with another password, nor under an unknown name', async () => {
    const { auth } = await accountOn(store)
    expect(await signIn(auth, 'wrong horse 99')).toEqual({ denied: 'bad-credentials' })
    expect(await signIn(auth, password, 'nobody')).toEqual({ denied: 'bad-credentials' })
  })

  it('rest after five failed sign-ins, for every process', async () => {
    const { world, auth } = await accountOn(store)
    for (let tries = 0; tries < 5; tries += 1) await signIn(auth, 'wrong horse 99')
    const beside = createAuth(world.opened.again().db, {
      secret: 'a secret for sessions in tests, 32+ characters',
      baseUrl: 'http://huiying.test',
    })
    expect(await signIn(beside, password)).toMatchObject({ denied: 'throttled' })
  })

  it('end their session when they sign out', async () => {
    const { auth } = await accountOn(store)
    const headers = await signedIn(auth)
    await auth.signOut(headers)
    expect(await auth.session(headers)).toBeNull()
  })

  it('end every session when they are disabled', async () => {
    const { auth, account } = await accountOn(store)
    const headers = await signedIn(auth)
    await auth.setDisabled(account.id, true)
    expect(await auth.session(headers)).toBeNull()
    expect(await signIn(auth, password)).toEqual({ denied: 'bad-credentials' })
  })

  it('have to choose a password after a reset, and then no longer', async () => {
    const { auth, account } = await accountOn(store)
    const reset = await auth.resetPassword(account.id)
    const answer = await signIn(auth, reset?.password ?? '')
    if ('denied' in answer) throw new Error(answer.denied)
    expect(answer.account.mustChangePassword).toBe(true)
    const headers = new Headers({ authorization: `Bearer ${answer.token}` })
    await auth.changePassword(headers, { current: reset?.password ?? '', next: password })
    const again = await auth.session(await signedIn(auth))
    expect(again?.account.mustChangePassword).toBe(false)
  })

  it('see their devices and end the others', async () => {
    const { auth } = await accountOn(store)
    const [here, there] = [await signedIn(auth), await signedIn(auth)]
    expect((await auth.devices(here)).map((one) => one.current).sort()).toEqual([false, true])
    await auth.endOtherSessions(here)
    expect(await auth.session(there)).toBeNull()
    expect(await auth.session(here)).not.toBeNull()
  })

  it('leave no password readable on disk', async () => {
    const { world, auth } = await accountOn(store)
    await signedIn(auth)
    const raw = world.opened.bytes()
    expect(raw.includes(Buffer.from(officer.username))).toBe(true)
    expect(raw.includes(Buffer.from(password))).toBe(false)
  })
})
