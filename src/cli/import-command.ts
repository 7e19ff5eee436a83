import { rmSync } from 'node:fs'
import { extname } from 'node:path'
import { checkRows, importOrders } from '#app/import-orders.ts'
import type { NumberedRow, RowOutcome } from '#app/import-orders.ts'
import type { ImportMap } from '#app/import-map.ts'
import type { RowFault } from '#app/import-row.ts'
import { CliFault, readArgs, readMap, whyOf, withDatabase } from './import-setup.ts'
import type { Env } from './import-setup.ts'
import { readTable, writeTable } from './import-table.ts'
import type { ReadTable } from './import-table.ts'
import { importTexts } from './import-texts.ts'
import { fillText } from './texts.ts'

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
  const bad = outcomes.flatMap(badRow)
  const written = await writeBad(path, { ...table, sheet: map.sheet }, bad)
  const summary =
    check === true ? checkedLine(table, bad.length) : importedLine(outcomes, bad.length)
  return { lines: [summary, ...written], code: bad.length === 0 ? 0 : 2 }
}

async function readOrders(path: string, map: ImportMap): Promise<ReadTable> {
  const table = await readTable(path, map.sheet).catch((error: unknown) => {
    throw new CliFault(fillText(importTexts.noFile, { path, why: whyOf(error) }))
  })
  if ('fault' in table) throw new CliFault(fillText(importTexts[table.fault], table.slots))
  const named = Object.values(map.columns).filter((name) => name !== undefined)
  const missing = named.filter((name) => !table.header.includes(name))
  if (missing.length === 0) return table
  throw new CliFault(fillText(importTexts.missingColumns, { columns: missing.join('、') }))
}

type BadRow = { readonly row: NumberedRow; readonly reason: string }

function badRow(outcome: RowOutcome): readonly BadRow[] {
  const { row } = outcome
  if (outcome.outcome === 'bad') return [{ row, reason: outcome.faults.map(reasonOf).join('；') }]
  if (outcome.outcome !== 'refused') return []
  return [{ row, reason: fillText(importTexts.refused, { code: outcome.refused }) }]
}

function reasonOf({ code, column, detail }: RowFault): string {
  return fillText(importTexts.faults[code], { column, detail })
}

/** The bad rows as they came, with line and reason before them: put right, the file can be imported itself. */
async function writeBad(
  path: string,
  { header, sheet }: ReadTable & { readonly sheet: string | undefined },
  bad: readonly BadRow[],
): Promise<readonly string[]> {
  const extension = extname(path)
  const badPath = `${path.slice(0, -extension.length)}.bad${extension}`
  if (bad.length === 0) {
    rmSync(badPath, { force: true })
    return []
  }
  const own: readonly string[] = [importTexts.line, importTexts.reason]
  const kept = header.filter((heading) => heading !== '' && !own.includes(heading))
  const rows = bad.map(({ row, reason }) => [
    String(row.line),
    reason,
    ...kept.map((heading) => row.cells[heading] ?? ''),
  ])
  await writeTable(badPath, { header: [...own, ...kept], rows }, sheet)
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
