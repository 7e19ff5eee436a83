import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoPassword, writeDemo } from '#cli/simulate/demo-file.ts'
import { hands } from '#cli/simulate/season-people.ts'
import { signsIn } from './acts.ts'
import { faultsOf } from './audit.ts'
import { openBrowserWorld, sharedBrowser } from './browser-world.ts'

const browser = sharedBrowser()
/** Tickets differ in what stands on them; of another kind of page one shows it. */
const mostOf = (kind: string) => (kind.startsWith('/desk/tickets/') ? 6 : 1)

test(
  'every page of a season that a role can come to by links fits the smallest phone, and its links lead somewhere',
  { timeout: 300_000 },
  async () => {
    const world = await openBrowserWorld(browser(), writeDemo)
    for (const { username } of hands) {
      const { page, troubles } = await world.onPhone({ viewport: { width: 320, height: 640 } })
      await signsIn(page, { username, password: demoPassword })
      expect([...(await walked(page, world.url)), ...troubles], username).toEqual([])
    }
  },
)

/** Follows links from the first page on; the faults of each page, with its address. */
async function walked(page: Page, origin: string): Promise<readonly string[]> {
  const found: string[] = []
  const known = new Map<string, number>()
  const waiting = new Set(['/desk', '/bureau'])
  // A set goes on to what is added while it is gone through, and takes each address once.
  for (const path of waiting) {
    const kind = kindOf(path)
    const before = known.get(kind) ?? 0
    if (before === mostOf(kind)) continue
    known.set(kind, before + 1)
    const answer = await page.goto(path)
    const status = answer?.status() ?? 0
    if (status >= 400 && path !== '/bureau') found.push(`${path}: ${String(status)}`)
    found.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`))
    for (const link of await linksOn(page, origin)) waiting.add(link)
  }
  return found
}

/** Pages that differ in a number or in what a filter is set to are of one kind. */
function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://house')
  return [pathname.replace(/[^/]*\d[^/]*/gu, '#'), ...[...searchParams.keys()].sort()].join(' ')
}

async function linksOn(page: Page, origin: string): Promise<readonly string[]> {
  const links = await page.$$eval('a[href]:not([download])', (all) =>
    all.map((one) => (one as HTMLAnchorElement).href),
  )
  const own = links.filter((link) => link.startsWith(`${origin}/`)).map((link) => new URL(link))
  return [...new Set(own.map(({ pathname, search }) => pathname + search))].filter(
    (path) => /^\/(?:desk|bureau)/u.test(path) && !/\.\w+$|export|attachments/u.test(path),
  )
}
