import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { unitId } from '#app/tools/ids.ts'
import { staffRoles } from '#doors/staff-auth.ts'
import { readAccessLog } from './access-log.ts'
import { accountSchema } from './account-schema.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { body, forbidden, missing, ok, security } from './parts.ts'
import { answer, newApi, problem } from '#doors/problem.ts'
import { apiTexts } from './texts.ts'
import { words } from '#doors/words.ts'

const newAccount = z.object({
  username: z.string(),
  name: z.string(),
  role: z.enum(staffRoles),
  unit: unitId.nullable(),
})
const withPassword = z.object({ account: accountSchema, password: z.string() })
const params = z.object({ id: z.string().max(100) })
const accessSchema = z
  .object({
    at: z.number().int().openapi({ description: 'UTC milliseconds' }),
    by: z.string(),
    name: z.string().nullable(),
    what: z.string(),
    number: z.string().nullable(),
    reason: z.string(),
  })
  .openapi('Access')

const routes = {
  list: createRoute({
    method: 'get',
    path: '/accounts',
    summary: apiTexts.accounts,
    security,
    responses: ok(z.array(accountSchema)),
  }),
  create: createRoute({
    method: 'post',
    path: '/accounts',
    summary: apiTexts.accountCreate,
    security,
    request: body(newAccount),
    responses: ok(withPassword),
  }),
  reset: createRoute({
    method: 'post',
    path: '/accounts/{id}/reset',
    summary: apiTexts.accountReset,
    security,
    request: { params },
    responses: ok(withPassword),
  }),
  disable: createRoute({
    method: 'post',
    path: '/accounts/{id}/disable',
    summary: apiTexts.accountDisable,
    security,
    request: { params },
    responses: ok(accountSchema),
  }),
  enable: createRoute({
    method: 'post',
    path: '/accounts/{id}/enable',
    summary: apiTexts.accountEnable,
    security,
    request: { params },
    responses: ok(accountSchema),
  }),
  log: createRoute({
    method: 'get',
    path: '/access-log',
    summary: apiTexts.accessLog,
    security,
    responses: ok(z.array(accessSchema)),
  }),
}

/** The administrator's: other people's accounts, and who read personal data. */
export function accountsApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const { auth } = deps
  const app = newApi()
  app.openapi(routes.list, async (c) =>
    isAdministrator(c)
      ? answer(c, [...(await auth.accounts())], z.array(accountSchema))
      : forbidden(c),
  )
  app.openapi(routes.create, async (c) => {
    if (!isAdministrator(c)) return forbidden(c)
    const made = await auth.createAccount(c.req.valid('json'))
    // Safe because a denial is a problem, whatever the success body's type.
    return 'denied' in made
      ? (problem(c, 422, made.denied) as never)
      : answer(c, made, withPassword)
  })
  app.openapi(routes.reset, async (c) => {
    if (!isAdministrator(c)) return forbidden(c)
    const made = await auth.resetPassword(c.req.valid('param').id)
    return made === null ? missing(c) : answer(c, made, withPassword)
  })
  app.openapi(routes.disable, async (c) => {
    if (!isAdministrator(c)) return forbidden(c)
    const { id } = c.req.valid('param')
    if (id === c.var.actor.id) {
      // Safe as above.
      return problem(c, 409, 'own-account', { detail: words.notYourself }) as never
    }
    const changed = await auth.setDisabled(id, true)
    return changed === null ? missing(c) : answer(c, changed, accountSchema)
  })
  app.openapi(routes.enable, async (c) => {
    if (!isAdministrator(c)) return forbidden(c)
    const changed = await auth.setDisabled(c.req.valid('param').id, false)
    return changed === null ? missing(c) : answer(c, changed, accountSchema)
  })
  app.openapi(routes.log, async (c) =>
    isAdministrator(c)
      ? answer(c, await readAccessLog(deps, c.var.actor), z.array(accessSchema))
      : forbidden(c),
  )
  return app
}

function isAdministrator(c: Context<ApiEnv>): boolean {
  return c.var.actor.role === 'administrator'
}
