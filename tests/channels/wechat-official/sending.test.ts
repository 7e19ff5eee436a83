import { describe, expect, it } from 'vitest'
import { officialAccount } from '#channels/wechat-official/official.ts'
import type { OutboxBatch } from '#app/ports.ts'
import { openWechat } from './wechat-world.ts'
import { startWechatServer } from './wechat-server.ts'
import type { WechatServer } from './wechat-server.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

function accountOn(wechat: WechatServer, patienceMs?: number) {
  const clock = { now: 0 }
  const account = { appId: 'wx1', appSecret: 's', apiUrl: wechat.url }
  const patience = patienceMs === undefined ? {} : { patienceMs }
  return { clock, ...officialAccount(account, () => clock.now, patience) }
}

function batchOf(id: string, ...texts: readonly string[]): OutboxBatch {
  const messages = texts.map((text, index) => ({
    id: `${id}-${String(index)}`,
    dialogueId: 'd',
    channel: 'wechat' as const,
    personId: 'p',
    inReplyTo: null,
    batch: id,
    index,
    text,
    choices: [],
    questionId: null,
    asks: null,
    card: null,
    language: 'zh-hans' as const,
    createdAt: 0,
  }))
  return { batch: id, tries: 0, messages }
}

describe('The access token', () => {
  it('is asked for once by many at the same time, and kept', async () => {
    const wechat = await startWechatServer()
    const { send } = accountOn(wechat)
    await Promise.all(['a', 'b', 'c'].map((id) => send(batchOf(id, id), 'o1', null)))
    await send(batchOf('d', 'd'), 'o1', null)
    expect(wechat.tokenCalls).toEqual([
      { grant_type: 'client_credential', appid: 'wx1', secret: 's' },
    ])
    expect(wechat.received).toHaveLength(4)
  })

  it('is renewed before its two hours are over', async () => {
    const wechat = await startWechatServer()
    const { send, clock } = accountOn(wechat)
    await send(batchOf('a', 'a'), 'o1', null)
    clock.now += 7200_000 - 6 * 60_000
    await send(batchOf('b', 'b'), 'o1', null)
    expect(wechat.tokenCalls).toHaveLength(1)
    clock.now += 60_000
    await send(batchOf('c', 'c'), 'o1', null)
    expect(wechat.tokenCalls).toHaveLength(2)
  })

  it('that WeChat takes no more (42001) is renewed, and the message goes out once', async () => {
    const wechat = await startWechatServer()
    const { send } = accountOn(wechat)
    await send(batchOf('a', 'a'), 'o1', null)
    wechat.expire()
    expect(await send(batchOf('b', 'b'), 'o1', null)).toEqual({ ok: true })
    expect(wechat.received.map((one) => one.text)).toEqual(['a', 'b'])
    expect(wechat.tokenCalls).toHaveLength(2)
  })

  it('refused again after it was renewed (40001) is left for later: no more than one renewal', async () => {
    const wechat = await startWechatServer()
    const { send } = accountOn(wechat)
    wechat.meet({ errcode: 40001 }, { errcode: 40001 })
    expect(await send(batchOf('a', 'a'), 'o1', null)).toMatchObject({
      ok: false,
      retryable: true,
      reason: 'wechat-40001',
    })
    expect(wechat.calls).toHaveLength(2)
  })

  it('that is not given, because the keys are wrong, leaves everything for later', async () => {
    const wechat = await startWechatServer()
    const { send } = accountOn(wechat)
    wechat.refuseTokens(40125, 1)
    expect(await send(batchOf('a', 'a'), 'o1', null)).toMatchObject({
      retryable: true,
      reason: 'wechat-token-40125',
    })
    expect(await send(batchOf('a', 'a'), 'o1', null)).toEqual({ ok: true })
  })
})

describe('What WeChat says decides whether a message is tried again', () => {
  it.each([
    [{ errcode: -1 }, true, 'wechat--1'],
    [{ errcode: 45011 }, true, 'wechat-45011'],
    [{ errcode: 45015 }, false, 'wechat-45015'],
    [{ errcode: 45047 }, false, 'wechat-45047'],
    [{ errcode: 40003 }, false, 'wechat-40003'],
    [{ status: 502 }, true, 'wechat-http-502'],
    [{ status: 429 }, true, 'wechat-http-429'],
    [{ status: 404 }, false, 'wechat-http-404'],
  ])('%j: tried again %s', async (trouble, retryable, reason) => {
    const wechat = await startWechatServer()
    wechat.meet(trouble)
    const result = await accountOn(wechat).send(batchOf('a', 'a'), 'o1', null)
    expect(result).toEqual({ ok: false, retryable, reason, retryAt: null })
    expect(wechat.received).toEqual([])
  })

  it('When the day’s calls are used up (45009), the next try is after midnight in Beijing', async () => {
    const wechat = await startWechatServer()
    wechat.meet({ errcode: 45009 })
    const { clock, send } = accountOn(wechat)
    clock.now = Date.parse('2026-11-28T23:10:00+08:00')
    expect(await send(batchOf('a', 'a'), 'o1', null)).toEqual({
      ok: false,
      retryable: true,
      reason: 'wechat-45009',
      retryAt: Date.parse('2026-11-29T00:00:00+08:00'),
    })
  })

  it.each(['silence', 'lost-answer'] as const)('%s: tried again', async (trouble) => {
    const wechat = await startWechatServer()
    wechat.meet(trouble)
    const result = await accountOn(wechat, 50).send(batchOf('a', 'a'), 'o1', null)
    expect(result).toMatchObject({ ok: false, retryable: true, reason: 'wechat-unreachable' })
  })

  it('What was sent of a long batch before a failure is not sent again', async () => {
    const wechat = await startWechatServer()
    const { send } = accountOn(wechat)
    const [first, second] = ['一'.repeat(600), '二'.repeat(600)]
    const batch = batchOf('a', first, second)
    wechat.meet(Promise.resolve(), { errcode: -1 })
    expect((await send(batch, 'o1', null)).ok).toBe(false)
    expect(await send(batch, 'o1', null)).toEqual({ ok: true })
    expect(wechat.received.map((one) => one.text)).toEqual([first, second])
  })
})

describe('Photos', () => {
  it('are fetched by their media id', async () => {
    const wechat = await startWechatServer()
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])
    wechat.media.set('m1', { type: 'image/jpeg', bytes })
    expect(await accountOn(wechat).fetch('m1', 10_000_000)).toEqual({ ok: true, bytes })
  })

  it('that are gone after three days are given up', async () => {
    const wechat = await startWechatServer()
    expect(await accountOn(wechat).fetch('gone', 10_000_000)).toMatchObject({
      ok: false,
      retryable: false,
      reason: 'wechat-40007',
    })
  })

  it('larger than what is kept are given up', async () => {
    const wechat = await startWechatServer()
    wechat.media.set('m1', { type: 'image/jpeg', bytes: new Uint8Array(11 * 1024 * 1024) })
    expect(await accountOn(wechat).fetch('m1', 10_000_000)).toMatchObject({
      ok: false,
      reason: 'too-large',
    })
  })
})

describe('Videos', () => {
  it('are fetched from where WeChat says they lie', async () => {
    const wechat = await startWechatServer()
    const bytes = new Uint8Array([0, 0, 0, 24, 1, 2, 3])
    wechat.videos.set('v1', { type: 'video/mp4', bytes })
    expect(await accountOn(wechat).fetch('v1', 1000)).toEqual({ ok: true, bytes })
  })
})

describe('Messages that cannot be delivered', () => {
  it('after 48 hours of silence wait as a dead letter with WeChat’s reason', async () => {
    const world = await openWechat()
    world.wechat.meet({ errcode: 45015 })
    await world.says(complaint)
    expect(await world.troubles()).toMatchObject([{ state: 'dead', reason: 'wechat-45015' }])
  })

  it('do not hold up the answer to what the citizen writes next', async () => {
    const world = await openWechat()
    world.wechat.meet({ errcode: 45047 })
    await world.says(complaint)
    expect(await world.says('确认')).toHaveLength(1)
  })

  it('while WeChat is busy go out with the timers', async () => {
    const world = await openWechat()
    world.wechat.meet({ errcode: -1 })
    expect(await world.says(complaint)).toEqual([])
    world.clock.now += 10_000
    await world.timers()
    expect(world.wechat.received).toHaveLength(1)
  })
})
