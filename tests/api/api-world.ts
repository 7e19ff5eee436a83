import { defaultLimits } from '#domain/media.ts'
import type { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { noChange, planTicket, system } from '#app/tickets/plan-change.ts'
import { openSqlite } from '#db/sqlite.ts'
import { isRefusal } from '#domain/refusal.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { createApp } from '#server/app.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openHouse } from '#server/house.ts'
import type { House } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { start } from '#tests/support/build.ts'
import type { NewAccount } from '#doors/staff-auth.ts'

const secret = 'a master secret for tests, 32+ characters'
export const password = 'long-enough-1'

/** An answer read as JSON, with what tells a problem from a result. */
export type Answer = {
  readonly status: number
  readonly type: string
  readonly body: unknown
}

/** A program that talks to the API. */
export type Client = {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body?: unknown) => Promise<Answer>
  readonly put: (path: string, body?: unknown) => Promise<Answer>
  readonly delete: (path: string) => Promise<Answer>
}

export type ApiWorld = {
  readonly house: House
  readonly app: Hono
  readonly clock: { now: number }
  readonly anybody: Client
  /** A client with the token of an account that has chosen its password. */
  readonly signedIn: (who: Partial<NewAccount>) => Promise<Client & { readonly token: string }>
  readonly withHeaders: (headers: Readonly<Record<string, string>>) => Client
  /** Stores the ticket a command opens; gives its number. */
  readonly opens: (command: Extract<TicketCommand, { readonly type: 'open' }>) => Promise<string>
}

/** The whole app over a database in memory, spoken to through its API; ends with the test. */
export async function openApi(): Promise<ApiWorld> {
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
    outgoing: { mail: null, privateWebhooks: false, wecomApiUrl: 'http://127.0.0.1:9' },
    logLevel: 'error',
  } as const
  const now = () => clock.now
  const baseUrl = 'http://localhost'
  const house = await openHouse({
    database,
    config,
    secret,
    baseUrl,
    log: silentLog,
    now,
    cleanImage: imageCleanerOnNode(),
  })
  const app = createApp(house, {
    url: baseUrl,
    background: () => undefined,
    serveStatic: (_, next) => next(),
    clientIp: () => '192.0.2.1',
  })
  let made = 0
  return {
    house,
    app,
    clock,
    anybody: clientOf(app, {}),
    withHeaders: (headers) => clientOf(app, headers),
    signedIn: async (who) => {
      made += 1
      const username = `someone.${String(made)}`
      const given = { username, name: '李建国', role: 'officer', unit: null, ...who } as const
      const account = await house.auth.createAccount(given, password)
      if ('denied' in account) throw new Error(account.denied)
      const { body } = await clientOf(app, {}).post('/sign-in', { username, password })
      // Safe because a test that signs in wrongly fails on its next request.
      const { token } = body as { readonly token: string }
      return { ...clientOf(app, { authorization: `Bearer ${token}` }), token }
    },
    opens: async (command) => {
      made += 1
      const id = `ticket-${String(made)}`
      const number = ticketNumber('20261123', made)
      const opened = { ...command.opened, number, dialogueId: null }
      const planned = planTicket(house.ctxFor(system), id, null, [{ ...command, opened }])
      if (isRefusal(planned)) throw new Error(planned.refused)
      await house.ports.store.commit({ ...noChange, tickets: [planned] })
      return number
    },
  }
}

function clientOf(app: Hono, headers: Readonly<Record<string, string>>): Client {
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await app.request(`/api/v1${path}`, init)
    const text = await response.text()
    return {
      status: response.status,
      type: (response.headers.get('content-type') ?? '').split(';')[0] ?? '',
      body: text === '' ? null : JSON.parse(text),
    }
  }
  const send =
    (method: string) =>
    (path: string, body: unknown = {}) =>
      ask(path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
  return {
    get: (path) => ask(path, { headers }),
    post: send('POST'),
    put: send('PUT'),
    delete: (path) => ask(path, { method: 'DELETE', headers }),
  }
}

/** A problem as RFC 9457 writes it. */
export function aProblem(status: number, code: string) {
  return {
    status,
    type: 'application/problem+json',
    body: { type: `/problems/${code}`, status, code },
  }
}
