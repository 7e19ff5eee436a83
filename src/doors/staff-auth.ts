import type { Actor, Role } from '#domain/roles.ts'
import type { UnitId } from '#routing/units.ts'

/** Roles that sign in. */
export const staffRoles = [
  'officer',
  'unit-lead',
  'dispatcher',
  'operator',
  'inspector',
  'administrator',
] as const satisfies readonly Role[]

export type StaffRole = (typeof staffRoles)[number]

export type Account = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: StaffRole
  /** Set for officers and unit leads. */
  readonly unit: UnitId | null
  readonly disabled: boolean
  /** Signed in with a one-time password: may do nothing but choose a new one. */
  readonly mustChangePassword: boolean
  /** Signs in with a code of an authenticator besides. */
  readonly hasSecondFactor: boolean
  /** The office requires one and there is none yet: may do nothing but set it up. */
  readonly mustAddFactor: boolean
}

/** The person an account stands for, as the mechanism knows people. */
export function actorOf(account: Account): Actor {
  return { id: account.id, role: account.role, unit: account.unit, name: account.name }
}

export type NewAccount = Pick<Account, 'username' | 'name' | 'role' | 'unit'>

export type SignIn =
  | {
      readonly account: Account
      /** `Set-Cookie` lines. */
      readonly cookies: readonly string[]
      /** For `Authorization: Bearer`. */
      readonly token: string
    }
  | { readonly denied: 'bad-credentials' | 'bad-code' }
  /** The password was right; `cookies` remember that for ten minutes. */
  | { readonly denied: 'code-needed'; readonly cookies: readonly string[] }
  | { readonly denied: 'throttled'; readonly retryAfterSeconds: number }

export type StaffSession = {
  readonly account: Account
  readonly sessionId: string
  /** Notices not read yet, for the bell; left out where nobody counted. */
  readonly unread?: number
}

export type Device = {
  readonly id: string
  readonly current: boolean
  /** UTC milliseconds. */
  readonly since: number
  readonly userAgent: string | null
}

/** What pages and the JSON API need of accounts. Implemented in src/server/auth.ts. */
export type StaffAuth = {
  /** `ip`: of the client as the server knows it, null when unknown. */
  readonly signIn: (input: {
    readonly username: string
    readonly password: string
    readonly ip: string | null
    readonly userAgent: string | null
    /** Of the authenticator, where it is given at once. */
    readonly code?: string | undefined
  }) => Promise<SignIn>
  /** Goes on after 'code-needed', with the cookies that were given then and a code or a spare code. */
  readonly finishSignIn: (headers: Headers, code: string) => Promise<SignIn>
  readonly secondFactor: SecondFactor
  /** By session cookie or bearer token; null when nobody is signed in or the account is disabled. */
  readonly session: (headers: Headers) => Promise<StaffSession | null>
  /** Ends the session; gives the `Set-Cookie` lines that clear the cookies. */
  readonly signOut: (headers: Headers) => Promise<readonly string[]>
  /** Ends every session of the account. Gives the cookies and the token of a new one. */
  readonly changePassword: (
    headers: Headers,
    input: { readonly current: string; readonly next: string },
  ) => Promise<
    | { readonly cookies: readonly string[]; readonly token: string }
    | { readonly denied: 'wrong-password' | 'weak-password' }
  >
  readonly devices: (headers: Headers) => Promise<readonly Device[]>
  readonly endOtherSessions: (headers: Headers) => Promise<void>
  readonly accounts: () => Promise<readonly Account[]>
  /** Makes an account with a random one-time password, or with `password` when given (demo and tests). */
  readonly createAccount: (
    input: NewAccount,
    password?: string,
  ) => Promise<
    | { readonly account: Account; readonly password: string }
    | { readonly denied: 'username-taken' | 'invalid' }
  >
  /** A new one-time password; ends the account's sessions. null for an unknown id. */
  readonly resetPassword: (
    id: string,
  ) => Promise<{ readonly account: Account; readonly password: string } | null>
  /** Another name, role or unit; what was done before stays under what it was then. Ends the sessions where they may do
   * other things now. null for an unknown id. */
  readonly changeAccount: (
    id: string,
    input: Omit<NewAccount, 'username'>,
  ) => Promise<Account | { readonly denied: 'invalid' } | null>
  /** Disabling ends the account's sessions at once. */
  readonly setDisabled: (id: string, disabled: boolean) => Promise<Account | null>
}

/** One's own second factor (TOTP, RFC 6238). */
export type SecondFactor = {
  /** A new secret as an otpauth address, and spare codes, shown once; in force when it is confirmed. */
  readonly begin: (
    headers: Headers,
    password: string,
  ) => Promise<
    | { readonly uri: string; readonly spareCodes: readonly string[] }
    | { readonly denied: 'wrong-password' }
  >
  /** Puts it in force by a first code; gives the cookies and the token of a new session. */
  readonly confirm: (
    headers: Headers,
    code: string,
  ) => Promise<NewSession | { readonly denied: 'bad-code' }>
  /** Drops it. */
  readonly end: (
    headers: Headers,
    password: string,
  ) => Promise<NewSession | { readonly denied: 'wrong-password' }>
}

export type NewSession = { readonly cookies: readonly string[]; readonly token: string }

export const minPasswordLength = 10
