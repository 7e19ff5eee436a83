import { describe, expect, it } from 'vitest'
import { readOutages } from '#app/evaluation/read-evaluation.ts'
import { makeHeartbeat } from '#server/heartbeat.ts'
import { silentLog } from '#server/log.ts'
import { openApp } from '#tests/app/app-world.ts'
import { day, hour, minute, start } from '#tests/support/build.ts'

/** A house whose process may be started again on the same database, and its clock. */
async function aHouse() {
  const { ctx, clock, house } = await openApp()
  const process = () => makeHeartbeat({ facts: house.facts, log: silentLog, now: () => clock.now })
  const noted = async () => readOutages(ctx, { from: start - day, to: start + 30 * day })
  return { clock, process, noted }
}

describe('The sign of life', () => {
  it('of a house that runs leaves nothing to tell', async () => {
    const { clock, process, noted } = await aHouse()
    const beat = process()
    for (let n = 0; n < 200; n += 1) {
      await beat()
      clock.now += 2_000
    }
    expect(await noted()).toEqual([])
  })

  it('after a stop says from when to when the house was out of order', async () => {
    const { clock, process, noted } = await aHouse()
    await process()()
    clock.now += 3 * day
    await process()()
    expect(await noted()).toEqual([{ kind: 'stopped', from: start, to: start + 3 * day }])
  })

  it('of a process that slept says so, too', async () => {
    const { clock, process, noted } = await aHouse()
    const beat = process()
    await beat()
    clock.now += hour
    await beat()
    await beat()
    expect(await noted()).toEqual([{ kind: 'stopped', from: start, to: start + hour }])
  })

  it('says that a clock was put back, once', async () => {
    const { clock, process, noted } = await aHouse()
    const beat = process()
    await beat()
    clock.now -= hour
    await beat()
    clock.now += 2 * minute
    await beat()
    expect(await noted()).toEqual([{ kind: 'set-back', from: start, to: start - hour }])
  })
})
