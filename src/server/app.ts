import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { createApi } from '#api/app.ts'
import { alarmApi } from '#channels/alarm/route.ts'
import { addressGroup } from '#app/tools/limiter.ts'
import { makeSlots, uploadSlots } from '#app/tools/slots.ts'
import { makeTrackLimit } from '#app/tools/track-limit.ts'
import { NewerData, StorageUnavailable } from '#app/errors.ts'
import { lineRoute } from '#channels/line/route.ts'
import type { TableReader } from '#doors/spreadsheet/read.ts'
import { open311Route } from '#channels/open311/route.ts'
import { wechatRoute } from '#channels/wechat-official/route.ts'
import { bureauPages } from '#web/bureau/pages.tsx'
import { citizenPages } from '#web/citizen/pages.tsx'
import type { WebDeps } from '#doors/deps.ts'
import { deskPages } from '#web/desk/pages.tsx'
import { errorPage } from '#web/refusals.tsx'
import { newerData } from '#doors/problem-titles.ts'
import { pageHeaders, sameOrigin } from '#web/security.ts'
import type { House } from './house.ts'

/** What differs between the places the app runs on. */
export type AppSettings = {
  /** The address people use. */
  readonly url: string
  /** Lets work go on after its answer. */
  readonly background: (work: Promise<unknown>) => void
  /** Files under /static. */
  readonly serveStatic: MiddlewareHandler
  readonly clientIp: (c: Context) => string | null
  /** Ends long answers when the server is closing. */
  readonly closing?: AbortSignal
  /** Compresses what it answers; left out where the platform does. */
  readonly isCompressing?: boolean
  /** Reads spreadsheets apart from everything else; Node only. */
  readonly readTable?: TableReader
}

/** Larger than any call of a channel (LINE may send many events in one), smaller than what hurts. */
const maxBytes = 1024 * 1024
/** Where files are taken, within limits of their own. */
const uploadPath =
  /^\/(?:(?:chat|api\/v1\/chat\/[^/]+)\/attachments|track\/supplement|desk\/import)$/

/** The whole app on one house: the same on Node and on Workers; no environment, no globals. */
export function createApp(house: House, given: AppSettings): Hono {
  const settings = withGroups(given)
  const app = new Hono()
  const secure = settings.url.startsWith('https:')
  if (settings.isCompressing === true) app.use(compressed())
  app.use(pageHeaders(secure))
  app.use(limited(bodyLimit({ maxSize: maxBytes, onError: (c) => refuse(c, 413) })))
  mountHealth(app, house)
  app.use('/static/*', settings.serveStatic)
  app.use(freshSettings(house))
  mountWebhooks(app, house, settings)
  const publishesWords = house.config.publicWords === true
  const open311 = { ...settings, publishesWords, ctx: () => house.ctxFor(null) }
  app.route('/open311', open311Route(open311))
  const deps = webDeps(house, settings, secure)
  app.route('/api/v1', createApi(deps, [alarmApi]))
  app.use(sameOrigin(house.config.url))
  app.route('/', citizenPages(deps))
  app.route('/', deskPages(deps))
  app.route('/', bureauPages(deps))
  app.notFound((c) => refuse(c, 404))
  app.onError((error, c) => onError(error, c, house))
  return app
}

/** Pages and JSON; streams of events are to arrive at once, and files are compressed as they are. */
function compressed(): MiddlewareHandler {
  return compress({
    contentTypeFilter:
      /^(?:text\/(?!event-stream)|application\/(?:json|problem\+json|javascript)|image\/svg)/,
  })
}

/** What another process has changed is known within a minute; while the database cannot be read, what was known holds. */
function freshSettings({ ports, ctxFor, log }: House): MiddlewareHandler {
  return async function freshSettingsMiddleware(_, next) {
    await ports.settingBook.fresh(ctxFor(null).now()).catch((error: unknown) => {
      log.warn('setting.stale', { error: error instanceof Error ? error.name : '' })
    })
    await next()
  }
}

/** Everything that counts by address counts a whole household of IPv6 as one. */
function withGroups(settings: AppSettings): AppSettings {
  return {
    ...settings,
    clientIp: (c) => {
      const address = settings.clientIp(c)
      return address === null ? null : addressGroup(address)
    },
  }
}

function limited(limit: MiddlewareHandler): MiddlewareHandler {
  return function limitedMiddleware(c, next) {
    return uploadPath.test(c.req.path) ? next() : limit(c, next)
  }
}

function webDeps(house: House, settings: AppSettings, secure: boolean): WebDeps {
  return {
    auth: house.auth,
    ctxFor: house.ctxFor,
    secret: house.secret,
    secure,
    origin: house.config.url,
    clientIp: settings.clientIp,
    trackLimit: makeTrackLimit(),
    uploads: makeSlots(uploadSlots.perKey, uploadSlots.inAll),
    ...(settings.closing === undefined ? {} : { closing: settings.closing }),
    ...(settings.readTable === undefined ? {} : { readTable: settings.readTable }),
  }
}

/** Alive: the process answers. Ready: what is received can be kept, and nothing has been standing still for a while. */
function mountHealth(app: Hono, house: House): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const { isWritable, late } = await house.health.readiness()
    if (!isWritable) return c.json({ status: 'unwritable', late }, 503)
    return late.length > 0 ? c.json({ status: 'late', late }) : c.json({ status: 'ready' })
  })
}

/** Doors of the channels that are on; every other is unknown. */
function mountWebhooks(app: Hono, house: House, { background }: AppSettings): void {
  const { line, wechat, wecom } = house.config
  const common = { ctx: () => house.ctxFor(null), background }
  if (line !== null) {
    app.route('/webhooks/line', lineRoute({ channelSecret: line.channelSecret, ...common }))
  }
  if (wechat !== null) {
    const keys = { ...wechat, receiver: wechat.appId }
    app.route(
      '/webhooks/wechat',
      wechatRoute({ door: 'official', keys, passive: house.passive, ...common }),
    )
  }
  if (wecom !== null) {
    const keys = { ...wecom, receiver: wecom.corpId }
    app.route('/webhooks/wecom', wechatRoute({ door: 'wecom', keys, passive: null, ...common }))
  }
}

function onError(error: Error, c: Context, house: House): Response | Promise<Response> {
  if (error instanceof StorageUnavailable) return refuse(c, 503)
  if (error instanceof NewerData) {
    house.log.error('data.newer', { path: c.req.path })
    return refuse(c, 503, newerData)
  }
  if (error instanceof HTTPException && error.status < 500) {
    return refuse(c, error.status === 403 ? 403 : error.status === 413 ? 413 : 400)
  }
  house.log.error('request.failed', { path: c.req.path, error: error.name })
  return refuse(c, 500)
}

/** Programs get problem details, people a page that says what to do next. */
function refuse(
  c: Context,
  status: 400 | 403 | 404 | 413 | 500 | 503,
  next?: string,
): Response | Promise<Response> {
  if (status === 503) c.header('retry-after', '5')
  const wantsPage = (c.req.header('accept') ?? '').includes('text/html')
  if (wantsPage) return errorPage(c, status, next)
  return c.json({ type: 'about:blank', status, detail: next }, status, {
    'content-type': 'application/problem+json',
  })
}
