import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { recomputeRates } from '#app/evaluation/audit-rates.ts'
import { recomputeDispatches } from '#app/evaluation/read-evaluation.ts'
import { settlements } from '#db/schema.ts'
import { rateGroups } from '#domain/tally.ts'
import { settings } from '#domain/ticket/settings.ts'
import { ratesInSql, sqlGroups } from '#cli/database/rates-sql.ts'
import { checkSeason } from '#cli/simulate/simulate-check.ts'
import { aStoredSeason, seasonEnd, seasonPeriod as period } from '#tests/support/season.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

function run(script: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', `src/cli/${script}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, HUIYING_SECRET: '' },
  })
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-rates-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

describe('rates of a simulated month', { timeout: 60_000 }, () => {
  it.each(rateGroups)('by %s are the same from events and read model', async (group) => {
    const season = await aStoredSeason(300)
    const { agrees, table } = await recomputeRates(season, { period, group })
    expect(table.rows.length).toBeGreaterThan(1)
    expect(agrees).toBe(true)
  })

  it.each(sqlGroups)('by %s are the same from events, read model and SQL', async (group) => {
    const season = await aStoredSeason(300)
    const { table, shown } = await recomputeRates(season, { period, group })
    expect(table.total.valid).toBeGreaterThan(100)
    expect(table.total.unreachable + table.total.excluded).toBeGreaterThan(0)
    expect(shown).toEqual(table)
    const counted = await ratesInSql(season.database, { period, group, using: settings })
    const byKey = new Map(counted.map((row) => [row.key, row]))
    const lines = table.rows.filter(
      (row) => row.valid + row.unreachable + row.anonymous + row.excluded + row.falseCallbacks > 0,
    )
    expect(counted).toHaveLength(lines.length + 1)
    for (const row of [table.total, ...lines]) {
      expect({ ...row, ...byKey.get(row.key) }).toEqual({
        ...row,
        contacted: row.contacted?.share ?? null,
        solved: row.solved?.share ?? null,
        satisfied: row.satisfied?.share ?? null,
      })
    }
  })

  it('are put to the test by all that takes a ticket out of them, and back in', async () => {
    const { lived } = await aStoredSeason(300)
    const happened = new Set(lived.flatMap(({ change }) => change.events.map(({ type }) => type)))
    const rare = ['withdrawn', 'merged', 'unmerged', 'referred', 'exclusion-answered'] as const
    expect(rare.filter((type) => !happened.has(type))).toEqual([])
    const ends = new Set(lived.map(({ change }) => change.after.closedBecause))
    expect([...ends]).toEqual(expect.arrayContaining(['final', 'unreachable', 'anonymous']))
    expect(lived.some(({ change }) => change.after.opened.kind === 'alarm')).toBe(true)
  })

  it('differ from the pages when somebody changed a settled row, and it is noticed', async () => {
    const season = await aStoredSeason(150)
    await season.database.db
      .update(settlements)
      .set({ solved: 'solved' })
      .where(eq(settlements.solved, 'unsolved'))
    const { agrees } = await recomputeRates(season, { period, group: 'handler' })
    expect(agrees).toBe(false)
  })

  it('leaves nothing stuck and no clock unserved; a timer that did not ring is noticed', async () => {
    const season = await aStoredSeason(150)
    const now = seasonEnd
    const none = { stuck: [], unserved: [], differing: [], sql: [] }
    expect(await checkSeason(season, { period, now })).toEqual(none)
    // A year in which the timers did not run.
    const later = await checkSeason(season, { period, now: now + 365 * 86_400_000 })
    expect(later.unserved.length).toBeGreaterThan(0)
  })

  it('notices when SQL counts otherwise', async () => {
    const season = await aStoredSeason(150)
    await season.database.db.run(
      sql`delete from events where type = 'exclusion-approved' or type = 'rated'
        and json_extract(data, '$.solved') = 'unsolved'`,
    )
    const { differing } = await checkSeason(season, { period, now: seasonEnd })
    expect(differing).toEqual([...rateGroups])
  })
})

describe('first dispatches of a simulated month', { timeout: 60_000 }, () => {
  it('are counted per rule and unit, returns among them', async () => {
    const { lived, ...season } = await aStoredSeason(300)
    const asked = { period: { from: 0, to: period.to }, kind: 'complaint' } as const
    const { rows } = await recomputeDispatches(season, asked)
    const complaints = lived.filter(({ change }) => change.after.opened.kind === 'complaint')
    expect(complaints.length).toBeLessThan(lived.length)
    const dispatched = complaints.filter(({ change }) =>
      change.events.some(({ type }) => type === 'dispatched'),
    )
    const returned = complaints.filter(({ change }) =>
      change.events.some(({ type }) => type === 'returned'),
    )
    expect(rows.reduce((sum, row) => sum + row.dispatched, 0)).toBe(dispatched.length)
    expect(rows.reduce((sum, row) => sum + (row.returned?.count ?? 0), 0)).toBe(returned.length)
    const wrong = rows.filter((row) => (row.accuracy?.share ?? 1) < 1)
    expect(wrong.length).toBeGreaterThan(0)
  })
})

describe('npm run rates', { timeout: 60_000 }, () => {
  it('prints the recomputed rates as JSON and exits 0 when the pages show the same', async () => {
    const path = join(aFolder(), 'season.db')
    const season = await aStoredSeason(120, 7, path)
    const { total } = (await recomputeRates(season, { period, group: 'town' })).table
    expect(total.valid).toBeGreaterThan(0)
    const args = ['--period', '2026-11', '--by', 'town', '--dispatch', '--json', '--db', path]
    const { stdout, status } = run('database/rates', ...args)
    expect(status).toBe(0)
    // Safe because only what is compared is read.
    const printed = JSON.parse(stdout) as { agrees: boolean; by: string; dispatches: unknown[] }
    expect(printed).toMatchObject({ month: '2026-11', by: 'town', agrees: true })
    expect(printed.dispatches.length).toBeGreaterThan(0)
  })

  it('says how it is used for a month that is none, and makes no database', () => {
    expect(run('database/rates', '--period', '2026-13').status).toBe(2)
    const path = join(aFolder(), 'none.db')
    expect(run('database/rates', '--period', '2026-11', '--db', path).status).toBe(2)
  })
})

describe('npm run simulate', { timeout: 60_000 }, () => {
  it('ends with nothing stuck, nothing unserved and confirmed rates; its file can be verified', () => {
    const path = join(aFolder(), 'month.db')
    const { stdout, status } = run('simulate/simulate-month', '--tickets', '80', '--db', path)
    expect(stdout).not.toContain('✗')
    expect(status).toBe(0)
    const verified = run('database/audit-verify', '--db', path, '--json')
    expect(verified.status).toBe(0)
    expect(JSON.parse(verified.stdout)).toMatchObject({ unsealed: 0, faults: [] })
  })
})
