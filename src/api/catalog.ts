import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { readComplaint } from '#app/dispatching/read-complaint.ts'
import { categories } from '#intents/categories/index.ts'
import { units } from '#routing/units.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { body, json, ok } from './parts.ts'
import { answer, newApi } from '#doors/problem.ts'
import { apiTexts } from './texts.ts'

const labelled = z.object({ id: z.string(), label: z.string() })
const reading = z.record(z.string(), z.unknown())

const routes = {
  categories: createRoute({
    method: 'get',
    path: '/categories',
    summary: apiTexts.categories,
    responses: { 200: { description: 'ok', content: json(z.array(labelled)) } },
  }),
  units: createRoute({
    method: 'get',
    path: '/units',
    summary: apiTexts.units,
    responses: {
      200: { description: 'ok', content: json(z.array(labelled.extend({ kind: z.string() }))) },
    },
  }),
  classify: createRoute({
    method: 'post',
    path: '/classify',
    summary: apiTexts.classify,
    request: body(z.object({ text: z.string().trim().min(1).max(4000) })),
    responses: ok(reading),
  }),
}

/** What the house knows by itself: categories, units, and what it makes of a text. Nothing is stored. */
export function catalogApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.categories, (c) =>
    c.json(
      categories.map(({ id, label }) => ({ id, label })),
      200,
    ),
  )
  app.openapi(routes.units, (c) =>
    c.json(
      units.map(({ id, label, kind }) => ({ id, label, kind })),
      200,
    ),
  )
  app.openapi(routes.classify, (c) =>
    answer(c, readComplaint(c.req.valid('json').text, deps.ctxFor(null).now()), reading),
  )
  return app
}
