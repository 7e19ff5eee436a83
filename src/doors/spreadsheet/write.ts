import writeXlsxFile from 'write-excel-file/universal'
import type { Table } from '#app/import/import-results.ts'

export type TableKind = 'xlsx' | 'csv'

export const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<TableKind, string>

/** A table as the bytes of a file: .xlsx, or CSV in UTF-8 that office software recognises. */
export async function writeTable(
  kind: TableKind,
  { header, rows }: Table,
  sheet?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = [header, ...rows].map((line) => line.map(harmless))
  if (kind === 'csv') {
    const text = lines.map((line) => line.map(quoted).join(',')).join('\r\n')
    return new TextEncoder().encode(`\ufeff${text}\r\n`)
  }
  const cells = lines.map((line) => line.map((value) => ({ type: String, value })))
  const blob = await writeXlsxFile(cells, { ...(sheet === undefined ? {} : { sheet }) }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

/** Office software runs a cell that begins like a formula; a leading apostrophe makes it words again. */
function harmless(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
