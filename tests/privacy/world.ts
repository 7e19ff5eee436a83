import { onTestFinished } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { noChange, planTicket } from '#app/tickets/plan-change.ts'
import { openSqlite } from '#db/sqlite.ts'
import { isRefusal } from '#domain/refusal.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import type { TicketCommand, TicketCommandType } from '#domain/ticket/steps/index.ts'
import type { UnitId } from '#routing/units.ts'
import { createApp } from '#server/app.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { readConfig } from '#server/config.ts'
import { openHouse } from '#server/house.ts'
import { aDispatcher, start } from '#tests/support/build.ts'
import { markedLives } from '#tests/support/marked.ts'
import type { Given } from '#tests/support/marked.ts'
import { makeBrowser } from '#tests/web/desk/desk-world.ts'

/** Words of somebody whom all of it would give away: a name, a number in an unusual spelling, a flat. */
const mark = '紫藤暗号，我叫慕容雪梅，电话１３９－１２３４．５６７８，家住7号楼3单元502'
/** What of it tells who it is, however it is written. */
export const telling = /慕容|雪梅|１３９|１２３４|５６７８|1391234|12345678|3单元|单元502/u
/** Any of it. */
export const anyWord = new RegExp(`紫藤|暗号|${telling.source}`, 'u')

type Variant = 'from the first word' | 'only at the end' | 'never'

const password = 'long-enough-1'

/** The whole app with a ticket for every command there is, marks in all that anybody wrote; it logs into `logged`. `path`: its file. */
export async function openMarked(variant: Variant, path = ':memory:') {
  const read = readConfig({ HUIYING_DB: ':memory:' })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const clock = { now: start }
  const database = openSqlite(path)
  onTestFinished(() => {
    database.close()
  })
  const logged: string[] = []
  const write = (event: string, fields: object = {}) => {
    logged.push(`${event} ${JSON.stringify(fields)}`)
  }
  const house = await openHouse({
    database,
    config: read.config,
    secret: 'a master secret for tests, 32+ characters',
    baseUrl: 'http://localhost',
    log: { info: write, warn: write, error: write },
    cleanImage: imageCleanerOnNode(),
    now: () => clock.now,
  })
  const app = createApp(house, {
    url: 'http://localhost',
    background: () => undefined,
    serveStatic: (_, next) => next(),
    clientIp: () => '192.0.2.1',
  })
  const browser = () => makeBrowser((request) => Promise.resolve(app.request(request)))
  const tickets: { command: TicketCommandType; id: string; number: string }[] = []
  for (const [command, life] of markedLives(mark)) {
    if (life === null) throw new Error(`no life reaches ${command}`)
    const serial = tickets.length + 1
    const id = `ticket-${String(serial)}`
    const number = ticketNumber('20261123', serial)
    for (const step of secretAsOf(life, variant)) {
      clock.now = step.now
      await give(house, id, { ...step, command: numbered(step.command, number, id) })
    }
    tickets.push({ command, id, number })
  }
  let made = 0
  const signedIn = async (unit: UnitId | null, role: 'officer' | 'dispatcher' = 'officer') => {
    made += 1
    const username = `someone.${String(made)}`
    const account = await house.auth.createAccount(
      { username, name: '李建国', role, unit },
      password,
    )
    if ('denied' in account) throw new Error(account.denied)
    const own = browser()
    await own.post('/desk/sign-in', { username, password })
    const answer = await app.request('/api/v1/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    })
    const { token } = (await answer.json()) as { token: string } // safe because the account is new
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const ask = async (path: string, init: RequestInit = {}) =>
      (await app.request(`/api/v1${path}`, { ...init, headers })).text()
    const post = (path: string, body: unknown) =>
      ask(path, { method: 'POST', body: JSON.stringify(body) })
    return { page: own.get, api: (path: string) => ask(path), post }
  }
  return { house, app, clock, browser, database, logged, tickets, signedIn }
}

export type MarkedWorld = Awaited<ReturnType<typeof openMarked>>

/** The opening with its own number, and its citizen of its own. */
function numbered(command: TicketCommand, number: string, id: string): TicketCommand {
  if (command.type !== 'open') return command
  const own = { number, caseId: `case-${id}`, citizenId: `citizen-${id}`, dialogueId: `talk-${id}` }
  return { ...command, opened: { ...command.opened, ...own } }
}

/** After these nobody asks for secrecy: it was asked, nobody is left to ask, or words are published. */
const settles = new Set<TicketCommandType>(['keep-secret', 'erase', 'publish'])

function secretAsOf(life: readonly Given[], variant: Variant): readonly Given[] {
  if (variant === 'never' || life.some(({ command }) => settles.has(command.type))) return life
  if (variant === 'from the first word') return life.map(secret)
  const now = life.at(-1)?.now ?? start
  return [...life, { command: { type: 'keep-secret' }, actor: aDispatcher(), now }]
}

function secret(step: Given): Given {
  const { command } = step
  if (command.type !== 'open') return step
  return { ...step, command: { ...command, opened: { ...command.opened, secrecy: true } } }
}

async function give(
  house: Awaited<ReturnType<typeof openHouse>>,
  id: string,
  { command, actor }: Given,
): Promise<void> {
  const ctx = house.ctxFor(actor.role === 'citizen' ? { ...actor, id: `citizen-${id}` } : actor)
  if (command.type !== 'open') {
    const done = await changeTicket(ctx, id, command)
    if (isRefusal(done)) throw new Error(`${command.type} refused: ${done.refused}`)
    return
  }
  const planned = planTicket(ctx, id, null, [command])
  if (isRefusal(planned)) throw new Error(`open refused: ${planned.refused}`)
  await ctx.store.commit({ ...noChange, tickets: [planned] })
}
