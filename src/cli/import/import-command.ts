import { rmSync } from 'node:fs'
import { extname } from 'node:path'
import { checkRows, importOrders } from '#app/import/import-orders.ts'
import type { RowOutcome } from '#app/import/import-orders.ts'
import type { ImportMap } from '#app/import/import-map.ts'
import type { ReadTable } from '#doors/spreadsheet/lines.ts'
import { reasonFor, rejectedTable } from '#web/desk/import/rejected-rows.ts'
import type { RejectedRow } from '#web/desk/import/rejected-rows.ts'
import { tableFaultTexts } from '#web/desk/import/texts.ts'
import { CliFault, readArgs, readMap, whyOf, withDatabase } from '#cli/setup.ts'
import type { Env } from '#cli/setup.ts'
import { kindOf, readTable, writeTable } from './import-table.ts'
import { importTexts } from './import-texts.ts'
import { fillText } from '#cli/texts.ts'

const options = {
  map: { type: 'string' },
  db: { type: 'string' },
  check: { type: 'boolean' },
} as const

/** `code`: 0 all rows are in, 2 some are not (see the file of bad rows), 1 nothing was read. */
export type Done = { readonly lines: readonly string[]; readonly code: number }

/**
 * npm run import: work orders of another system from a spreadsheet. Good rows become tickets, bad ones go to a
 * file beside it with the reason; the same file again changes nothing. Throws CliFault with what to do.
 */
export async function importCommand(argv: readonly string[], env: Env): Promise<Done> {
  const { words, options: given } = readArgs(argv, options, importTexts.importUsage)
  const [path] = words
  const { map: mapPath, db, check } = given
  if (path === undefined || words.length > 1 || typeof mapPath !== 'string') {
    throw new CliFault(importTexts.importUsage)
  }
  const map = readMap(mapPath)
  const table = await readOrders(path, map)
  const dbPath = typeof db === 'string' ? db : undefined
  const outcomes = await withDatabase(env, dbPath, async (ctx) =>
    check === true
      ? checkRows(ctx, table.rows, map).flatMap(({ row, read }) =>
          'channel' in read ? [] : [{ outcome: 'bad', row, faults: read } as const],
        )
      : importOrders(ctx, table.rows, map),
  )
  const rejected = outcomes.flatMap((outcome): RejectedRow[] => {
    const reason = reasonFor(outcome)
    return reason === null ? [] : [{ row: outcome.row, reason }]
  })
  const written = await writeRejected(path, table, { rejected, sheet: map.sheet })
  const summary =
    check === true ? checkedLine(table, rejected.length) : importedLine(outcomes, rejected.length)
  return { lines: [summary, ...written], code: rejected.length === 0 ? 0 : 2 }
}

async function readOrders(path: string, map: ImportMap): Promise<ReadTable> {
  if (kindOf(path) === null) throw new CliFault(fillText(importTexts.badFormat, { path }))
  const table = await readTable(path, map.sheet).catch((error: unknown) => {
    throw new CliFault(fillText(importTexts.noFile, { path, why: whyOf(error) }))
  })
  if ('fault' in table) throw new CliFault(fillText(tableFaultTexts[table.fault], table.slots))
  const named = Object.values(map.columns).filter((name) => name !== undefined)
  const missing = named.filter((name) => !table.header.includes(name))
  if (missing.length === 0) return table
  throw new CliFault(fillText(importTexts.missingColumns, { columns: missing.join('、') }))
}

type Rejected = {
  readonly rejected: readonly RejectedRow[]
  readonly sheet: string | undefined
}

async function writeRejected(
  path: string,
  { header }: ReadTable,
  { rejected, sheet }: Rejected,
): Promise<readonly string[]> {
  const extension = extname(path)
  const badPath = `${path.slice(0, -extension.length)}.bad${extension}`
  if (rejected.length === 0) {
    rmSync(badPath, { force: true })
    return []
  }
  await writeTable(badPath, rejectedTable(header, rejected), sheet)
  return [fillText(importTexts.badFile, { path: badPath })]
}

function importedLine(outcomes: readonly RowOutcome[], bad: number): string {
  const count = (kind: RowOutcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === kind).length
  return fillText(importTexts.imported, {
    total: outcomes.length,
    opened: count('opened'),
    known: count('known'),
    bad,
  })
}

function checkedLine({ rows }: ReadTable, bad: number): string {
  return fillText(importTexts.checked, { total: rows.length, good: rows.length - bad, bad })
}
