import { noMedia } from '#app/files/media-tools.ts'
import { makeNumbers } from '#app/tools/numbers.ts'
import { describe, expect, it } from 'vitest'
import { recomputeRates } from '#app/evaluation/audit-rates.ts'
import { readBureau } from '#app/evaluation/read-bureau.ts'
import { rateGroups } from '#domain/tally.ts'
import { settings } from '#domain/ticket/settings.ts'
import { isRefusal } from '#domain/refusal.ts'
import { aDispatcher, anInspector } from '#tests/support/build.ts'
import { aStoredSeason, seasonPeriod as period } from '#tests/support/season.ts'
import { aTicket, officerOf, planned } from '#tests/db/build.ts'
import { hour } from '#tests/db/world.ts'
import { figures, rowsBehind } from '#app/evaluation/behind.ts'
import { bureauPages } from '#web/bureau/pages.tsx'
import { anAccount, openBrowser, openWebWorld, store } from '#tests/web/web-world.ts'

const november = '?month=2026-11'

const town = officerOf('110118002')
const enforcement = officerOf('city-enforcement')
const whistleId = 'whistle-1'

async function atTheBureau() {
  const world = await openWebWorld(anAccount('inspector'))
  return { world, browser: openBrowser(bureauPages(world.deps)) }
}

/** A ticket moved from the bureau to a street, which calls two bureaus: one comes, one does not. */
async function whistled(kind: 'complaint' | 'alarm' = 'complaint') {
  const { world, browser } = await atTheBureau()
  const opened = aTicket('ticket-1', { opened: { kind } })
  const first = opened.after.dispatch?.routing
  if (first === undefined) throw new Error('not dispatched')
  const { now } = world.clock
  const units = ['city-enforcement', 'market-regulation'] as const
  const moved = planned(opened.after, now, [
    [
      aDispatcher(),
      {
        type: 'dispatch',
        routing: { ...first, handler: '110118002', supporting: [] },
        note: '按职责改派',
      },
    ],
    [town, { type: 'accept' }],
    [
      town,
      { type: 'whistle', whistleId, units, purpose: '联合取缔', place: null, due: now + hour },
    ],
    [enforcement, { type: 'report-in', whistleId, how: 'on-site', note: '已到场' }],
    [town, { type: 'close-whistle', whistleId, note: '处置完毕' }],
  ])
  await store(world, opened, moved)
  return browser
}

/** The words of the table's line that names this. */
function lineOf(page: string, name: string): string {
  const line = page.split('<tr').find((row) => row.includes(name)) ?? ''
  return line.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ')
}

describe('the bureau’s evaluation', () => {
  it('counts who came to a whistle and who did not', async () => {
    const page = await (await whistled()).read(`/bureau/units${november}`)
    expect(lineOf(page, '区市场监管局')).toContain('被叫 1 缺席 1')
    expect(lineOf(page, '区城管执法局')).toContain('被叫 1 按时 1')
  })

  it('shows how first dispatches went, small counts marked', async () => {
    const page = await (await whistled()).read(`/bureau/dispatch${november}`)
    expect(lineOf(page, '区生态环境局')).toContain('件数少')
    expect(lineOf(page, '区生态环境局')).toContain('0.0% 0 件 （0.0%–79.3%）')
  })

  it('counts what machines reported apart, and only when it is asked for', async () => {
    const browser = await whistled('alarm')
    for (const path of ['/bureau/units', '/bureau/dispatch']) {
      expect(lineOf(await browser.read(path + november), 'scope="row"')).toBe('')
      expect(lineOf(await browser.read(`${path}${november}&kind=alarm`), 'scope="row"')).not.toBe(
        '',
      )
    }
    const complaint = await (await whistled()).read(`/bureau/dispatch${november}&kind=alarm`)
    expect(lineOf(complaint, 'scope="row"')).toBe('')
  })

  it('says so where there is nothing', async () => {
    const { browser } = await atTheBureau()
    expect(await browser.read(`/bureau/units${november}`)).toContain('没有吹哨、加派、督办和退单')
    expect(await browser.read(`/bureau/dispatch${november}`)).toContain('这段时间没有会商决定')
  })

  it.each(['officer', 'unit-lead', 'operator'] as const)('is not for an %s', async (role) => {
    const world = await openWebWorld(anAccount(role))
    const browser = openBrowser(bureauPages(world.deps))
    expect((await browser.get('/bureau/units')).status).toBe(403)
    expect((await browser.get('/bureau/dispatch')).status).toBe(403)
  })
})

describe('a simulated month', { timeout: 60_000 }, () => {
  it.each(rateGroups)('has the same rates by %s on the page and from events', async (group) => {
    const season = await aStoredSeason(300)
    const nothing = () => undefined
    const ctx = {
      ...season,
      senders: {},
      actor: anInspector(),
      now: () => period.to,
      newId: () => 'id',
      media: noMedia,
      pause: () => Promise.resolve(),
      randomBytes: (n: number) => new Uint8Array(n),
      giveNumbers: makeNumbers(season.readers),
      log: { info: nothing, warn: nothing, error: nothing },
    }
    const shown = await readBureau(ctx, { period, group })
    if (isRefusal(shown)) throw new Error(shown.refused)
    expect(shown.table).toEqual((await recomputeRates(season, { period, group })).table)
  })

  it('has as many tickets behind each figure as the figure says', async () => {
    const season = await aStoredSeason(300)
    const { table } = await recomputeRates(season, { period, group: 'handler' })
    const rows = await season.readers.settled(period)
    const behind = Object.fromEntries(
      figures.map((figure) => [
        figure,
        rowsBehind(rows, { line: null, figure, using: settings }).length,
      ]),
    )
    const { total } = table
    expect(behind).toMatchObject({
      valid: total.valid,
      contacted: total.contacted?.count,
      solved: total.solved?.count,
      satisfied: total.satisfied?.count,
      unreachable: total.unreachable,
      anonymous: total.anonymous,
      excluded: total.excluded,
    })
  })
})
