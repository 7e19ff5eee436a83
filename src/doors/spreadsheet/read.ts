import { mostMegabytes } from './bounds.ts'
import { readCsv } from './csv.ts'
import { faultOf } from './fault.ts'
import type { TableFault } from './fault.ts'
import { tableOf } from './lines.ts'
import type { Line, ReadTable } from './lines.ts'
import { readXlsx } from './xlsx.ts'

/** `name`: the file's; what is called .xlsx and is none is no CSV either. `sheet`: its name; the first when left out. */
export type TableWanted = { readonly name?: string; readonly sheet?: string | undefined }

/** Reads a spreadsheet: `readTable` itself, or a way to run it elsewhere. */
export type TableReader = (
  bytes: Uint8Array,
  wanted?: TableWanted,
) => Promise<ReadTable | TableFault>

/**
 * A spreadsheet's headings and rows as text, told by its bytes: .xlsx, or CSV in UTF-8, GB 18030 or UTF-16. Empty
 * rows are left out; times are written as the sheet shows them. What costs more than an honest table (bounds.ts) is
 * a fault that names the place.
 */
export async function readTable(
  bytes: Uint8Array,
  { name = '', sheet }: TableWanted = {},
): Promise<ReadTable | TableFault> {
  if (bytes.length > mostMegabytes * 1024 * 1024) return faultOf('tooLarge', { max: mostMegabytes })
  if (bytes.length === 0) return faultOf('empty')
  const lines = await linesOf(bytes, name, sheet)
  return 'fault' in lines ? lines : tableOf(lines)
}

const zipped = [0x50, 0x4b]
/** What old .xls files begin with, and .xlsx files behind a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0]

async function linesOf(
  bytes: Uint8Array,
  name: string,
  sheet?: string,
): Promise<readonly Line[] | TableFault> {
  const begins = (signs: readonly number[]) => signs.every((byte, index) => bytes[index] === byte)
  if (begins(compound)) return faultOf('oldXls')
  if (begins(zipped)) return readXlsx(bytes, sheet)
  return /\.xlsx?$/i.test(name) ? faultOf('notTable') : readCsv(bytes)
}
