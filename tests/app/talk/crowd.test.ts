import { describe, expect, it } from 'vitest'
import type { InboundMessage } from '#app/messages.ts'
import { answerStored } from '#app/talk/receive-message.ts'
import { runTimers } from '#app/timers/run-timers.ts'
import { isDone, openApp, talkOf, words } from '#tests/app/app-world.ts'

type App = Awaited<ReturnType<typeof openApp>>

const minute = 60_000

/** A crowd of messages as one call of a channel brings them: all stored, then answered in order. */
async function crowd(app: App, messages: readonly InboundMessage[]) {
  for (const message of messages) await app.ctx.inbox.put(message)
  for (const message of messages) await answerStored(app.ctx, message)
}

async function botLines(app: App) {
  return (await talkOf(app.ctx)).filter(({ from }) => from === 'bot').map(({ text }) => text)
}

/** Photos: each is answered by itself, as words that follow each other are not. */
const many = (count: number) =>
  Array.from({ length: count }, (_, n): InboundMessage => {
    const attachments = [{ id: `line:photo-${String(n)}`, kind: 'image', name: null }] as const
    return { ...words(''), content: { type: 'attachments', attachments } }
  })

describe('Somebody who writes very much at once', () => {
  it('is asked to wait once, and is answered once when it is quiet; nothing is lost', async () => {
    const app = await openApp()
    const messages = many(100)
    await crowd(app, messages)
    const lines = await botLines(app)
    expect(lines.filter((line) => line.startsWith('您发得太快'))).toHaveLength(1)
    expect(lines.length).toBeLessThan(45)
    app.clock.now += 15_000
    await runTimers(app.ctx)
    expect(await botLines(app)).toHaveLength(lines.length)
    app.clock.now += minute
    await runTimers(app.ctx)
    const after = await botLines(app)
    expect(after.length - lines.length).toBeGreaterThan(0)
    expect(after.length - lines.length).toBeLessThan(4)
    const done = await Promise.all(messages.map((message) => isDone(app.ctx, message)))
    expect(done.every(Boolean)).toBe(true)
  })

  it('with danger in it is answered to that at once', async () => {
    const app = await openApp()
    await crowd(app, many(40))
    const alarm = words('加油站着火了，油罐要爆炸了')
    await app.ctx.inbox.put(alarm)
    await answerStored(app.ctx, alarm)
    expect(await isDone(app.ctx, alarm)).toBe(true)
  })

  it('is not kept waiting for ever by writing on', async () => {
    const app = await openApp()
    const messages = many(30)
    await crowd(app, messages)
    for (let n = 0; n < 45; n += 1) {
      app.clock.now += 15_000
      await app.ctx.inbox.put(words('还有'))
      await runTimers(app.ctx)
    }
    const done = await Promise.all(messages.map((message) => isDone(app.ctx, message)))
    expect(done.every(Boolean)).toBe(true)
  })

  it('holds up nobody else', async () => {
    const app = await openApp()
    await crowd(app, many(150))
    const other = words('果园西里小区门口的烧烤摊每天晚上冒烟', 'citizen-2')
    await app.ctx.inbox.put(other)
    app.clock.now += 15_000
    await runTimers(app.ctx)
    expect(await isDone(app.ctx, other)).toBe(true)
  })
})
