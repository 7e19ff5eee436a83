import { describe, expect, it } from 'vitest'
import { createOTP } from '@better-auth/utils/otp'
import { session } from '#db/auth-schema.ts'
import { createAuth } from '#server/auth.ts'
import { stores } from '#tests/support/stores.ts'
import type { NewAccount, SignIn } from '#doors/staff-auth.ts'
import { openWorld } from './world.ts'

const admin: NewAccount = { username: 'admin', name: '周敏', role: 'administrator', unit: null }
const password = 'tiger-lamp-92-river'

async function openAuth(store: (typeof stores)[number], requireSecondFactor = false) {
  const { database } = await openWorld(store)
  const auth = createAuth(database.db, {
    secret: 'a secret for sessions in tests, 32+ characters',
    baseUrl: 'http://huiying.test',
    requireSecondFactor,
  })
  await auth.createAccount(admin, password)
  const signIn = (given: string, ip: string | null = '203.0.113.7', username = 'admin') =>
    auth.signIn({ username, password: given, ip, userAgent: null })
  const guesses = (count: number, ipOf: (n: number) => string) =>
    Promise.all(Array.from({ length: count }, (_, n) => signIn(`guess ${String(n)}`, ipOf(n))))
  return { auth, database, signIn, guesses }
}

const denials = (answers: readonly SignIn[], denied: string) =>
  answers.filter((answer) => 'denied' in answer && answer.denied === denied).length

function bearer(answer: SignIn): Headers {
  if ('denied' in answer) throw new Error(answer.denied)
  return new Headers({ authorization: `Bearer ${answer.token}` })
}

describe.each(stores)('guessing passwords on $name', (store) => {
  it('tries no more than five of a name from one address, however many come at once', async () => {
    const { guesses } = await openAuth(store)
    const answers = await guesses(200, () => '203.0.113.7')
    expect([denials(answers, 'bad-credentials'), denials(answers, 'throttled')]).toEqual([5, 195])
  })

  it('counts a whole /64 of IPv6 as one address, and an IPv4 address inside IPv6 as itself', async () => {
    const { guesses } = await openAuth(store)
    const six = await guesses(8, (n) => `2001:db8:1:2::${n.toString(16)}`)
    expect(denials(six, 'bad-credentials')).toBe(5)
    const four = await guesses(8, (n) => (n % 2 === 0 ? '203.0.113.9' : '::ffff:203.0.113.9'))
    expect(denials(four, 'bad-credentials')).toBe(5)
  })

  it('tries no more than thirty names from one address', async () => {
    const { signIn } = await openAuth(store)
    const answers = await Promise.all(
      Array.from({ length: 34 }, (_, n) => signIn('guess', '203.0.113.7', `name.${String(n)}`)),
    )
    expect(denials(answers, 'bad-credentials')).toBe(30)
  })

  it('from everywhere keeps nobody out who has signed in from the same place before', async () => {
    const { signIn, guesses } = await openAuth(store)
    expect(await signIn(password, '198.51.100.1')).toMatchObject({ account: { username: 'admin' } })
    const answers = await guesses(44, (n) => `203.0.113.${String(n)}`)
    expect(denials(answers, 'throttled')).toBeGreaterThan(0)
    expect(await signIn(password, '198.51.100.1')).toMatchObject({ account: { username: 'admin' } })
    expect(await signIn(password, '198.51.100.2')).toMatchObject({ denied: 'throttled' })
  })

  it('gives back what was counted when the password was right', async () => {
    const { signIn } = await openAuth(store)
    for (let n = 0; n < 8; n += 1) {
      expect(await signIn(password)).toMatchObject({ account: { username: 'admin' } })
    }
  })
})

describe.each(stores)('the database alone on $name', (store) => {
  it('is no session: it has no token, and what it has is refused, signed or not', async () => {
    const { auth, database, signIn } = await openAuth(store)
    const answer = await signIn(password)
    const headers = bearer(answer)
    expect(await auth.session(headers)).not.toBeNull()
    const [row] = await database.db.select().from(session)
    const kept = row?.token ?? ''
    const token = 'denied' in answer ? '' : (decodeURIComponent(answer.token).split('.')[0] ?? '')
    expect(kept).toMatch(/^sha256:/)
    expect(kept).not.toContain(token)
    for (const stolen of [kept, encodeURIComponent(kept), token, `${token}.`, `${kept}.x`]) {
      const asBearer = new Headers({ authorization: `Bearer ${stolen}` })
      const asCookie = new Headers({ cookie: `huiying.session_token=${stolen}` })
      expect([await auth.session(asBearer), await auth.session(asCookie)]).toEqual([null, null])
    }
  })
})

describe.each(stores)('a new password on $name', (store) => {
  it.each([
    'password123',
    '1234567890',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'qwertyuiop',
    'iloveyou123',
    'admin12345',
    'AdminAdmin1',
    'huiying2026',
    '1qaz2wsx3edc',
  ])('%s is refused as too easy to guess', async (next) => {
    const { auth, signIn } = await openAuth(store)
    const headers = bearer(await signIn(password))
    const changed = await auth.changePassword(headers, { current: password, next })
    expect(changed).toEqual({ denied: 'weak-password' })
  })

  it('of some words is taken, and one longer than any dictionary too', async () => {
    const { auth, signIn } = await openAuth(store)
    const next = 'violet-tram-84-quiet'
    const changed = await auth.changePassword(bearer(await signIn(password)), {
      current: password,
      next,
    })
    expect(changed).toHaveProperty('token')
    expect(await signIn(next)).toHaveProperty('token')
  })
})

/** The code an authenticator shows for a secret's address. */
function codeFor(uri: string): Promise<string> {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret]
    .map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g)?.map((byte) => String.fromCharCode(parseInt(byte, 2))) ?? []
  return createOTP(bytes.join(''), { digits: 6, period: 30 }).totp()
}

describe.each(stores)('a second factor on $name', (store) => {
  async function withFactor() {
    const world = await openAuth(store)
    const headers = bearer(await world.signIn(password))
    const begun = await world.auth.secondFactor.begin(headers, password)
    if ('denied' in begun) throw new Error(begun.denied)
    const confirmed = await world.auth.secondFactor.confirm(headers, await codeFor(begun.uri))
    if ('denied' in confirmed) throw new Error(confirmed.denied)
    return { ...world, begun, session: new Headers({ authorization: `Bearer ${confirmed.token}` }) }
  }

  it('is asked for once it is in force, and a password alone is no session', async () => {
    const { auth, signIn, session: own } = await withFactor()
    expect((await auth.session(own))?.account).toMatchObject({ hasSecondFactor: true })
    const half = await signIn(password)
    expect(half).toMatchObject({ denied: 'code-needed' })
    const lines = 'cookies' in half ? half.cookies : []
    const cookie = lines.map((line) => line.split(';')[0]).join('; ')
    expect(await auth.session(new Headers({ cookie }))).toBeNull()
    expect(await auth.finishSignIn(new Headers({ cookie }), '000000')).toEqual({
      denied: 'bad-code',
    })
    expect(await auth.finishSignIn(new Headers(), '000000')).toEqual({ denied: 'bad-code' })
  })

  it('lets in by a code in the same call, and once by a spare code', async () => {
    const { auth, begun } = await withFactor()
    const given = { username: 'admin', password, ip: null, userAgent: null }
    const [spare = ''] = begun.spareCodes
    expect(await auth.signIn({ ...given, code: await codeFor(begun.uri) })).toHaveProperty('token')
    expect(await auth.signIn({ ...given, code: spare })).toHaveProperty('token')
    expect(await auth.signIn({ ...given, code: spare })).toEqual({ denied: 'bad-code' })
  })

  it('is not in force before its first code, and is dropped with the password only', async () => {
    const { auth, signIn } = await openAuth(store)
    const headers = bearer(await signIn(password))
    expect(await auth.secondFactor.begin(headers, 'wrong')).toEqual({ denied: 'wrong-password' })
    await auth.secondFactor.begin(headers, password)
    expect(await auth.secondFactor.confirm(headers, '123456')).toEqual({ denied: 'bad-code' })
    expect(await signIn(password)).toHaveProperty('token')
  })

  it('ends with the password, and with a reset by an administrator', async () => {
    const { auth, signIn, session: own } = await withFactor()
    expect(await auth.secondFactor.end(own, 'wrong')).toEqual({ denied: 'wrong-password' })
    const ended = await auth.secondFactor.end(own, password)
    expect(ended).toHaveProperty('token')
    expect(await signIn(password)).toHaveProperty('token')
  })

  it('is owed by everybody without one where the office requires it', async () => {
    const { auth, signIn } = await openAuth(store, true)
    const answer = await signIn(password)
    expect(answer).toMatchObject({ account: { mustAddFactor: true } })
    expect((await auth.session(bearer(answer)))?.account).toMatchObject({ mustAddFactor: true })
  })
})
