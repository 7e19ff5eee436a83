import { describe, expect, it } from 'vitest'
import type { TicketChange, WaitingQuery } from '#app/ports.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { UnitId } from '#routing/units.ts'
import { stores } from '#tests/support/stores.ts'
import type { TestStore } from '#tests/support/stores.ts'
import { aChange, aTicket, dispatcher, officerOf, planned, system } from './build.ts'
import { day, hour, monday, openWorld } from './world.ts'

const extension: TicketCommand = {
  type: 'request-extension',
  reason: '需等设备安装',
  until: monday + 4 * day,
}
const extensions: WaitingQuery = {
  asked: { type: 'extension-requested' },
  answered: ['extension-approved', 'extension-refused'],
  statuses: ['in-progress'],
  limit: 10,
}

/** A ticket of a unit that asked for an extension at a time. */
function asking(id: string, serial: number, at: number, handler: UnitId = 'ecology-bureau') {
  const opened = aTicket(id, { serial, handler })
  const officer = officerOf(handler)
  const asked = planned(opened.after, at, [
    [officer, { type: 'accept' }],
    [officer, { type: 'contact', method: 'phone', note: '已电话联系' }],
    [officer, extension],
  ])
  return [opened, asked] as const
}

async function worldWith(store: TestStore, changes: readonly TicketChange[]) {
  const world = await openWorld(store)
  for (const change of changes) await world.store.commit(aChange({ tickets: [change] }))
  return world
}

describe.each(stores)('waiting work on $name', (store) => {
  it('is what was asked and not answered since, the oldest first', async () => {
    const [late, lateAsked] = asking('t1', 1, monday + 2 * hour)
    const [early, earlyAsked] = asking('t2', 2, monday + hour)
    const [granted, grantedAsked] = asking('t3', 3, monday)
    const approve: TicketCommand = { type: 'approve-extension', note: null }
    const approved = planned(grantedAsked.after, monday + hour, [[dispatcher, approve]])
    const all = [late, lateAsked, early, earlyAsked, granted, grantedAsked, approved]
    const world = await worldWith(store, all)
    expect(await world.readers.waiting(extensions)).toEqual(['t2', 't1'])
    expect(await world.readers.waiting({ ...extensions, limit: 1 })).toEqual(['t2'])
  })

  it('is of one handler, or of whoever takes part', async () => {
    const own = asking('t1', 1, monday)
    const other = asking('t2', 2, monday, 'city-enforcement')
    const world = await worldWith(store, [...own, ...other])
    const handler = 'city-enforcement'
    expect(await world.readers.waiting({ ...extensions, handler })).toEqual(['t2'])
    expect(await world.readers.waiting({ ...extensions, unit: 'ecology-bureau' })).toEqual(['t1'])
  })

  it('leaves out tickets of another status', async () => {
    const [opened, asked] = asking('t1', 1, monday)
    const world = await worldWith(store, [opened, asked])
    expect(await world.readers.waiting({ ...extensions, statuses: ['closed'] })).toEqual([])
  })

  it('is told apart by what an event says', async () => {
    const opened = aTicket('t1', { handler: null })
    const warned = planned(opened.after, monday + 50 * 60_000, [[system, { type: 'tick' }]])
    const world = await worldWith(store, [opened, warned])
    const warnings = (where: Readonly<Record<string, string>>) =>
      world.readers.waiting({
        asked: { type: 'warned', where },
        answered: ['dispatched'],
        statuses: ['pending'],
        limit: 10,
      })
    expect(await warnings({ clock: 'dispatch', level: 'yellow' })).toEqual(['t1'])
    expect(await warnings({ clock: 'dispatch', level: 'red' })).toEqual([])
    expect(await warnings({ clock: 'solve' })).toEqual([])
  })
})
