import type { webhook } from '@line/bot-sdk'
import { describe, expect, it } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import {
  followEvent,
  group,
  groupTextEvent,
  imageEvent,
  joinEvent,
  leaveEvent,
  lineUser,
  locationEvent,
  postbackEvent,
  stickerEvent,
  textEvent,
  unfollowEvent,
} from '#tests/support/fakes/line-events.ts'
import { wordsOf } from '#tests/support/fakes/line-words.ts'
import { openLine } from './line-world.ts'
import type { LineWorld } from './line-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

async function said(world: LineWorld, user = lineUser(1)) {
  return world.house.ports.dialogues.transcript('line', user, 0, 100)
}

describe('Each kind of message is understood', () => {
  it('Words are answered, and both sides are kept', async () => {
    const world = await openLine()
    expect((await world.citizen().says(complaint)).status).toBe(200)
    expect(world.citizen().hears().join()).toContain('果园街道')
    const entries = await said(world)
    expect(entries.map((entry) => entry.from)).toEqual(['citizen', 'bot'])
    expect(entries[0]?.text).toBe(complaint)
  })

  it('A button tapped answers the question it belongs to', async () => {
    const world = await openLine()
    const citizen = world.citizen()
    await citizen.says(complaint)
    await citizen.taps('确认')
    expect(await world.tickets()).toHaveLength(1)
    expect((await said(world)).filter((entry) => entry.from === 'citizen').at(-1)?.text).toBe(
      '确认',
    )
  })

  it('A button of somebody else is no answer of ours', async () => {
    const world = await openLine()
    const response = await world.deliver(postbackEvent(world.next(), 'action=buy&item=1'))
    expect(response.status).toBe(200)
    expect(world.line.requests).toEqual([])
  })

  it('A place sent as a pin puts the complaint on the map', async () => {
    const world = await openLine()
    const citizen = world.citizen()
    await citizen.says('这里烧烤摊天天冒烟')
    const pin = { latitude: 40.64, longitude: 117.33, address: '北京市密云区新城子镇' }
    await world.deliver(locationEvent(world.next(), pin))
    await citizen.taps('确认')
    expect((await world.tickets())[0]?.town).toBe('110118115')
  })

  it('A pin tells its address and its title, and shows no telephone of either', async () => {
    const world = await openLine()
    const citizen = world.citizen()
    await citizen.says('这里烧烤摊天天冒烟')
    const address = '北京市密云区果园街道果园西里'
    const pin = { latitude: 40.64, longitude: 117.33, title: '老李烧烤13800138000', address }
    await world.deliver(locationEvent(world.next(), pin))
    await citizen.taps('确认')
    const [row] = await world.tickets()
    const history = await world.house.ports.store.history(row?.id ?? '')
    const opened = history.flatMap((event) => (event.type === 'opened' ? [event.data.place] : []))
    expect(opened).toMatchObject([
      { town: '110118002', village: '果园西里', spot: '老李烧烤138＊＊＊＊＊＊00' },
    ])
  })

  it('A photo is kept with the complaint it was sent for', async () => {
    const world = await openLine()
    const citizen = world.citizen()
    await citizen.says(complaint)
    const photo = imageEvent(world.next())
    await world.deliver(photo)
    await citizen.says('确认')
    const [row] = await world.tickets()
    const history = await world.house.ports.store.history(row?.id ?? '')
    expect(JSON.stringify(history)).toContain(`line:${photo.message.id}`)
  })

  it('A sticker is answered, not mistaken for words', async () => {
    const world = await openLine()
    await world.deliver(stickerEvent(world.next()))
    expect(world.citizen().hears()).not.toEqual([])
  })

  it('Whoever follows is greeted; whoever leaves hears nothing', async () => {
    const world = await openLine()
    await world.deliver(followEvent(world.next()))
    expect(world.line.delivered).toHaveLength(1)
    await world.deliver(unfollowEvent(world.next()))
    expect(world.line.requests).toHaveLength(1)
  })
})

describe('What is not for the bot is left alone', () => {
  it('While another channel has the chat (standby) nothing is answered', async () => {
    const world = await openLine()
    const event = textEvent(world.next({ mode: 'standby' }), complaint)
    expect((await world.deliver(event)).status).toBe(200)
    expect(world.line.requests).toEqual([])
    expect(await said(world)).toEqual([])
  })

  it.each<[string, webhook.Source | undefined]>([
    ['a group', { type: 'group', groupId: 'C1', userId: lineUser(1) }],
    ['a room', { type: 'room', roomId: 'R1', userId: lineUser(1) }],
    ['somebody without an id', { type: 'user' }],
    ['nobody', undefined],
  ])('Words from %s are not answered', async (_, source) => {
    const world = await openLine()
    const event = textEvent(world.next(), complaint)
    delete event.source
    if (source !== undefined) event.source = source
    expect((await world.deliver(event)).status).toBe(200)
    expect(world.line.requests).toEqual([])
  })

  it('An event of a kind LINE has yet to invent does not spoil the others of its call', async () => {
    const world = await openLine()
    const { id: webhookEventId, at: timestamp } = world.next()
    const unknown = { type: 'hologram', mode: 'active', webhookEventId, timestamp }
    // Safe because LINE may send what its SDK does not know yet.
    const invented = unknown as unknown as webhook.Event
    const response = await world.deliver(invented, textEvent(world.next(), complaint))
    expect(response.status).toBe(200)
    expect(world.line.delivered).toHaveLength(1)
  })
})

describe('Who has blocked the account', () => {
  async function blocked() {
    const world = await openLine()
    await world.citizen().says(complaint)
    await world.citizen().taps('确认')
    await world.deliver(unfollowEvent(world.next()))
    const [row] = await world.tickets()
    const unit = row?.handler ?? null
    const officer = world.house.ctxFor({ id: 'officer-1', role: 'officer', unit, name: '李建国' })
    world.clock.now += 60_000
    await changeTicket(officer, row?.id ?? '', { type: 'accept' })
    const sent = world.line.requests.length
    await world.timers()
    return { world, officer, row, sent }
  }

  it('is sent nothing; the desk sees why', async () => {
    const { world, sent } = await blocked()
    expect(world.line.requests).toHaveLength(sent)
    expect(await world.house.ports.outbox.troubles(9)).toMatchObject([
      { channel: 'line', state: 'dead', reason: 'left' },
    ])
  })

  it('is told again what happens once they follow again', async () => {
    const { world, officer, row } = await blocked()
    await world.deliver(followEvent(world.next()))
    world.clock.now += 60_000
    await changeTicket(officer, row?.id ?? '', { type: 'contact', method: 'phone', note: '已联系' })
    await world.timers()
    expect(world.citizen().hears().join()).toContain('登记联系您')
  })

  it('and still writes, as after an unfollow that came late, is answered', async () => {
    const { world } = await blocked()
    await world.citizen().says('进度')
    expect(world.citizen().hears().join()).toContain('已签收')
  })
})

describe('In a group complaints are politely declined', () => {
  it('Brought into a group the bot says once that it takes complaints one to one', async () => {
    const world = await openLine()
    const event = joinEvent(world.next())
    await world.deliver(event)
    await world.deliver({ ...event, deliveryContext: { isRedelivery: true } })
    expect(world.line.delivered).toHaveLength(1)
    expect(world.line.delivered[0]).toMatchObject({ kind: 'reply', to: event.replyToken })
    const words = wordsOf(world.line.delivered[0]?.messages[0])
    expect(words).toContain('加我为好友')
    expect(words).toContain(`填群号 ${group.groupId}`)
  })

  it('Named there it says so at most once a day, and keeps no word of the group', async () => {
    const world = await openLine()
    const ask = () => world.deliver(groupTextEvent(world.next(), `@回应 ${complaint}`, true))
    await ask()
    await ask()
    expect(world.line.delivered).toHaveLength(1)
    world.clock.now += 25 * 3_600_000
    await ask()
    expect(world.line.delivered).toHaveLength(2)
    expect(await world.tickets()).toEqual([])
    const kept = (await said(world, group.groupId)).filter(({ from }) => from === 'citizen')
    expect(kept.map(({ text }) => text).join('')).toBe('')
  })

  it('Words that name somebody else are left alone', async () => {
    const world = await openLine()
    await world.deliver(groupTextEvent(world.next(), complaint, false))
    expect(world.line.requests).toEqual([])
  })

  it('Late words for a group that has put it out are not sent', async () => {
    const world = await openLine()
    world.line.meet({ status: 500 })
    await world.deliver(joinEvent(world.next()))
    await world.deliver(leaveEvent(world.next()))
    world.clock.now += 3_600_000
    await world.timers()
    expect(world.line.delivered).toEqual([])
    expect(await world.house.ports.outbox.troubles(9)).toMatchObject([{ reason: 'left' }])
  })
})

describe('A call with several people', () => {
  it('Everybody in it is answered, each once and to themselves', async () => {
    const world = await openLine()
    const events = [1, 2, 3].map((n) => textEvent(world.next({ user: lineUser(n) }), complaint))
    await world.deliver(...events)
    const tokens = events.map((event) => event.replyToken)
    expect(world.line.delivered.map((sent) => sent.to).sort()).toEqual(tokens.sort())
  })

  it('Two messages of one person in it are taken in their order', async () => {
    const world = await openLine()
    await world.deliver(textEvent(world.next(), complaint), textEvent(world.next(), '确认'))
    expect(await world.tickets()).toHaveLength(1)
  })
})
