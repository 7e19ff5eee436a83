import { describe, expect, it } from 'vitest'
import { runTimers } from '#app/timers/run-timers.ts'
import { isDone, openApp, talkOf, words, aReport } from '#tests/app/app-world.ts'
import { openBySource } from '#app/intake/open-by-source.ts'
import { isRefusal } from '#domain/refusal.ts'
import { day } from '#tests/support/build.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

describe('Messages a crash left unfinished', () => {
  it('At a start they are finished at once', async () => {
    const { ctx, clock } = await openApp()
    const message = words(complaint)
    await ctx.inbox.put(message)
    clock.now += 1
    expect(await runTimers(ctx, { settleMs: 0 })).toMatchObject({ messages: 1 })
    expect(await isDone(ctx, message)).toBe(true)
  })

  it('Later a message is left for ten seconds to the request that brought it', async () => {
    const { ctx, clock } = await openApp()
    const message = words(complaint)
    await ctx.inbox.put(message)
    clock.now += 10_000
    expect(await runTimers(ctx)).toMatchObject({ messages: 0 })
    clock.now += 1
    expect(await runTimers(ctx)).toMatchObject({ messages: 1 })
  })

  it('Two starts at once answer each of them once', async () => {
    const { ctx, clock } = await openApp()
    for (const text of [complaint, '确认']) await ctx.inbox.put(words(text))
    clock.now += 1
    await Promise.all([runTimers(ctx, { settleMs: 0 }), runTimers(ctx, { settleMs: 0 })])
    const cards = (await talkOf(ctx)).map(({ card }) => card?.type)
    expect(cards.filter((type) => type === 'receipt')).toHaveLength(1)
  })
})

describe('After three days of sleep', () => {
  it('each clock of forty tickets rings once, at the stage it has reached', async () => {
    const { ctx, clock } = await openApp()
    const ids: string[] = []
    for (let n = 0; n < 40; n += 1) {
      const opened = await openBySource(ctx, aReport(`LY-${String(n)}`))
      if (!isRefusal(opened)) ids.push(opened.ticket.id)
    }
    clock.now += 3 * day
    await runTimers(ctx)
    const histories = await Promise.all(ids.map((id) => ctx.store.history(id)))
    const rung = histories.map((events) =>
      events.flatMap(({ type, data }) =>
        type === 'warned' || type === 'escalated' ? [(data as { clock: string }).clock] : [],
      ),
    )
    expect(rung).toHaveLength(40)
    for (const clocks of rung) expect(clocks.toSorted()).toEqual(['accept', 'contact'])
  })
})
