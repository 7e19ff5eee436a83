import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import { eachHistory } from '#app/evaluation/audit.ts'
import { receiveFiles } from '#app/files/receive-files.ts'
import { handInImport, runImport } from '#app/import/import-files.ts'
import { openByPhone, phoneInput } from '#app/intake/open-by-phone.ts'
import { openBySource } from '#app/intake/open-by-source.ts'
import type { InboundMessage } from '#app/messages.ts'
import { decideOnFlooding } from '#app/talk/decide-flooding.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { noChange } from '#app/tickets/plan-change.ts'
import { runTimers } from '#app/timers/run-timers.ts'
import { keeping, tables } from '#db/keeping.ts'
import type { TableName } from '#db/keeping.ts'
import { isRefusal } from '#domain/refusal.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { endedStatuses } from '#domain/ticket/status.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import { steps } from '#domain/ticket/steps/index.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { openApp } from '#tests/app/app-world.ts'
import {
  aCitizen,
  aDispatcher,
  anOfficer,
  anOperator,
  aPlace,
  day,
  hour,
} from '#tests/support/build.ts'
import { aJpeg } from '#tests/support/media.ts'
import { openMarked } from './world.ts'
import type { MarkedWorld } from './world.ts'

/** A name, a telephone number and a flat of nobody: whoever finds one of them has found a person. */
const markers = ['钟离婉贞', '13912345678', '7号楼3单元502'] as const
/** These, what of the marks in every field gets past the mask, and the ids by which a person is known. */
const everyMarker = [...markers, '紫藤暗号', '慕容雪梅', 'citizen-ticket-', 'talk-ticket-'] as const

/** Words with all of them; `tag` tells one from another. */
function markedWords(tag: string): string {
  const [name, phone, flat] = markers
  return `（${tag}）我叫${name}，电话${phone}，住${flat}`
}

type App = Pick<MarkedWorld, 'clock' | 'database'> & { readonly ctx: Ctx; readonly folder: string }

/** The app over a file; `full`: with a ticket for every command there is, marks in all that anybody wrote. */
async function openInFolder(full: boolean): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-erased-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const path = join(folder, 'huiying.db')
  if (!full) return { ...(await openApp(undefined, path)), folder }
  const { house, clock, database } = await openMarked('never', path)
  return { ctx: house.ctxFor(null), clock, database, folder }
}

/** What of the markers lies on the disk, however it may be written there, and in which file. */
function foundIn(folder: string): string[] {
  const spellings = everyMarker.flatMap((marker) => {
    const escaped = [...marker]
      .map((sign) => (sign < '~' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))
      .join('')
    const utf16 = Buffer.from(marker, 'utf16le')
    return [
      Buffer.from(marker),
      Buffer.from(escaped),
      Buffer.from(escaped.toUpperCase().replaceAll('\\U', '\\u')),
      utf16,
      Buffer.from(utf16).swap16(),
    ].map((bytes) => ({ marker, bytes }))
  })
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .flatMap((name) => {
      const file = readFileSync(join(folder, name))
      return spellings
        .filter(({ bytes }) => file.includes(bytes))
        .map(({ marker }) => `${name}: ${marker}`)
    })
}

/** Columns that say something of somebody, with a row in which they still do. */
async function leftIn({ database }: App): Promise<string[]> {
  const found: string[] = []
  // Safe because the keys of a literal are what it was written with.
  for (const name of Object.keys(keeping) as TableName[]) {
    const { open, goes }: { readonly open: unknown; readonly goes: readonly string[] } =
      keeping[name]
    if (open === 'all' || goes.includes('account') || name === 'events') continue
    const personal = Object.keys(getTableColumns(tables[name])).filter(
      (column) => !(open as readonly string[]).includes(column),
    )
    for (const row of await database.db.select().from(tables[name])) {
      // Of an entry of the journal a digest stays, and its salt goes.
      if ('salt' in row && (row.salt === null || row.personal.length === 0)) continue
      const said = new Map<string, unknown>(Object.entries(row))
      const left = personal.filter((column) => !['', null].includes(said.get(column) as null))
      found.push(...left.map((column) => `${name}.${column}`))
    }
  }
  return [...new Set(found)]
}

/** Two years, and the days that some lives take. */
const retention = 745 * day

/** Time passes without anybody; the timers run on, over a night. */
async function pass({ ctx, clock }: App, ms: number): Promise<void> {
  clock.now += ms
  // What a round forgets may set free what the next one erases.
  for (let round = 0; round < 60; round += 1) {
    clock.now += hour
    await runTimers(ctx)
  }
}

/** Whatever is still open ends: given up by whoever told it. Those merged into it are open again, and end too. */
async function endAll(ctx: Ctx): Promise<void> {
  let open = 0
  for await (const history of eachHistory(ctx)) {
    const ticket = fold(history[0]?.ticketId ?? '', history)
    if (ticket === null || ended.has(ticket.status)) continue
    const command = { type: 'withdraw', reason: markedWords('withdraw') } as const
    const done = await changeTicket({ ...ctx, actor: anOperator() }, ticket.id, command)
    if (isRefusal(done)) throw new Error(`${ticket.status}: ${done.refused}`)
    open += 1
  }
  if (open > 0) await endAll(ctx)
}

const ended: ReadonlySet<TicketStatus> = new Set(endedStatuses)

/** Somebody with name, number and a chat, about whom something is told by every door. */
async function tellThroughDoors(app: App): Promise<void> {
  const { ctx } = app
  const message = aMessage('来自群众', { type: 'text', text: markedWords('chat') })
  await receiveMessage(ctx, message)
  const personId = await ctx.people.ensure('line', message.sender)
  await ctx.people.setContact(personId, { name: markers[0], phone: markers[1] })
  await throughDoors(app, personId)
}

let sent = 0

function aMessage(who: string, content: InboundMessage['content']): InboundMessage {
  sent += 1
  return {
    id: `line:${markers[1]}:${String(sent)}`,
    channel: 'line',
    sender: markedWords(who === '来自群众' ? 'sender' : who),
    at: Date.UTC(2026, 10, 23, 1),
    content,
    replyToken: null,
  }
}

describe('After a ticket has been erased', () => {
  it('nothing anybody wrote in any field of any step, at any door, is left in any file', async () => {
    const app = await openInFolder(true)
    await tellThroughDoors(app)
    await endAll(app.ctx)
    app.database.truncateLog()
    const found = new Set(foundIn(app.folder).map((line) => line.replace(/^.*: /, '')))
    expect([...found].sort()).toEqual([...everyMarker].sort())

    await pass(app, retention)
    const rows = await app.database.db.select().from(tables.tickets)
    expect(rows.filter(({ erasedAt }) => erasedAt === null)).toEqual([])
    expect(rows.length).toBeGreaterThan(steps.length)
    expect(await leftIn(app)).toEqual([])
    expect(foundIn(app.folder)).toEqual([])
    app.database.close()
    expect(foundIn(app.folder)).toEqual([])
  })
})

describe('People who never had a ticket', () => {
  it('are forgotten after a month of silence, with all they said and sent', async () => {
    const app = await openInFolder(false)
    const { ctx } = app
    await sayWithoutTicket(app)
    app.database.truncateLog()
    expect(await leftIn(app)).toEqual(expect.arrayContaining(whatTheyLeave))
    expect(filesIn(app.folder)).toHaveLength(2)

    await pass(app, 20 * day)
    expect(await ctx.people.hasPhone(await ctx.people.ensure('hotline', caller))).toBe(true)
    await pass(app, 40 * day)
    expect(await leftIn(app)).toEqual([])
    expect(filesIn(app.folder)).toEqual([])
    expect(foundIn(app.folder)).toEqual([])
  })
})

const caller = '13987654321'

/** One of each kind of what somebody leaves who gets no ticket. */
const whatTheyLeave = [
  ...['people.sealedSender', 'people.sealedPhone', 'people.sealedName', 'dialogues.sealedState'],
  ...['inbox.sealedMessage', 'outboxMessages.sealedMessage', 'transcript.personId'],
  ...['attachments.file', 'floodRecords.data', 'journal.data'],
  ...['importFiles.name', 'importParts.sealedRows'],
]

/** A draft, a photo, a pin, a recording, messages set aside, a call that broke off, a sheet that is no good. */
async function sayWithoutTicket(app: App): Promise<void> {
  const { ctx } = app
  const fails = () => Promise.reject(new TypeError('no'))
  await receiveMessage(ctx, aMessage('chat', { type: 'text', text: markedWords('chat') }))
  const pin = { coordinates: { lat: 40.37, lon: 116.84 }, label: markedWords('pin') }
  await receiveMessage(ctx, aMessage('chat', { type: 'location', ...pin }))
  const photo = { id: 'web:photo', channel: 'web-chat', sender: markedWords('web') } as const
  await receiveFiles(ctx, { ...photo, files: [aJpeg()] })
  const poison = aMessage('poison', { type: 'text', text: markedWords('poison') })
  await ctx.inbox.put(poison)
  for (let tries = 0; tries < 20; tries += 1) await ctx.inbox.failed(poison.id, 'error')
  const call = phoneInput.parse({ ...aCall('00000000-0000-4000-8000-000000000001'), phone: caller })
  const broken: Ctx = { ...ctx, actor: anOperator(), store: { ...ctx.store, commit: fails } }
  await expect(openByPhone(broken, call)).rejects.toThrow('no')
  await floodOf(app, await ctx.people.ensure('line', markedWords('chat')))
  await ctx.attachments.put({
    id: 'left-over',
    personId: 'somebody',
    channel: 'line',
    mediaType: 'image/jpeg',
    bytes: aJpeg(),
    location: { lat: 40.37, lon: 116.84 },
    at: ctx.now(),
  })
  await importSheet(ctx)
}

async function floodOf({ ctx }: App, personId: string): Promise<void> {
  const by = { id: 'system', role: 'system', name: 'system' } as const
  const suspected = { type: 'suspected', data: { cases: 9, messages: 9 } } as const
  const record = { ...suspected, personId, seq: 1, at: ctx.now(), by }
  await ctx.store.commit({ ...noChange, flooding: [record] })
  const desk = { ...ctx, actor: aDispatcher() }
  const decided = await decideOnFlooding(desk, personId, {
    type: 'keep',
    reason: markedWords('flooding'),
  })
  expect(isRefusal(decided)).toBe(false)
  await ctx.people.read(personId, aDispatcher(), markedWords('reading'), ctx.now())
}

async function importSheet(given: Ctx): Promise<void> {
  const ctx = { ...given, actor: anOperator() }
  const cells = { 工单编号: '', 诉求内容: markedWords('row'), 来电时间: markedWords('time') }
  const header = Object.keys(cells)
  const rows = [{ line: 2, cells }]
  const file = await handInImport(ctx, { name: `${markers[0]}.xlsx`, header, rows })
  if (isRefusal(file)) throw new Error(file.refused)
  await runImport(ctx, file.id)
}

function aCall(entry: string) {
  return {
    entry,
    text: `果园西里楼下饭店油烟很大。${markedWords('call')}`,
    phone: markers[1],
    name: markers[0],
    category: 'catering-fumes',
    town: '110118002',
    village: markedWords('village').slice(0, 50),
    spot: markedWords('spot'),
    when: markedWords('when'),
    unit: null,
    urgency: 'general',
    secrecy: false,
    callback: { ask: true, hours: markedWords('hours') },
  }
}

/** Tickets by the telephone and by another system, an over-full chat, and who looked at them and why. */
async function throughDoors(app: App, personId: string): Promise<void> {
  const { ctx } = app
  const desk = { ...ctx, actor: anOperator() }
  const called = await openByPhone(
    desk,
    phoneInput.parse(aCall('00000000-0000-4000-8000-000000000002')),
  )
  if (isRefusal(called)) throw new Error(called.refused)
  const reported = await openBySource(ctx, {
    kind: 'complaint',
    channel: 'import',
    sourceNumber: `WD-${markers[1]}`,
    text: markedWords('report'),
    category: 'odor',
    place: aPlace({ spot: markedWords('spot'), told: markedWords('told') }),
    urgency: 'general',
    when: markedWords('when'),
    secrecy: false,
    note: markedWords('note'),
    person: { sender: `phone:${markers[1]}`, name: markers[0], phone: markers[1] },
    receivedAt: ctx.now(),
  })
  if (isRefusal(reported)) throw new Error(reported.refused)
  for (const { id } of [...called.tickets, reported.ticket]) {
    await ctx.people.originalText(id, aDispatcher(), markedWords('reading'), ctx.now())
    for (const actor of [aDispatcher(), anOfficer('ecology-bureau')]) {
      await changeTicket({ ...ctx, actor }, id, { type: 'note', text: markedWords('desk') })
    }
    const { opened } = (await ticketOf(ctx, id)) ?? {}
    const citizen = aCitizen({ id: opened?.citizenId ?? '' })
    await changeTicket({ ...ctx, actor: citizen }, id, {
      type: 'withdraw',
      reason: markedWords(''),
    })
  }
  await floodOf(app, personId)
}

async function ticketOf(ctx: Ctx, id: string): Promise<Ticket | null> {
  return fold(id, await ctx.store.history(id))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^files.[0-9a-f]{2}./.test(name),
  )
}
