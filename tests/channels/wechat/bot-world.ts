import { onTestFinished, vi } from 'vitest'
import { log, types } from 'wechaty'
import type { payloads } from 'wechaty'
import { mock, PuppetMock } from 'wechaty-puppet-mock'
import type { BotRecord } from '#app/outbox/bot-port.ts'
import type { Ctx } from '#app/ctx.ts'
import type { Transcriber } from '#app/files/attachments-port.ts'
import type { OutboxTrouble, TicketRow } from '#app/ports.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openSqlite } from '#db/sqlite.ts'
import { startBot } from '#channels/wechat/wechaty-bot.ts'
import type { RunningBot } from '#channels/wechat/wechaty-bot.ts'
import { botFetcher, botSender } from '#channels/wechat/wechaty-send.ts'
import type { LiveBot } from '#channels/wechat/wechaty-send.ts'
import { makeBackground } from '#server/background.ts'
import { readConfig } from '#server/config.ts'
import { openHouse } from '#server/house.ts'
import type { House } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { start } from '#tests/support/build.ts'

// Wechaty writes to the terminal by itself.
log.level('silent')

type MockContact = mock.ContactMock
type MockRoom = mock.RoomMock

const secret = 'a master secret for tests, 32+ characters'
export const botName = '密云环保小助手'

/** Somebody in WeChat. */
type Somebody = {
  readonly contact: MockContact
  /** Everything the bot has said to them in private. */
  readonly heard: () => readonly string[]
  /** Says something to the bot; what they hear back. */
  readonly says: (text: string) => Promise<readonly string[]>
  /** Sends something else than words; what they hear back. */
  readonly sends: (what: Sent) => Promise<readonly string[]>
}

type Sent =
  | { readonly file: Parameters<MockContact['say']>[0] }
  | { readonly location: payloads.Location }
  | { readonly type: types.Message }

export type BotWorld = {
  readonly house: House
  readonly bot: RunningBot
  /** How long the bot waited between its tries to connect, milliseconds. */
  readonly waits: readonly number[]
  readonly mocker: () => mock.Mocker
  readonly puppet: () => PuppetMock
  /** How many connections there have been. */
  readonly connections: () => number
  /** Signs the bot's account in; resolves when it is online. */
  readonly signIn: () => Promise<MockContact>
  readonly somebody: (parts?: Partial<payloads.Contact>) => Somebody
  /** A group of these people and the bot; what the bot says there is heard. */
  readonly group: (...people: readonly Somebody[]) => {
    readonly room: MockRoom
    readonly heard: () => readonly string[]
    readonly says: (from: Somebody, text: string, mentioned?: boolean) => void
  }
  readonly until: (state: BotRecord['state']) => Promise<BotRecord>
  readonly settled: () => Promise<void>
  readonly tickets: () => Promise<readonly TicketRow[]>
  readonly troubles: () => Promise<readonly OutboxTrouble[]>
}

type Given = {
  /** How many connections fail before one does not. */
  readonly failing?: number
  readonly transcribe?: Transcriber
  readonly meddle?: (ctx: Ctx) => Ctx
}

/** What the mock puppet lacks: locations of our own, and what was sent by it. */
class OwnMock extends PuppetMock {
  readonly places = new Map<string, payloads.Location>()
  readonly sent: { readonly to: string; readonly text: string }[] = []

  override async messageSendText(to: string, text: string): Promise<void> {
    await super.messageSendText(to, text)
    this.sent.push({ to, text })
  }

  override messageLocation(id: string): Promise<payloads.Location> {
    const place = this.places.get(id)
    return place === undefined ? Promise.reject(new Error('no place')) : Promise.resolve(place)
  }
}

/** The bot on Wechaty's own mock puppet, in a house of its own beside the server's; ends with the test. */
export async function openBot(given: Given = {}): Promise<BotWorld> {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  const database = openSqlite(':memory:')
  const background = makeBackground(silentLog)
  const read = readConfig({ HUIYING_WECHATY: 'mock' })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const config = { ...read.config, database: ':memory:', secret }
  const live: LiveBot = { wechaty: null }
  const waits: number[] = []
  const common = {
    database,
    config,
    secret,
    baseUrl: 'http://localhost',
    log: silentLog,
    cleanImage: imageCleanerOnNode(),
  }
  const door = { send: botSender(live), fetch: botFetcher(live) }
  const pause = (ms: number) => {
    waits.push(ms)
    return Promise.resolve()
  }
  const house = await openHouse(common)
  const own = await openHouse({
    ...common,
    bot: door,
    pause,
    ...(given.transcribe === undefined ? {} : { transcribe: given.transcribe }),
  })
  const meddle = given.meddle ?? ((ctx: Ctx) => ctx)
  const puppets: OwnMock[] = []
  let failing = given.failing ?? 0
  const bot = startBot({
    ctx: () => meddle(own.ctxFor(null)),
    live,
    fetch: door.fetch,
    makePuppet: () => {
      failing -= 1
      if (failing >= 0) return Promise.reject(new Error('unreachable'))
      puppets.push(new OwnMock({ mocker: new mock.Mocker() }))
      return Promise.resolve(last(puppets))
    },
    memory: null,
    holder: 'this process',
    background: background.run,
  })
  onTestFinished(async () => {
    await bot.stop()
    await background.idle()
    database.close()
    vi.useRealTimers()
  })
  const until: BotWorld['until'] = (state) =>
    vi.waitFor(async () => {
      const record = await house.ports.bots.read()
      if (record?.state !== state) throw new Error(`is ${String(record?.state)}`)
      return record
    })
  const settled = async () => {
    await bot.stored()
    await background.idle()
  }
  const people = makePeople(() => last(puppets), settled)
  return {
    house,
    bot,
    waits,
    mocker: () => last(puppets).mocker,
    puppet: () => last(puppets),
    connections: () => puppets.length,
    signIn: async () => {
      const puppet = await vi.waitFor(() => {
        if (!last(puppets).state.active()) throw new Error('not started')
        return last(puppets)
      })
      const account = puppet.mocker.createContact({ id: 'bot', name: botName })
      puppet.mocker.login(account)
      await until('online')
      return account
    },
    ...people,
    until,
    settled,
    tickets: async () =>
      (await house.ports.readers.list({ sort: 'newest', limit: 50, offset: 0 })).rows,
    troubles: () => house.ports.outbox.troubles(50),
  }
}

function last<T>(list: readonly T[]): T {
  const found = list.at(-1)
  if (found === undefined) throw new Error('none yet')
  return found
}

function makePeople(
  puppetOf: () => OwnMock,
  settled: () => Promise<void>,
): Pick<BotWorld, 'somebody' | 'group'> {
  let made = 0
  const account = () => puppetOf().mocker.ContactMock.load('bot')
  const somebody: BotWorld['somebody'] = (parts = {}) => {
    made += 1
    const { mocker } = puppetOf()
    const contact = mocker.createContact({ id: `wxid${String(made)}`, name: '市民', ...parts })
    const heard = () => heardAt(puppetOf(), contact.id)
    const after = async (act: () => void) => {
      const before = heard().length
      vi.setSystemTime(Date.now() + 20_000)
      act()
      await vi.waitFor(() => {
        if (heard().length === before) throw new Error('no answer yet')
      })
      await settled()
      return heard().slice(before)
    }
    return {
      contact,
      heard,
      says: (text) =>
        after(() => {
          contact.say(text).to(account())
        }),
      sends: (what) =>
        after(() => {
          send(puppetOf(), contact, what)
        }),
    }
  }
  const group: BotWorld['group'] = (...people) => {
    const { mocker } = puppetOf()
    const memberIdList = ['bot', ...people.map(({ contact }) => contact.id)]
    const room = mocker.createRoom({ memberIdList, topic: '小区业主群' })
    const heard = () => heardAt(puppetOf(), room.id)
    const says = ({ contact }: Somebody, text: string, mentioned = true) => {
      contact.say(text, mentioned ? [account()] : []).to(room)
    }
    return { room, heard, says }
  }
  return { somebody, group }
}

function heardAt({ sent }: OwnMock, id: string): readonly string[] {
  return sent.filter(({ to }) => to === id).map(({ text }) => text)
}

function send(puppet: OwnMock, contact: MockContact, what: Sent): void {
  const account = puppet.mocker.ContactMock.load('bot')
  if ('file' in what) {
    contact.say(what.file).to(account)
    return
  }
  const id = `message-${String(puppet.places.size)}-${String(Date.now())}`
  if ('location' in what) puppet.places.set(id, what.location)
  const type = 'location' in what ? types.Message.Location : what.type
  const timestamp = Date.now()
  puppet.mocker.MessageMock.create({
    id,
    type,
    timestamp,
    talkerId: contact.id,
    listenerId: account.id,
  })
  puppet.emit('message', { messageId: id })
}
