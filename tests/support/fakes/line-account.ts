import { serve } from '@hono/node-server'
import type { messagingApi } from '@line/bot-sdk'
import { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { channelAccessToken } from './line-events.ts'

type RichMenu = { readonly richMenuId: string } & Required<messagingApi.RichMenuRequest>

export type LineAccount = {
  readonly url: string
  /** Every call that changes something, in order: method and path. */
  readonly changes: string[]
  webhook: { endpoint: string; active: boolean } | null
  /** What LINE hears when it tries the webhook. */
  test: { success: boolean; statusCode: number; reason: string; detail: string }
  menus: RichMenu[]
  readonly images: Map<string, Uint8Array>
  defaultMenu: string | null
  quota: { type: 'none' | 'limited'; value?: number }
  used: number
  /** The next call whose path contains this is answered with this status. */
  trouble: { readonly path: string; readonly status: 403 | 429 | 500 } | null
}

/** LINE's rules for a menu, from its reference. */
const side = z.int().min(0).max(2500)
const richMenu = z.strictObject({
  size: z.strictObject({ width: z.int().min(800).max(2500), height: z.int().min(250) }),
  selected: z.boolean(),
  name: z.string().min(1).max(300),
  chatBarText: z.string().min(1).max(14),
  areas: z
    .array(
      z.strictObject({
        bounds: z.strictObject({ x: side, y: side, width: side, height: side }),
        action: z.strictObject({
          type: z.literal('message'),
          label: z.string().max(20),
          text: z.string().min(1).max(300),
        }),
      }),
    )
    .max(20),
})

/** LINE's account settings on this machine: webhook, menus, quota, with its rules; ends with the test. */
export async function startLineAccount(): Promise<LineAccount> {
  const account: Omit<LineAccount, 'url'> = {
    changes: [],
    webhook: null,
    test: { success: true, statusCode: 200, reason: 'OK', detail: '200' },
    menus: [],
    images: new Map(),
    defaultMenu: null,
    quota: { type: 'limited', value: 200 },
    used: 20,
    trouble: null,
  }
  const options = { fetch: routes(account).fetch, port: 0, hostname: '127.0.0.1' }
  const url = await new Promise<string>((resolve) => {
    const server = serve(options, ({ port }) => {
      resolve(`http://127.0.0.1:${String(port)}`)
    })
    onTestFinished(() => new Promise<void>((done) => server.close(() => done())))
  })
  return Object.assign(account, { url })
}

function routes(account: Omit<LineAccount, 'url'>): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const { trouble } = account
    const bearer = `Bearer ${channelAccessToken}`
    if (c.req.header('authorization') !== bearer)
      return c.json({ message: 'Authentication failed' }, 401)
    if (trouble !== null && c.req.path.includes(trouble.path)) {
      account.trouble = null
      return c.json({ message: 'injected' }, trouble.status)
    }
    if (c.req.method !== 'GET') account.changes.push(`${c.req.method} ${c.req.path}`)
    await next()
    return undefined
  })
  app.get('/v2/bot/info', (c) =>
    c.json({
      userId: 'U0',
      basicId: '@huiying',
      displayName: '密云回应',
      chatMode: 'bot',
      markAsReadMode: 'auto',
    }),
  )
  app.get('/v2/bot/message/quota', (c) => c.json(account.quota))
  app.get('/v2/bot/message/quota/consumption', (c) => c.json({ totalUsage: account.used }))
  webhookRoutes(app, account)
  menuRoutes(app, account)
  return app
}

function webhookRoutes(app: Hono, account: Omit<LineAccount, 'url'>): void {
  const path = '/v2/bot/channel/webhook/endpoint'
  app.get(path, (c) =>
    account.webhook === null ? c.json({ message: 'Not found' }, 404) : c.json(account.webhook),
  )
  app.put(path, async (c) => {
    const { endpoint } = z.object({ endpoint: z.url().max(500) }).parse(await c.req.json())
    if (!endpoint.startsWith('https:'))
      return c.json({ message: 'Invalid webhook endpoint URL' }, 400)
    account.webhook = { endpoint, active: account.webhook?.active ?? false }
    return c.json({})
  })
  app.post('/v2/bot/channel/webhook/test', (c) =>
    c.json({ ...account.test, timestamp: '2026-11-28T00:00:00Z' }),
  )
}

function menuRoutes(app: Hono, account: Omit<LineAccount, 'url'>): void {
  app.get('/v2/bot/richmenu/list', (c) => c.json({ richmenus: account.menus }))
  app.post('/v2/bot/richmenu', async (c) => {
    const checked = richMenu.safeParse(await c.req.json())
    if (!checked.success) return c.json({ message: z.prettifyError(checked.error) }, 400)
    const richMenuId = `richmenu-${String(account.changes.length)}`
    account.menus.push({ ...checked.data, richMenuId })
    return c.json({ richMenuId })
  })
  app.delete('/v2/bot/richmenu/:id', (c) => {
    account.menus = account.menus.filter(({ richMenuId }) => richMenuId !== c.req.param('id'))
    account.images.delete(c.req.param('id'))
    return c.json({})
  })
  app.get('/v2/bot/richmenu/:id/content', (c) => {
    const image = account.images.get(c.req.param('id'))
    return image === undefined ? c.json({ message: 'Not found' }, 404) : c.body(image.slice())
  })
  app.post('/v2/bot/richmenu/:id/content', async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const menu = account.menus.find(({ richMenuId }) => richMenuId === c.req.param('id'))
    const view = new DataView(bytes.buffer)
    const fits = view.getUint32(16) === menu?.size.width && view.getUint32(20) === menu.size.height
    const isPng = c.req.header('content-type') === 'image/png' && view.getUint32(0) === 0x89504e47
    if (!fits || !isPng || bytes.length > 1024 * 1024) return c.json({ message: 'bad image' }, 400)
    account.images.set(menu.richMenuId, bytes)
    return c.json({})
  })
  app.get('/v2/bot/user/all/richmenu', (c) =>
    account.defaultMenu === null
      ? c.json({ message: 'no default richmenu' }, 404)
      : c.json({ richMenuId: account.defaultMenu }),
  )
  app.post('/v2/bot/user/all/richmenu/:id', (c) => {
    if (!account.images.has(c.req.param('id'))) {
      return c.json({ message: 'must upload richmenu image before applying it to user' }, 400)
    }
    account.defaultMenu = c.req.param('id')
    return c.json({})
  })
}
