import { FileBox } from 'file-box'
import { describe, expect, it, vi } from 'vitest'
import { types } from 'wechaty'
import { StorageUnavailable } from '#app/errors.ts'
import { system } from '#app/tickets/plan-change.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { shifted } from '#channels/wechat/earth.ts'
import { aJpeg, aSilk } from '#tests/support/media.ts'
import { botName, openBot } from './bot-world.ts'
import type { BotWorld } from './bot-world.ts'

const complaint = '果园街道果园新里小区楼下饭店油烟直排，每天晚上都很呛'
const jpeg = () => FileBox.fromBase64(Buffer.from(aJpeg()).toString('base64'), 'photo.jpg')
const recording = () => FileBox.fromBase64(Buffer.from(aSilk()).toString('base64'), 'voice.sil')

async function online() {
  const world = await openBot()
  await world.signIn()
  return world
}

async function attachmentsOf({ house, tickets }: BotWorld) {
  const [row] = await tickets()
  const history = await house.ports.store.history(row?.id ?? '')
  return history.flatMap(({ type, data }) =>
    type === 'opened' || type === 'supplemented' ? data.attachments : [],
  )
}

describe('Somebody writes to the bot', () => {
  it('a whole conversation becomes a ticket, and its receipt comes back', async () => {
    const world = await online()
    const citizen = world.somebody()
    const [summary] = await citizen.says(complaint)
    expect(summary).toMatch(/餐饮油烟[\s\S]*果园新里[\s\S]*1\. 确认/)
    const [receipt] = await citizen.says('1')
    const [ticket, ...others] = await world.tickets()
    expect(others).toEqual([])
    expect(ticket).toMatchObject({ channel: 'wechat-bot', category: 'catering-fumes' })
    expect(receipt).toContain(ticket?.number)
  })

  it('what a unit does afterwards is told to them', async () => {
    const world = await online()
    const citizen = world.somebody()
    await citizen.says(complaint)
    await citizen.says('1')
    const [ticket] = await world.tickets()
    const before = citizen.heard().length
    const actor = { ...system, role: 'officer', unit: 'ecology-bureau' } as const
    await changeTicket({ ...world.house.ctxFor(actor) }, ticket?.id ?? '', { type: 'accept' })
    await world.bot.round()
    expect(citizen.heard().slice(before).join()).toContain('签收')
  })

  it('the same message delivered twice is one ticket and one answer', async () => {
    const world = await online()
    const citizen = world.somebody()
    await citizen.says(complaint)
    await citizen.says('1')
    const heard = citizen.heard().length
    for (const messageId of world.mocker().cacheMessagePayload.keys()) {
      world.puppet().emit('message', { messageId })
    }
    await citizen.says('谢谢')
    expect(citizen.heard()).toHaveLength(heard + 1)
    expect(await world.tickets()).toHaveLength(1)
  })

  it('a photo is kept as evidence of their ticket', async () => {
    const world = await online()
    const citizen = world.somebody()
    await citizen.says(complaint)
    await citizen.says('1')
    await citizen.sends({ file: jpeg() })
    const [photo] = await attachmentsOf(world)
    expect(photo?.kind).toBe('image')
    const stored = await world.house.ports.attachments.open(photo?.id ?? '')
    expect(stored?.mediaType).toBe('image/jpeg')
  })

  it('a voice message is kept as evidence; without a transcriber its words are asked for', async () => {
    const world = await online()
    const citizen = world.somebody()
    await citizen.says(complaint)
    await citizen.says('1')
    await citizen.sends({ file: recording() })
    expect(await attachmentsOf(world)).toMatchObject([{ kind: 'audio' }])
  })

  it('with a transcriber a voice message counts as what was said in it', async () => {
    const transcribe = vi.fn(() => Promise.resolve(complaint))
    const world = await openBot({ transcribe })
    await world.signIn()
    const citizen = world.somebody()
    await citizen.sends({ file: recording() })
    await vi.waitFor(() => {
      expect(citizen.heard().join()).toContain('餐饮油烟')
    })
    expect(transcribe).toHaveBeenCalledExactlyOnceWith({
      mediaType: 'audio/silk',
      bytes: aSilk(),
    })
    await citizen.says('1')
    expect(await world.tickets()).toMatchObject([{ category: 'catering-fumes' }])
  })

  it('a location is read in the degrees of Chinese maps, and names the place', async () => {
    const world = await online()
    const citizen = world.somebody()
    await citizen.says('楼下饭店油烟直排，每天晚上都很呛')
    const { lat: latitude, lon: longitude } = shifted({ lat: 40.377867, lon: 116.84317 })
    const place = { latitude, longitude, accuracy: 20, name: '某某饭店', address: '鼓楼大街' }
    const heard = await citizen.sends({ location: place })
    expect(heard.join()).toContain('鼓楼')
  })

  it.each([
    ['a sticker', types.Message.Emoticon],
    ['a mini program', types.Message.MiniProgram],
    ['money', types.Message.RedEnvelope],
    ['a location the puppet cannot read', types.Message.Location],
  ])('%s is answered with a request for words', async (_, type) => {
    const world = await online()
    const heard = await world.somebody().sends({ type })
    expect(heard.join()).toMatch(/文字|说/)
  })

  it('what the bot itself, WeChat or an official account says is not answered', async () => {
    const world = await online()
    const account = world.mocker().ContactMock.load('bot')
    const shop = world.somebody({ type: types.Contact.Official })
    const team = world.somebody({ id: 'weixin' })
    for (const { contact } of [shop, team]) contact.say(complaint).to(account)
    const citizen = world.somebody()
    account.say(complaint).to(citizen.contact)
    await citizen.says('你好')
    expect([shop, team].flatMap(({ heard }) => heard())).toEqual([])
    expect(citizen.heard()).toHaveLength(1)
  })
})

describe('In a group', () => {
  it('words that do not mention the bot are not for it', async () => {
    const world = await online()
    const citizen = world.somebody()
    const group = world.group(citizen)
    group.says(citizen, complaint, false)
    await citizen.says('你好')
    expect(citizen.heard()).toHaveLength(1)
    expect(group.heard()).toEqual([])
    expect(citizen.heard().join()).not.toContain('餐饮油烟')
  })

  it('whoever mentions it is answered in private; the group hears nothing of the matter', async () => {
    const world = await online()
    const citizen = world.somebody({ name: '楼上的老张' })
    const group = world.group(citizen)
    group.says(citizen, `@${botName} ${complaint}`)
    await vi.waitFor(() => {
      expect(group.heard()).toHaveLength(1)
    })
    expect(citizen.heard().join()).toContain('餐饮油烟')
    expect(group.heard().join()).toBe('@楼上的老张 收到，已私信您，请查看。个人情况请在私信里说。')
  })

  it('a stranger is asked to become a friend, and then gets the answer', async () => {
    const world = await online()
    const citizen = world.somebody({ friend: false })
    const group = world.group(citizen)
    group.says(citizen, `@${botName} ${complaint}`)
    await vi.waitFor(() => {
      expect(group.heard().join()).toContain('加我为好友')
    })
    await world.settled()
    expect(citizen.heard()).toEqual([])
    world.mocker().contactPayload(citizen.contact.id, { ...citizen.contact.payload, friend: true })
    await world.puppet().contactPayloadDirty(citizen.contact.id)
    await world
      .puppet()
      .emit('dirty', { payloadType: types.Payload.Contact, payloadId: citizen.contact.id })
    vi.setSystemTime(Date.now() + 60_000)
    await vi.waitFor(async () => {
      await world.bot.round()
      expect(citizen.heard().join()).toContain('餐饮油烟')
    })
    expect(group.heard()).toHaveLength(1)
  })
})

describe('The connection', () => {
  it('the login code is known until somebody has scanned it', async () => {
    const world = await openBot()
    await world.until('starting')
    await vi.waitFor(() => {
      expect(world.puppet().state.active()).toBe(true)
    })
    world.mocker().scan('https://login.example/1', types.ScanStatus.Waiting)
    expect(await world.until('waiting')).toMatchObject({ code: 'https://login.example/1' })
    world.mocker().scan('https://login.example/1', types.ScanStatus.Scanned)
    await vi.waitFor(async () => {
      expect((await world.house.ports.bots.read())?.code).toBeNull()
    })
    await world.signIn()
    expect(await world.until('online')).toMatchObject({ code: null, account: botName })
  })

  it('when it is lost the bot connects again, and serves the same people', async () => {
    const world = await online()
    const before = world.somebody({ id: 'wxid-same' })
    await before.says(complaint)
    await world.puppet().logout('lost')
    await vi.waitFor(() => {
      expect(world.connections()).toBe(2)
    })
    await world.signIn()
    await world.somebody({ id: 'wxid-same' }).says('1')
    expect(await world.tickets()).toHaveLength(1)
  })

  it('each try that does not get online waits twice as long, at most five minutes', async () => {
    const world = await openBot({ failing: 10 })
    await world.signIn()
    const seconds = world.waits.filter((ms) => ms >= 1000).map((ms) => ms / 1000)
    expect(seconds).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
  })

  it('an error before there is a login code is a failed try; later ones count only in a row', async () => {
    const world = await openBot()
    await vi.waitFor(() => {
      expect(world.puppet().state.active()).toBe(true)
    })
    const fails = (times: number) => {
      for (let n = 0; n < times; n += 1) world.puppet().emit('error', { data: 'unreachable' })
    }
    fails(1)
    await vi.waitFor(() => {
      expect(world.connections()).toBe(2)
    })
    await world.signIn()
    fails(20)
    await world.somebody().says('你好')
    fails(20)
    await world.somebody().says('你好')
    expect(world.connections()).toBe(2)
    fails(21)
    await vi.waitFor(() => {
      expect(world.connections()).toBe(3)
    })
  })

  it('a puppet whose pulse stops is given up, and connected anew', async () => {
    const world = await online()
    world.puppet().emit('heartbeat', { data: 'pulse' })
    await world.bot.round()
    expect(world.connections()).toBe(1)
    vi.setSystemTime(Date.now() + 4 * 60_000)
    await world.bot.round()
    await vi.waitFor(() => {
      expect(world.connections()).toBe(2)
    })
  })

  it('what is to be said meanwhile waits, uses up no try, and is said afterwards', async () => {
    const world = await online()
    const citizen = world.somebody({ id: 'wxid-same' })
    await citizen.says(complaint)
    await citizen.says('1')
    const [ticket] = await world.tickets()
    await world.puppet().logout('lost')
    await vi.waitFor(() => {
      expect(world.connections()).toBe(2)
    })
    const actor = { ...system, role: 'officer', unit: 'ecology-bureau' } as const
    await changeTicket({ ...world.house.ctxFor(actor) }, ticket?.id ?? '', { type: 'accept' })
    await world.bot.round()
    await world.house.runTimers()
    expect(await world.troubles()).toEqual([])
    await world.signIn()
    const again = world.somebody({ id: 'wxid-same' })
    await world.bot.round()
    expect(again.heard().join()).toContain('签收')
  })

  it('a message is not lost when it cannot be stored at first', async () => {
    let out = 3
    const world = await openBot({
      meddle: (ctx) => ({
        ...ctx,
        inbox: {
          ...ctx.inbox,
          put: (message) => {
            out -= 1
            return out >= 0 ? Promise.reject(new StorageUnavailable()) : ctx.inbox.put(message)
          },
        },
      }),
    })
    await world.signIn()
    expect((await world.somebody().says(complaint)).join()).toContain('餐饮油烟')
  })
})

it('Whoever wants to be a friend becomes one and is greeted', async () => {
  const world = await online()
  const citizen = world.somebody()
  const accept = vi.spyOn(world.puppet(), 'friendshipAccept')
  const base = { contactId: citizen.contact.id, hello: '您好', timestamp: Date.now() }
  const payloads = new Map([
    ['request', { ...base, id: 'request', type: types.Friendship.Receive, ticket: 't' }],
    ['confirmed', { ...base, id: 'confirmed', type: types.Friendship.Confirm }],
  ])
  vi.spyOn(world.puppet(), 'friendshipRawPayload').mockImplementation((id) =>
    Promise.resolve(payloads.get(id)),
  )
  world.puppet().emit('friendship', { friendshipId: 'request' })
  await vi.waitFor(() => {
    expect(accept).toHaveBeenCalledExactlyOnceWith('request')
  })
  world.puppet().emit('friendship', { friendshipId: 'confirmed' })
  await vi.waitFor(() => {
    expect(citizen.heard()).toHaveLength(1)
  })
})
