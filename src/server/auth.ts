import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { bearer, twoFactor, username } from 'better-auth/plugins'
import * as schema from '#db/auth-schema.ts'
import type { Db } from '#db/database.ts'
import type { Account, Device, StaffAuth } from '#doors/staff-auth.ts'
import { minPasswordLength } from '#doors/staff-auth.ts'
import { makeAccounts, toAccount } from './accounts.ts'
import { isWeak } from './password-strength.ts'
import { isClientError, makeSecondFactor } from './second-factor.ts'
import { withHashedSessions } from './session-hash.ts'
import { ipHeader, makeSignIn } from './sign-in.ts'
import { serverTexts } from './texts.ts'

export type AuthConfig = {
  /** At least 32 characters. */
  readonly secret: string
  /** Where people reach the house; https makes cookies Secure. */
  readonly baseUrl: string
  /** Everybody has to have a second factor. */
  readonly requireSecondFactor?: boolean
}

const sessionSeconds = 12 * 3600

/** better-auth over the house's database; its own routes are not served, pages and API call it through `createAuth`. */
function makeBetterAuth(db: Db, config: AuthConfig) {
  return betterAuth({
    appName: 'huiying',
    secret: config.secret,
    baseURL: config.baseUrl,
    trustedOrigins: [new URL(config.baseUrl).origin],
    database: withHashedSessions(drizzleAdapter(db, { provider: 'sqlite', schema })),
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
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 30 }),
      // A token nobody has signed is a line of the database, not a session.
      bearer({ requireSignature: true }),
      twoFactor({ issuer: serverTexts.issuer }),
    ],
    // Ours counts before the password is looked at: see sign-in-throttle.ts.
    rateLimit: { enabled: false },
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
  const owing = (account: Account): Account => ({
    ...account,
    mustAddFactor: config.requireSecondFactor === true && !account.hasSecondFactor,
  })
  return {
    ...makeAccounts(auth),
    ...makeSessions(auth, owing),
    ...makeSignIn(auth, { db, baseUrl: config.baseUrl, owing }),
    secondFactor: makeSecondFactor(auth),
  }
}

function makeSessions(
  auth: BetterAuth,
  owing: (account: Account) => Account,
): Pick<StaffAuth, 'session' | 'signOut' | 'changePassword' | 'devices' | 'endOtherSessions'> {
  return {
    session: async (headers) => {
      const found = await auth.api.getSession({ headers })
      const account = found === null ? null : toAccount(found.user)
      if (found === null || account === null || account.disabled) return null
      return { account: owing(account), sessionId: found.session.id }
    },
    signOut: async (headers) => {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
      return answer.getSetCookie()
    },
    changePassword: (headers, given) => changePassword(auth, headers, given),
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
      const now = await auth.api.getSession({ headers })
      if (now === null) return
      const { adapter } = await auth.$context
      const others = [
        { field: 'userId', value: now.user.id },
        { field: 'id', value: now.session.id, operator: 'ne' as const },
      ]
      await adapter.deleteMany({ model: 'session', where: others })
    },
  }
}

async function changePassword(
  auth: BetterAuth,
  headers: Headers,
  { current, next }: { readonly current: string; readonly next: string },
): ReturnType<StaffAuth['changePassword']> {
  const found = await auth.api.getSession({ headers })
  const account = found === null ? null : toAccount(found.user)
  if (account !== null && isWeak(next, account)) return { denied: 'weak-password' }
  try {
    const { headers: answer, response } = await auth.api.changePassword({
      headers,
      body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
      returnHeaders: true,
    })
    const context = await auth.$context
    await context.internalAdapter.updateUser(response.user.id, { mustChangePassword: false })
    return { cookies: answer.getSetCookie(), token: answer.get('set-auth-token') ?? '' }
  } catch (error) {
    if (isClientError(error)) return { denied: 'wrong-password' }
    throw error
  }
}
