import { createMiddleware } from 'hono/factory'
import { refuse } from '#domain/refusal.ts'
import { makeLimiter } from '#app/tools/limiter.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { refusalProblem } from '#doors/problem.ts'

const minute = 60_000
/** Messages a minute, as on the chat's page: of one conversation, and of one address. */
const perSession = 20
const perAddress = 120

/** What citizens send without an account is slowed down: 429 'too-often' beyond the limits. */
export function slowFloods(deps: ApiDeps) {
  const sessions = makeLimiter(perSession, minute)
  const addresses = makeLimiter(perAddress, minute)
  return createMiddleware<ApiEnv>(async function slowFloodsOfMessages(c, next) {
    if (c.req.method !== 'POST') return next()
    const now = deps.ctxFor(null).now()
    const address = deps.clientIp(c)
    const within =
      sessions.allows(c.req.param('session') ?? '', now) &&
      (address === null || addresses.allows(address, now))
    if (within) return next()
    c.header('retry-after', '60')
    return refusalProblem(c, refuse('too-often'))
  })
}
