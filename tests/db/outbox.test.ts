import { describe, expect, it } from 'vitest'
import type { SendResult } from '#app/messages.ts'
import { stores } from '#tests/support/stores.ts'
import { aChange, anAnswer } from './build.ts'
import { hour, minute, monday, openWorld } from './world.ts'
import type { World } from './world.ts'

const lost: SendResult = { ok: false, retryable: true, reason: 'timeout', retryAt: null }
const refused: SendResult = { ok: false, retryable: false, reason: 'blocked', retryAt: null }

async function worldWith(
  store: (typeof stores)[number],
  outbox: ReturnType<typeof anAnswer>[],
  settings: Parameters<typeof openWorld>[1] = {},
) {
  const world = await openWorld(store, settings)
  await world.store.commit(aChange({ outbox }))
  return world
}

async function takenIds(world: World, now: number, limit = 10): Promise<string[]> {
  const batches = await world.outbox.take(now, limit, minute)
  return batches.map((batch) => batch.batch)
}

describe.each(stores)('outbox on $name', (store) => {
  it('gives a batch with its messages in order', async () => {
    const messages = [2, 0, 1].map((index) =>
      anAnswer(`m${String(index)}`, { batch: 'b', index, text: `第${String(index)}句` }),
    )
    const world = await worldWith(store, messages)
    const [batch] = await world.outbox.take(monday, 10, minute)
    expect(batch).toEqual({
      batch: 'b',
      tries: 0,
      messages: [...messages].sort((a, b) => a.index - b.index),
    })
  })

  it('leaves the messages of a channel that another process sends', async () => {
    const outbox = [anAnswer('m1', { channel: 'wechat-bot' }), anAnswer('m2', { dialogueId: 'd2' })]
    const world = await worldWith(store, outbox, { elsewhere: ['wechat-bot'] })
    expect(await takenIds(world, monday)).toEqual(['batch-m2'])
    const bot = await world.beside({ elsewhere: ['line'] })
    expect((await bot.outbox.take(monday, 10, minute)).map(({ batch }) => batch)).toEqual([
      'batch-m1',
    ])
  })

  it('gives nothing before it is due', async () => {
    const world = await worldWith(store, [anAnswer('m1')])
    expect(await takenIds(world, monday - 1)).toEqual([])
  })

  it('does not give a taken batch again while its lease lasts, and then does', async () => {
    const world = await worldWith(store, [anAnswer('m1')])
    expect(await takenIds(world, monday)).toEqual(['batch-m1'])
    expect(await takenIds(world, monday + minute - 1)).toEqual([])
    expect(await takenIds(world, monday + minute)).toEqual(['batch-m1'])
  })

  it('gives a batch to one of two processes', async () => {
    const world = await worldWith(store, [anAnswer('m1')])
    const beside = await world.beside()
    const taken = await Promise.all([
      world.outbox.take(monday, 10, minute),
      beside.outbox.take(monday, 10, minute),
    ])
    expect(taken.flat()).toHaveLength(1)
  })

  it('counts the tries before this one', async () => {
    const world = await worldWith(store, [anAnswer('m1')])
    await world.outbox.take(monday, 10, minute)
    const [again] = await world.outbox.take(monday + hour, 10, minute)
    expect(again?.tries).toBe(1)
  })

  it('never gives a sent batch again', async () => {
    const world = await worldWith(store, [anAnswer('m1')])
    await takenIds(world, monday)
    await world.outbox.settle('batch-m1', { ok: true }, monday)
    expect(await takenIds(world, monday + 24 * hour)).toEqual([])
    expect(await world.outbox.troubles(10)).toEqual([])
  })

  it('waits longer after each failed try, up to a limit', async () => {
    const world = await worldWith(store, [anAnswer('m1')], {
      firstRetryMs: minute,
      longestRetryMs: 3 * minute,
    })
    let now = monday
    const waits: number[] = []
    for (let tries = 0; tries < 4; tries += 1) {
      await takenIds(world, now)
      await world.outbox.settle('batch-m1', lost, now)
      const next = (await world.outbox.troubles(1))[0]?.nextTryAt ?? 0
      waits.push(next - now)
      now = next
    }
    expect(waits).toEqual([minute, 2 * minute, 3 * minute, 3 * minute])
  })

  it('tries again when the channel said', async () => {
    const world = await worldWith(store, [anAnswer('m1')])
    await takenIds(world, monday)
    await world.outbox.settle('batch-m1', { ...lost, retryAt: monday + hour }, monday)
    expect(await takenIds(world, monday + hour - 1)).toEqual([])
    expect(await takenIds(world, monday + hour)).toEqual(['batch-m1'])
  })

  it('makes a dead letter of what cannot be sent, with the reason', async () => {
    const world = await worldWith(store, [anAnswer('m1')])
    await takenIds(world, monday)
    await world.outbox.settle('batch-m1', refused, monday)
    expect(await world.outbox.troubles(10)).toEqual([
      {
        batch: 'batch-m1',
        channel: 'line',
        recipient: null,
        tickets: [],
        state: 'dead',
        tries: 1,
        reason: 'blocked',
        nextTryAt: null,
      },
    ])
    expect(await takenIds(world, monday + hour)).toEqual([])
  })

  it('tells which tickets a message that did not arrive is about', async () => {
    const callback = {
      type: 'callback',
      category: '餐饮油烟',
      handler: '果园街道',
      step: 1,
    } as const
    const card = { ...callback, number: 'MY20261123-00001-5' }
    const messages = [
      anAnswer('m1', { batch: 'b', card }),
      anAnswer('m2', { batch: 'b', index: 1, card }),
      anAnswer('m3', { batch: 'b', index: 2, card: { ...card, number: 'MY20261123-00002-3' } }),
    ]
    const world = await worldWith(store, messages)
    await takenIds(world, monday)
    await world.outbox.settle('b', refused, monday)
    expect(await world.outbox.troubles(10)).toMatchObject([
      { tickets: ['MY20261123-00001-5', 'MY20261123-00002-3'] },
    ])
  })

  it('makes a dead letter of what failed too often', async () => {
    const world = await worldWith(store, [anAnswer('m1')], { outboxTries: 2, firstRetryMs: 1 })
    for (const now of [monday, monday + minute]) {
      await takenIds(world, now)
      await world.outbox.settle('batch-m1', lost, now)
    }
    expect((await world.outbox.troubles(10)).map((row) => row.state)).toEqual(['dead'])
  })

  it('shows waiting retries among the troubles, and not what was never tried', async () => {
    const world = await worldWith(store, [
      anAnswer('m1'),
      anAnswer('m2', { dialogueId: 'dialogue-2', createdAt: monday + hour }),
    ])
    await takenIds(world, monday)
    await world.outbox.settle('batch-m1', lost, monday)
    const troubles = await world.outbox.troubles(10)
    expect(troubles.map(({ batch, state, reason }) => [batch, state, reason])).toEqual([
      ['batch-m1', 'waiting', 'timeout'],
    ])
  })

  it('sends a dead letter again when the desk asks', async () => {
    const world = await worldWith(store, [anAnswer('m1')])
    await takenIds(world, monday)
    await world.outbox.settle('batch-m1', refused, monday)
    await world.outbox.retry('batch-m1', monday + minute)
    expect(await takenIds(world, monday + minute)).toEqual(['batch-m1'])
  })

  it('does not send a sent batch again even when the desk asks', async () => {
    const world = await worldWith(store, [anAnswer('m1')])
    await takenIds(world, monday)
    await world.outbox.settle('batch-m1', { ok: true }, monday)
    await world.outbox.retry('batch-m1', monday)
    expect(await takenIds(world, monday + hour)).toEqual([])
  })

  it('does not call a sent batch failed when a second report comes late', async () => {
    const world = await worldWith(store, [anAnswer('m1')])
    await takenIds(world, monday)
    await world.outbox.settle('batch-m1', { ok: true }, monday)
    await world.outbox.settle('batch-m1', refused, monday)
    expect(await world.outbox.troubles(10)).toEqual([])
  })

  it('holds a later batch of a dialogue back while an earlier one waits', async () => {
    const world = await worldWith(store, [
      anAnswer('m1'),
      anAnswer('m2'),
      anAnswer('other', { dialogueId: 'dialogue-2' }),
    ])
    expect(await takenIds(world, monday)).toEqual(['batch-m1', 'batch-other'])
    await world.outbox.settle('batch-m1', { ok: true }, monday)
    expect(await takenIds(world, monday)).toEqual(['batch-m2'])
  })

  it('lets a later batch go once the earlier one is a dead letter', async () => {
    const world = await worldWith(store, [anAnswer('m1'), anAnswer('m2')])
    await takenIds(world, monday)
    await world.outbox.settle('batch-m1', refused, monday)
    expect(await takenIds(world, monday)).toEqual(['batch-m2'])
  })

  it('gives the oldest first and no more than asked for', async () => {
    const ids = ['a', 'b', 'c']
    const world = await worldWith(
      store,
      ids.map((id) => anAnswer(id, { dialogueId: id })),
    )
    expect(await takenIds(world, monday, 2)).toEqual(['batch-a', 'batch-b'])
  })

  it('takes more batches at once than a statement has parameters', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => `d${String(index)}`)
    const world = await worldWith(
      store,
      ids.map((id) => anAnswer(id, { dialogueId: id })),
    )
    expect(await takenIds(world, monday, 200)).toHaveLength(150)
  })

  it('has nothing to send for a channel that is read in place', async () => {
    const world = await worldWith(store, [anAnswer('m1', { channel: 'web-chat' })])
    expect(await takenIds(world, monday)).toEqual([])
  })
})
