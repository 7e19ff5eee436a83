import sharp from 'sharp'
import { addTarget } from '#app/notices/manage-targets.ts'
import { earliestFrom } from '#app/settings/book.ts'
import { changeSetting } from '#app/settings/change-setting.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { recordOf } from '#app/talk/flooding.ts'
import { handInImport, mapImport, runImport } from '#app/import/import-files.ts'
import type { InboundMessage } from '#app/messages.ts'
import { noChange, system } from '#app/tickets/plan-change.ts'
import { receiveFiles } from '#app/files/receive-files.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { defaultChoices } from '#domain/notices/choices.ts'
import { isRefusal } from '#domain/refusal.ts'
import { statuses } from '#domain/ticket/status.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { SqliteDatabase } from '#db/sqlite.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { readConfig } from '#server/config.ts'
import { openHouse } from '#server/house.ts'
import type { House } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { actorOf } from '#doors/staff-auth.ts'
import type { Account } from '#doors/staff-auth.ts'
import { makeAccounts } from './season-people.ts'
import { fixtureTexts } from './texts-fixture.ts'
import { fillSeason } from './simulate-season.ts'

/** The same for every release, so that a test opens them all. No secret of anybody's. */
export const fixtureKeys = {
  secret: 'the key of a database that only tests open',
  password: 'huiying-fixture-1',
  /** When its season ends, UTC milliseconds. */
  now: Date.UTC(2026, 11, 1, 2),
  url: 'http://localhost',
  /** Who has a ticket and a photo, and who stopped in the middle: their browsers' ids. */
  told: '00000000-0000-4000-8000-000000000001',
  stopped: '00000000-0000-4000-8000-000000000002',
} as const

const season = { seed: 2027, days: 31, count: 110 }
const hour = 3_600_000

/** The house as tests open it over such a database: nothing is sent, the clock stands. */
export async function openFixture(
  database: SqliteDatabase,
  now: () => number = () => fixtureKeys.now,
): Promise<House> {
  const { secret, url: baseUrl } = fixtureKeys
  const read = readConfig({ HUIYING_SECRET: secret })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const cleanImage = imageCleanerOnNode()
  return openHouse({
    database,
    config: read.config,
    secret,
    baseUrl,
    log: silentLog,
    now,
    cleanImage,
  })
}

/** Fills a fresh database with something of everything that the house stores. */
export async function fillFixture(database: SqliteDatabase): Promise<void> {
  const house = await openFixture(database)
  const accounts = await makeAccounts(house.auth, fixtureKeys.password)
  await fillSeason(database, { ...season, ...fixtureKeys, accounts })
  const as = (username: string) => house.ctxFor(actorOf(named(accounts, username)))
  await talk(house.ctxFor(null))
  await importSheet(as('dispatcher'))
  await notify(as('admin'), accounts)
  await pointOut(house.ctxFor(system))
  await look(as('admin'))
  await set(as('admin'))
  const { referTo: to, referNote: note } = fixtureTexts
  await take(as('dispatcher'), 'pending', { type: 'refer', to, note })
  await take(as('admin'), 'closed', { type: 'erase' })
  await house.runTimers()
  await house.notifyStaff()
  await house.ports.archive.seal(fixtureKeys.now, 0)
  await missing(house)
}

function named(accounts: readonly Account[], username: string): Account {
  const found = accounts.find((account) => account.username === username)
  if (found === undefined) throw new Error(`no account ${username}`)
  return found
}

let said = 0

function fromWeb(sender: string, content: InboundMessage['content']): InboundMessage {
  said += 1
  const id = `web-chat:${String(said)}`
  return { id, channel: 'web-chat', sender, at: fixtureKeys.now, content, replyToken: null }
}

/** One person opens a ticket with a photo and supplements it, another stops in the middle, a message is set aside. */
async function talk(ctx: Ctx): Promise<void> {
  const { told, stopped } = fixtureKeys
  const text = (words: string) => ({ type: 'text', text: words }) as const
  await receiveMessage(ctx, fromWeb(told, text(fixtureTexts.complaint)))
  await press(ctx, told, 'confirm')
  await receiveMessage(ctx, fromWeb(told, text(fixtureTexts.supplement)))
  const grey = { width: 8, height: 8, channels: 3, background: '#888' } as const
  const photo = await sharp({ create: grey }).jpeg().toBuffer()
  const sent = { id: 'web-chat:photo', channel: 'web-chat', sender: told } as const
  await receiveFiles(ctx, { ...sent, files: [new Uint8Array(photo)] })
  await receiveMessage(ctx, fromWeb(stopped, text(fixtureTexts.unfinished)))
  const lost = fromWeb(stopped, text(fixtureTexts.supplement))
  await ctx.inbox.put(lost)
  for (let tries = 0; tries < 10; tries += 1) {
    await ctx.inbox.begin(lost.id)
    await ctx.inbox.failed(lost.id, 'Error')
  }
}

async function press(ctx: Ctx, sender: string, choiceId: string): Promise<void> {
  const entries = await ctx.dialogues.transcript('web-chat', sender, 0, 100)
  const asked = entries.findLast(({ choices }) => choices.some(({ id }) => id === choiceId))
  const label = asked?.choices.find(({ id }) => id === choiceId)?.label
  if (asked === undefined || asked.questionId === null || label === undefined)
    throw new Error(`not asked: ${choiceId}`)
  const { questionId } = asked
  await receiveMessage(ctx, fromWeb(sender, { type: 'choice', questionId, choiceId, label }))
}

async function importSheet(ctx: Ctx): Promise<void> {
  const { sheet: name, header, rows, sheetMap: saveAs } = fixtureTexts
  const cellsOf = (row: readonly string[]) =>
    Object.fromEntries(header.map((heading, column) => [heading, row[column] ?? '']))
  const numbered = rows.map((row, index) => ({ line: index + 2, cells: cellsOf(row) }))
  const file = done(await handInImport(ctx, { name, header, rows: numbered }))
  if (file.map === null) throw new Error('the columns of the sheet are not known')
  done(await mapImport(ctx, { id: file.id, map: file.map, saveAs }))
  done(await runImport(ctx, file.id))
}

async function notify(ctx: Ctx, accounts: readonly Account[]): Promise<void> {
  const choices = { ...defaultChoices, modes: { yellow: 'off' } } as const
  const address = 'https://hook.example.gov.cn/in'
  const group = { owner: 'dispatchers', way: 'webhook', label: fixtureTexts.target } as const
  done(await addTarget(ctx, { ...group, address, choices }))
  for (const { id } of accounts) await ctx.staff.choose(id, choices)
  const key = 'a key of the fixture'
  await ctx.clients.add({ name: 'fixmystreet', door: 'open311', key, at: ctx.now() })
  await ctx.bots.hold('fixture', { now: ctx.now(), staleBefore: 0 })
}

/** Somebody who wrote very much, pointed out and looked at. */
async function pointOut(ctx: Ctx): Promise<void> {
  const personId = await ctx.people.ensure('web-chat', fixtureKeys.told)
  const given = { personId, actor: ctx.actor, now: ctx.now() }
  const suspected = { type: 'suspected', data: { cases: 7, messages: 12 } } as const
  const kept = { type: 'blocked', data: { reason: fixtureTexts.flooding, until: ctx.now() + hour } }
  const first = recordOf(suspected, { ...given, records: [] })
  const second = recordOf({ ...kept, type: 'blocked' }, { ...given, records: [first] })
  await ctx.store.commit({ ...noChange, flooding: [first, second] })
}

async function set(ctx: Ctx): Promise<void> {
  const from = earliestFrom(ctx.now())
  const values = { contacted: 0.2, solved: 0.4, satisfied: 0.4 }
  done(await changeSetting(ctx, { setting: 'weights', values, from, reason: fixtureTexts.setting }))
}

/** Reads of personal data leave a mark. */
async function look(ctx: Ctx): Promise<void> {
  const personId = await ctx.people.ensure('web-chat', fixtureKeys.told)
  await ctx.people.read(personId, ctx.actor, fixtureTexts.reveal, ctx.now())
}

/** A step on the newest complaint of a status. */
async function take(ctx: Ctx, status: TicketStatus, command: TicketCommand): Promise<void> {
  const query = { statuses: [status], kind: 'complaint', sort: 'newest' } as const
  const { rows } = await ctx.readers.list({ ...query, limit: 1, offset: 0 })
  for (const { id } of rows) done(await changeTicket(ctx, id, command))
}

function done<T>(result: T): Exclude<T, { readonly refused: unknown }> {
  if (isRefusal(result)) throw new Error(JSON.stringify(result))
  // Safe because refusals have just been thrown.
  return result as Exclude<T, { readonly refused: unknown }>
}

/** Throws unless the season shows every status: it is what later releases are tried on. */
async function missing({ ports }: House): Promise<void> {
  for (const status of statuses) {
    const query = { statuses: [status], sort: 'newest', limit: 1, offset: 0 } as const
    const { total } = await ports.readers.list(query)
    if (total === 0) throw new Error(`no ticket is ${status}`)
  }
}
