import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import { StorageUnavailable } from '#app/errors.ts'
import { runTimers } from '#app/timers/run-timers.ts'
import type { Database } from '#db/database.ts'
import { openSqlite } from '#db/sqlite.ts'
import { lineUser, textEvent } from '#tests/support/fakes/line-events.ts'
import { openLine } from './line-world.ts'
import type { LineWorld } from './line-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'
const secondsToSettle = 11_000

/** LINE's redelivery of an event: the same event, marked. */
function again(event: ReturnType<typeof textEvent>) {
  return { ...event, deliveryContext: { isRedelivery: true } }
}

/** Commits fail while `broken`; storing what came in does not. */
function breakable() {
  const fault = { broken: true }
  const meddle = (ctx: Ctx): Ctx => ({
    ...ctx,
    store: {
      ...ctx.store,
      commit: (change) =>
        fault.broken
          ? Promise.reject(new StorageUnavailable('injected'))
          : ctx.store.commit(change),
    },
  })
  return { fault, meddle }
}

async function spoken(world: LineWorld): Promise<string[]> {
  const entries = await world.house.ports.dialogues.transcript('line', lineUser(1), 0, 100)
  return entries.map((entry) => entry.from)
}

describe('An event is processed once', () => {
  it('The same webhookEventId twice is answered once', async () => {
    const world = await openLine()
    const event = textEvent(world.next(), complaint)
    const answers = [await world.deliver(event), await world.deliver(again(event))]
    expect(answers.map((answer) => answer.status)).toEqual([200, 200])
    expect(world.line.requests).toHaveLength(1)
    expect(await spoken(world)).toEqual(['citizen', 'bot'])
  })

  it('The same event twice in one call, and in two calls at once, is answered once', async () => {
    const world = await openLine()
    const event = textEvent(world.next(), complaint)
    await Promise.all([world.deliver(event, event), world.deliver(event), world.deliver(event)])
    expect(world.line.delivered).toHaveLength(1)
    expect(await spoken(world)).toEqual(['citizen', 'bot'])
  })

  it('A confirmation delivered twice opens one ticket', async () => {
    const world = await openLine()
    await world.citizen().says(complaint)
    const yes = textEvent(world.next(), '确认')
    await world.deliver(yes)
    await world.deliver(again(yes))
    expect(await world.tickets()).toHaveLength(1)
  })

  it('When the first try failed after storing, the redelivery is processed, once', async () => {
    const { fault, meddle } = breakable()
    const world = await openLine({ meddle })
    const event = textEvent(world.next(), complaint)
    expect((await world.deliver(event)).status).toBe(200)
    expect(await spoken(world)).toEqual(['citizen'])
    fault.broken = false
    await world.deliver(again(event))
    await world.deliver(again(event))
    expect(await spoken(world)).toEqual(['citizen', 'bot'])
    expect(world.line.delivered).toHaveLength(1)
  })

  it('When the first try failed and nothing is redelivered, the timers finish it', async () => {
    const { fault, meddle } = breakable()
    const world = await openLine({ meddle })
    await world.deliver(textEvent(world.next(), complaint))
    fault.broken = false
    world.clock.now += secondsToSettle
    await world.timers()
    expect(await spoken(world)).toEqual(['citizen', 'bot'])
    expect(world.line.delivered).toHaveLength(1)
  })

  it('One person’s message that cannot be processed does not hold up another’s', async () => {
    const meddle = (ctx: Ctx): Ctx => ({
      ...ctx,
      dialogues: {
        ...ctx.dialogues,
        find: (channel, sender) =>
          sender === lineUser(1)
            ? Promise.reject(new Error('injected'))
            : ctx.dialogues.find(channel, sender),
      },
    })
    const world = await openLine({ meddle })
    const [first, second] = [world.next({ user: lineUser(1) }), world.next({ user: lineUser(2) })]
    await world.deliver(textEvent(first, complaint), textEvent(second, complaint))
    expect(world.line.delivered.map((sent) => sent.to)).toEqual([`reply-${second.id}`])
  })
})

describe('What cannot be processed holds up nobody else', () => {
  it('The timers finish other people’s messages, ring the clocks and send, and try it again', async () => {
    let tries = 0
    const meddle = (ctx: Ctx): Ctx => ({
      ...ctx,
      dialogues: {
        ...ctx.dialogues,
        find: (channel, sender) => {
          if (sender !== lineUser(1)) return ctx.dialogues.find(channel, sender)
          tries += 1
          return Promise.reject(new Error('injected'))
        },
      },
    })
    const world = await openLine({ meddle })
    for (const user of [lineUser(1), lineUser(1), lineUser(2)]) {
      const { id, at } = world.next()
      await world.house.ports.inbox.put({
        id: `line:${id}`,
        channel: 'line',
        sender: user,
        at,
        content: { type: 'text', text: complaint },
        replyToken: null,
      })
    }
    world.clock.now += secondsToSettle
    await runTimers(world.house.ctxFor(null))
    expect(world.line.delivered.map((sent) => sent.to)).toEqual([lineUser(2)])
    expect(tries).toBe(1)
    await runTimers(world.house.ctxFor(null))
    expect(tries).toBe(2)
  })
})

describe('When the storage cannot take it, LINE is told to come again', () => {
  async function onDisk(): Promise<{ path: string; database: Database }> {
    const folder = mkdtempSync(join(tmpdir(), 'huiying-line-'))
    const path = join(folder, 'huiying.db')
    const database = openSqlite(path, { busyTimeoutMs: 20 })
    onTestFinished(() => {
      database.close()
      rmSync(folder, { recursive: true })
    })
    return { path, database }
  }

  it('A locked database answers 503 with Retry-After, and the redelivery succeeds', async () => {
    const { path, database } = await onDisk()
    const world = await openLine({ database })
    const event = textEvent(world.next(), complaint)
    const other = openSqlite(path)
    await other.db.run(sql`begin immediate`)
    const refused = await world.deliver(event)
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([503, true])
    await other.db.run(sql`rollback`)
    other.close()
    expect((await world.deliver(again(event))).status).toBe(200)
    expect(await spoken(world)).toEqual(['citizen', 'bot'])
  })

  it('A full disk answers 503, and the redelivery succeeds when there is room again', async () => {
    const { database } = await onDisk()
    const world = await openLine({ database })
    // The engine itself says "database or disk is full": no page may be added, and none is free.
    await database.db.run(sql`pragma max_page_count = 1`)
    const events = Array.from({ length: 20 }, () => textEvent(world.next(), complaint.repeat(20)))
    const refused = await world.deliver(...events)
    expect(refused.status).toBe(503)
    await database.db.run(sql`pragma max_page_count = 1000000`)
    const redelivered = events.map(again)
    expect((await world.deliver(...redelivered)).status).toBe(200)
    const entries = await world.house.ports.dialogues.transcript('line', lineUser(1), 0, 1000)
    expect(entries.filter((entry) => entry.from === 'citizen')).toHaveLength(events.length)
  })

  it('A database that is gone is not ready, though the process lives', async () => {
    const { database } = await onDisk()
    const world = await openLine({ database })
    expect((await world.app.request('/readyz')).status).toBe(200)
    database.close()
    world.clock.now += 3_000
    expect((await world.app.request('/readyz')).status).toBe(503)
    expect((await world.app.request('/healthz')).status).toBe(200)
  })
})
