import { mask } from '#intents/personal/index.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import type { ImportMap } from './import-map.ts'
import { readRow } from './import-row.ts'
import type { Cells, RowFault } from './import-row.ts'
import { openBySource } from '#app/intake/open-by-source.ts'
import type { SourceReport } from '#app/intake/open-by-source.ts'

/** A row with where it stands in its file, from 1 as spreadsheets count. */
export type NumberedRow = { readonly line: number; readonly cells: Cells }

export type RowOutcome =
  /** 'changed': it had come before and says something else now; nothing has been done about it. */
  | {
      readonly outcome: 'opened' | 'known' | 'changed'
      readonly row: NumberedRow
      readonly number: string
    }
  | { readonly outcome: 'bad'; readonly row: NumberedRow; readonly faults: readonly RowFault[] }
  | { readonly outcome: 'refused'; readonly row: NumberedRow; readonly refused: RefusalCode }

export type CheckedRow = {
  readonly row: NumberedRow
  readonly read: SourceReport | readonly RowFault[]
}

/** What an import would do, row by row; nothing is stored. */
export function checkRows(
  ctx: Ctx,
  rows: readonly NumberedRow[],
  map: ImportMap,
): readonly CheckedRow[] {
  return rows.map((row) => ({ row, read: readRow(row.cells, map, ctx.now()) }))
}

/**
 * Work orders of another system, row by row: each good one is a ticket under its own number there; one that is
 * there already ('known', or 'changed' when the row says something else now) changes nothing, so a file can be
 * imported again. A bad row stops no other.
 */
export async function importOrders(
  ctx: Ctx,
  rows: readonly NumberedRow[],
  map: ImportMap,
): Promise<readonly RowOutcome[]> {
  const outcomes: RowOutcome[] = []
  for (const { row, read } of checkRows(ctx, rows, map)) {
    outcomes.push(await importRow(ctx, row, read))
  }
  return outcomes
}

async function importRow(
  ctx: Ctx,
  row: NumberedRow,
  read: CheckedRow['read'],
): Promise<RowOutcome> {
  if (!('channel' in read)) return { outcome: 'bad', row, faults: read }
  const opened = await openBySource(ctx, read)
  if (isRefusal(opened)) return { outcome: 'refused', row, refused: opened.refused }
  const { number } = opened.ticket.opened
  if (opened.isNew) return { outcome: 'opened', row, number }
  return { outcome: saysTheSame(opened.ticket, read) ? 'known' : 'changed', row, number }
}

/** Whether a row still says what its ticket was opened with. Of an erased ticket nobody can tell. */
function saysTheSame({ opened }: Ticket, { text, receivedAt }: SourceReport): boolean {
  const erased = opened.text === ''
  return erased || (opened.text === mask(text) && opened.receivedAt === receivedAt)
}
