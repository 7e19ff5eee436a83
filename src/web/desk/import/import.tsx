import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { plainName } from '#app/tools/bound-message.ts'
import { standardMap } from '#app/import/guess-map.ts'
import {
  dropImport,
  handInImport,
  mapImport,
  readImport,
  readProgress,
  recentImports,
  runImport,
} from '#app/import/import-files.ts'
import type { ImportView } from '#app/import/import-files.ts'
import { importResults } from '#app/import/import-results.ts'
import type { Table } from '#app/import/import-results.ts'
import { makeSlots, uploadSlots } from '#app/tools/slots.ts'
import { mostMegabytes } from '#doors/spreadsheet/bounds.ts'
import { readTable } from '#doors/spreadsheet/read.ts'
import type { TableReader } from '#doors/spreadsheet/read.ts'
import { mediaTypes, writeTable } from '#doors/spreadsheet/write.ts'
import type { TableKind } from '#doors/spreadsheet/write.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { StaffEnv, WebDeps } from '#doors/deps.ts'
import { readFieldTime } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { refusalPage } from '#web/refusals.tsx'
import { faultsInWords, rejectedTable } from './rejected-rows.ts'
import type { RejectedRow } from './rejected-rows.ts'
import { requireRole } from '#web/session.ts'
import { importTexts, rowTexts, tableFaultTexts } from './texts.ts'
import { readForm, valueOf } from '#web/form.ts'
import { ImportCheck, ImportDone } from './import-check.tsx'
import { mapIn, savedNameIn } from './import-form.ts'
import { ImportStart } from './import-start.tsx'
import { Notice } from '#web/components/pieces.tsx'

const say = importTexts
const dayMs = 86_400_000

async function start(c: Context<StaffEnv>, fault: string | null) {
  const ctx = c.get('ctx')
  const recent = await recentImports(ctx)
  if (isRefusal(recent)) return refusalPage(c, recent)
  const maps = await ctx.importFiles.maps()
  const page = <ImportStart {...{ staff: c.get('staff'), recent, maps, fault }} />
  return c.html(page, fault === null ? 200 : 422)
}

async function upload(c: Context<StaffEnv>, readBytes: TableReader) {
  const { file, sheet } = await c.req.parseBody()
  if (!(file instanceof File) || file.name === '') return start(c, say.noFile)
  const name = plainName(file.name, 100)
  const wanted = typeof sheet === 'string' && sheet.trim() !== '' ? sheet.trim() : undefined
  const table = await readBytes(new Uint8Array(await file.arrayBuffer()), { name, sheet: wanted })
  if ('fault' in table) return start(c, fill(tableFaultTexts[table.fault], table.slots))
  const kept = await handInImport(c.get('ctx'), { name, ...table })
  return isRefusal(kept) ? refusalPage(c, kept) : c.redirect(`/desk/import/${kept.id}`, 303)
}

function refused(c: Context<StaffEnv>, refusal: Refusal) {
  return refusal.refused === 'not-found' ? start(c, say.gone) : refusalPage(c, refusal)
}

async function page(c: Context<StaffEnv>, told: string | null = null) {
  const ctx = c.get('ctx')
  const staff = c.get('staff')
  const id = c.req.param('id') ?? ''
  const progress = await readProgress(ctx, id)
  if (isRefusal(progress)) return refused(c, progress)
  if (progress.outcomes.length > 0) {
    return c.html(<ImportDone staff={staff} progress={progress} />)
  }
  const view = await readImport(ctx, id)
  if (isRefusal(view)) return refused(c, view)
  const notice = told === null ? null : <Notice kind="good">{told}</Notice>
  return c.html(<ImportCheck staff={staff} view={view} told={notice} />)
}

async function remap(c: Context<StaffEnv>) {
  const ctx = c.get('ctx')
  const id = c.req.param('id') ?? ''
  const form = await readForm(c)
  const view = await readImport(ctx, id)
  if (isRefusal(view)) return refusalPage(c, view)
  const saved = view.maps.find(({ name }) => name === valueOf(form, 'saved'))
  const map = valueOf(form, 'do') === 'use' ? (saved?.map ?? null) : mapIn(form, view)
  if (map === null) return page(c)
  const saveAs = savedNameIn(form)
  const mapped = await mapImport(ctx, { id, map, saveAs })
  if (isRefusal(mapped)) return refusalPage(c, mapped)
  return page(c, saveAs === null ? null : fill(say.savedNow, { name: saveAs }))
}

async function run(c: Context<StaffEnv>) {
  const id = c.req.param('id') ?? ''
  const ran = await runImport(c.get('ctx'), id)
  return isRefusal(ran) ? refusalPage(c, ran) : c.redirect(`/desk/import/${id}`, 303)
}

/** What is not in, and why: by the check before the import, by what became of each row after it. */
function rejectedIn({ checked, outcomes }: ImportView): readonly RejectedRow[] {
  const known = new Map(outcomes.map((one) => [one.line, one]))
  return checked.flatMap(({ row, read }) => {
    if (!('channel' in read)) return [{ row, reason: faultsInWords(read) }]
    const { outcome = 'opened', number = null } = known.get(row.line) ?? {}
    if (outcome === 'changed') {
      return [{ row, reason: fill(rowTexts.changed, { number: number ?? '' }) }]
    }
    return outcome === 'refused' ? [{ row, reason: rowTexts.refused }] : []
  })
}

async function rejected(c: Context<StaffEnv>, kind: TableKind) {
  const view = await readImport(c.get('ctx'), c.req.param('id') ?? '')
  if (isRefusal(view)) return refusalPage(c, view)
  const { header, name } = view.file
  const table = rejectedTable(header, rejectedIn(view))
  const stem = name.replace(/\.[a-z]+$/i, '')
  return download(c, { table, kind, name: `${stem}.bad.${kind}`, sheet: view.file.map?.sheet })
}

async function results(c: Context<StaffEnv>) {
  const ctx = c.get('ctx')
  const day = (name: string, otherwise: number) => {
    const given = c.req.query(name) ?? ''
    return given === '' ? otherwise : readFieldTime(given)
  }
  const [from, to] = [day('from', 0), day('to', Number.MAX_SAFE_INTEGER - dayMs)]
  if (from === null || to === null || from > to) return start(c, say.badPeriod)
  const saved = (await ctx.importFiles.maps()).find(({ name }) => name === c.req.query('map'))
  const map = saved?.map ?? standardMap
  const table = await importResults(ctx, map, { from, to: to + dayMs })
  const kind = c.req.query('as') === 'csv' ? 'csv' : 'xlsx'
  return download(c, { table, kind, name: `${say.export}.${kind}`, sheet: map.sheet })
}

type Download = {
  readonly table: Table
  readonly kind: TableKind
  readonly name: string
  readonly sheet: string | undefined
}

async function download(c: Context<StaffEnv>, { table, kind, name, sheet }: Download) {
  const bytes = await writeTable(kind, table, sheet)
  return c.body(bytes, 200, {
    'content-type': mediaTypes[kind],
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
}

/** Work orders of another system: a spreadsheet handed in, checked, imported; results taken home in the same form. */
export function importPages(deps: Pick<WebDeps, 'readTable' | 'uploads'> = {}): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  const importers = requireRole('operator', 'dispatcher')
  const readBytes = deps.readTable ?? readTable
  const maxSize = (mostMegabytes + 1) * 1024 * 1024
  const tooLarge = (c: Context<StaffEnv>) =>
    start(c, fill(tableFaultTexts.tooLarge, { max: mostMegabytes }))
  app.use('/desk/import/*', importers)
  app.get('/desk/import', (c) => start(c, null))
  const uploads = deps.uploads ?? makeSlots(uploadSlots.perKey, uploadSlots.inAll)
  app.post('/desk/import', bodyLimit({ maxSize, onError: tooLarge }), (c) => {
    const leave = uploads.begin(c.get('staff').account.id)
    return leave === null ? start(c, say.busy) : upload(c, readBytes).finally(leave)
  })
  app.get('/desk/import/results', results)
  app.get('/desk/import/:id', (c) => page(c))
  app.post('/desk/import/:id', remap)
  app.post('/desk/import/:id/run', run)
  app.get('/desk/import/:id/rejected.xlsx', (c) => rejected(c, 'xlsx'))
  app.get('/desk/import/:id/rejected.csv', (c) => rejected(c, 'csv'))
  app.post('/desk/import/:id/remove', async (c) => {
    const dropped = await dropImport(c.get('ctx'), c.req.param('id'))
    return isRefusal(dropped) ? refusalPage(c, dropped) : c.redirect('/desk/import', 303)
  })
  return app
}
