import type { Account, NewSession, SecondFactor, SignIn } from '#doors/staff-auth.ts'
import type { BetterAuth } from './auth.ts'

/** Six digits of the authenticator; anything else is tried as a spare code. */
const totp = /^\d{6}$/

/** One's own second factor, by the library's plugin. */
export function makeSecondFactor(auth: BetterAuth): SecondFactor {
  return {
    begin: async (headers, password) => {
      const made = await unlessDenied(() =>
        auth.api.enableTwoFactor({ headers, body: { password, method: 'totp' } }),
      )
      if (made === null) return { denied: 'wrong-password' }
      const { totpURI: uri, backupCodes: spareCodes } = made as {
        readonly totpURI: string
        readonly backupCodes: readonly string[]
      } // Safe because method 'totp' gives both.
      return { uri, spareCodes }
    },
    confirm: async (headers, code) => {
      const answer = await unlessDenied(() =>
        auth.api.verifyTOTP({ headers, body: { code: bare(code) }, returnHeaders: true }),
      )
      return answer === null ? { denied: 'bad-code' } : sessionIn(answer.headers)
    },
    end: async (headers, password) => {
      const answer = await unlessDenied(() =>
        auth.api.disableTwoFactor({ headers, body: { password }, returnHeaders: true }),
      )
      return answer === null ? { denied: 'wrong-password' } : sessionIn(answer.headers)
    },
  }
}

/** Goes on with a sign-in whose password was right. */
export async function finishWithCode(
  auth: BetterAuth,
  headers: Headers,
  given: string,
  accountOf: (token: string) => Promise<Account | null>,
): Promise<SignIn> {
  const code = bare(given)
  const body = { code }
  const answer = await unlessDenied(() =>
    totp.test(code)
      ? auth.api.verifyTOTP({ headers, body, returnHeaders: true })
      : auth.api.verifyBackupCode({ headers, body, returnHeaders: true }),
  )
  if (answer === null) return { denied: 'bad-code' }
  const { cookies, token } = sessionIn(answer.headers)
  const account = await accountOf(token)
  return account === null ? { denied: 'bad-code' } : { account, cookies, token }
}

function bare(code: string): string {
  return code.replaceAll(/\s/g, '').slice(0, 40)
}

function sessionIn(answer: Headers): NewSession {
  return { cookies: answer.getSetCookie(), token: answer.get('set-auth-token') ?? '' }
}

/** null for what the caller did wrong. */
async function unlessDenied<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (isClientError(error)) return null
    throw error
  }
}

/** The only place that knows how better-auth reports what the caller did wrong. */
export function isClientError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode >= 400 &&
    error.statusCode < 500
  )
}
