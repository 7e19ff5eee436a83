import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { Table } from '#app/import/import-results.ts'
import { mostMegabytes } from '#doors/spreadsheet/bounds.ts'
import { faultOf } from '#doors/spreadsheet/fault.ts'
import type { TableFault } from '#doors/spreadsheet/fault.ts'
import type { ReadTable } from '#doors/spreadsheet/lines.ts'
import { readTable as readBytes } from '#doors/spreadsheet/read.ts'
import { writeTable as tableBytes } from '#doors/spreadsheet/write.ts'
import type { TableKind } from '#doors/spreadsheet/write.ts'

/** The kind of file a path's ending names; null for any other. */
export function kindOf(path: string): TableKind | null {
  const extension = extname(path).toLowerCase()
  return extension === '.xlsx' ? 'xlsx' : extension === '.csv' ? 'csv' : null
}

/** A spreadsheet's headings and rows as text. Throws when the file cannot be opened. */
export async function readTable(path: string, sheet?: string): Promise<ReadTable | TableFault> {
  if (statSync(path).size > mostMegabytes * 1024 * 1024) {
    return faultOf('tooLarge', { max: mostMegabytes })
  }
  return readBytes(readFileSync(path), { name: path, sheet })
}

/** Writes a table, by the file's ending; readable by its owner alone. */
export async function writeTable(path: string, table: Table, sheet?: string): Promise<void> {
  const bytes = await tableBytes(kindOf(path) ?? 'csv', table, sheet)
  writeFileSync(path, bytes, { mode: 0o600 })
}
