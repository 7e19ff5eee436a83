import { describe, expect, it } from 'vitest'
import { forgetUnconfirmed, nightAfter } from '#app/timers/retention.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { day, hour, start } from '#tests/support/build.ts'
import { openApp, words } from '#tests/app/app-world.ts'

/** 2026-11-23 in Beijing. */
const beijing = (hours: number) => Date.UTC(2026, 10, 22, 16) + hours * hour

describe('The night in which the database is written anew', () => {
  it.each([
    [0, 3],
    [2.9, 3],
    [3, 27],
    [9, 27],
    [23.9, 27],
  ])('after %s o’clock is at %s', (at, night) => {
    expect(nightAfter(beijing(at))).toBe(beijing(night))
  })
})

describe('What nobody confirmed', () => {
  it('is forgotten after thirty days, looked for once an hour, and gone for good the next night', async () => {
    const { ctx, clock } = await openApp()
    let rewritten = 0
    const forgetting = {
      ...ctx.forgetting,
      rewrite: (now: number) => {
        rewritten += 1
        return ctx.forgetting.rewrite(now)
      },
    }
    const watched = { ...ctx, forgetting }
    await receiveMessage(ctx, words('果园西里楼下饭店油烟很大'))
    clock.now = start + 30 * day
    expect(await forgetUnconfirmed(watched)).toBe(0)
    clock.now += hour - 1
    expect(await forgetUnconfirmed(watched)).toBe(0)
    clock.now += 1
    expect(await forgetUnconfirmed(watched)).toBeGreaterThan(0)
    expect(await ctx.dialogues.find('line', 'citizen-1')).toBeNull()
    expect(rewritten).toBe(0)
    clock.now += day
    await forgetUnconfirmed(watched)
    clock.now += day
    await forgetUnconfirmed(watched)
    expect(rewritten).toBe(1)
  })

  it('leaves the dialogue of somebody who has a ticket, and the ticket', async () => {
    const { ctx, clock } = await openApp()
    await receiveMessage(ctx, words('果园西里楼下饭店油烟很大，每天晚上'))
    await receiveMessage(ctx, words('确认'))
    const before = await ctx.dialogues.find('line', 'citizen-1')
    expect(before?.ticketIds).toHaveLength(1)
    clock.now += day
    await receiveMessage(ctx, words('还有个事，河边有人倒垃圾'))
    expect((await ctx.dialogues.find('line', 'citizen-1'))?.draft).not.toBeNull()
    clock.now += 31 * day
    expect(await forgetUnconfirmed(ctx)).toBeGreaterThan(0)
    const after = await ctx.dialogues.find('line', 'citizen-1')
    expect(after).toMatchObject({ draft: null, question: null, ticketIds: before?.ticketIds })
  })
})
