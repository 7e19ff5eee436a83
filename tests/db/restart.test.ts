import { noMedia } from '#app/files/media-tools.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { auditHistory } from '#app/evaluation/audit-history.ts'
import type { Ctx } from '#app/ctx.ts'
import { runTimers } from '#app/timers/run-timers.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { planTicket, system } from '#app/tickets/plan-change.ts'
import { makeNumbers } from '#app/tools/numbers.ts'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { isRefusal } from '#domain/refusal.ts'
import { aCitizen, anOfficer, anOpenCommand, commands, day, hour } from '#tests/support/build.ts'
import { aChange } from './build.ts'

const silent = () => undefined
const beijing = (local: string) => Date.parse(`${local}+08:00`)

/** A house that is opened for a moment and closed again, on one file. */
function aHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-restart-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return async <T>(now: number, work: (ctx: Ctx) => Promise<T>): Promise<T> => {
    const database = openSqlite(join(folder, 'huiying.db'))
    const given = { newId: () => crypto.randomUUID(), now: () => now }
    const ports = createPorts(database, await makeSeal('a secret for tests, long enough'), given)
    const ctx: Ctx = {
      ...ports,
      senders: {},
      actor: system,
      ...given,
      media: noMedia,
      pause: () => Promise.resolve(),
      randomBytes: (n) => new Uint8Array(n),
      giveNumbers: makeNumbers(ports.readers),
      log: { info: silent, warn: silent, error: silent },
    }
    try {
      return await work(ctx)
    } finally {
      database.close()
    }
  }
}

type House = ReturnType<typeof aHouse>

async function openOn(house: House, at: number): Promise<number> {
  return house(at, async (ctx) => {
    const given = { ...ctx, actor: aCitizen() }
    const planned = planTicket(given, 'ticket-1', null, [anOpenCommand({ dialogueId: null })])
    if (isRefusal(planned)) throw new Error(planned.refused)
    await ctx.store.commit(aChange({ tickets: [planned] }))
    return planned.after.deadlines?.solve ?? 0
  })
}

/** Starts the house at a moment, lets its timers run, and stops it: what rang, by whom it was heard. */
async function start(house: House, at: number): Promise<readonly string[]> {
  return house(at, async (ctx) => {
    const before = (await ctx.store.history('ticket-1')).length
    await runTimers(ctx)
    const history = await ctx.store.history('ticket-1')
    expect((await runTimers(ctx)).tickets).toBe(0)
    return history.slice(before).map((event) => {
      expect(event.at).toBe(at)
      if (event.type === 'warned') return `${event.data.clock} ${event.data.level}`
      return event.type === 'escalated' ? `${event.data.clock} ${event.data.to}` : event.type
    })
  })
}

async function handled(house: House, at: number): Promise<void> {
  await house(at, async (ctx) => {
    const officer = { ...ctx, actor: anOfficer() }
    for (const command of [commands.accept, commands.contact]) {
      expect(isRefusal(await changeTicket(officer, 'ticket-1', command))).toBe(false)
    }
  })
}

describe('clocks of a house that was stopped, with nobody at the desk', () => {
  it('ring one by one over the turn of the year, each at the next start', async () => {
    const house = aHouse()
    const opened = beijing('2025-12-28T09:00')
    const solve = await openOn(house, opened)
    await handled(house, opened + hour)
    expect(solve).toBe(beijing('2026-01-04T09:00'))
    expect(await start(house, opened + 5 * day)).toEqual([])
    // 80 % is reached at four in the morning: warned of once people are at work.
    expect(await start(house, beijing('2026-01-03T04:00'))).toEqual([])
    expect(await start(house, beijing('2026-01-03T08:00'))).toEqual(['solve yellow'])
    expect(await start(house, solve)).toContain('solve red')
    expect(await start(house, solve + day)).toContain('solve unit-lead')
    expect(await start(house, solve + 2 * day)).toContain('solve inspector')
  })

  it('ring after a Spring Festival without power, each once, at the stage it has reached', async () => {
    const house = aHouse()
    const opened = beijing('2026-02-13T17:00')
    await openOn(house, opened)
    const rung = await start(house, beijing('2026-02-25T08:00'))
    const alarms = rung.filter((one) => one.includes(' '))
    expect(alarms.toSorted()).toEqual(['accept inspector', 'contact inspector', 'solve inspector'])
    expect(
      (await start(house, beijing('2026-02-25T08:01'))).filter((o) => o.includes(' ')),
    ).toEqual([])
  })

  it('are sealed into the audit chain at the same start', async () => {
    const house = aHouse()
    const opened = beijing('2026-02-13T17:00')
    await openOn(house, opened)
    await start(house, opened + 20 * day)
    const report = await house(opened + 20 * day, (ctx) => auditHistory(ctx, null))
    expect(report).toMatchObject({ seals: 1, unsealed: 0, faults: [] })
  })
})
