import { auditHistory } from '#app/evaluation/audit-history.ts'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { generateSignedCookie } from 'hono/cookie'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { fixtureKeys, openFixture } from '#cli/simulate/fixture-house.ts'
import { events } from '#db/schema.ts'
import { openSqlite } from '#db/sqlite.ts'
import { statuses } from '#domain/ticket/status.ts'
import { createApp } from '#server/app.ts'
import type { House } from '#server/house.ts'

const releases = new URL('../fixtures/releases/', import.meta.url)
const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as {
  readonly version: string
}
const page = { accept: 'text/html' }
const month = { from: fixtureKeys.now - 31 * 86_400_000, to: fixtureKeys.now + 1 }

type Opened = { readonly house: House; readonly app: Hono; readonly folder: string }

/** A copy of what was kept of a release, opened with the newest code. */
async function openRelease(name: string): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-release-'))
  const kept = new URL(`${name}/`, releases)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'huiying.db')
  writeFileSync(path, gunzipSync(readFileSync(new URL('huiying.db.gz', kept))))
  const files = new URL('files', kept)
  if (existsSync(files)) cpSync(files, join(folder, 'files'), { recursive: true })
  const house = await openFixture(openSqlite(path))
  const app = createApp(house, {
    url: fixtureKeys.url,
    background: () => undefined,
    serveStatic: (_, next) => next(),
    clientIp: () => null,
  })
  return { house, app, folder }
}

/** Whoever asks: with which headers. */
type Caller = { readonly name: string; readonly headers: Readonly<Record<string, string>> }

async function callersOf({ house, app }: Opened): Promise<readonly Caller[]> {
  const staff: Caller[] = []
  for (const { username } of await house.auth.accounts()) {
    const { password } = fixtureKeys
    const { origin } = new URL(fixtureKeys.url)
    const body = new URLSearchParams({ username, password })
    const entered = await app.request('/desk/sign-in', {
      method: 'POST',
      headers: { origin },
      body,
    })
    const cookie = entered.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' } }
    const signed = await app.request('/api/v1/sign-in', {
      ...asked,
      body: JSON.stringify({ username, password }),
    })
    // Safe because a wrong answer makes a caller who reads nothing, which the test would show.
    const { token } = (await signed.json()) as { readonly token: string }
    staff.push({ name: username, headers: { cookie, authorization: `Bearer ${token}` } })
  }
  const { told, stopped, secret } = fixtureKeys
  const citizens = await Promise.all(
    [told, stopped].map(async (id) => {
      const chat = await generateSignedCookie('huiying_chat', `chat.${id}`, secret)
      const track = id === told ? await trackCookie({ house, app }, secret) : ''
      return { name: id, headers: { cookie: `${chat.split(';')[0] ?? ''}${track}` } }
    }),
  )
  return [...staff, ...citizens, { name: 'nobody', headers: {} }]
}

/** The ticket its citizen was told of, opened by its code. */
async function trackCookie(
  { house }: Pick<Opened, 'house' | 'app'>,
  secret: string,
): Promise<string> {
  const { dialogues } = house.ports
  const said = await dialogues.transcript('web-chat', fixtureKeys.told, 0, 100)
  const text = said.map((entry) => `${entry.text} ${JSON.stringify(entry.card)}`).join('\n')
  const number = /MY\d{8}-\d{5}-\d/.exec(text)?.[0] ?? ''
  const code =
    /查询码\D{0,6}([A-Z2-9]{8})/.exec(text)?.[1] ?? /"code":"([A-Z2-9]{8})"/.exec(text)?.[1]
  const cookie = await generateSignedCookie(
    'huiying_track',
    `track.${number}.${code ?? ''}`,
    secret,
  )
  return `; ${cookie.split(';')[0] ?? ''}`
}

/** Open311's tokens, which we never give, and its practice ground. */
const storesNothing = /\/tokens\/|^\/open311\/test\//

type Known = {
  readonly numbers: readonly string[]
  readonly oneOfEach: readonly string[]
  readonly attachments: readonly string[]
  readonly imports: readonly string[]
  readonly photographed: string
}

async function knownIn({ house }: Opened): Promise<Known> {
  const { readers } = house.ports
  const { rows } = await readers.list({ sort: 'newest', limit: 1000, offset: 0 })
  const histories = await readers.histories(rows.map(({ id }) => id))
  const withFiles = [...histories].flatMap(([id, history]) =>
    history.flatMap((event) =>
      event.type === 'opened' || event.type === 'supplemented'
        ? event.data.attachments.map((one) => ({ id, attachment: one.id }))
        : [],
    ),
  )
  const accounts = await house.auth.accounts()
  const imports = await Promise.all(
    accounts.map(({ id }) => house.ports.importFiles.ofAccount(id, 10)),
  )
  const ids = withFiles.map(({ attachment }) => attachment)
  const stored = (await house.ports.attachments.records(ids)).filter(
    ({ state }) => state === 'stored',
  )
  const own = withFiles.find(({ attachment }) => stored.some(({ id }) => id === attachment))
  return {
    numbers: rows.map(({ number }) => number),
    oneOfEach: statuses.flatMap(
      (status) => rows.find((row) => row.status === status)?.number ?? [],
    ),
    attachments: stored.map(({ id }) => id),
    imports: imports.flat().map(({ id }) => id),
    photographed: rows.find(({ id }) => id === own?.id)?.number ?? '',
  }
}

/** What stands in an address: each route with something of the database behind it. */
function addressesOf(
  route: string,
  known: Known,
): readonly { readonly route: string; readonly path: string }[] {
  const period = `from=${String(month.from)}&to=${String(month.to)}`
  const asked: Readonly<Record<string, readonly string[]>> = {
    '/api/v1/rates': ['handler', 'category', 'town', 'clause'].map(
      (by) => `?${period}&group=${by}`,
    ),
    '/api/v1/rates/tickets': ['valid', 'solved'].map((figure) => `?${period}&figure=${figure}`),
    '/api/v1/bureau/tickets': ['open', 'overdue', 'suspended', 'alarms'].map(
      (one) => `?list=${one}`,
    ),
    '/bureau': ['unit', 'category', 'town', 'clause'].map(
      (by) => `?group=${by}&from=2026-11-01&to=2026-11-30`,
    ),
    '/bureau/tickets': ['open', 'overdue', 'suspended', 'alarms'].map((one) => `?now=${one}`),
    '/desk/cases': ['to-accept', 'working', 'callback', 'closed', 'all'].map(
      (tab) => `?tab=${tab}`,
    ),
    '/desk/notices': ['', '?list=all'],
  }
  const inPath: Readonly<Record<string, readonly string[]>> = {
    number: route.includes('attachments') ? [known.photographed] : known.numbers,
    session: [fixtureKeys.told, fixtureKeys.stopped],
    id: route.includes('import') ? known.imports : known.attachments,
  }
  const ends = asked[route] ?? ['']
  return ends.flatMap((end) =>
    filled(fileOf(route, known), inPath).map((path) => ({ route, path: `${path}${end}` })),
  )
}

/** Open311 names files: what each pattern of them means here. */
function fileOf(route: string, { numbers }: Known): string {
  return route.replace(/:file\{(.+)\}$/, (_, pattern: string) => {
    if (pattern.startsWith('.+'))
      return route.includes('/requests/') ? `${numbers[0] ?? ''}.json` : 'odor.json'
    return pattern.replace(/\\\..*/, '.json')
  })
}

function filled(
  path: string,
  values: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const name = /:(\w+)/.exec(path)?.[1]
  if (name === undefined) return [path]
  return (values[name] ?? []).flatMap((value) => filled(path.replace(`:${name}`, value), values))
}

type Read = {
  readonly route: string
  readonly by: string
  readonly path: string
  readonly status: number
}

describe.each(readdirSync(releases))('a database of release %s', (name) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openRelease(name)
    return () => {
      opened.house.database.close()
      rmSync(opened.folder, { recursive: true })
    }
  })

  it('holds tickets of every status', async () => {
    const { readers } = opened.house.ports
    const totals = await Promise.all(
      statuses.map((status) =>
        readers.list({ statuses: [status], sort: 'newest', limit: 1, offset: 0 }),
      ),
    )
    expect(statuses.filter((_, index) => totals[index]?.total === 0)).toEqual([])
  })

  it('has a whole history, before and after the timers have run on', async () => {
    const { ports } = opened.house
    const before = await auditHistory(ports, null)
    expect(before).toMatchObject({ faults: [] })
    expect(before.entries).toBeGreaterThan(1000)
    await opened.house.runTimers()
    expect((await auditHistory(ports, null)).faults).toEqual([])
  })

  it('is read on every page and in every list of the API by every role', async () => {
    const known = await knownIn(opened)
    expect([known.numbers.length > 0, known.photographed !== '', known.imports.length]).toEqual([
      true,
      true,
      1,
    ])
    const callers = await callersOf(opened)
    const routes = [
      ...new Set(
        opened.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path),
      ),
    ]
    const read: Read[] = []
    for (const { name: by, headers } of callers) {
      // One person reads every ticket, the others one of each status.
      const own = by === 'admin' ? known : { ...known, numbers: known.oneOfEach }
      for (const { route, path } of routes.flatMap((one) => addressesOf(one, own))) {
        const answer = await opened.app.request(path, { headers: { ...page, ...headers } })
        const { status } = answer
        // An event stream never ends by itself.
        await (route === '/chat/events' ? answer.body?.cancel() : answer.arrayBuffer())
        read.push({ route, by, path, status })
      }
    }
    expect(read.filter(({ status }) => status >= 500)).toEqual([])
    const shown = new Set(read.filter(({ status }) => status < 400).map(({ route }) => route))
    expect(routes.filter((route) => !shown.has(route) && !storesNothing.test(route))).toEqual([])
    const hidden = known.numbers.filter(
      (number) => !read.some(({ path, status }) => path.endsWith(number) && status === 200),
    )
    expect(hidden).toEqual([])
  }, 300_000)
})

it('the newest release is kept', () => {
  expect(readdirSync(releases)).toContain(version)
})

it('what newer code has written is refused with a sentence, on pages and in the API', async () => {
  const opened = await openRelease(version)
  onTestFinished(() => {
    opened.house.database.close()
    rmSync(opened.folder, { recursive: true })
  })
  await opened.house.database.db.update(events).set({ version: 99 })
  const {
    numbers: [number = ''],
  } = {
    numbers: (
      await opened.house.ports.readers.list({ sort: 'newest', limit: 1, offset: 0 })
    ).rows.map((row) => row.number),
  }
  const admin = (await callersOf(opened)).find(({ name }) => name === 'admin')
  for (const path of [`/desk/tickets/${number}`, `/api/v1/tickets/${number}`]) {
    const answer = await opened.app.request(path, { headers: { ...page, ...admin?.headers } })
    expect([path, answer.status]).toEqual([path, 503])
    expect(await answer.text()).toContain('更新版本')
  }
})
