import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { auditVerifyCommand } from '#cli/database/audit-verify-command.ts'
import { rebuildCommand } from '#cli/database/rebuild-command.ts'
import { auditTexts } from '#cli/database/texts-audit.ts'
import { writeDemo } from '#cli/simulate/demo-file.ts'
import {
  events,
  settlements,
  ticketAttachments,
  tickets,
  ticketUnits,
  ticketWork,
} from '#db/schema.ts'
import { ticketWords } from '#db/search-schema.ts'
import { openSqlite } from '#db/sqlite.ts'
import { worldSecret } from '#tests/db/world.ts'

const say = auditTexts.rebuild

const season = join(mkdtempSync(join(tmpdir(), 'huiying-season-')), 'huiying.db')
beforeAll(() => writeDemo(season, worldSecret, { seed: 7, days: 14, count: 30 }))
afterAll(() => {
  rmSync(dirname(season), { recursive: true })
})

/** A season on a file of its own, and what is done to its tables behind the house's back. */
function aSeason() {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-rebuild-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const path = join(folder, 'huiying.db')
  copyFileSync(season, path)
  const env = { HUIYING_DB: path, HUIYING_SECRET: worldSecret }
  const change = async (statement: ReturnType<typeof sql>) => {
    const database = openSqlite(path)
    await database.db.run(sql`pragma foreign_keys = off`)
    await database.db.run(statement)
    database.close()
  }
  return { env, change }
}

const tampered: readonly (readonly [string, ReturnType<typeof sql>])[] = [
  ['tickets', sql`update ${tickets} set status = 'withdrawn' where status <> 'withdrawn'`],
  ['tickets', sql`update ${tickets} set returns = returns + 1`],
  ['ticket_units', sql`delete from ${ticketUnits}`],
  ['ticket_work', sql`update ${ticketWork} set "order" = "order" + 1`],
  ['settlements', sql`update ${settlements} set satisfied = 'satisfied', solved = 'solved'`],
  ['settlements', sql`delete from ${settlements}`],
  ['ticket_words', sql`delete from ${ticketWords}`],
  [
    'ticket_attachments',
    sql`insert into ${ticketAttachments} values ('nobody', (select min(id) from ${tickets}))`,
  ],
]

describe('npm run rebuild', () => {
  it('finds nothing in a season that was only lived', async () => {
    const { env } = aSeason()
    const { code, lines } = await rebuildCommand(['--check'], env)
    expect([code, lines.at(-1)]).toEqual([0, say.same])
  })

  it.each(tampered)(
    'finds what was done to %s, and makes it anew from history',
    async (table, statement) => {
      const { env, change } = aSeason()
      await change(statement)
      const found = await rebuildCommand(['--check'], env)
      expect(found.code).toBe(1)
      expect(found.lines.join('\n')).toContain(`\t${table}\t`)
      expect((await auditVerifyCommand([], env)).code).toBe(1)
      expect((await rebuildCommand([], env)).lines.at(-1)).toBe(say.mended)
      const after = await rebuildCommand(['--check'], env)
      expect([after.code, after.lines.at(-1)]).toEqual([0, say.same])
    },
  )

  it('names rows of tickets that no history knows', async () => {
    const { env, change } = aSeason()
    await change(
      sql`delete from ${events} where ${eq(events.ticketId, sql`(select min(id) from ${tickets})`)}`,
    )
    const { code, lines } = await rebuildCommand(['--check'], env)
    expect(code).toBe(1)
    expect(lines.join('\n')).toContain(say.kinds.extra)
  })
})
