import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { beijingDay } from '#routing/calendar.ts'
import { dayBegins } from '#routing/calendar.ts'
import type { SettingChange } from '#app/settings/book.ts'
import { changeSetting, readSettings } from '#app/settings/change-setting.ts'
import type { SettingView } from '#app/settings/change-setting.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { answer, newApi, refusalProblem } from '#doors/problem.ts'
import { body, done, nothing, ok, security } from './parts.ts'
import { apiTexts } from './texts.ts'

const values = z.record(z.string().max(40), z.number())
const day = z.string().openapi({ description: apiTexts.settingFrom, example: '2026-12-15' })
const changeSchema = z
  .object({ values, from: day, at: z.number().int(), by: z.string(), reason: z.string() })
  .openapi('SettingChange')
const settingSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    fields: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        unit: z.string(),
        min: z.number(),
        max: z.number(),
        default: z.number(),
      }),
    ),
    source: z.string(),
    effect: z.string(),
    now: values,
    coming: z.array(changeSchema),
    history: z.array(changeSchema),
  })
  .openapi('Setting')

const routes = {
  list: createRoute({
    method: 'get',
    path: '/settings',
    summary: apiTexts.settings,
    security,
    responses: ok(z.array(settingSchema)),
  }),
  change: createRoute({
    method: 'post',
    path: '/settings/{id}',
    summary: apiTexts.settingChange,
    security,
    request: {
      params: z.object({ id: z.string().max(40) }),
      ...body(z.object({ values, from: day, reason: z.string().max(500) })),
    },
    responses: nothing,
  }),
}

/** The administrator's: the mechanism's settings, and changing them from a day on. */
export function settingsApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.list, async (c) => {
    const views = await readSettings(deps.ctxFor(c.var.actor))
    // Safe because a refusal is a problem, whatever the success body's type.
    if (isRefusal(views)) return refusalProblem(c, views) as never
    return answer(c, views.map(shown), z.array(settingSchema))
  })
  app.openapi(routes.change, async (c) => {
    const { from, ...given } = c.req.valid('json')
    const setting = c.req.valid('param').id
    const ctx = deps.ctxFor(c.var.actor)
    const changed = await changeSetting(ctx, { ...given, setting, from: dayBegins(from) })
    return done(c, isRefusal(changed) ? changed : null)
  })
  return app
}

function shown({ declared, now, coming, history }: SettingView): z.infer<typeof settingSchema> {
  const { id, label, fields, source, effect } = declared
  return {
    ...{ id, label, source, effect, now },
    fields: fields.map(({ step: _step, ...field }) => field),
    coming: coming.map(written),
    history: history.map(written),
  }
}

function written({ values: numbers, from, at, name, reason }: SettingChange) {
  return { values: numbers, from: beijingDay(from), at, by: name, reason }
}
