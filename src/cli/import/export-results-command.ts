import { extname } from 'node:path'
import { importResults } from '#app/import/import-results.ts'
import type { Period } from '#app/intake/source-readers.ts'
import { readW3cTime } from '#app/tools/w3c-time.ts'
import type { Done } from './import-command.ts'
import { CliFault, readArgs, readMap, withDatabase } from '#cli/setup.ts'
import type { Env } from '#cli/setup.ts'
import { writeTable } from './import-table.ts'
import { importTexts } from './import-texts.ts'
import { fillText } from '#cli/texts.ts'

const options = {
  map: { type: 'string' },
  db: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const

const day = 24 * 3_600_000

/**
 * npm run export-results: what has become of imported work orders, in the form they came in. `--from` and
 * `--to` are days in Beijing, both included, of when they were imported.
 */
export async function exportResultsCommand(argv: readonly string[], env: Env): Promise<Done> {
  const { words, options: given } = readArgs(argv, options, importTexts.exportUsage)
  const [path] = words
  const { map: mapPath, db } = given
  if (path === undefined || words.length > 1 || typeof mapPath !== 'string') {
    throw new CliFault(importTexts.exportUsage)
  }
  if (!['.xlsx', '.csv'].includes(extname(path).toLowerCase())) {
    throw new CliFault(fillText(importTexts.badFormat, { path }))
  }
  const map = readMap(mapPath)
  const period = { from: dayOf(given['from'], 0), to: dayOf(given['to'], Infinity) + day }
  const dbPath = typeof db === 'string' ? db : undefined
  const table = await withDatabase(env, dbPath, (ctx) => importResults(ctx, map, finite(period)))
  await writeTable(path, table, map.sheet)
  return {
    lines: [fillText(importTexts.exported, { count: table.rows.length, path })],
    code: 0,
  }
}

function dayOf(given: string | boolean | undefined, otherwise: number): number {
  if (typeof given !== 'string') return otherwise
  const at = readW3cTime(given)
  if (at === null) throw new CliFault(importTexts.exportUsage)
  return at
}

/** An open end as a number the database takes. */
function finite({ from, to }: Period): Period {
  return { from, to: Math.min(to, Number.MAX_SAFE_INTEGER) }
}
