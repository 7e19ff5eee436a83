import { describe, expect, it, onTestFinished } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { lineSender } from '#channels/line/send.ts'
import { channelAccessToken, lineUser, textEvent } from '#tests/support/fakes/line-events.ts'
import { startLineServer } from '#tests/support/fakes/line-server.ts'
import { wordsOf } from '#tests/support/fakes/line-words.ts'
import { openLine } from './line-world.ts'
import type { LineWorld } from './line-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Longer than the longest wait between two tries. */
const hourMs = 3_600_000

async function troubles(world: LineWorld) {
  return world.house.ports.outbox.troubles(10)
}

/** Lets the wait for the next try pass. */
async function later(world: LineWorld, ms = hourMs): Promise<void> {
  world.clock.now += ms
  await world.timers()
}

describe('Replying is free, pushing is the fallback', () => {
  it('A fresh reply token is used, without a retry key', async () => {
    const world = await openLine()
    const event = textEvent(world.next(), complaint)
    await world.deliver(event)
    expect(world.line.requests).toMatchObject([
      { kind: 'reply', to: event.replyToken, retryKey: null, status: 200 },
    ])
  })

  it('A token LINE finds too old is followed at once by a push to the person, with a retry key', async () => {
    const world = await openLine()
    const event = textEvent(world.next(), complaint)
    world.line.expire(event.replyToken ?? '')
    await world.deliver(event)
    expect(world.line.requests.map(({ kind, status }) => [kind, status])).toEqual([
      ['reply', 400],
      ['push', 200],
    ])
    expect(world.line.delivered[0]?.to).toBe(lineUser(1))
    expect(world.line.delivered[0]?.retryKey).toMatch(uuid)
  })

  it('A message processed long after it came is answered by push: its token is stale', async () => {
    const world = await openLine()
    await world.house.ports.inbox.put({
      id: 'line:01LATE',
      channel: 'line',
      sender: lineUser(1),
      at: world.clock.now,
      content: { type: 'text', text: complaint },
      replyToken: { token: 'reply-late', expiresAt: world.clock.now + 50_000 },
    })
    await later(world, 120_000)
    expect(world.line.requests.map((request) => request.kind)).toEqual(['push'])
  })
})

describe('Troubles at LINE', () => {
  it.each([401, 429, 500, 502, 503])(
    'Status %i is tried again later and then delivered',
    async (status) => {
      const world = await openLine()
      world.line.meet({ status })
      await world.citizen().says(complaint)
      expect(world.line.delivered).toEqual([])
      expect(await troubles(world)).toMatchObject([
        { channel: 'line', state: 'waiting', tries: 1, reason: `line-${String(status)}` },
      ])
      await later(world)
      expect(world.line.delivered).toHaveLength(1)
      expect(await troubles(world)).toEqual([])
    },
  )

  it('Nothing is tried before its time, and the waits grow', async () => {
    const world = await openLine()
    world.line.meet(...Array.from({ length: 9 }, () => ({ status: 500 })))
    await world.citizen().says(complaint)
    const waits: number[] = []
    for (let tries = 1; tries < 9; tries += 1) {
      const [waiting] = await troubles(world)
      const due = waiting?.nextTryAt ?? 0
      waits.push(due - world.clock.now)
      world.clock.now = due - 1
      await world.timers()
      expect(world.line.requests).toHaveLength(tries)
      world.clock.now = due
      await world.timers()
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(new Set(waits).size).toBeGreaterThan(5)
  })

  it('Every retry of a push carries the same key, so a lost answer is not said twice', async () => {
    const world = await openLine()
    world.line.meet({ status: 500 }, 'lost-answer')
    await world.citizen().says(complaint)
    await later(world)
    await later(world)
    const pushes = world.line.requests.filter((request) => request.kind === 'push')
    expect(pushes.map((push) => push.status)).toEqual([null, 409])
    expect(new Set(pushes.map((push) => push.retryKey)).size).toBe(1)
    expect(world.line.delivered).toHaveLength(1)
    expect(await troubles(world)).toEqual([])
  })

  it('A reply whose answer was lost is pushed: LINE has no key for replies, and twice is better than never', async () => {
    const world = await openLine()
    world.line.meet('lost-answer')
    await world.citizen().says(complaint)
    await later(world)
    expect(world.line.delivered.map((sent) => sent.kind)).toEqual(['reply', 'push'])
    expect(await troubles(world)).toEqual([])
  })

  it.each([403, 404])('Status %i is a dead letter whose reason the desk sees', async (status) => {
    const world = await openLine()
    world.line.meet({ status })
    await world.citizen().says(complaint)
    await later(world)
    expect(world.line.requests).toHaveLength(1)
    expect(await troubles(world)).toMatchObject([
      { channel: 'line', state: 'dead', reason: `line-${String(status)}`, nextTryAt: null },
    ])
  })

  it('The month’s quota used up is a dead letter the desk sees; answers, which are free, still go out', async () => {
    const world = await openLine()
    await world.citizen().says(complaint)
    await world.citizen().says('确认')
    const [row] = await world.tickets()
    const unit = row?.handler ?? null
    const officer = world.house.ctxFor({ id: 'officer-1', role: 'officer', unit, name: '李建国' })
    world.clock.now += 60_000
    await changeTicket(officer, row?.id ?? '', { type: 'accept' })
    world.line.meet({ status: 429, message: 'You have reached your monthly limit.' })
    await world.timers()
    expect(await troubles(world)).toMatchObject([{ state: 'dead', reason: 'line-quota' }])
    await world.citizen().says('进度')
    expect(world.line.delivered.at(-1)?.kind).toBe('reply')
    expect(world.citizen().hears().join()).toContain(row?.number)
  })

  it('A dead letter sent again from the desk goes out under its old key, and later words follow it', async () => {
    const world = await openLine()
    world.line.meet({ status: 403 })
    await world.citizen().says(complaint)
    const [dead] = await troubles(world)
    await world.house.ports.outbox.retry(dead?.batch ?? '', world.clock.now)
    await world.timers()
    expect(world.line.delivered).toMatchObject([{ kind: 'push', retryKey: dead?.batch }])
    expect(await troubles(world)).toEqual([])
  })

  it('After the tenth failure it is a dead letter, not tried for ever', async () => {
    const world = await openLine()
    world.line.meet(...Array.from({ length: 20 }, () => ({ status: 500 })))
    await world.citizen().says(complaint)
    for (let round = 0; round < 15; round += 1) await later(world)
    expect(world.line.requests).toHaveLength(10)
    expect(await troubles(world)).toMatchObject([{ state: 'dead', tries: 10, reason: 'line-500' }])
  })

  it('While the first of a person’s answers waits, the second waits behind it; others do not', async () => {
    const world = await openLine()
    world.line.meet({ status: 500 })
    await world.citizen(1).says(complaint)
    await world.citizen(1).says('确认')
    await world.citizen(2).says(complaint)
    expect(world.line.delivered).toHaveLength(1)
    await later(world)
    await later(world)
    const words = world.line.delivered.slice(1).map((sent) => wordsOf(sent.messages[0]))
    expect(words[0]).toContain('请核对')
    expect(words[1]).toContain('已受理')
  })
})

describe('The sender by itself', () => {
  const batch = {
    batch: '0198a1b2-0000-7000-8000-000000000001',
    tries: 0,
    messages: [
      {
        id: '0198a1b2-0000-7000-8000-000000000002',
        dialogueId: 'dialogue-1',
        channel: 'line',
        personId: 'person-1',
        inReplyTo: null,
        batch: '0198a1b2-0000-7000-8000-000000000001',
        index: 0,
        text: '您好',
        choices: [],
        questionId: null,
        asks: null,
        card: null,
        language: 'zh-hans',
        createdAt: 0,
      },
    ],
  } as const

  const now = 1_800_000_000_000

  async function opened(patienceMs?: number) {
    const line = await startLineServer()
    onTestFinished(() => line.close())
    const config = { channelAccessToken, apiUrl: line.url }
    const send = lineSender(config, () => now, patienceMs)
    return { line, send }
  }

  it('A LINE that stays silent is given up after a while and tried again later', async () => {
    const { line, send } = await opened(50)
    line.meet('silence')
    const result = await send(batch, lineUser(1), null)
    expect(result).toEqual({
      ok: false,
      retryable: true,
      reason: 'line-unreachable',
      retryAt: null,
    })
  })

  it('A LINE nobody can reach is tried again later', async () => {
    const { line, send } = await opened()
    await line.close()
    expect(await send(batch, lineUser(1), null)).toMatchObject({ ok: false, retryable: true })
  })

  it('What was taken before under the same key counts as sent', async () => {
    const { line, send } = await opened()
    expect(await send(batch, lineUser(1), null)).toEqual({ ok: true })
    expect(await send(batch, lineUser(1), null)).toEqual({ ok: true })
    expect(line.delivered).toHaveLength(1)
  })

  it('Long texts, long labels and many buttons stay within LINE’s limits, and no word is lost', async () => {
    const { line, send } = await opened()
    const choices = Array.from({ length: 20 }, (_, n) => ({
      id: `category:industrial-emissions-${String(n)}`,
      label: `${String(n)}号：${'工业企业排放的废气和异味'.repeat(3)}`,
    }))
    const words = Array.from({ length: 4000 }, (_, n) => `第${String(n)}句`).join('')
    const long = {
      ...batch.messages[0],
      text: words,
      choices,
      questionId: '0198a1b2-0000-7000-8000-000000000003',
    }
    expect(await send({ ...batch, messages: [long] }, lineUser(1), null)).toEqual({ ok: true })
    const received = line.delivered.flatMap((sent) => sent.messages)
    expect(received.map(wordsOf).join('')).toBe(words)
    expect(received.at(-1)?.quickReply?.items).toHaveLength(13)
  })

  it('More than five messages go out by five in a call, pushed under keys of their own', async () => {
    const { line, send } = await opened()
    const messages = Array.from({ length: 12 }, (_, index) => ({
      ...batch.messages[0],
      index,
      text: `第${String(index)}条`,
    }))
    const many = { ...batch, messages }
    line.meet(Promise.resolve(), { status: 500 })
    expect(await send(many, lineUser(1), 'reply-1')).toMatchObject({ ok: false, retryable: true })
    expect(await send(many, lineUser(1), null)).toEqual({ ok: true })
    expect(line.delivered.map((sent) => [sent.kind, sent.messages.length])).toEqual([
      ['push', 5],
      ['push', 5],
      ['push', 2],
    ])
    expect(line.delivered.flatMap((sent) => sent.messages.map(wordsOf))).toEqual(
      messages.map(({ text }) => text),
    )
    const keys = line.delivered.map((sent) => sent.retryKey ?? '')
    expect(new Set(keys).size).toBe(3)
    expect(keys.every((key) => uuid.test(key))).toBe(true)
  })

  it.each([
    ['90', now + 90_000],
    [new Date(now + 120_000).toUTCString(), now + 120_000],
    ['soon', null],
  ])('LINE’s Retry-After %j is respected', async (header, retryAt) => {
    const { line, send } = await opened()
    line.meet({ status: 429, headers: { 'retry-after': header } })
    expect(await send(batch, lineUser(1), null)).toEqual({
      ok: false,
      retryable: true,
      reason: 'line-429',
      retryAt,
    })
  })
})
