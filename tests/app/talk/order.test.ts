import { describe, expect, it } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import { answerStored, receiveMessage } from '#app/talk/receive-message.ts'
import { runTimers } from '#app/timers/run-timers.ts'
import { isDone, openApp, talkOf, words } from '#tests/app/app-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

/** The same house, in which looking up the sender's tickets fails for as long as `broken` says. */
function breakable(ctx: Ctx): { readonly ctx: Ctx; readonly state: { broken: boolean } } {
  const state = { broken: true }
  const find: Ctx['dialogues']['find'] = (channel, sender) =>
    state.broken ? Promise.reject(new Error('broken')) : ctx.dialogues.find(channel, sender)
  return { ctx: { ...ctx, dialogues: { ...ctx.dialogues, find } }, state }
}

async function ticketCount({ readers }: Ctx): Promise<number> {
  return (await readers.list({ sort: 'newest', limit: 1, offset: 0 })).total
}

describe('One person’s messages', () => {
  it('One that was stored and not answered is answered before the next', async () => {
    const { ctx } = await openApp()
    const first = words(complaint)
    await ctx.inbox.put(first)
    await receiveMessage(ctx, words('确认'))
    expect(await isDone(ctx, first)).toBe(true)
    expect(await ticketCount(ctx)).toBe(1)
  })

  it('Several are answered in the order they came', async () => {
    const { ctx } = await openApp()
    await ctx.inbox.put(words(complaint))
    await ctx.inbox.put(words('确认'))
    await receiveMessage(ctx, words('查进度'))
    const answers = (await talkOf(ctx)).filter(({ from }) => from === 'bot')
    const questions = answers.map(({ card }) => card?.type)
    expect(questions.slice(0, 2)).toEqual(['summary', 'receipt'])
    expect(answers.length).toBeGreaterThan(2)
  })

  it('While an earlier one fails the later one waits, and both are answered when it can be', async () => {
    const opened = await openApp()
    const { ctx, state } = breakable(opened.ctx)
    const [first, second] = [words(complaint), words('确认')]
    await ctx.inbox.put(first)
    await expect(receiveMessage(ctx, second)).rejects.toThrow('broken')
    expect(await isDone(ctx, second)).toBe(false)
    state.broken = false
    opened.clock.now += 60_000
    await runTimers(ctx)
    expect([await isDone(ctx, first), await isDone(ctx, second)]).toEqual([true, true])
    expect(await ticketCount(ctx)).toBe(1)
  })

  it('A failure is counted with the message it happened to, not with the one that waits', async () => {
    const opened = await openApp()
    const failed: string[] = []
    const inbox: Ctx['inbox'] = {
      ...opened.ctx.inbox,
      failed: (id) => {
        failed.push(id)
        return Promise.resolve()
      },
    }
    const { ctx } = breakable({ ...opened.ctx, inbox })
    const first = words(complaint)
    await ctx.inbox.put(first)
    await receiveMessage(ctx, words('确认')).catch(() => undefined)
    expect(failed).toEqual([first.id])
  })

  it('Another person is not held up', async () => {
    const { ctx } = await openApp()
    const [hers, his] = [words(complaint, 'citizen-1'), words(complaint, 'citizen-2')]
    await ctx.inbox.put(hers)
    await receiveMessage(ctx, his)
    expect([await isDone(ctx, hers), await isDone(ctx, his)]).toEqual([false, true])
  })

  it('Two at the same moment are answered once each', async () => {
    const { ctx } = await openApp()
    const [first, second] = [words(complaint), words('确认')]
    for (const message of [first, second]) await ctx.inbox.put(message)
    await Promise.all([answerStored(ctx, first), answerStored(ctx, second)])
    expect([await isDone(ctx, first), await isDone(ctx, second)]).toEqual([true, true])
    expect(await ticketCount(ctx)).toBe(1)
  })
})
