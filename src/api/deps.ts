import type { Actor } from '#domain/roles.ts'
import type { WebDeps } from '#doors/deps.ts'
import type { Account } from '#doors/staff-auth.ts'

/** What the API needs of the house: the same as the pages. */
export type ApiDeps = Pick<WebDeps, 'auth' | 'ctxFor' | 'clientIp' | 'trackLimit' | 'uploads'>

/** `credentials`: the bearer token as it was sent, and nothing else that was. */
export type ApiEnv = {
  Variables: { actor: Actor; account: Account; credentials: Headers }
}
