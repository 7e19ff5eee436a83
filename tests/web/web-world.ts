import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { noMedia } from '#app/files/media-tools.ts'
import type { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import type { Transcriber } from '#app/files/attachments-port.ts'
import type { Ctx } from '#app/ctx.ts'
import { makeNumbers } from '#app/tools/numbers.ts'
import type { Change, TicketChange } from '#app/ports.ts'
import type { OutboundMessage } from '#app/messages.ts'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import type { Actor } from '#domain/roles.ts'
import type { WebDeps } from '#doors/deps.ts'
import type { Account, StaffAuth } from '#doors/staff-auth.ts'
import { aChange, aDialogue } from '#tests/db/build.ts'
import { monday } from '#tests/db/world.ts'

const secret = 'a master secret for tests, 32+ characters'
const nobody: Actor = { id: 'anonymous', role: 'citizen', unit: null, name: '' }
const quiet = () => undefined

/** Pages over a database in memory, with a clock turned by hand and sign-in by a header. */
export type WebWorld = {
  readonly deps: WebDeps
  readonly ctx: Ctx
  readonly clock: { now: number }
  readonly closing: AbortController
  readonly commit: (parts: Partial<Change>) => Promise<void>
  /** Stores what the bot said to a web sender, in order. */
  readonly botSays: (
    sender: string,
    ...messages: readonly Partial<OutboundMessage>[]
  ) => Promise<void>
}

/** Opens a world for one test; it is closed when the test ends. */
export async function openWebWorld(
  staff: Account | null = null,
  transcribe: Transcriber | null = null,
): Promise<WebWorld> {
  const database = openSqlite(':memory:')
  onTestFinished(() => {
    database.close()
  })
  const clock = { now: monday }
  const closing = new AbortController()
  let made = 0
  const newId = () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`
  const ports = createPorts(database, await makeSeal(secret), { now: () => clock.now, newId })
  const giveNumbers = makeNumbers(ports.readers)
  const ctxFor = (actor: Actor | null): Ctx => ({
    giveNumbers,
    ...ports,
    senders: {},
    actor: actor ?? nobody,
    now: () => clock.now,
    newId,
    media: { ...noMedia, cleanImage: imageCleanerOnNode(), transcribe },
    pause: () => Promise.resolve(),
    randomBytes: (n) => new Uint8Array(n).map((_, index) => (made + index * 7) % 256),
    log: { info: quiet, warn: quiet, error: quiet },
  })
  const ctx = ctxFor(null)
  const commit = async (parts: Partial<Change>) => {
    if ((await ctx.store.commit(aChange(parts))) !== 'committed') throw new Error('conflict')
  }
  const deps: WebDeps = {
    auth: authOf(staff),
    ctxFor,
    secret,
    secure: false,
    origin: null,
    clientIp: () => null,
    closing: closing.signal,
  }
  const botSays: WebWorld['botSays'] = async (sender, ...messages) => {
    const personId = await ctx.people.ensure('web-chat', sender)
    const known = await ctx.dialogues.find('web-chat', sender)
    const id = known?.id ?? newId()
    const version = (known?.version ?? 0) + 1
    const batch = newId()
    await commit({
      dialogue: aDialogue({ id, personId, channel: 'web-chat', version }),
      outbox: messages.map((message, index) => ({
        id: newId(),
        dialogueId: id,
        channel: 'web-chat',
        personId,
        inReplyTo: null,
        batch,
        index,
        text: '',
        choices: [],
        questionId: null,
        asks: null,
        card: null,
        language: 'zh-hans',
        createdAt: clock.now,
        ...message,
      })),
    })
  }
  return { deps, ctx, clock, closing, commit, botSays }
}

/** Tickets as several use cases in a row would have stored them. */
export async function store(world: WebWorld, ...changes: readonly TicketChange[]): Promise<void> {
  for (const change of changes) await world.commit({ tickets: [change] })
}

function authOf(account: Account | null): StaffAuth {
  const session = () =>
    Promise.resolve(account === null ? null : { account, sessionId: 'session-1' })
  // Safe because these pages ask for nothing but the session.
  return { session } as unknown as StaffAuth
}

export function anAccount(role: Account['role'], parts: Partial<Account> = {}): Account {
  return {
    id: `account-${role}`,
    username: role,
    name: '周敏',
    role,
    unit: null,
    disabled: false,
    mustChangePassword: false,
    hasSecondFactor: false,
    mustAddFactor: false,
    ...parts,
  }
}

/** A browser: keeps its cookies, follows nothing, posts forms. */
export function openBrowser(pages: Hono | { readonly fetch: Hono['fetch'] }) {
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie === '' ? {} : { cookie }), ...(init.headers as object) }
    const answer = await pages.fetch(new Request(`http://localhost${path}`, { ...init, headers }))
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const at = pair.indexOf('=')
      const name = pair.slice(0, at)
      if (attributes.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, pair.slice(at + 1))
    }
    return answer
  }
  return {
    jar,
    get: (path: string, headers: Record<string, string> = {}) => ask(path, { headers }),
    post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(form), headers }),
    read: async (path: string) => (await ask(path)).text(),
  }
}

/** The random id in a browser's chat cookie. */
export function senderOf(browser: ReturnType<typeof openBrowser>): string {
  const value = decodeURIComponent(browser.jar.get('huiying_chat') ?? '')
  return value.slice('chat.'.length, value.lastIndexOf('.'))
}
