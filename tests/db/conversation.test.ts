import { noMedia } from '#app/files/media-tools.ts'
import { describe, expect, it } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import { runTimers } from '#app/timers/run-timers.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { makeNumbers } from '#app/tools/numbers.ts'
import { stores } from '#tests/support/stores.ts'
import { aMessage, citizen } from './build.ts'
import { day, openWorld } from './world.ts'
import type { World } from './world.ts'

const sender = 'U4af4980629'
const text = '果园街道果园西里小区门口的饭店油烟直排，熏得人开不了窗'
const silent = () => undefined

function ctxOf(world: World): Ctx {
  let made = 0
  return {
    ...world,
    senders: {},
    actor: citizen,
    now: () => world.clock.now,
    newId: () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`,
    media: noMedia,
    pause: () => Promise.resolve(),
    randomBytes: (n) => new Uint8Array(n).fill(7),
    giveNumbers: makeNumbers(world.readers),
    log: { info: silent, warn: silent, error: silent },
  }
}

async function confirmed(ctx: Ctx): Promise<void> {
  await receiveMessage(ctx, aMessage('1', { content: { type: 'text', text } }))
  const question = (await ctx.dialogues.find('line', sender))?.question
  const content = {
    type: 'choice',
    questionId: question?.id ?? '',
    choiceId: 'confirm',
    label: null,
  } as const
  await receiveMessage(ctx, aMessage('2', { content }))
}

describe.each(stores)('the use cases on $name', (store) => {
  it('carry a complaint from its message to a ticket', async () => {
    const world = await openWorld(store)
    await confirmed(ctxOf(world))
    const { rows } = await world.readers.list({ sort: 'newest', limit: 10, offset: 0 })
    expect(rows.map((row) => [row.status, row.category, row.village])).toEqual([
      ['dispatched', 'catering-fumes', '果园西里'],
    ])
    expect(await world.inbox.put(aMessage('2'))).toBe('done')
  })

  it('hear the clocks of a ticket ring', async () => {
    const world = await openWorld(store)
    const ctx = ctxOf(world)
    await confirmed(ctx)
    world.clock.now += 30 * day
    expect(await runTimers(ctx)).toMatchObject({ tickets: 1 })
    const [row] = (await world.readers.list({ sort: 'newest', limit: 1, offset: 0 })).rows
    const events = await world.store.history(row?.id ?? '')
    expect(events.map(({ type }) => type)).toContain('escalated')
  })
})
