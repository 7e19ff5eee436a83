import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import type { Database } from '#db/database.ts'
import { openSqlite } from '#db/sqlite.ts'
import { fillFixture } from './fixture-house.ts'
import { fixtureTexts } from './texts-fixture.ts'
import { fillText } from '#cli/texts.ts'

/**
 * Keeps a small database of this release, which every later one has to open: `tests/fixtures/releases/<version>`,
 * the database compressed, its attachments beside it. `--to`: another folder.
 */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } })
  // Safe because it is our own file.
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const to = values.to ?? join('tests', 'fixtures', 'releases', version)
  const folder = mkdtempSync(join(tmpdir(), 'huiying-fixture-'))
  const database = openSqlite(join(folder, 'huiying.db'))
  await fillFixture(database)
  const counted = await countsOf(database)
  const image = gzipSync(database.image(), { level: 9 })
  database.close()
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, 'huiying.db.gz'), image)
  if (existsSync(join(folder, 'files')))
    cpSync(join(folder, 'files'), join(to, 'files'), { recursive: true })
  rmSync(folder, { recursive: true })
  const kilobytes = Math.round(image.length / 1024)
  console.log(fillText(fixtureTexts.done, { path: to, kilobytes, ...counted }))
}

async function countsOf({
  db,
}: Database): Promise<{ readonly count: number; readonly events: number }> {
  const [row] = await db.all<{ count: number; events: number }>(
    sql`select count(distinct ticketId) as count, count(*) as events from events`,
  )
  return row ?? { count: 0, events: 0 }
}

await main(process.argv.slice(2))
