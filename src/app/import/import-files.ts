import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { Ctx } from '#app/ctx.ts'
import {
  guessCategory,
  guessColumns,
  guessUrgency,
  meansSecrecy,
  standardMap,
} from './guess-map.ts'
import type { GuessedColumns } from './guess-map.ts'
import type { ImportFile, ImportedRow, SavedMap } from './import-files-port.ts'
import type { ImportMap } from './import-map.ts'
import { checkRows, importOrders } from './import-orders.ts'
import type { CheckedRow, NumberedRow, RowOutcome } from './import-orders.ts'

/** Rows imported before the next look at the clock. */
const rowsPerPart = 100
/** For so long one request imports. */
const patienceMs = 4_000
/** Files are forgotten after so long. */
const keptMs = 7 * 86_400_000
const recentMost = 10
const valuesMost = 60

/** Whoever writes work orders down may bring them in as a spreadsheet. */
function mayImport({ role }: Actor): boolean {
  return role === 'operator' || role === 'dispatcher'
}

export type HandedIn = {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly NumberedRow[]
}

/**
 * Keeps a spreadsheet that was read, sealed, for its owner to check; the map that fits it best is taken. Files of
 * a week ago are forgotten. Refuses 'not-allowed' for all but operators and dispatchers.
 */
export async function handInImport(ctx: Ctx, given: HandedIn): Promise<ImportFile | Refusal> {
  if (!mayImport(ctx.actor)) return refuse('not-allowed')
  await ctx.importFiles.forget(ctx.now() - keptMs)
  const { name, header, rows } = given
  const fitting = (await ctx.importFiles.maps()).find(({ map }) => fits(map, header))
  const map = fitting?.map ?? mapOf(guessColumns(header), rows)
  const file: ImportFile = {
    id: ctx.newId(),
    by: ctx.actor.id,
    at: ctx.now(),
    name,
    header,
    rows: rows.length,
    map,
  }
  await ctx.importFiles.put(file, inParts(rows))
  ctx.log.info('import.handed-in', { file: file.id, rows: rows.length })
  return file
}

function inParts(rows: readonly NumberedRow[]): readonly (readonly NumberedRow[])[] {
  const count = Math.ceil(rows.length / rowsPerPart)
  return Array.from({ length: count }, (_, at) =>
    rows.slice(at * rowsPerPart, (at + 1) * rowsPerPart),
  )
}

function fits({ columns }: ImportMap, header: readonly string[]): boolean {
  return Object.values(columns).every(
    (heading) => heading === undefined || header.includes(heading),
  )
}

/** Different values of a column, in the order they come, not too many. */
export function valuesIn(rows: readonly NumberedRow[], heading: string | undefined): string[] {
  if (heading === undefined) return []
  const found = new Set(rows.map(({ cells }) => (cells[heading] ?? '').trim()))
  return [...found].filter((value) => value !== '').slice(0, valuesMost)
}

/** A whole map from its columns: what their values mean is guessed. null while a required column is missing. */
export function mapOf(columns: GuessedColumns, rows: readonly NumberedRow[]): ImportMap | null {
  const { sourceNumber, text, receivedAt, ...others } = columns
  if (sourceNumber === undefined || text === undefined || receivedAt === undefined) return null
  const guessed = <T>(heading: string | undefined, guess: (word: string) => T | null) =>
    Object.fromEntries(
      valuesIn(rows, heading).flatMap((value): [string, T][] => {
        const meant = guess(value)
        return meant === null ? [] : [[value, meant]]
      }),
    )
  return {
    ...standardMap,
    columns: { sourceNumber, text, receivedAt, ...others },
    categories: guessed(columns.category, guessCategory),
    urgencies: guessed(columns.urgency, guessUrgency),
    yes: valuesIn(rows, columns.secrecy).filter(meansSecrecy),
  }
}

/** A file with its rows, for whoever checks it. */
export type ImportView = {
  readonly file: ImportFile
  readonly rows: readonly NumberedRow[]
  /** What would become of each row, or what is wrong with it; empty while the columns are not known. */
  readonly checked: readonly CheckedRow[]
  readonly outcomes: readonly ImportedRow[]
  readonly maps: readonly SavedMap[]
}

/** How far an import has come: a row has an outcome once it has been dealt with. */
export type ImportProgress = Pick<ImportView, 'file' | 'outcomes'>

/** A file of one's own, read whole. Refuses 'not-found' for anybody else's and for one that was forgotten. */
export async function readImport(ctx: Ctx, id: string): Promise<ImportView | Refusal> {
  const progress = await readProgress(ctx, id)
  if ('refused' in progress) return progress
  const { map } = progress.file
  const rows = (await ctx.importFiles.parts(id)).flatMap((part) => part.rows)
  const checked = map === null ? [] : checkRows(ctx, rows, map)
  return { ...progress, rows, checked, maps: await ctx.importFiles.maps() }
}

/** How far the import of a file of one's own has come; its rows stay sealed. Refuses as `readImport`. */
export async function readProgress(ctx: Ctx, id: string): Promise<ImportProgress | Refusal> {
  const file = await ownFile(ctx, id)
  return 'refused' in file ? file : { file, outcomes: await ctx.importFiles.outcomes(id) }
}

/** One's own files, newest first. Refuses 'not-allowed' for all but operators and dispatchers. */
export async function recentImports(ctx: Ctx): Promise<readonly ImportFile[] | Refusal> {
  if (!mayImport(ctx.actor)) return refuse('not-allowed')
  return ctx.importFiles.ofAccount(ctx.actor.id, recentMost)
}

/** How the columns of a file are read from now on; kept under a name for later files too, when one is given. */
export async function mapImport(
  ctx: Ctx,
  {
    id,
    map,
    saveAs,
  }: { readonly id: string; readonly map: ImportMap; readonly saveAs: string | null },
): Promise<ImportFile | Refusal> {
  const file = await ownFile(ctx, id)
  if ('refused' in file) return file
  await ctx.importFiles.setMap(id, map)
  if (saveAs !== null) {
    await ctx.importFiles.saveMap({ name: saveAs, map, by: ctx.actor.id, at: ctx.now() })
  }
  return { ...file, map }
}

/**
 * Imports the rows of a file, part by part, until they are all in or the time of one request is over: then it is
 * called again. A part that was under way when the house stopped is imported again, which changes nothing.
 * Refuses 'not-found', and 'invalid-input' while the columns are not known.
 */
export async function runImport(
  ctx: Ctx,
  id: string,
): Promise<{ readonly isDone: boolean } | Refusal> {
  const file = await ownFile(ctx, id)
  if ('refused' in file) return file
  if (file.map === null) return refuse('invalid-input', { fields: 'columns' })
  const until = ctx.now() + patienceMs
  for (;;) {
    const part = await ctx.importFiles.nextPart(id)
    if (part === null) break
    const outcomes = await importOrders(ctx, part.rows, file.map)
    await ctx.importFiles.finishPart(id, part.index, outcomes.map(told))
    if (ctx.now() >= until) return { isDone: (await ctx.importFiles.nextPart(id)) === null }
  }
  ctx.log.info('import.done', { file: id, rows: file.rows })
  return { isDone: true }
}

/** Forgets a file of one's own. */
export async function dropImport(ctx: Ctx, id: string): Promise<true | Refusal> {
  const file = await ownFile(ctx, id)
  if ('refused' in file) return file
  await ctx.importFiles.drop(id)
  return true
}

/** Forgets files that were handed in long ago; for the timers. */
export function forgetImports(ctx: Ctx): Promise<void> {
  return ctx.importFiles.forget(ctx.now() - keptMs)
}

async function ownFile(ctx: Ctx, id: string): Promise<ImportFile | Refusal> {
  if (!mayImport(ctx.actor)) return refuse('not-allowed')
  const file = await ctx.importFiles.get(id)
  return file === null || file.by !== ctx.actor.id ? refuse('not-found') : file
}

function told(outcome: RowOutcome): ImportedRow {
  const number = 'number' in outcome ? outcome.number : null
  return { line: outcome.row.line, outcome: outcome.outcome, number }
}
