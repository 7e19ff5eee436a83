import type { Db } from '#db/database.ts'
import type { Account, SignIn, StaffAuth } from '#doors/staff-auth.ts'
import { toAccount } from './accounts.ts'
import type { BetterAuth } from './auth.ts'
import { finishWithCode } from './second-factor.ts'
import { makeThrottle } from './sign-in-throttle.ts'

/** Set by this file alone, from what the server knows of the connection: never taken from a request. */
export const ipHeader = 'x-huiying-client-ip'

export type SignInGiven = {
  readonly db: Db
  readonly baseUrl: string
  /** The account with what it owes the office. */
  readonly owing: (account: Account) => Account
}

type Input = Parameters<StaffAuth['signIn']>[0]

/** Signing in by name and password, and by a code where the account has a second factor. */
export function makeSignIn(
  auth: BetterAuth,
  { db, baseUrl, owing }: SignInGiven,
): Pick<StaffAuth, 'signIn' | 'finishSignIn'> {
  const throttle = makeThrottle(db)
  const finish = (headers: Headers, code: string) =>
    finishWithCode(auth, headers, code, (token) => accountOfToken(auth, token, owing))
  return {
    signIn: async (input) => {
      const tried = await throttle.begin(input.username, input.ip)
      if (typeof tried === 'number') return { denied: 'throttled', retryAfterSeconds: tried }
      try {
        const result = await ask(auth, { baseUrl, owing }, input)
        // A right password is no failure; codes are counted by the library, per account.
        if (!('denied' in result) || result.denied === 'code-needed') await tried.succeeded()
        if (!('denied' in result) || result.denied !== 'code-needed') return result
        return input.code === undefined
          ? result
          : await finish(cookieHeaders(result.cookies), input.code)
      } catch (error) {
        await tried.undone()
        throw error
      }
    },
    finishSignIn: finish,
  }
}

/** Asks the library by its handler, which gives the cookies. */
async function ask(
  auth: BetterAuth,
  { baseUrl, owing }: Pick<SignInGiven, 'baseUrl' | 'owing'>,
  { username, password, ip, userAgent }: Input,
): Promise<SignIn> {
  const response = await auth.handler(
    new Request(new URL('/api/auth/sign-in/username', baseUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: new URL(baseUrl).origin,
        ...(ip === null ? {} : { [ipHeader]: ip }),
        ...(userAgent === null ? {} : { 'user-agent': userAgent }),
      },
      body: JSON.stringify({ username, password }),
    }),
  )
  if (response.status >= 500) throw new Error(`sign-in answered ${String(response.status)}`)
  const cookies = response.headers.getSetCookie()
  if (response.ok && (await asksForCode(response))) return { denied: 'code-needed', cookies }
  const token = response.headers.get('set-auth-token')
  const account = token === null ? null : await accountOfToken(auth, token, owing)
  if (token === null || account === null) return { denied: 'bad-credentials' }
  return { account, cookies, token }
}

async function asksForCode(response: Response): Promise<boolean> {
  const body: unknown = await response.json()
  return typeof body === 'object' && body !== null && 'twoFactorRedirect' in body
}

async function accountOfToken(
  auth: BetterAuth,
  token: string,
  owing: SignInGiven['owing'],
): Promise<Account | null> {
  const headers = new Headers({ authorization: `Bearer ${token}` })
  const found = await auth.api.getSession({ headers })
  const account = found === null ? null : toAccount(found.user)
  return account === null || account.disabled ? null : owing(account)
}

/** The cookies a browser would send back. */
function cookieHeaders(lines: readonly string[]): Headers {
  const pairs = lines
    .map((line) => line.split(';', 1)[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
  return new Headers({ cookie: pairs.join('; ') })
}
