import type { RowOutcome, NumberedRow } from '#app/import/import-orders.ts'
import type { Table } from '#app/import/import-results.ts'
import type { RowFault } from '#app/import/import-row.ts'
import { fill } from '#doors/labels.ts'
import { rowFaultTexts, rowTexts } from './texts.ts'

/** A row that is not in, and why. */
export type RejectedRow = { readonly row: NumberedRow; readonly reason: string }

/** Everything that is wrong with a row, in words. */
export function faultsInWords(faults: readonly RowFault[]): string {
  return faults
    .map(({ code, column, detail }) => fill(rowFaultTexts[code], { column, detail }))
    .join('；')
}

/** Why an outcome is to be looked at; null when all is well with it. */
export function reasonFor(outcome: RowOutcome): string | null {
  switch (outcome.outcome) {
    case 'opened':
    case 'known':
      return null
    case 'changed':
      return fill(rowTexts.changed, { number: outcome.number })
    case 'bad':
      return faultsInWords(outcome.faults)
    case 'refused':
      return rowTexts.refused
  }
}

/** The rejected rows as they came, with line and reason before them: put right, the file can be imported itself. */
export function rejectedTable(header: readonly string[], rejected: readonly RejectedRow[]): Table {
  const own: readonly string[] = [rowTexts.line, rowTexts.reason]
  const kept = header.filter((heading) => heading !== '' && !own.includes(heading))
  const rows = rejected.map(({ row, reason }) => [
    String(row.line),
    reason,
    ...kept.map((heading) => row.cells[heading] ?? ''),
  ])
  return { header: [...own, ...kept], rows }
}
