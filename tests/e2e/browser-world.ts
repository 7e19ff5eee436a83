import { defaultLimits } from '#domain/media.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest'
import { startServer } from '#server/node.ts'
import type { House } from '#server/house.ts'
import type { NewAccount } from '#doors/staff-auth.ts'
import { findChromium } from './chromium.ts'

const password = 'long-enough-1'
const secret = 'a master secret for tests, 32+ characters'
const patienceMs = 20_000

const found = findChromium(process.env)

/** Why these tests cannot run here; null when they can. Set CI and a missing browser is a fault instead. */
const missing: string | null =
  found === null && !process.env['CI']
    ? 'no chromium on PATH: install it, or name it in CHROMIUM'
    : null

if (missing !== null) console.warn(`Browser tests are skipped: ${missing}.`)

/**
 * Gives the tests of a file the real browser, shared by them all; each has its own contexts. They are skipped
 * where there is none. Call it once, before the first test.
 */
export function sharedBrowser(): () => Browser {
  let browser: Browser | null = null
  beforeAll(async () => {
    if (missing === null) browser = await launch()
  })
  afterAll(async () => browser?.close())
  beforeEach(({ skip }) => {
    if (missing !== null) skip(missing)
  })
  return () => {
    if (browser === null) throw new Error('the browser is there only while tests run')
    return browser
  }
}

function launch(): Promise<Browser> {
  if (found === null) throw new Error('no chromium on PATH, and CHROMIUM does not name one')
  return chromium.launch({ executablePath: found })
}

/** Somebody at a screen, and what went wrong in their browser: errors, refused scripts and styles. */
export type Visitor = { readonly page: Page; readonly troubles: readonly string[] }

/** The whole house on a file of its own, behind a real socket. */
export type BrowserWorld = {
  readonly url: string
  readonly house: House
  readonly onPhone: (options?: BrowserContextOptions) => Promise<Visitor>
  readonly atDesk: (options?: BrowserContextOptions) => Promise<Visitor>
  /** An account that has chosen its password. */
  readonly hire: (who: Pick<NewAccount, 'username' | 'role' | 'unit'>) => Promise<Login>
}

export type Login = { readonly username: string; readonly password: string }

/** Opens a world for one test, on a new file or what `write` puts there; it is closed when the test ends. */
export async function openBrowserWorld(
  browser: Browser,
  write: (path: string, secret: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<BrowserWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'huiying-e2e-'))
  const database = join(folder, 'huiying.db')
  await write(database, secret)
  const running = await startServer({
    database,
    host: '127.0.0.1',
    port: 0,
    secret,
    url: null,
    trustProxy: false,
    files: null,
    mediaLimits: defaultLimits,
    line: null,
    wechat: null,
    wecom: null,
    wechaty: null,
    outgoing: {
      mail: { smtpUrl: 'smtp://127.0.0.1:9', from: '回应 <no-reply@example.gov.cn>' },
      privateWebhooks: false,
      wecomApiUrl: 'http://127.0.0.1:9',
    },
    logLevel: 'error',
  })
  onTestFinished(async () => {
    await running.stop()
    await rm(folder, { recursive: true })
  })
  const visit = (options: BrowserContextOptions) => openVisitor(browser, running.url, options)
  const { house, url } = running
  return {
    url,
    house,
    onPhone: (options) => visit({ ...phone, ...options }),
    atDesk: (options) => visit({ ...desk, ...options }),
    hire: async (who) => {
      const made = await house.auth.createAccount({ name: '李建国', ...who }, password)
      if ('denied' in made) throw new Error(made.denied)
      return { username: who.username, password }
    },
  }
}

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const desk = { viewport: { width: 1280, height: 800 } }

async function openVisitor(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions,
): Promise<Visitor> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', ...options })
  context.setDefaultTimeout(patienceMs)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    // A document's own status is what a test asks for; everything a page loads must come.
    const own = message.text().startsWith('Failed to load') && message.location().url === page.url()
    if (['error', 'warning'].includes(message.type()) && !own) troubles.push(message.text())
  })
  return { page, troubles }
}
