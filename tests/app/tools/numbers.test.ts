import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeNumbers } from '#app/tools/numbers.ts'
import type { Numbers } from '#app/tools/numbers.ts'
import { openBySource } from '#app/intake/open-by-source.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { isRefusal } from '#domain/refusal.ts'
import { parseNumber } from '#domain/ticket/number.ts'
import { start } from '#tests/support/build.ts'
import { aReport, openApp, talkOf, words } from '#tests/app/app-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'
const serialOf = (number: string) => Number(number.split('-')[1])

describe('Many who confirm at once', () => {
  it('a hundred have their numbers with the answer, 1 to 100, and no timer is needed', async () => {
    const { ctx } = await openApp()
    const people = Array.from({ length: 100 }, (_, n) => `citizen-${String(n)}`)
    for (const person of people) await receiveMessage(ctx, words(complaint, person))
    await Promise.all(people.map((person) => receiveMessage(ctx, words('确认', person))))
    const receipts: string[] = []
    for (const person of people) {
      for (const { card } of await talkOf(ctx, person)) {
        if (card?.type === 'receipt') receipts.push(...card.tickets.map(({ number }) => number))
      }
    }
    const serials = receipts.map(serialOf).sort((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
  })

  it('two processes on one database give no number twice, and each report gets its own', async () => {
    const { ctx } = await openApp()
    const second = { ...ctx, giveNumbers: makeNumbers(ctx.readers) }
    const opened = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        openBySource(n % 2 === 0 ? ctx : second, aReport(`LY-${String(n)}`)),
      ),
    )
    const numbers = opened.map((one) => (isRefusal(one) ? one.refused : one.ticket.opened.number))
    expect(new Set(numbers).size).toBe(30)
    expect(numbers.every((number) => parseNumber(number) !== null)).toBe(true)
  })
})

describe('The numbers of a process', () => {
  /** Tickets by their number, as a database has them. */
  function aStore(others: readonly number[] = []) {
    const stored = new Set(others)
    const giveNumbers = makeNumbers({
      lastSerial: () => Promise.resolve(Math.max(0, ...stored)),
      idByNumber: (number) => Promise.resolve(stored.has(serialOf(number)) ? 'some' : null),
    })
    const take = (count: number, isKept: boolean) =>
      giveNumbers(start, async ({ next }: Numbers) => {
        const serials = Array.from({ length: count }, () => serialOf(next()))
        await Promise.resolve()
        if (isKept) for (const serial of serials) stored.add(serial)
        return serials
      })
    return { stored, take }
  }

  it('go on after the last one stored', async () => {
    expect(await aStore([41]).take(2, true)).toEqual([42, 43])
  })

  it('that were not used in the end are given to the next', async () => {
    const { take } = aStore()
    await take(2, false)
    expect(await take(1, true)).toEqual([1])
  })

  it('of work that failed are given to the next', async () => {
    const { stored } = aStore()
    const giveNumbers = makeNumbers({
      lastSerial: () => Promise.resolve(0),
      idByNumber: () => Promise.resolve(null),
    })
    const failing = giveNumbers(start, ({ next }) => Promise.reject(new Error(next())))
    await expect(failing).rejects.toThrow('MY20261123-00001')
    expect(await giveNumbers(start, ({ next }) => Promise.resolve(serialOf(next())))).toBe(1)
    expect(stored.size).toBe(0)
  })

  it('of two days at once do not mix', async () => {
    const { take } = aStore()
    expect(await take(1, true)).toEqual([1])
    const giveNumbers = makeNumbers({
      lastSerial: () => Promise.resolve(0),
      idByNumber: () => Promise.resolve('some'),
    })
    const day = 24 * 3_600_000
    const given: string[] = []
    for (const now of [start, start + day, start]) {
      given.push(await giveNumbers(now, ({ next }) => Promise.resolve(next())))
    }
    expect(given.map((number) => number.slice(0, 16))).toEqual([
      'MY20261123-00001',
      'MY20261124-00001',
      'MY20261123-00002',
    ])
  })

  it('whatever is taken at once and given up, none is used twice and none is left out', async () => {
    const turns = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()), {
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(turns, async (all) => {
        const { stored, take } = aStore()
        const used = await Promise.all(all.map(([count, isKept]) => take(count, isKept)))
        const kept = used.filter((_, n) => all[n]?.[1]).flat()
        expect(new Set(kept).size).toBe(kept.length)
        // What was given up meanwhile is what comes next.
        const rest = Math.max(0, ...stored) - stored.size
        await take(rest, true)
        expect([...stored].sort((a, b) => a - b)).toEqual(
          Array.from({ length: stored.size }, (_, n) => n + 1),
        )
      }),
    )
  })
})
