import { defaultLimits } from '#domain/media.ts'
import { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { noChange, planTicket, system } from '#app/tickets/plan-change.ts'
import { openSqlite } from '#db/sqlite.ts'
import { isRefusal } from '#domain/refusal.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openHouse } from '#server/house.ts'
import type { House } from '#server/house.ts'
import { start } from '#tests/support/build.ts'
import { deskPages } from '#web/desk/pages.tsx'
import { sameOrigin } from '#web/security.ts'
import type { Account, NewAccount } from '#doors/staff-auth.ts'

const secret = 'a master secret for tests, 32+ characters'
const origin = 'http://localhost'
export const password = 'long-enough-1'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The desk over real parts in memory, with a clock that is turned by hand. */
export type DeskWorld = {
  readonly house: House
  readonly clock: { now: number }
  /** Somebody's browser: keeps cookies, sends our own origin, does not follow redirects. */
  readonly browser: () => Browser
  /** An account that has chosen its password, and its browser, signed in. */
  readonly signedIn: (who: Partial<NewAccount>) => Promise<Browser & { readonly account: Account }>
  /** Stores the ticket a command opens; gives its number. */
  readonly opens: (command: OpenCommand, original?: string) => Promise<string>
}

type OpenCommand = Extract<TicketCommand, { readonly type: 'open' }>

/** What a form sends; several values of one name are several boxes ticked. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export type Browser = {
  readonly get: (path: string) => Promise<Response>
  readonly post: (
    path: string,
    fields?: Fields,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>
  /** Posts a form with files. */
  readonly upload: (
    path: string,
    parts: Readonly<Record<string, string | File>>,
  ) => Promise<Response>
}

/** A world for one test; it ends with the test. `wecomApiUrl`: where groups' robots speak. */
export async function openDesk({
  wecomApiUrl = 'http://127.0.0.1:9',
}: { readonly wecomApiUrl?: string } = {}): Promise<DeskWorld> {
  const clock = { now: start }
  const database = openSqlite(':memory:')
  onTestFinished(() => {
    database.close()
  })
  const config = {
    database: ':memory:',
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
    outgoing: { mail: null, privateWebhooks: false, wecomApiUrl },
    logLevel: 'error',
  } as const
  const now = () => clock.now
  const house = await openHouse({
    database,
    config,
    secret,
    baseUrl: origin,
    log: silent,
    now,
    cleanImage: imageCleanerOnNode(),
  })
  const app = new Hono()
  app.use(sameOrigin(null))
  const { auth, ctxFor } = house
  const clientIp = () => '192.0.2.1'
  app.route('/', deskPages({ auth, ctxFor, secret, secure: false, origin: null, clientIp }))
  const browser = () => makeBrowser((request) => Promise.resolve(app.request(request)))
  let made = 0
  return {
    house,
    clock,
    browser,
    signedIn: async (who) => {
      made += 1
      const username = `someone.${String(made)}`
      const given = { username, name: '李建国', role: 'officer', unit: null, ...who } as const
      const account = await auth.createAccount(given, password)
      if ('denied' in account) throw new Error(account.denied)
      const own = browser()
      await own.post('/desk/sign-in', { username: given.username, password })
      return { ...own, account: account.account }
    },
    opens: async (command, original) => {
      made += 1
      const id = `ticket-${String(made)}`
      const number = ticketNumber('20261123', made)
      const opened = { ...command.opened, number, dialogueId: null }
      const planned = planTicket(ctxFor(system), id, null, [{ ...command, opened }])
      if (isRefusal(planned)) throw new Error(planned.refused)
      const originals = original === undefined ? [] : [{ ticketId: id, text: original }]
      await house.ports.store.commit({ ...noChange, tickets: [planned], originals })
      return number
    },
  }
}

export function makeBrowser(send: (request: Request) => Promise<Response>): Browser {
  const jar = new Map<string, string>()
  const visit = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '))
    const response = await send(new Request(new URL(path, origin), { ...init, headers }))
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
  return {
    get: (path) => visit(path, {}),
    upload: (path, parts) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(parts)) body.append(name, value)
      return visit(path, { method: 'POST', headers: { origin }, body })
    },
    post: (path, fields = {}, headers = {}) =>
      visit(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin,
          ...headers,
        },
        body: new URLSearchParams(
          Object.entries(fields).flatMap(([name, value]) =>
            [value].flat().map((one) => [name, one]),
          ),
        ).toString(),
      }),
  }
}

/** The hidden number of the last event seen, as the first form of a page carries it. */
export function seqOf(page: string): string {
  return /name="seq" value="(\d+)"/.exec(page)?.[1] ?? ''
}

/** What a page says in alarm, above the ticket itself. */
export function alertOf(page: string): string {
  const [from, to] = [page.indexOf('role="alert"'), page.indexOf('class="ticket"')]
  if (from === -1 || to < from) throw new Error('no alert above a ticket')
  return page.slice(from, to)
}

/** A page as the person sees it now. */
export async function read(browser: Browser, path: string): Promise<string> {
  return (await browser.get(path)).text()
}

/** Posts a step as the person sees the ticket now. */
export async function step(browser: Browser, number: string, fields: Fields): Promise<Response> {
  const seq = seqOf(await read(browser, `/desk/tickets/${number}`))
  return browser.post(`/desk/tickets/${number}/steps`, { seq, ...fields })
}

/** Posts steps in order; fails at the first that is not carried out. */
export async function steps(
  browser: Browser,
  number: string,
  ...all: readonly Fields[]
): Promise<void> {
  for (const fields of all) {
    const answered = await step(browser, number, fields)
    if (answered.status !== 303) {
      throw new Error(`${String(fields['type'])}: ${String(answered.status)}`)
    }
  }
}

/** The id of the whistle a page offers to act on. */
export function whistleOf(page: string): string {
  return /name="whistleId" value="([^"]+)"/.exec(page)?.[1] ?? ''
}
