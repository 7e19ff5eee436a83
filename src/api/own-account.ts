import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { minPasswordLength } from '#doors/staff-auth.ts'
import { accountSchema } from './account-schema.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { body, forbidden, nothing, ok, security } from './parts.ts'
import { answer, newApi, problem } from '#doors/problem.ts'
import { apiTexts } from './texts.ts'

const maxPasswordLength = 128

const signedIn = z.object({ token: z.string(), account: accountSchema })
const newPassword = z.object({
  current: z.string().max(maxPasswordLength),
  next: z.string().min(minPasswordLength).max(maxPasswordLength),
})
const deviceSchema = z
  .object({
    id: z.string(),
    current: z.boolean(),
    since: z.number().int().openapi({ description: 'UTC milliseconds' }),
    userAgent: z.string().nullable(),
  })
  .openapi('Device')

const routes = {
  signIn: createRoute({
    method: 'post',
    path: '/sign-in',
    summary: apiTexts.signIn,
    request: body(
      z.object({
        username: z.string().max(60),
        password: z.string().max(200),
        code: z.string().max(40).optional().openapi({ description: apiTexts.code }),
      }),
    ),
    responses: ok(signedIn),
  }),
  signOut: createRoute({
    method: 'post',
    path: '/sign-out',
    summary: apiTexts.signOut,
    security,
    responses: nothing,
  }),
  me: createRoute({
    method: 'get',
    path: '/me',
    summary: apiTexts.me,
    security,
    responses: ok(accountSchema),
  }),
  password: createRoute({
    method: 'post',
    path: '/me/password',
    summary: apiTexts.password,
    security,
    request: body(newPassword),
    responses: ok(z.object({ token: z.string() })),
  }),
  devices: createRoute({
    method: 'get',
    path: '/me/devices',
    summary: apiTexts.devices,
    security,
    responses: ok(z.array(deviceSchema)),
  }),
  endOthers: createRoute({
    method: 'post',
    path: '/me/devices/end-others',
    summary: apiTexts.endOthers,
    security,
    responses: nothing,
  }),
}

/** Signing in for a token; needs none itself. */
export function signInApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.signIn, async (c) => {
    const { username, password, code } = c.req.valid('json')
    const ip = deps.clientIp(c)
    const userAgent = c.req.header('user-agent') ?? null
    const result = await deps.auth.signIn({ username, password, ip, userAgent, code })
    if ('denied' in result) {
      if (result.denied === 'throttled') c.header('retry-after', String(result.retryAfterSeconds))
      // Safe because a denial is a problem, whatever the success body's type.
      return problem(c, result.denied === 'throttled' ? 429 : 401, result.denied) as never
    }
    return answer(c, { token: result.token, account: result.account }, signedIn)
  })
  return app
}

/** One's own account: also for whoever has a one-time password, who may do nothing else but choose a new one. */
export function ownAccountApi({ auth }: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.signOut, async (c) => {
    await auth.signOut(c.var.credentials)
    return c.body(null, 204)
  })
  app.openapi(routes.me, (c) => answer(c, c.var.account, accountSchema))
  app.openapi(routes.password, async (c) => {
    const { current, next } = c.req.valid('json')
    // Safe because a denial is a problem, whatever the success body's type.
    if (current === next) return problem(c, 422, 'same-password') as never
    const changed = await auth.changePassword(c.var.credentials, { current, next })
    // Safe as above.
    if ('denied' in changed) return problem(c, 422, changed.denied) as never
    return answer(c, { token: changed.token }, z.object({ token: z.string() }))
  })
  app.openapi(routes.devices, async (c) =>
    answer(c, [...(await auth.devices(c.var.credentials))], z.array(deviceSchema)),
  )
  app.openapi(routes.endOthers, async (c) => {
    if (c.var.account.mustChangePassword) return forbidden(c)
    await auth.endOtherSessions(c.var.credentials)
    return c.body(null, 204)
  })
  return app
}
