import { describe, expect, it } from 'vitest'
import { aesKey, plainCall, plainSignature, sealedCall, token, xmlOf } from './calls.ts'
import { openWechat } from './wechat-world.ts'
import type { WechatWorld } from './wechat-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'
const otherKey = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefg'

async function stored(world: WechatWorld): Promise<number> {
  return (await world.house.ports.dialogues.transcript('wechat', 'official:oCitizen1', 0, 9)).length
}

function text(world: WechatWorld, content = complaint): string {
  return xmlOf(world.fields({ MsgType: 'text', Content: content }))
}

describe('WeChat asks whether the address is ours', () => {
  it('A signed question is answered with its echo, bare', async () => {
    const world = await openWechat()
    const query = `signature=${plainSignature('1', 'n')}&timestamp=1&nonce=n&echostr=5927`
    const response = await world.app.request(`/webhooks/wechat?${query}`)
    expect([response.status, await response.text()]).toEqual([200, '5927'])
  })

  it.each([
    '',
    'signature=00&',
    'signature=%E4%B8%AD&',
    `signature=${plainSignature('1', 'n', 'x')}&`,
    `signature=${plainSignature('1', 'n')}zz&`,
  ])('Signed with %j it is refused with 401 and not repeated', async (signature) => {
    const world = await openWechat()
    const response = await world.app.request(
      `/webhooks/wechat?${signature}timestamp=1&nonce=n&echostr=5927`,
    )
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('5927')
  })
})

describe('The signature comes before anything is stored', () => {
  it('A message of another token is refused with 401 and nothing is stored', async () => {
    const world = await openWechat()
    expect((await world.call(plainCall(text(world), world.clock.now, 'x'))).status).toBe(401)
    expect(await stored(world)).toBe(0)
  })

  it('A signature seen eleven minutes ago does not carry another message', async () => {
    const world = await openWechat()
    const seen = plainCall(text(world), world.clock.now)
    world.clock.now += 11 * 60 * 1000
    const replayed = { ...seen, body: text(world, '另一条消息') }
    expect((await world.call(replayed)).status).toBe(401)
    expect(await stored(world)).toBe(0)
  })

  it('What WeChat sealed by an independent implementation is opened and answered', async () => {
    const world = await openWechat({ sealed: true })
    expect((await world.call(sealedCall(text(world), world.clock.now))).status).toBe(200)
    expect(world.wechat.received).toHaveLength(1)
  })

  it.each([
    ['another token', { by: 'x' }, 401],
    ['another key', { key: otherKey }, 400],
    ['another account’s id', { receiver: 'wx0000000000000000' }, 400],
  ] as const)('Sealed with %s it is refused', async (_, sealing, status) => {
    const world = await openWechat({ sealed: true })
    const call = sealedCall(text(world), world.clock.now, sealing)
    expect((await world.call(call)).status).toBe(status)
    expect(await stored(world)).toBe(0)
  })

  it('A sealed body changed after signing is refused', async () => {
    const world = await openWechat({ sealed: true })
    const { query } = sealedCall(text(world), world.clock.now)
    const { body } = sealedCall(text(world, '换掉的内容'), world.clock.now)
    expect((await world.call({ query, body })).status).toBe(401)
    expect(await stored(world)).toBe(0)
  })

  it('With a key set, a message in plain mode is refused, however well signed', async () => {
    const world = await openWechat({ sealed: true })
    expect((await world.call(plainCall(text(world), world.clock.now))).status).toBe(400)
    expect(await stored(world)).toBe(0)
  })

  it('Plain fields beside a sealed message, as in compatible mode, are not believed', async () => {
    const world = await openWechat({ sealed: true })
    const beside = '<MsgType>text</MsgType><Content>假的</Content>'
    await world.call(sealedCall(text(world), world.clock.now, { beside }))
    const said = await world.house.ports.dialogues.transcript('wechat', 'official:oCitizen1', 0, 9)
    expect(said[0]?.text).toBe(complaint)
  })

  it.each(['', 'AAAA', '%%%', 'QUJDREVGR0hJSktMTU5PUA=='])(
    'A signed sealed part that is no message is refused with 400: %j',
    async (encrypted) => {
      const world = await openWechat({ sealed: true })
      const { getSignature } = await import('@wecom/crypto')
      const timestamp = String(world.clock.now / 1000)
      const query = new URLSearchParams({
        msg_signature: getSignature(token, timestamp, 'n', encrypted),
        timestamp,
        nonce: 'n',
      }).toString()
      const body = `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`
      expect((await world.call({ query, body })).status).toBe(400)
    },
  )
})

describe('XML is read without entities and document types', () => {
  const bomb = '<!DOCTYPE xml [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]>'

  it.each([
    ['a document type', (xml: string) => bomb + xml],
    [
      'a document type after its declaration',
      (xml: string) => `<?xml version="1.0"?>${bomb}${xml}`,
    ],
    ['no end', (xml: string) => xml.slice(0, -6)],
    ['nothing', () => ''],
    ['JSON', () => '{"MsgType":"text"}'],
  ])('A signed body with %s is refused with 400', async (_, spoil) => {
    const world = await openWechat()
    const call = plainCall(spoil(text(world)), world.clock.now)
    expect((await world.call(call)).status).toBe(400)
    expect(await stored(world)).toBe(0)
  })

  it.each(['<b>&lt;油烟&amp;</b> <!DOCTYPE x> &a; __proto__', '0012', '1e5', ' true '])(
    'The words of a citizen arrive as they were written: %j',
    async (words) => {
      const world = await openWechat()
      await world.call(plainCall(text(world, words), world.clock.now))
      const [said] = await world.house.ports.dialogues.transcript(
        'wechat',
        'official:oCitizen1',
        0,
        9,
      )
      expect(said?.text).toBe(words)
    },
  )

  it('A message of missing parts is taken and left alone', async () => {
    const world = await openWechat()
    const response = await world.call(
      plainCall('<xml><MsgType>text</MsgType></xml>', world.clock.now),
    )
    expect([response.status, await response.text()]).toEqual([200, 'success'])
  })
})

it('Without keys the door does not exist', async () => {
  const world = await openWechat({ off: true })
  expect((await world.call(plainCall('<xml></xml>', world.clock.now))).status).toBe(404)
  expect(
    (await world.call(sealedCall('<xml></xml>', 0, { key: aesKey }), '/webhooks/wecom')).status,
  ).toBe(404)
})
