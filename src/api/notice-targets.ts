import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { unitId } from '#app/tools/ids.ts'
import {
  addTarget,
  chooseForTarget,
  readTargets,
  removeTarget,
  testTarget,
} from '#app/notices/manage-targets.ts'
import { targetWays } from '#app/notices/notices-port.ts'
import type { NoticeTarget } from '#app/notices/notices-port.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { choicesSchema } from './notices.ts'
import { body, done, nothing, ok, security } from './parts.ts'
import { answer, newApi } from '#doors/problem.ts'
import { apiTexts } from './texts.ts'

const targetSchema = z
  .object({
    id: z.string(),
    owner: z.string(),
    way: z.string(),
    label: z.string(),
    choices: choicesSchema,
    secret: z.string().nullable().openapi({ description: apiTexts.secretOnce }),
  })
  .openapi('NoticeTarget')

const params = z.object({ id: z.uuid() })

const routes = {
  list: createRoute({
    method: 'get',
    path: '/notice-targets',
    summary: apiTexts.targets,
    security,
    responses: ok(z.array(targetSchema)),
  }),
  add: createRoute({
    method: 'post',
    path: '/notice-targets',
    summary: apiTexts.targetAdd,
    security,
    request: body(
      z.object({
        owner: z.union([z.enum(['dispatchers', 'inspectors']), unitId]),
        way: z.enum(targetWays),
        label: z.string().max(50),
        address: z.string().max(1000),
        choices: choicesSchema,
      }),
    ),
    responses: ok(targetSchema),
  }),
  choose: createRoute({
    method: 'put',
    path: '/notice-targets/{id}/choices',
    summary: apiTexts.targetChoose,
    security,
    request: { params, ...body(choicesSchema) },
    responses: nothing,
  }),
  test: createRoute({
    method: 'post',
    path: '/notice-targets/{id}/test',
    summary: apiTexts.targetTest,
    security,
    request: { params },
    responses: nothing,
  }),
  remove: createRoute({
    method: 'delete',
    path: '/notice-targets/{id}',
    summary: apiTexts.targetRemove,
    security,
    request: { params },
    responses: nothing,
  }),
}

/** Groups that are told: a unit's by its lead, everybody's by the administrator. */
export function noticeTargetsApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.list, async (c) => {
    const found = await readTargets(deps.ctxFor(c.var.actor))
    const told = isRefusal(found) ? found : found.map((target) => targetOf(target, false))
    return answer(c, told, z.array(targetSchema))
  })
  app.openapi(routes.add, async (c) => {
    const added = await addTarget(deps.ctxFor(c.var.actor), c.req.valid('json'))
    return answer(c, isRefusal(added) ? added : targetOf(added, true), targetSchema)
  })
  app.openapi(routes.choose, async (c) => {
    const { id } = c.req.valid('param')
    return done(c, await chooseForTarget(deps.ctxFor(c.var.actor), id, c.req.valid('json')))
  })
  app.openapi(routes.test, async (c) =>
    done(c, await testTarget(deps.ctxFor(c.var.actor), c.req.valid('param').id)),
  )
  app.openapi(routes.remove, async (c) =>
    done(c, await removeTarget(deps.ctxFor(c.var.actor), c.req.valid('param').id)),
  )
  return app
}

/** Addresses stay inside; a webhook's secret is shown to whoever has just added it. */
function targetOf({ address, ...target }: NoticeTarget, added: boolean) {
  const secret = added && address.way === 'webhook' ? address.secret : null
  return { ...target, way: address.way, secret }
}
