import { AsyncLocalStorage } from 'node:async_hooks'
import type {
  D1Database,
  ExecutionContext,
  Fetcher,
  ImagesBinding,
  R2Bucket,
  ScheduledController,
} from '@cloudflare/workers-types'
import type { Hono, MiddlewareHandler } from 'hono'
import { openD1 } from '#db/d1.ts'
import { minPasswordLength } from '#doors/staff-auth.ts'
import { createApp } from './app.ts'
import { imageCleanerOnWorkers } from './clean-image-workers.ts'
import { readConfig } from './config.ts'
import { openHouse } from './house.ts'
import type { House } from './house.ts'
import { makeLog } from './log.ts'
import { pause } from './pause.ts'
import { serverTexts } from './texts.ts'

type Env = Readonly<Record<string, unknown>> & {
  readonly DB: D1Database
  readonly FILES: R2Bucket
  readonly IMAGES: ImagesBinding
  readonly ASSETS: Fetcher
}
type Wired = { readonly house: House; readonly app: Hono }

// Which request a piece of background work belongs to: the app is built once for all of them.
const executions = new AsyncLocalStorage<ExecutionContext>()

// Once per isolate; again when the address is not configured and people come by another.
let wired: { readonly url: string | null; readonly ready: Promise<Wired> } | null = null

async function wire(env: Env, origin: string): Promise<Wired> {
  const strings = Object.entries(env).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const read = readConfig(Object.fromEntries(strings))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const { config } = read
  if (config.secret === null) throw new Error(serverTexts.secretOnWorkers)
  if (config.outgoing?.mail) throw new Error(serverTexts.mailOnWorkers)
  const url = config.url ?? origin
  const log = await makeLog(config.logLevel)
  const database = openD1(env.DB, env.FILES)
  const house = await openHouse({
    database,
    config,
    secret: config.secret,
    baseUrl: url,
    log,
    pause,
    cleanImage: imageCleanerOnWorkers(env.IMAGES),
  })
  const app = createApp(house, {
    url,
    background: (work) => executions.getStore()?.waitUntil(work),
    serveStatic: fromAssets(env),
    // The platform sets it itself and lets nobody else.
    clientIp: (c) => c.req.header('cf-connecting-ip') ?? null,
  })
  return { house, app }
}

/** `origin`: where the request came; null when the clock rings and nobody asks. */
function wiredFor(env: Env, origin: string | null): Promise<Wired> {
  const given = env['HUIYING_URL']
  const url = typeof given === 'string' && given !== '' ? given : origin
  if (wired !== null && (url === null || wired.url === url)) return wired.ready
  const ready = wire(env, url ?? 'https://huiying.invalid')
  wired = { url, ready }
  // A failure is told to whoever waits for it, and tried again by the next.
  ready.catch(() => (wired = null))
  return ready
}

/** The platform keeps the files of src/web/static. */
function fromAssets(env: Env): MiddlewareHandler {
  return async function fromAssetsMiddleware(c) {
    const url = new URL(c.req.url)
    url.pathname = url.pathname.replace(/^\/static/, '')
    const given = await env.ASSETS.fetch(url.toString())
    // Safe because the platform's Response is the one Hono runs on; a copy, since the given one is frozen.
    const answer = given as unknown as Response
    return new Response(answer.body, answer)
  }
}

/** The first administrator, with the password the operator has set as a secret; kept when there is one. */
async function ensureAdministrator({ auth, log }: House, password: unknown): Promise<void> {
  if (typeof password !== 'string' || password.length < minPasswordLength) return
  const accounts = await auth.accounts()
  if (accounts.some((account) => account.role === 'administrator')) return
  const name = serverTexts.adminName
  await auth.createAccount({ username: 'admin', name, role: 'administrator', unit: null }, password)
  log.info('administrator.made')
}

/** Once an hour is enough: listing a bucket is charged for. `at`: UTC milliseconds. */
function isTidyingTime(at: number): boolean {
  return new Date(at).getUTCMinutes() === 0
}

export default {
  async fetch(request: Request, env: Env, execution: ExecutionContext): Promise<Response> {
    const { app } = await wiredFor(env, new URL(request.url).origin)
    return executions.run(execution, () => app.fetch(request, env))
  },
  async scheduled(event: ScheduledController, env: Env): Promise<void> {
    const { house } = await wiredFor(env, null)
    await ensureAdministrator(house, env['HUIYING_ADMIN_PASSWORD'])
    await house.beat()
    await house.runTimers()
    await house.fetchAttachments()
    await house.notifyStaff()
    if (isTidyingTime(event.scheduledTime)) await house.tidyAttachments()
  },
}
