import type { OpenAPIHono } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { NewerData, StorageUnavailable } from '#app/errors.ts'
import { newerData } from '#doors/problem-titles.ts'
import { actorOf } from '#doors/staff-auth.ts'
import { accountsApi } from './accounts.ts'
import { bureauApi } from './bureau.ts'
import { catalogApi } from './catalog.ts'
import { chatApi } from './chat.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { documentOf } from './document.ts'
import { slowFloods } from './flood.ts'
import { noticeTargetsApi } from './notice-targets.ts'
import { noticesApi } from './notices.ts'
import { outboxApi } from './outbox.ts'
import { ownAccountApi, signInApi } from './own-account.ts'
import { citizenAttachmentsApi, staffAttachmentsApi } from './attachments.ts'
import { newApi, problem } from '#doors/problem.ts'
import { revealApi } from './reveal.ts'
import { settingsApi } from './settings.ts'
import { staffApi } from './staff.ts'
import { trackApi } from './track.ts'
import { workApi } from './work.ts'

/** Paths of the API, as one file declares them. */
type ApiPart = (deps: ApiDeps) => OpenAPIHono<ApiEnv>

/** What anybody may ask for; what it is about wants a session or a secret code. */
const openParts = [signInApi, catalogApi, chatApi, trackApi, citizenAttachmentsApi]
const staffParts = [
  staffApi,
  revealApi,
  staffAttachmentsApi,
  workApi,
  bureauApi,
  outboxApi,
  noticesApi,
  noticeTargetsApi,
  accountsApi,
  settingsApi,
  ownAccountApi,
]
/** Open to whoever signed in with a one-time password, to choose one of their own. */
const ownPaths = ['/me', '/me/*', '/sign-out']
const staffPaths = [
  '/tickets',
  '/tickets/*',
  '/dispatch-queue',
  '/inbox',
  '/callbacks',
  '/colleagues',
  '/hand-over',
  '/calls',
  '/rates',
  '/rates/*',
  '/bureau/*',
  '/outbox',
  '/outbox/*',
  '/notices',
  '/notices/*',
  '/notice-choices',
  '/notice-choices/*',
  '/notice-targets',
  '/notice-targets/*',
  '/accounts',
  '/accounts/*',
  '/access-log',
  '/settings',
  '/settings/*',
]

/**
 * The JSON API under /api/v1: what the pages do, for programs. Staff sign in with a bearer token, never a
 * cookie, so no foreign page can act in their name. `channels`: what programs write by, with keys of their own.
 * Errors are RFC 9457 problem details.
 */
export function createApi(deps: ApiDeps, channels: readonly ApiPart[]): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
  })
  app.use(neverCached)
  app.use('/chat/:session', slowFloods(deps))
  for (const part of [...openParts, ...channels]) app.route('/', part(deps))
  app.get('/openapi.json', (c) => c.json(documentOf(app)))
  for (const path of ownPaths) app.use(path, signedIn(deps))
  for (const path of staffPaths) app.use(path, signedIn(deps), ownPassword)
  for (const part of staffParts) app.route('/', part(deps))
  // Not `notFound`: mounted in the house, only the house's own would be asked.
  app.all('*', (c) => problem(c, 404, 'not-found'))
  app.onError((error, c) => {
    if (error instanceof StorageUnavailable) return problem(c, 503, 'storage-unavailable')
    if (error instanceof NewerData) {
      deps.ctxFor(null).log.error('data.newer', { path: c.req.path })
      return problem(c, 503, 'newer-data', { detail: newerData })
    }
    if (error instanceof HTTPException && error.status < 500) {
      return error.status === 413 ? problem(c, 413, 'too-large') : problem(c, 400, 'malformed')
    }
    deps.ctxFor(null).log.error('api.failed', { error: error.name })
    return problem(c, 500, 'internal')
  })
  return app
}

const neverCached = createMiddleware(async function neverCachedByDefault(c, next) {
  await next()
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
})

function signedIn(deps: ApiDeps) {
  return createMiddleware<ApiEnv>(async function signedInStaff(c, next) {
    const authorization = c.req.header('authorization')
    if (authorization === undefined) return problem(c, 401, 'sign-in-needed')
    const credentials = new Headers({ authorization })
    const found = await deps.auth.session(credentials)
    if (found === null) return problem(c, 401, 'sign-in-needed')
    c.set('actor', actorOf(found.account))
    c.set('account', found.account)
    c.set('credentials', credentials)
    return next()
  })
}

const ownPassword = createMiddleware<ApiEnv>(async function ownPasswordOnly(c, next) {
  if (c.var.account.mustChangePassword) return problem(c, 403, 'password-change-needed')
  if (c.var.account.mustAddFactor) return problem(c, 403, 'second-factor-needed')
  return next()
})
