import { describe, expect, it } from 'vitest'
import { deliverOutbox } from '#app/outbox/deliver-outbox.ts'
import type { SendResult } from '#app/messages.ts'
import type { OutboxBatch } from '#app/ports.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { openApp, words } from '#tests/app/app-world.ts'

const sent: SendResult = { ok: true }

/** A house in which many people have each been told something, which waits to be sent. */
async function crowded(people: number, send: (batch: OutboxBatch) => Promise<SendResult>) {
  const opened = await openApp(send)
  for (let n = 0; n < people; n += 1) {
    await receiveMessage(opened.ctx, words('你好', `citizen-${String(n)}`))
  }
  return opened
}

describe('Sending', () => {
  it('goes on until nothing is due', async () => {
    const batches: string[] = []
    const { ctx } = await crowded(12, ({ batch }) => {
      batches.push(batch)
      return Promise.resolve(sent)
    })
    expect(await deliverOutbox(ctx)).toBe(12)
    expect(new Set(batches).size).toBe(12)
  })

  it('A slow channel never outlives what it has taken: nobody else sends it a second time', async () => {
    const times = new Map<string, number>()
    const count = ({ batch }: OutboxBatch) => {
      times.set(batch, (times.get(batch) ?? 0) + 1)
      return Promise.resolve(sent)
    }
    // While each send takes 20 s, another process sends one more of whatever it may take meanwhile.
    const opened = await crowded(40, async (batch) => {
      const begun = opened.clock.now
      await count(batch)
      opened.clock.now = Math.max(opened.clock.now, begun + 20_000)
      for (const other of await opened.ctx.outbox.take(opened.clock.now, 1, 60_000)) {
        await count(other)
        await opened.ctx.outbox.settle(other.batch, sent, opened.clock.now)
      }
      return sent
    })
    await deliverOutbox(opened.ctx)
    expect([...times.values()].filter((n) => n !== 1)).toEqual([])
    expect(times.size).toBe(40)
  })

  it('Many are sent at once, and one person’s follow one another', async () => {
    let [underWay, most] = [0, 0]
    const { ctx } = await crowded(40, async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise((resolve) => setTimeout(resolve, 20))
      underWay -= 1
      return sent
    })
    expect(await deliverOutbox(ctx)).toBe(40)
    expect(most).toBe(32)
  })

  it('One run ends after two hundred, so that clocks get their turn; the next goes on', async () => {
    const { ctx } = await crowded(202, () => Promise.resolve(sent))
    expect([await deliverOutbox(ctx), await deliverOutbox(ctx)]).toEqual([200, 2])
  })
})
