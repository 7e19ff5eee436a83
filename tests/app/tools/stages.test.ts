import { describe, expect, it } from 'vitest'
import { eachApart } from '#app/tools/apart.ts'
import type { Ctx } from '#app/ctx.ts'
import { StorageUnavailable } from '#app/errors.ts'
import type { Ports } from '#app/ports.ts'
import { runTimers, stages } from '#app/timers/run-timers.ts'
import { inbox, outboxMessages } from '#db/schema.ts'
import { isDone, openApp, words } from '#tests/app/app-world.ts'

const fails = () => Promise.reject(new TypeError('no'))

/** The port each stage asks first, broken. */
const broken: Record<keyof typeof stages, (ctx: Ctx) => Partial<Ports>> = {
  messages: ({ inbox: port }) => ({ inbox: { ...port, unfinished: fails } }),
  clocks: ({ readers }) => ({ readers: { ...readers, ringing: fails } }),
  erasing: ({ archive }) => ({ archive: { ...archive, erasable: fails } }),
  forgetting: ({ forgetting }) => ({ forgetting: { ...forgetting, remainsSince: fails } }),
  sealing: ({ archive }) => ({ archive: { ...archive, seal: fails } }),
  imports: ({ importFiles }) => ({ importFiles: { ...importFiles, forget: fails } }),
  outbox: ({ outbox }) => ({ outbox: { ...outbox, take: fails } }),
}

describe.each(Object.keys(stages) as (keyof typeof stages)[])('When %s fails', (stage) => {
  it('every other stage is run all the same', async () => {
    const { ctx } = await openApp()
    const lines: unknown[] = []
    const seen = new Set<string>()
    const watched = Object.fromEntries(
      Object.entries(broken).map(([name, breaks]) => [name, breaks(ctx)]),
    )
    expect(Object.keys(watched)).toHaveLength(Object.keys(stages).length)
    const seal: Ctx['archive']['seal'] = () => {
      seen.add('sealing')
      return Promise.resolve(null)
    }
    const take: Ctx['outbox']['take'] = () => {
      seen.add('outbox')
      return Promise.resolve([])
    }
    const all = {
      ...ctx,
      archive: { ...ctx.archive, seal },
      outbox: { ...ctx.outbox, take },
      log: {
        ...ctx.log,
        error: (event: string, fields?: object) => lines.push({ event, ...fields }),
      },
    }
    await runTimers({ ...all, ...broken[stage](all) })
    expect(lines).toEqual([{ event: 'stage.failed', stage, error: 'TypeError' }])
    for (const other of ['sealing', 'outbox'] as const) {
      if (other !== stage) expect(seen).toContain(other)
    }
  })
})

describe('A row that cannot be worked on', () => {
  const round = (bad: ReadonlySet<number>, worked: string[]) => ({
    stage: 'clocks',
    perRound: 10,
    due: (limit: number) =>
      Promise.resolve(Array.from({ length: 100 }, (_, n) => String(n)).slice(0, limit)),
    work: (id: string) => {
      if (bad.has(Number(id))) return Promise.reject(new Error('poisoned'))
      worked.push(id)
      return Promise.resolve(true)
    },
  })

  it('holds up none of those behind it', async () => {
    const { ctx } = await openApp()
    const worked: string[] = []
    expect(await eachApart(ctx, round(new Set([0, 3]), worked))).toBe(8)
  })

  it('nor do so many of them that they fill a whole round', async () => {
    const { ctx } = await openApp()
    const worked: string[] = []
    const bad = new Set(Array.from({ length: 37 }, (_, n) => n))
    expect(await eachApart(ctx, round(bad, worked))).toBeGreaterThan(0)
    expect(worked[0]).toBe('37')
  })

  it('is not blamed for a database that is gone', async () => {
    const { ctx } = await openApp()
    const work = () => Promise.reject(new StorageUnavailable())
    const given = { ...round(new Set(), []), work }
    await expect(eachApart(ctx, given)).rejects.toBeInstanceOf(StorageUnavailable)
  })
})

describe('What cannot be decrypted', () => {
  it('as a message stops no clock, no other message and no sending', async () => {
    const { ctx, clock, database } = await openApp()
    await ctx.inbox.put(words('果园西里小区门口的烧烤摊每天晚上冒烟', 'citizen-1'))
    await database.db.update(inbox).set({ sealedMessage: '1.AAAA' })
    const other = words('果园西里小区门口的烧烤摊每天晚上冒烟', 'citizen-2')
    await ctx.inbox.put(other)
    clock.now += 20_000
    await runTimers(ctx)
    expect(await isDone(ctx, other)).toBe(true)
    expect(await ctx.inbox.troubles(10)).toHaveLength(1)
  })

  it('as an answer is a dead letter, and the next is sent', async () => {
    const sent: string[] = []
    const { ctx, clock, database } = await openApp((batch) => {
      sent.push(...batch.messages.map(({ text }) => text))
      return Promise.resolve({ ok: true })
    })
    await ctx.inbox.put(words('果园西里小区门口的烧烤摊每天晚上冒烟', 'citizen-1'))
    const quiet = { ...ctx, outbox: { ...ctx.outbox, take: () => Promise.resolve([]) } }
    clock.now += 20_000
    await runTimers(quiet)
    await database.db.update(outboxMessages).set({ sealedMessage: '1.AAAA' })
    await ctx.inbox.put(words('果园西里小区门口的烧烤摊每天晚上冒烟', 'citizen-2'))
    clock.now += 20_000
    await runTimers(ctx)
    expect(sent).not.toEqual([])
    expect(await ctx.outbox.troubles(10)).toMatchObject([{ state: 'dead', reason: 'unreadable' }])
  })
})
