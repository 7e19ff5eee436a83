import { encrypt, getSignature } from '@wecom/crypto'
import { describe, expect, it } from 'vitest'
import { aesKey, appId, corpId, sealedCall, token, xmlOf } from '../wechat-official/calls.ts'
import { openWechat } from '../wechat-official/wechat-world.ts'

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
