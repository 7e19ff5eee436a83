import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { bearer, username } from 'better-auth/plugins'
import * as schema from '#db/auth-schema.ts'
import type { Db } from '#db/database.ts'
import type { Device, SignIn, StaffAuth } from '#web/staff-auth.ts'
import { minPasswordLength } from '#web/staff-auth.ts'
import { makeAccounts, toAccount } from './accounts.ts'
import { makeThrottle } from './sign-in-throttle.ts'

export type AuthConfig = {
  /** At least 32 characters. */
  readonly secret: string
  /** Where people reach the house; https makes cookies Secure. */
  readonly baseUrl: string
}

// Set by this file alone, from what the server knows of the connection: never taken from a request.
const ipHeader = 'x-huiying-client-ip'
const sessionSeconds = 12 * 3600
const signInsPerMinute = 30

/** better-auth over the house's database; its own routes are not served, pages and API call it through `createAuth`. */
export function makeBetterAuth(db: Db, config: AuthConfig) {
  return betterAuth({
    appName: 'huiying',
    secret: config.secret,
    baseURL: config.baseUrl,
    trustedOrigins: [new URL(config.baseUrl).origin],
    database: drizzleAdapter(db, { provider: 'sqlite', schema }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength },
    session: { expiresIn: sessionSeconds, updateAge: 3600 },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        unit: { type: 'string', required: false, input: false },
        disabled: { type: 'boolean', required: false, defaultValue: false, input: false },
        mustChangePassword: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 30 }), bearer()],
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: { '/sign-in/username': { window: 60, max: signInsPerMinute } },
    },
    advanced: {
      cookiePrefix: 'huiying',
      useSecureCookies: config.baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [ipHeader] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type BetterAuth = ReturnType<typeof makeBetterAuth>

/** Staff accounts, sessions and passwords behind the port the pages and the API use. */
export function createAuth(db: Db, config: AuthConfig): StaffAuth {
  const auth = makeBetterAuth(db, config)
  return {
    ...makeAccounts(auth),
    ...makeSessions(auth),
    signIn: makeSignIn(auth, config),
  }
}

/** Through the library's handler, so that its own throttle by address applies; ours by name beside it. */
function makeSignIn(auth: BetterAuth, config: AuthConfig): StaffAuth['signIn'] {
  const throttle = makeThrottle(auth)
  return async ({ username: name, password, ip, userAgent }): Promise<SignIn> => {
    const wait = await throttle.waitSeconds(name)
    if (wait > 0) return { denied: 'throttled', retryAfterSeconds: wait }
    const response = await auth.handler(
      new Request(new URL('/api/auth/sign-in/username', config.baseUrl), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: new URL(config.baseUrl).origin,
          ...(ip === null ? {} : { [ipHeader]: ip }),
          ...(userAgent === null ? {} : { 'user-agent': userAgent }),
        },
        body: JSON.stringify({ username: name, password }),
      }),
    )
    if (response.status === 429) {
      const seconds = Number(response.headers.get('x-retry-after') ?? 60)
      return { denied: 'throttled', retryAfterSeconds: seconds }
    }
    if (response.status >= 500) throw new Error(`sign-in answered ${String(response.status)}`)
    const token = response.headers.get('set-auth-token')
    const account = token === null ? null : await accountOfToken(auth, token)
    if (token === null || account === null) {
      await throttle.failed(name)
      return { denied: 'bad-credentials' }
    }
    await throttle.succeeded(name)
    return { account, cookies: response.headers.getSetCookie(), token }
  }
}

async function accountOfToken(auth: BetterAuth, token: string) {
  const headers = new Headers({ authorization: `Bearer ${token}` })
  const found = await auth.api.getSession({ headers })
  const account = found === null ? null : toAccount(found.user)
  return account === null || account.disabled ? null : account
}

function makeSessions(
  auth: BetterAuth,
): Pick<StaffAuth, 'session' | 'signOut' | 'changePassword' | 'devices' | 'endOtherSessions'> {
  return {
    session: async (headers) => {
      const found = await auth.api.getSession({ headers })
      const account = found === null ? null : toAccount(found.user)
      if (found === null || account === null || account.disabled) return null
      return { account, sessionId: found.session.id }
    },
    signOut: async (headers) => {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
      return answer.getSetCookie()
    },
    changePassword: async (headers, { current, next }) => {
      try {
        const { headers: answer, response } = await auth.api.changePassword({
          headers,
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          returnHeaders: true,
        })
        const context = await auth.$context
        await context.internalAdapter.updateUser(response.user.id, { mustChangePassword: false })
        return {
          cookies: answer.getSetCookie(),
          token: answer.get('set-auth-token') ?? '',
        }
      } catch (error) {
        if (isClientError(error)) return { denied: 'wrong-password' }
        throw error
      }
    },
    devices: async (headers) => {
      const now = await auth.api.getSession({ headers })
      const all = await auth.api.listSessions({ headers })
      return all.map((one): Device => ({
        id: one.id,
        current: one.id === now?.session.id,
        since: one.createdAt.getTime(),
        userAgent: one.userAgent ?? null,
      }))
    },
    endOtherSessions: async (headers) => {
      await auth.api.revokeOtherSessions({ headers })
    },
  }
}

/** The only place that knows how better-auth reports what the caller did wrong. */
function isClientError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode >= 400 &&
    error.statusCode < 500
  )
}
