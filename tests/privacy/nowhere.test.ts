import { describe, expect, it } from 'vitest'
import { writeNotices } from '#app/notices/write-notices.ts'
import type { UnitId } from '#routing/units.ts'
import { events, ticketUnits } from '#db/schema.ts'
import { commands } from '#tests/support/build.ts'
import { anyWord, openMarked, telling } from './world.ts'
import type { MarkedWorld } from './world.ts'

/** Files, and what is another page each time it is looked at. */
const neverEnding = /^\/static\/|\?look=/u

/** Every page that can be reached by links from these, without repeating one. */
async function crawl(
  get: (path: string) => Promise<Response>,
  from: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.has(path)) continue
    const response = await get(path)
    expect(response.status, path).toBeLessThan(500)
    const page = await response.text()
    found.set(path, page)
    for (const [, href = ''] of page.matchAll(/href="(\/[^"#]*)/gu)) {
      const next = href.replaceAll('&amp;', '&')
      if (!neverEnding.test(next)) waiting.push(next)
    }
  }
  return found
}

/** The paths of the API that only read, as its own document lists them, for each of the tickets. */
async function readingPaths({ app, tickets }: MarkedWorld): Promise<readonly string[]> {
  const answer = await app.request('/api/v1/openapi.json')
  // Safe because it is the document that the API itself gives.
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> }
  return Object.entries(paths)
    .filter(([, methods]) => 'get' in methods)
    .flatMap(([path]) =>
      path.includes('{number}')
        ? tickets.map(({ number }) => path.replace('{number}', number))
        : [path],
    )
    .filter((path) => !path.includes('{'))
}

async function unitsOf({ database }: MarkedWorld): Promise<readonly UnitId[]> {
  const rows = await database.db.selectDistinct({ unit: ticketUnits.unit }).from(ticketUnits)
  return rows.map(({ unit }) => unit)
}

/** Those whose words a unit reads as they are: secrecy was not asked for, or could not be. */
const open = (world: MarkedWorld) => world.tickets.filter(({ command }) => command === 'publish')
const isOpen = (world: MarkedWorld, path: string) =>
  open(world).some(({ number }) => path.includes(number))

describe.each(['from the first word', 'only at the end'] as const)(
  'on tickets of secrecy (%s), for every command there is,',
  (variant) => {
    it('units read nothing on any page that tells who it is', { timeout: 120_000 }, async () => {
      const world = await openMarked(variant)
      for (const unit of ['110118002', 'city-enforcement'] as const) {
        const { page } = await world.signedIn(unit)
        const pages = await crawl(page, ['/desk', '/desk/cases', '/desk/notices'])
        expect(pages.size).toBeGreaterThan(10)
        for (const [path, text] of pages) {
          if (!isOpen(world, path))
            expect(telling.exec(text)?.[0], `${unit} ${path}`).toBeUndefined()
        }
      }
    })

    it('nor over the API, whatever unit takes part', { timeout: 120_000 }, async () => {
      const world = await openMarked(variant)
      const paths = await readingPaths(world)
      for (const unit of await unitsOf(world)) {
        const { api } = await world.signedIn(unit)
        for (const path of paths.filter((one) => !isOpen(world, one))) {
          expect(telling.exec(await api(path))?.[0], `${unit} ${path}`).toBeUndefined()
        }
        expect(await api(`/tickets?tab=all&search=${encodeURIComponent('雪梅')}`)).toMatch(
          /"total":[01]\b/u,
        )
      }
    })

    it('nor in the answer to what they do', async () => {
      const world = await openMarked(variant)
      const { post } = await world.signedIn('110118002')
      let answered = 0
      for (const { number } of world.tickets.filter(({ command }) => command !== 'publish')) {
        const answer = await post(`/tickets/${number}/commands`, { command: commands.note })
        if (answer.includes(number)) answered += 1
        expect(telling.exec(answer)?.[0], number).toBeUndefined()
      }
      expect(answered).toBeGreaterThan(20)
    })

    it('the desk reads it, for somebody has to', async () => {
      const world = await openMarked(variant)
      const { page } = await world.signedIn(null, 'dispatcher')
      const [first] = world.tickets
      const text = await (await page(`/desk/tickets/${first?.number ?? ''}`)).text()
      expect(text.includes('慕容雪梅')).toBe(variant === 'only at the end')
    })
  },
)

describe('of what anybody wrote, with every command there is,', () => {
  it('the public reads not a word', { timeout: 60_000 }, async () => {
    const world = await openMarked('never')
    const get = world.browser().get
    const pages = await crawl(get, [
      ...['/', '/track', '/desk/sign-in', '/api/v1/openapi.json'],
      ...['services.json', 'requests.json', 'discovery.json', 'requests.xml'].map(
        (file) => `/open311/v2/${file}`,
      ),
      ...world.tickets.map(({ number }) => `/open311/v2/requests/${number}.json`),
      ...world.tickets.map(({ number }) => `/track?number=${number}&code=000000`),
    ])
    expect(pages.get('/open311/v2/requests.json')).toContain(world.tickets[1]?.number)
    for (const [path, text] of pages) expect(anyWord.exec(text)?.[0], path).toBeUndefined()
  })

  it('nothing stands in notices, in messages to staff, or in the log', async () => {
    for (const variant of ['never', 'from the first word'] as const) {
      const { house, logged } = await openMarked(variant)
      const ctx = house.ctxFor(null)
      const notices = await ctx.noticeQueue.unspread(1000)
      expect(notices.length).toBeGreaterThan(20)
      const written = [notices, writeNotices(ctx, notices, null), logged]
      expect(anyWord.exec(JSON.stringify(written))?.[0]).toBeUndefined()
    }
  })

  it('and a telephone number is nowhere but where it is sealed', async () => {
    const { database } = await openMarked('never')
    const stored = JSON.stringify(await database.db.select().from(events))
    expect(stored).toContain('紫藤暗号')
    expect(stored).not.toMatch(/１２３４|５６７８/u)
  })
})
