import { describe, expect, it } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import type { InboundMessage } from '#app/messages.ts'
import { answerStored, receiveMessage } from '#app/talk/receive-message.ts'
import { runTimers } from '#app/timers/run-timers.ts'
import { fragmentSettings } from '#domain/dialogue/fragments.ts'
import { isDone, openApp, talkOf, words } from '#tests/app/app-world.ts'

const fragments = ['果园西里', '门口烧烤摊', '天天冒烟'] as const

async function answersOf(ctx: Ctx) {
  return (await talkOf(ctx)).filter(({ from }) => from === 'bot')
}

/** A house in which a pause lasts until `during` of it is over. */
async function openWith(during: (ctx: Ctx) => Promise<unknown>) {
  const opened = await openApp()
  const waited: number[] = []
  const ctx: Ctx = {
    ...opened.ctx,
    pause: async (ms) => {
      waited.push(ms)
      await during(opened.ctx)
    },
  }
  return { ...opened, ctx, waited }
}

function sentAt(text: string, at: number): InboundMessage {
  return { ...words(text), at }
}

describe('Several short messages in a row', () => {
  it('are stored at once, answered as one complaint by the last, and all done with it', async () => {
    const { ctx } = await openApp()
    const [first, second, third] = fragments.map((text) => words(text))
    if (first === undefined || second === undefined || third === undefined) throw new Error()
    for (const one of [first, second, third]) await ctx.inbox.put(one)
    expect(await answerStored(ctx, first)).toBe(true)
    expect(await answersOf(ctx)).toEqual([])
    await answerStored(ctx, third)
    const answers = await answersOf(ctx)
    expect(answers.map(({ card }) => card?.type)).toEqual(['summary'])
    expect(answers[0]?.text).toContain('露天烧烤')
    expect(answers[0]?.text).toContain('果园西里')
    for (const one of [first, second, third]) expect(await isDone(ctx, one)).toBe(true)
  })

  it('wait a moment for the next, which is answered with them', async () => {
    const rest = [words(fragments[1]), words(fragments[2])]
    const { ctx, waited } = await openWith(async (inner) => {
      const next = rest.shift()
      if (next !== undefined) await inner.inbox.put(next)
    })
    const [second, third] = rest
    if (second === undefined || third === undefined) throw new Error()
    await receiveMessage(ctx, words(fragments[0]))
    expect(await answersOf(ctx)).toEqual([])
    await receiveMessage(ctx, second)
    await receiveMessage(ctx, third)
    expect((await answersOf(ctx)).map(({ card }) => card?.type)).toEqual(['summary'])
    expect(waited).toEqual(waited.map(() => fragmentSettings.settleMs))
  })

  it('do not keep anybody waiting for ever', async () => {
    const { ctx, waited } = await openWith(() => Promise.resolve())
    const start = words('').at
    await ctx.inbox.put(sentAt('那个', start))
    await ctx.inbox.put(sentAt('就是', start + 6_000))
    await receiveMessage(ctx, sentAt('我想说', start + fragmentSettings.longestMs + 1))
    expect(waited).toEqual([])
    expect(await answersOf(ctx)).not.toEqual([])
  })

  it('sent far apart are two messages, also when both were left by a crash', async () => {
    const { ctx, clock } = await openApp()
    const at = clock.now
    await ctx.inbox.put(sentAt('你好', at))
    await ctx.inbox.put(sentAt('我要投诉噪音', at + fragmentSettings.apartMs + 1))
    await runTimers(ctx, { settleMs: -1 })
    expect((await answersOf(ctx)).length).toBeGreaterThan(1)
  })

  it('left by a crash in the middle are answered once, by the timers', async () => {
    const { ctx } = await openApp()
    const all = fragments.map((text) => words(text))
    for (const one of all) await ctx.inbox.put(one)
    await Promise.all([runTimers(ctx, { settleMs: -1 }), runTimers(ctx, { settleMs: -1 })])
    expect((await answersOf(ctx)).map(({ card }) => card?.type)).toEqual(['summary'])
    for (const one of all) expect(await isDone(ctx, one)).toBe(true)
  })

  it('handled by several at the same moment are answered once', async () => {
    const { ctx } = await openApp()
    const all = fragments.map((text) => words(text))
    for (const one of all) await ctx.inbox.put(one)
    await Promise.all(all.map((one) => answerStored(ctx, one)))
    expect((await answersOf(ctx)).map(({ card }) => card?.type)).toEqual(['summary'])
  })
})

describe('Nothing is kept waiting that needs no more', () => {
  const whole = '果园西里小区门口的烧烤摊每天晚上冒烟'
  it.each([
    ['a complaint with its place', [whole]],
    ['danger', ['着火了，救命']],
    ['a question about a ticket', ['查进度']],
    ['urging', ['催一下']],
    ['the answer to a question', ['我要投诉噪音，从早到晚就没有停过，实在受不了了', '工地']],
    ['a confirmation', [whole, '确认']],
  ])('%s', async (_name, texts) => {
    const { ctx, waited } = await openWith(() => Promise.resolve())
    for (const text of texts) await receiveMessage(ctx, words(text))
    expect(waited).toEqual([])
    expect((await answersOf(ctx)).length).toBeGreaterThan(0)
  })

  it('buttons, photos and places', async () => {
    const { ctx, waited } = await openWith(() => Promise.resolve())
    const contents: InboundMessage['content'][] = [
      { type: 'choice', questionId: 'q', choiceId: 'c', label: null },
      { type: 'attachments', attachments: [{ id: 'p', kind: 'image', name: null }] },
      { type: 'location', coordinates: { lat: 40.37, lon: 116.84 }, label: null },
    ]
    for (const content of contents) await receiveMessage(ctx, { ...words(''), content })
    expect(waited).toEqual([])
  })
})
