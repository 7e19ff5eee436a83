import { decrypt, getSignature } from '@wecom/crypto'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { passiveReplies } from '#channels/wechat-official/passive.ts'
import { readXml, writeXml } from '#channels/wechat-official/xml.ts'
import { aesKey, appId, token } from './calls.ts'
import { openWechat } from './wechat-world.ts'
import type { WechatWorld } from './wechat-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

async function answerTo(world: WechatWorld, text: string): Promise<string> {
  world.clock.now += 20_000
  return (await world.call(world.message({ MsgType: 'text', Content: text }))).text()
}

describe('An account without the customer-service API answers in the call itself', () => {
  it('The words come back as XML to who wrote, and nothing goes by the API', async () => {
    const world = await openWechat({ passive: true })
    const fields = readXml(await answerTo(world, complaint))
    expect(fields).toMatchObject({ ToUserName: 'oCitizen1', FromUserName: 'gh_1', MsgType: 'text' })
    expect(fields?.['Content']).toContain('请核对')
    expect(world.wechat.received).toEqual([])
    expect(await world.troubles()).toEqual([])
  })

  it('Sealed calls are answered sealed: an independent implementation opens it', async () => {
    const world = await openWechat({ passive: true, sealed: true })
    const sealed = readXml(await answerTo(world, complaint)) ?? {}
    const { Encrypt = '', MsgSignature, TimeStamp = '', Nonce = '' } = sealed
    expect(MsgSignature).toBe(getSignature(token, TimeStamp, Nonce, Encrypt))
    const { message, id } = decrypt(aesKey, Encrypt)
    expect(id).toBe(appId)
    expect(readXml(message)?.['Content']).toContain('请核对')
  })

  it('A whole conversation opens a ticket', async () => {
    const world = await openWechat({ passive: true })
    await answerTo(world, complaint)
    const [ticket] = [await answerTo(world, '1')]
    const [row] = await world.tickets()
    expect(ticket).toContain(row?.number)
  })

  it('What needs no answer, and what was answered before, is taken with success at once', async () => {
    const world = await openWechat({ passive: true })
    const gone = world.message({ MsgType: 'event', Event: 'unsubscribe' })
    expect(await (await world.call(gone)).text()).toBe('success')
    const call = world.message({ MsgType: 'text', Content: complaint })
    await world.call(call)
    expect(await (await world.call(call)).text()).toBe('success')
    expect(world.wechat.received).toEqual([])
  })
})

describe('Calls that wait for their answer', () => {
  it('are let go when nothing comes in time; later words find nobody', async () => {
    const replies = passiveReplies(10)
    expect(await replies.wait('a')).toBeNull()
    expect(replies.give('a', '晚了')).toBe(false)
  })

  it('are answered once, each with its own words', async () => {
    const replies = passiveReplies(10_000)
    const [a, b] = [replies.wait('a'), replies.wait('b')]
    expect([replies.give('b', '乙'), replies.give('b', '又')]).toEqual([true, false])
    replies.close('a')
    expect(await Promise.all([a, b])).toEqual([null, '乙'])
  })
})

describe('XML as WeChat reads it', () => {
  const parser = new XMLParser({ parseTagValue: false, trimValues: false, processEntities: false })

  it.each([
    ']]>',
    '<![CDATA[',
    '</xml><x>&amp;&lt;',
    ']]]]>>',
    '<!DOCTYPE x [<!ENTITY a "b">]>&a;',
  ])('Words that look like markup come through as they are: %s', (words) => {
    const xml = writeXml({ Content: words })
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(parser.parse(xml)).toEqual({ xml: { Content: words } })
    expect(readXml(xml)?.['Content']).toBe(words)
  })

  it('Whatever is written is well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
        expect(XMLValidator.validate(writeXml({ Content: words, CreateTime: 1 }))).toBe(true)
      }),
    )
    expect(writeXml({ Content: 'a\u0000\u0008\uD800b' })).toBe(
      '<xml><Content><![CDATA[ab]]></Content></xml>',
    )
  })
})
