import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { importResults } from '#app/import/import-results.ts'
import { exportResultsCommand } from '#cli/import/export-results-command.ts'
import { importCommand } from '#cli/import/import-command.ts'
import type { Done } from '#cli/import/import-command.ts'
import { CliFault, readMap, withDatabase } from '#cli/setup.ts'
import { readTable, writeTable } from '#cli/import/import-table.ts'
import type { ReadTable } from '#doors/spreadsheet/lines.ts'
import type { Ctx } from '#app/ctx.ts'

export const mapPath = new URL('../../../docs/import/12345-map.example.json', import.meta.url)
  .pathname
const secret = 'a master secret for tests, 32+ characters'

export const header = [
  '工单编号',
  '诉求内容',
  '受理时间',
  '来电人',
  '联系电话',
  '所属街乡镇',
  '问题地址',
  '问题分类',
  '紧急程度',
  '是否保密',
] as const

type Heading = (typeof header)[number]

/** A row as the city's platform writes it; override what the test is about. */
export function anOrder(n: number, more: Partial<Record<Heading, string>> = {}): readonly string[] {
  const cells: Record<Heading, string> = {
    工单编号: `20261120${String(n).padStart(6, '0')}`,
    诉求内容: '楼下饭店油烟直排，窗户都不敢开，希望尽快解决。',
    受理时间: '2026-11-20 09:05:00',
    来电人: '李红',
    联系电话: '13800138000',
    所属街乡镇: '果园街道',
    问题地址: '果园西里3号楼底商',
    问题分类: '餐饮油烟',
    紧急程度: '一般',
    是否保密: '否',
    ...more,
  }
  return header.map((heading) => cells[heading])
}

export type ImportWorld = {
  readonly path: (name: string) => string
  /** Writes a spreadsheet by its ending. */
  readonly sheet: (name: string, rows: readonly (readonly string[])[]) => Promise<string>
  readonly imports: (path: string, ...more: readonly string[]) => Promise<Done>
  readonly exports: (name: string, ...more: readonly string[]) => Promise<Done>
  readonly reads: (path: string) => Promise<ReadTable>
  readonly inDatabase: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  readonly results: () => ReturnType<typeof importResults>
}

/** A folder with a database of its own; ends with the test. */
export function openImports(): ImportWorld {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-import-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const path = (name: string) => join(folder, name)
  const env = { HUIYING_SECRET: secret }
  const db = ['--db', path('huiying.db')]
  const inDatabase: ImportWorld['inDatabase'] = (work) =>
    withDatabase(env, path('huiying.db'), work)
  return {
    path,
    sheet: async (name, rows) => {
      const map = readMap(mapPath)
      await writeTable(path(name), { header, rows }, map.sheet)
      return path(name)
    },
    imports: (file, ...more) => importCommand([file, '--map', mapPath, ...db, ...more], env),
    exports: (name, ...more) =>
      exportResultsCommand([path(name), '--map', mapPath, ...db, ...more], env),
    reads: async (file) => {
      const read = await readTable(file)
      if ('fault' in read) throw new Error(read.fault)
      return read
    },
    inDatabase,
    results: () => inDatabase((ctx) => importResults(ctx, readMap(mapPath))),
  }
}

/** What a command that fails says. */
export async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof CliFault)) throw new Error('no fault for the person at the terminal')
  return error.message
}
