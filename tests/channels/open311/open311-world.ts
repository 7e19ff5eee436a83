import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { system } from '#app/tickets/plan-change.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Door } from '#app/intake/clients.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { openSqlite } from '#db/sqlite.ts'
import { createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openHouse } from '#server/house.ts'
import type { House } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { start } from '#tests/support/build.ts'

const secret = 'a master secret for tests, 32+ characters'
export const url = 'https://huiying.example.gov.cn'

type Answer = {
  readonly status: number
  readonly type: string
  readonly headers: Headers
  readonly text: string
  /** The body read as JSON. */
  readonly json: () => unknown
  /** The body read as XML, by an independent parser; throws when it is not well-formed. */
  readonly xml: () => unknown
}

export type Fields = Readonly<Record<string, string>>

export type SourceWorld = {
  readonly house: House
  readonly app: Hono
  readonly clock: { now: number }
  readonly get: (path: string, headers?: Fields) => Promise<Answer>
  /** A form as programs send it. */
  readonly post: (path: string, fields: Fields, headers?: Fields) => Promise<Answer>
  readonly postJson: (path: string, body: unknown, headers?: Fields) => Promise<Answer>
  /** A client and its key. */
  readonly client: (name: string, door: Door) => Promise<string>
  readonly ticket: (number: string) => Promise<Ticket>
  readonly does: (number: string, actor: Partial<Actor>, command: TicketCommand) => Promise<Ticket>
  readonly count: () => Promise<number>
}

/** The whole app over a database in memory, for programs; ends with the test. */
export async function openWorld({
  publishesWords = true,
}: { readonly publishesWords?: boolean } = {}): Promise<SourceWorld> {
  const clock = { now: start }
  const database = openSqlite(':memory:')
  onTestFinished(() => {
    database.close()
  })
  const read = readConfig({
    HUIYING_DB: ':memory:',
    HUIYING_SECRET: secret,
    HUIYING_LOG: 'error',
    HUIYING_PUBLIC_WORDS: publishesWords ? '1' : '0',
  })
  if (!('config' in read)) throw new Error('the configuration of tests is at fault')
  const { config } = read
  const house = await openHouse({
    database,
    config,
    secret,
    baseUrl: url,
    log: silentLog,
    cleanImage: imageCleanerOnNode(),
    now: () => clock.now,
  })
  const app = createApp(house, {
    url,
    background: () => undefined,
    serveStatic: (_, next) => next(),
    clientIp: () => '192.0.2.1',
  })
  const ctx = house.ctxFor(system)
  const ask = async (path: string, init: RequestInit) => answerOf(await app.request(path, init))
  const ticket = async (number: string) => {
    const id = (await ctx.readers.idByNumber(number)) ?? ''
    const found = fold(id, await ctx.store.history(id))
    if (found === null) throw new Error(`no ticket ${number}`)
    return found
  }
  return {
    house,
    app,
    clock,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    postJson: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    client: async (name, door) => {
      const key = `key-of-${name}`
      await ctx.clients.add({ name, door, key, at: clock.now })
      return key
    },
    ticket,
    does: async (number, actor, command) => {
      const { id } = await ticket(number)
      const done = await changeTicket({ ...ctx, actor: { ...system, ...actor } }, id, command)
      if (isRefusal(done)) throw new Error(done.refused)
      return done
    },
    count: async () => (await ctx.readers.list({ sort: 'newest', limit: 1, offset: 0 })).total,
  }
}

const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true })

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    headers: response.headers,
    text,
    json: () => JSON.parse(text) as unknown,
    xml: () => {
      const valid = XMLValidator.validate(text)
      if (valid !== true) throw new Error(valid.err.msg)
      return parser.parse(text) as unknown
    },
  }
}

export const reportForm = {
  service_code: 'catering-fumes',
  address_string: '果园街道果园西里小区门口',
  description: '楼下饭店油烟直排，窗户都不敢开。',
} as const

/** Files a report as a client does; gives its number. */
export async function files(world: SourceWorld, key: string, more: Fields = {}): Promise<string> {
  const answer = await world.post('/open311/v2/requests.json', {
    api_key: key,
    ...reportForm,
    ...more,
  })
  // Safe because a refused report has no number, and the test fails on the next line.
  const [made] = answer.json() as readonly { readonly service_request_id?: string }[]
  if (made?.service_request_id === undefined) throw new Error(answer.text)
  return made.service_request_id
}
