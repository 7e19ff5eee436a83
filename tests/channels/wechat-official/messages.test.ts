import { describe, expect, it } from 'vitest'
import { readFields } from '#channels/wechat-official/read.ts'
import { openWechat } from './wechat-world.ts'
import type { WechatWorld } from './wechat-world.ts'
import { aJpeg } from '#tests/support/media.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'
const common = { FromUserName: 'oA', CreateTime: '1700000000', MsgId: '7' }

async function send(world: WechatWorld, more: Readonly<Record<string, string | number>>) {
  const before = world.wechat.received.length
  world.clock.now += 20_000
  await world.call(world.message(more))
  return world.wechat.received.slice(before).map((one) => one.text)
}

describe('A message of WeChat as ours', () => {
  it('Words', () => {
    expect(readFields({ ...common, MsgType: 'text', Content: '你好' }, 'official')).toEqual({
      id: 'wechat:official:7',
      channel: 'wechat',
      sender: 'official:oA',
      at: 1_700_000_000_000,
      content: { type: 'text', text: '你好' },
      replyToken: null,
    })
  })

  it.each([
    ['image', 'image'],
    ['voice', 'audio'],
    ['video', 'video'],
    ['shortvideo', 'video'],
  ])('%s is kept as evidence by its media id', (MsgType, kind) => {
    const read = readFields({ ...common, MsgType, MediaId: 'm1' }, 'official')
    expect(read?.content).toEqual({
      type: 'attachments',
      attachments: [{ id: 'official:m1', kind, name: null }],
    })
  })

  it('A location is brought back from the degrees of Chinese maps', () => {
    const place = { Location_X: '40.377867', Location_Y: '116.849145', Label: '果园街道' }
    const content = readFields({ ...common, MsgType: 'location', ...place }, 'official')?.content
    expect(content).toMatchObject({ type: 'location', label: '果园街道' })
    const at = content?.type === 'location' ? content.coordinates : { lat: 0, lon: 0 }
    // Around Beijing the shift is some 140 m to the north and 500 m to the east.
    expect((40.377867 - at.lat) * 111_000).toBeGreaterThan(100)
    expect((40.377867 - at.lat) * 111_000).toBeLessThan(200)
    expect((116.849145 - at.lon) * 84_800).toBeGreaterThan(450)
    expect((116.849145 - at.lon) * 84_800).toBeLessThan(600)
  })

  it.each([
    { MsgType: 'location', Location_X: 'nowhere', Location_Y: '' },
    { MsgType: 'image' },
    { MsgType: 'event', Event: 'VIEW' },
    { MsgType: 'event', Event: 'constructor' },
    { MsgType: 'text', Content: 'x', FromUserName: '' },
    { MsgType: 'text', Content: 'x', CreateTime: 'now' },
    {},
  ])('What says nothing is left alone: %j', (fields) => {
    expect(readFields({ ...common, ...fields }, 'official')).toBeNull()
  })

  it('A kind that cannot be read is answered: please say it in words', async () => {
    const world = await openWechat()
    expect(await send(world, { MsgType: 'link', Title: 't', Url: 'u' })).toHaveLength(1)
  })
})

describe('The account’s menu', () => {
  it.each([
    ['我要投诉', '出了什么问题、在哪里'],
    ['进度', '工单编号'],
    ['转人工', '转人工'],
  ])('A tap says for the citizen what its key says: %s', async (EventKey, answer) => {
    const world = await openWechat()
    const said = await send(world, { MsgType: 'event', Event: 'CLICK', EventKey })
    expect(said.join()).toContain(answer)
  })

  it('Two buttons tapped within a second are both heard, one delivered twice once', async () => {
    const world = await openWechat()
    const tap = (EventKey: string) => world.message({ MsgType: 'event', Event: 'CLICK', EventKey })
    for (const key of ['进度', '转人工', '进度']) await world.call(tap(key))
    expect(world.wechat.received).toHaveLength(2)
  })
})

describe('Following and leaving', () => {
  it('Who has left is sent nothing; the desk sees why', async () => {
    const world = await openWechat()
    world.wechat.meet({ errcode: -1 })
    await world.says(complaint)
    await send(world, { MsgType: 'event', Event: 'unsubscribe' })
    world.clock.now += 60_000
    await world.timers()
    expect(world.wechat.received).toEqual([])
    expect(await world.troubles()).toMatchObject([{ state: 'dead', reason: 'left' }])
  })

  it('Who follows the account is greeted, who leaves is left alone', async () => {
    const world = await openWechat()
    expect(await send(world, { MsgType: 'event', Event: 'subscribe' })).toHaveLength(1)
    expect(await send(world, { MsgType: 'event', Event: 'unsubscribe' })).toEqual([])
  })
})

describe('Choices are numbered lines', () => {
  async function asked() {
    const world = await openWechat()
    const [question = ''] = await world.says(complaint)
    return { world, question }
  }

  it('Each choice is a line with its number', async () => {
    const { question } = await asked()
    expect(question.split('\n').slice(-3)).toEqual([
      expect.stringMatching(/^1\. .+/),
      expect.stringMatching(/^2\. .+/),
      expect.stringMatching(/^3\. .+/),
    ])
  })

  it.each(['1', ' 1 ', '１', '1.', '1。', '确认'])('%j confirms', async (answer) => {
    const { world } = await asked()
    await world.says(answer)
    expect(await world.tickets()).toHaveLength(1)
  })

  it('The words of a choice pick it', async () => {
    const { world, question } = await asked()
    const label = question.split('\n').at(-1)?.replace(/^3\. /, '') ?? ''
    await world.says(label)
    expect(await world.tickets()).toEqual([])
    expect(await world.says('1')).toHaveLength(1)
    expect(await world.tickets()).toEqual([])
  })

  it.each(['4', '0', '10', '1 2'])('%j is no choice of three, and nothing is opened', async (n) => {
    const { world } = await asked()
    await world.says(n)
    expect(await world.tickets()).toEqual([])
  })

  it('A number sent before its question was put does not answer it', async () => {
    const { world } = await asked()
    const early = { CreateTime: Math.floor(world.clock.now / 1000) - 60 }
    await world.call(world.message({ MsgType: 'text', Content: '1', ...early }))
    expect(await world.tickets()).toEqual([])
  })
})

describe('Photos of a complaint', () => {
  it('are fetched from WeChat and kept with the ticket', async () => {
    const world = await openWechat()
    const bytes = aJpeg()
    world.wechat.media.set('m1', { type: 'image/jpeg', bytes })
    await world.says(complaint)
    await send(world, { MsgType: 'image', MediaId: 'm1', PicUrl: 'http://x/y' })
    await world.says('确认')
    await world.house.fetchAttachments()
    const [ticket] = await world.tickets()
    expect(await world.house.ports.attachments.tickets('official:m1')).toEqual([ticket?.id])
    const kept = await world.house.ports.attachments.open('official:m1')
    expect(kept?.mediaType).toBe('image/jpeg')
  })
})
