import { encrypt, getSignature } from '@wecom/crypto'
import { describe, expect, it } from 'vitest'
import { aesKey, appId, corpId, sealedCall, token, xmlOf } from '../wechat-official/calls.ts'
import type { Trouble } from '../wechat-official/wechat-server.ts'
import { openFaulty, openWechat } from '../wechat-official/wechat-world.ts'
import type { WechatWorld } from '../wechat-official/wechat-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

describe('WeCom', () => {
  it('asks whether the address is ours by a sealed echo, answered opened', async () => {
    const world = await openWechat({ wecom: true })
    const echostr = encrypt(aesKey, '1616140317555161061', corpId)
    const msg_signature = getSignature(token, '1', 'n', echostr)
    const query = new URLSearchParams({ msg_signature, timestamp: '1', nonce: 'n', echostr })
    const response = await world.app.request(`/webhooks/wecom?${query.toString()}`)
    expect([response.status, await response.text()]).toEqual([200, '1616140317555161061'])
  })

  it('asks with an echo for another company: refused', async () => {
    const world = await openWechat({ wecom: true })
    const echostr = encrypt(aesKey, '1', 'ww0')
    const msg_signature = getSignature(token, '1', 'n', echostr)
    const query = new URLSearchParams({ msg_signature, timestamp: '1', nonce: 'n', echostr })
    expect((await world.app.request(`/webhooks/wecom?${query.toString()}`)).status).toBe(401)
  })

  it('brings a message, and the application answers it', async () => {
    const world = await openWechat({ wecom: true })
    await world.says(complaint)
    expect(world.wechat.received).toMatchObject([{ to: 'oCitizen1', agent: 1_000_002 }])
    expect(world.wechat.tokenCalls).toEqual([{ corpid: corpId, corpsecret: 'corp-secret' }])
    await world.says('1')
    expect(await world.tickets()).toMatchObject([{ channel: 'wechat' }])
  })

  it('does not take what is sealed for an official account', async () => {
    const world = await openWechat({ wecom: true })
    const xml = xmlOf(world.fields({ MsgType: 'text', Content: complaint }))
    const call = sealedCall(xml, world.clock.now, { receiver: appId })
    expect((await world.call(call)).status).toBe(400)
  })

  it('without keys does not answer for the official account’s people', async () => {
    const world = await openWechat()
    const person = await world.house.ports.people.ensure('wechat', 'wecom:zhang')
    expect(person).not.toBe('')
    const call = sealedCall('<xml></xml>', world.clock.now, { receiver: corpId })
    expect((await world.call(call, '/webhooks/wecom')).status).toBe(404)
  })
})

const person = 'wecom:oCitizen1'

async function stored(world: WechatWorld): Promise<number> {
  return (await world.house.ports.dialogues.transcript('wechat', person, 0, 9)).length
}

describe('What goes wrong between WeCom and us', () => {
  it('A message of another token is refused with 401 and nothing is stored', async () => {
    const world = await openWechat({ wecom: true })
    const xml = xmlOf(world.fields({ MsgType: 'text', Content: complaint }))
    const call = sealedCall(xml, world.clock.now, { receiver: corpId, by: 'x' })
    expect((await world.call(call)).status).toBe(401)
    expect(await stored(world)).toBe(0)
  })

  it('A call replayed after eleven minutes is refused', async () => {
    const world = await openWechat({ wecom: true })
    const call = world.message({ MsgType: 'text', Content: complaint })
    world.clock.now += 11 * 60_000
    expect((await world.call(call)).status).toBe(401)
    expect(await stored(world)).toBe(0)
  })

  it('Three deliveries are answered once, also when the first could not be stored', async () => {
    const { fault, world } = await openFaulty({ wecom: true })
    const call = world.message({ MsgType: 'text', Content: complaint })
    expect((await world.call(call)).status).toBe(503)
    fault.broken = false
    for (let n = 0; n < 2; n += 1) expect((await world.call(call)).status).toBe(200)
    expect(world.wechat.received).toHaveLength(1)
  })

  it('An access token that is taken no more is renewed, and the answer goes out once', async () => {
    const world = await openWechat({ wecom: true })
    await world.says(complaint)
    world.wechat.expire()
    await world.says('1')
    expect(world.wechat.tokenCalls).toHaveLength(2)
    expect(world.wechat.received).toHaveLength(2)
  })

  it.each([{ errcode: -1 }, { errcode: 45009 }, { status: 429 }, { status: 502 }, 'lost-answer'])(
    '%j is tried again with the timers',
    async (trouble) => {
      const world = await openWechat({ wecom: true })
      world.wechat.meet(trouble as Trouble) // Safe because the list holds nothing else.
      await world.says(complaint)
      expect(await world.troubles()).toMatchObject([{ state: 'waiting' }])
      world.clock.now += 60_000
      await world.timers()
      expect(world.wechat.received.at(-1)?.text).toContain('请核对')
      expect(await world.troubles()).toEqual([])
    },
  )

  it('A member who may not see the application (81013) is a dead letter with the reason', async () => {
    const world = await openWechat({ wecom: true })
    world.wechat.meet({ errcode: 81013 })
    await world.says(complaint)
    expect(await world.troubles()).toMatchObject([{ state: 'dead', reason: 'wecom-81013' }])
  })
})

describe('Other than words', () => {
  async function sends(world: WechatWorld, more: Readonly<Record<string, string | number>>) {
    const before = world.wechat.received.length
    world.clock.now += 20_000
    await world.call(world.message(more))
    return world.wechat.received.slice(before).map((one) => one.text)
  }

  it('A tap on the application’s menu is what its key says; entering it needs no answer', async () => {
    const world = await openWechat({ wecom: true })
    const event = (Event: string, EventKey: string) =>
      sends(world, { MsgType: 'event', Event, EventKey, AgentID: 1_000_002 })
    expect((await event('click', '我要投诉')).join()).toContain('出了什么问题')
    expect(await event('enter_agent', '')).toEqual([])
  })

  it.each([
    ['image', 'image'],
    ['voice', 'audio'],
    ['video', 'video'],
  ])('%s is kept with the ticket', async (MsgType, kind) => {
    const world = await openWechat({ wecom: true })
    await world.says(complaint)
    await sends(world, { MsgType, MediaId: 'm1' })
    await world.says('确认')
    const [row] = await world.tickets()
    const [first] = await world.house.ports.store.history(row?.id ?? '')
    expect(first?.type === 'opened' ? first.data.attachments : []).toEqual([
      { id: 'wecom:m1', kind, name: null },
    ])
  })

  it('A pin says where', async () => {
    const world = await openWechat({ wecom: true })
    await world.says('楼下饭店油烟直排')
    const pin = { Location_X: '40.377867', Location_Y: '116.849145', Label: '果园街道' }
    const [summary = ''] = await sends(world, { MsgType: 'location', ...pin })
    expect(summary).toContain('果园街道')
  })

  it('Who has left is sent nothing; the desk sees why', async () => {
    const world = await openWechat({ wecom: true })
    world.wechat.meet({ errcode: -1 })
    await world.says(complaint)
    await sends(world, { MsgType: 'event', Event: 'unsubscribe' })
    world.clock.now += 60_000
    await world.timers()
    expect(world.wechat.received).toEqual([])
    expect(await world.troubles()).toMatchObject([{ state: 'dead', reason: 'left' }])
  })
})
