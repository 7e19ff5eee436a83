import { describe, expect, it } from 'vitest'
import type { TicketChange, TicketQuery } from '#app/ports.ts'
import { settledFromHistory } from '#domain/settled.ts'
import type { SettledRow } from '#domain/settled.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import { stores } from '#tests/support/stores.ts'
import {
  aChange,
  aRouting,
  aTicket,
  citizen,
  dispatcher,
  inspector,
  officerOf,
  otherInspector,
  planned,
  ratedBy,
  system,
} from './build.ts'
import { day, hour, monday, openWorld } from './world.ts'
import type { World } from './world.ts'

async function worldWith(store: (typeof stores)[number], tickets: readonly TicketChange[]) {
  const world = await openWorld(store)
  for (const ticket of tickets) await world.store.commit(aChange({ tickets: [ticket] }))
  return world
}

async function listed(world: World, query: Partial<TicketQuery>): Promise<string[]> {
  const { rows } = await world.readers.list({ sort: 'newest', limit: 50, offset: 0, ...query })
  return rows.map((row) => row.id).sort()
}

const place = {
  town: '110118001',
  village: '果园西里',
  spot: '小区门口',
  told: null,
  coordinates: null,
} as const

describe.each(stores)('lists on $name', (store) => {
  it('show a ticket in one line', async () => {
    const text = '油烟'.repeat(60)
    const ticket = aTicket('t1', { supporting: ['city-enforcement'], opened: { text } })
    const world = await worldWith(store, [ticket])
    const { rows, total } = await world.readers.list({ sort: 'due', limit: 10, offset: 0 })
    expect(total).toBe(1)
    expect(rows).toEqual([
      {
        id: 't1',
        number: ticketNumber('20261123', 1),
        status: 'dispatched',
        kind: 'complaint',
        channel: 'line',
        category: 'catering-fumes',
        handler: 'ecology-bureau',
        supporting: ['city-enforcement'],
        town: '110118001',
        village: '果园西里',
        spot: '小区门口',
        told: null,
        urgency: 'general',
        excerpt: '油烟'.repeat(40),
        openedAt: monday,
        resolvedAt: null,
        nextDue: { clock: 'accept', at: monday + 2 * hour },
        queuedFor: null,
        returns: 0,
        reopenings: 0,
        urges: 0,
        contacted: null,
        solved: null,
        satisfied: null,
      },
    ])
  })

  it('do not cut a character in two', async () => {
    const ticket = aTicket('t1', { opened: { text: '😷'.repeat(100) } })
    const world = await worldWith(store, [ticket])
    const { rows } = await world.readers.list({ sort: 'due', limit: 1, offset: 0 })
    expect(rows[0]?.excerpt).toBe('😷'.repeat(80))
  })

  it('follow what happens to a ticket', async () => {
    const opened = aTicket('t1')
    const urged = planned(opened.after, monday + hour, [[citizen, { type: 'urge', text: '快点' }]])
    const rated = ratedBy(urged.after, monday + day, { satisfied: 'basically' })
    const world = await worldWith(store, [opened, urged, rated])
    const { rows, total } = await world.readers.list({ sort: 'due', limit: 10, offset: 0 })
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      status: 'closed',
      urges: 1,
      resolvedAt: monday + day,
      nextDue: null,
      contacted: true,
      solved: 'solved',
      satisfied: 'basically',
    })
  })

  it('of a unit hold what it handles, supports or handled before', async () => {
    const handled = aTicket('handled', { serial: 1 })
    const supported = aTicket('supported', {
      serial: 2,
      handler: 'water-bureau',
      supporting: ['ecology-bureau'],
    })
    const moved = aTicket('moved', { serial: 3 })
    const redispatch = planned(moved.after, monday + hour, [
      [dispatcher, { type: 'dispatch', routing: aRouting('water-bureau'), note: '按职责改派' }],
    ])
    const others = aTicket('others', { serial: 4, handler: 'water-bureau' })
    const world = await worldWith(store, [handled, supported, moved, redispatch, others])
    expect(await listed(world, { unit: 'ecology-bureau' })).toEqual([
      'handled',
      'moved',
      'supported',
    ])
    expect(await listed(world, { handler: 'ecology-bureau' })).toEqual(['handled'])
  })

  it('no longer show a ticket to a supporting unit that was replaced', async () => {
    const opened = aTicket('t1', { supporting: ['city-enforcement'] })
    const redispatch = planned(opened.after, monday + hour, [
      [dispatcher, { type: 'dispatch', routing: aRouting('water-bureau'), note: '按职责改派' }],
    ])
    const world = await worldWith(store, [opened, redispatch])
    expect(await listed(world, { unit: 'city-enforcement' })).toEqual([])
    expect(await listed(world, { unit: 'water-bureau' })).toEqual(['t1'])
  })

  it('under a tab hold its statuses', async () => {
    const opened = aTicket('accepted', { serial: 2 })
    const world = await worldWith(store, [
      aTicket('dispatched'),
      opened,
      planned(opened.after, monday, [[officerOf('ecology-bureau'), { type: 'accept' }]]),
      aTicket('queued', { serial: 3, handler: null }),
    ])
    expect(await listed(world, { statuses: ['dispatched', 'accepted'] })).toEqual([
      'accepted',
      'dispatched',
    ])
    expect(await listed(world, { statuses: ['pending'] })).toEqual(['queued'])
    expect(await listed(world, { statuses: [] })).toEqual([])
  })

  it('of what is overdue hold tickets whose next clock has rung', async () => {
    const world = await worldWith(store, [
      aTicket('early'),
      aTicket('late', { serial: 2, at: monday + hour }),
      aTicket('queued', { serial: 3, handler: null, at: monday + 5 * hour }),
    ])
    expect(await listed(world, { overdueAt: monday + 2 * hour })).toEqual([])
    expect(await listed(world, { overdueAt: monday + 2 * hour + 1 })).toEqual(['early'])
    expect(await listed(world, { overdueAt: monday + day })).toEqual(['early', 'late', 'queued'])
  })

  it('are found by part of the number or of the text', async () => {
    const world = await worldWith(store, [
      aTicket('t1', { serial: 41 }),
      aTicket('t2', { serial: 42, opened: { text: '工地夜里施工' } }),
    ])
    expect(await listed(world, { search: '-00042-' })).toEqual(['t2'])
    expect(await listed(world, { search: '夜里' })).toEqual(['t2'])
    expect(await listed(world, { search: 'my20261123-00042' })).toEqual(['t2'])
    expect(await listed(world, { search: '沙尘' })).toEqual([])
  })

  it('take a search as long as a sentence', async () => {
    const text = '我们小区门口的饭店每天晚上油烟直排，熏得人开不了窗，已经半年了'
    const world = await worldWith(store, [aTicket('t1', { opened: { text } })])
    expect(await listed(world, { search: text })).toEqual(['t1'])
  })

  it('take a search by its words: signs neither matter nor mean anything', async () => {
    const world = await worldWith(store, [
      aTicket('percent', { opened: { text: '浓度100%超标' } }),
      aTicket('plain', { serial: 2, opened: { text: '浓度100超标' } }),
      aTicket('quote', { serial: 3, opened: { text: `店名'老王\\烧烤_1'` } }),
    ])
    expect(await listed(world, { search: '100%' })).toEqual(['percent', 'plain'])
    expect(await listed(world, { search: `'老王\\烧` })).toEqual(['quote'])
    expect(await listed(world, { search: '_' })).toEqual([])
  })

  it('are narrowed by category, town, and when they were opened', async () => {
    const world = await worldWith(store, [
      aTicket('t1'),
      aTicket('t2', {
        serial: 2,
        at: monday + day,
        opened: { category: 'odor', place: { ...place, town: '110118002' } },
      }),
    ])
    expect(await listed(world, { category: 'odor' })).toEqual(['t2'])
    expect(await listed(world, { town: '110118001' })).toEqual(['t1'])
    expect(await listed(world, { opened: { from: monday, to: monday + day } })).toEqual(['t1'])
    expect(await listed(world, { opened: { from: monday + 1, to: monday + 2 * day } })).toEqual([
      't2',
    ])
    expect(await listed(world, { category: 'odor', town: '110118001' })).toEqual([])
  })

  it('are narrowed by when the call-back was settled', async () => {
    const opened = aTicket('t1')
    const settledAt = monday + day
    const world = await worldWith(store, [
      opened,
      ratedBy(opened.after, settledAt),
      aTicket('open', { serial: 2 }),
    ])
    expect(await listed(world, { settled: { from: settledAt, to: settledAt + 1 } })).toEqual(['t1'])
    expect(await listed(world, { settled: { from: monday, to: settledAt } })).toEqual([])
  })

  it('hold the tickets asked for by id, however many', async () => {
    const world = await worldWith(store, [aTicket('t1'), aTicket('t2', { serial: 2 })])
    const ids = Array.from({ length: 500 }, (_, index) => `x${String(index)}`)
    expect(await listed(world, { ids: [...ids, 't2'] })).toEqual(['t2'])
    expect(await listed(world, { ids: [] })).toEqual([])
  })

  it('sorted by what is due put the next first and what nobody has to do last', async () => {
    const closed = aTicket('closed')
    const world = await worldWith(store, [
      closed,
      ratedBy(closed.after, monday),
      aTicket('later', { serial: 2, at: monday + hour }),
      aTicket('sooner', { serial: 3 }),
    ])
    const { rows } = await world.readers.list({ sort: 'due', limit: 10, offset: 0 })
    expect(rows.map((row) => row.id)).toEqual(['sooner', 'later', 'closed'])
  })

  it('sorted by newest put the last opened first, page after page', async () => {
    const world = await worldWith(
      store,
      [1, 2, 3, 4, 5].map((serial) =>
        aTicket(`t${String(serial)}`, { serial, at: monday + (serial > 3 ? hour : 0) }),
      ),
    )
    const page = (offset: number) => world.readers.list({ sort: 'newest', limit: 2, offset })
    const pages = [await page(0), await page(2), await page(4)]
    expect(pages.map(({ rows }) => rows.map((row) => row.id))).toEqual([
      ['t5', 't4'],
      ['t3', 't2'],
      ['t1'],
    ])
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5])
  })
})

describe.each(stores)('counts on $name', (store) => {
  it('tell how many tickets stand where, for a unit or for all', async () => {
    const world = await worldWith(store, [
      aTicket('t1'),
      aTicket('t2', { serial: 2, handler: 'water-bureau', supporting: ['ecology-bureau'] }),
      aTicket('t3', { serial: 3, handler: 'water-bureau' }),
      aTicket('t4', { serial: 4, handler: null }),
    ])
    expect(await world.readers.counts(null)).toEqual({ dispatched: 3, pending: 1 })
    expect(await world.readers.counts('ecology-bureau')).toEqual({ dispatched: 2 })
    expect(await world.readers.counts('finance-bureau')).toEqual({})
  })

  it('tell alarms from complaints', async () => {
    const alarm = { kind: 'alarm', channel: 'alarm' } as const
    const world = await worldWith(store, [
      aTicket('t1'),
      aTicket('t2', { serial: 2, opened: alarm }),
      aTicket('t3', { serial: 3, handler: null, opened: alarm }),
    ])
    expect(await world.readers.counts(null, 'complaint')).toEqual({ dispatched: 1 })
    expect(await world.readers.counts(null, 'alarm')).toEqual({ dispatched: 1, pending: 1 })
    expect(await world.readers.counts('ecology-bureau', 'alarm')).toEqual({ dispatched: 1 })
    expect(await listed(world, { kind: 'alarm' })).toHaveLength(2)
    expect(await listed(world, { kind: 'complaint' })).toHaveLength(1)
  })
})

describe.each(stores)('settled call-backs on $name', (store) => {
  const period = { from: monday, to: monday + 30 * day }
  const numberOne = ticketNumber('20261123', 1)

  it('are rows as the rates count them', async () => {
    const opened = aTicket('t1')
    const rated = ratedBy(opened.after, monday + day)
    const world = await worldWith(store, [opened, rated])
    const expected: SettledRow = {
      ticketId: 't1',
      number: numberOne,
      handler: 'ecology-bureau',
      leads: ['ecology-bureau'],
      town: '110118001',
      category: 'catering-fumes',
      clause: 'air-22',
      channel: 'line',
      person: 'officer-ecology-bureau',
      personName: '孙浩',
      settledAt: monday + day,
      outcome: 'rated',
      contacted: true,
      solved: 'solved',
      satisfied: 'satisfied',
      firstHandler: 'ecology-bureau',
      right: true,
      returned: false,
      reopened: false,
      late: false,
      contactMinutes: 1440,
      solveMinutes: 1440,
      first: true,
    }
    expect(await world.readers.settled(period)).toEqual([expected])
    expect(rated.settled.map((row) => ({ ...row, first: true }))).toEqual([expected])
  })

  it('belong to the period from its first moment to before its last', async () => {
    const opened = aTicket('t1')
    const world = await worldWith(store, [opened, ratedBy(opened.after, monday + day)])
    const at = monday + day
    expect(await world.readers.settled({ from: at, to: at + 1 })).toHaveLength(1)
    expect(await world.readers.settled({ from: monday, to: at })).toEqual([])
    expect(await world.readers.settled({ from: at + 1, to: at + day })).toEqual([])
  })

  it('are the same that history gives, a row for each round', async () => {
    const opened = aTicket('t1')
    const unsolved = ratedBy(opened.after, monday + day, { solved: 'unsolved' })
    const solved = ratedBy(unsolved.after, monday + 3 * day)
    const world = await worldWith(store, [opened, unsolved, solved])
    const rows = await world.readers.settled(period)
    expect(rows.map((row) => row.solved)).toEqual(['unsolved', 'solved'])
    expect(rows).toEqual(settledFromHistory('t1', await world.store.history('t1')))
  })

  it('are none of a ticket that was withdrawn after all', async () => {
    const opened = aTicket('t1')
    const unsolved = ratedBy(opened.after, monday + day, { solved: 'unsolved' })
    const withdrawn = planned(unsolved.after, monday + 2 * day, [
      [citizen, { type: 'withdraw', reason: null }],
    ])
    const world = await worldWith(store, [opened, unsolved, withdrawn])
    expect(await world.readers.settled(period)).toEqual([])
    expect(settledFromHistory('t1', await world.store.history('t1'))).toEqual([])
  })

  it('come oldest first', async () => {
    const [one, two] = [aTicket('t1'), aTicket('t2', { serial: 2 })]
    const world = await worldWith(store, [
      one,
      two,
      ratedBy(two.after, monday + day),
      ratedBy(one.after, monday + 2 * day),
    ])
    const rows = await world.readers.settled(period)
    expect(rows.map((row) => row.ticketId)).toEqual(['t2', 't1'])
  })

  it('of a ticket that was excluded say so', async () => {
    const opened = aTicket('t1')
    const rated = ratedBy(opened.after, monday + day)
    const proposed = planned(rated.after, monday + 2 * day, [
      [inspector, { type: 'propose-exclusion', ground: 'untrue', evidence: '现场核查记录' }],
    ])
    const approved = planned(proposed.after, monday + 3 * day, [
      [otherInspector, { type: 'approve-exclusion', note: '同意' }],
    ])
    const world = await worldWith(store, [opened, rated, proposed])
    const outcome = async () => (await world.readers.settled(period)).map((row) => row.outcome)
    expect(await outcome()).toEqual(['rated'])
    await world.store.commit(aChange({ tickets: [approved] }))
    expect(await outcome()).toEqual(['excluded'])
  })

  it('hold who could not be asked, without answers', async () => {
    const opened = aTicket('t1', { opened: { citizenId: null, dialogueId: null } })
    const officer = officerOf('ecology-bureau')
    const ended = planned(opened.after, monday + day, [
      [officer, { type: 'accept' }],
      [officer, { type: 'contact', method: 'visit', note: '已到现场' }],
      [officer, { type: 'resolve', publicReply: '11月23日已清洗', internalNote: null }],
      [system, { type: 'tick' }],
    ])
    const world = await worldWith(store, [opened, ended])
    const [row] = await world.readers.settled(period)
    expect(row).toMatchObject({ outcome: 'anonymous', contacted: null, solved: null })
  })
})

describe.each(stores)('look-ups on $name', (store) => {
  const number = ticketNumber('20261123', 1)

  it('find a ticket by its number', async () => {
    const world = await worldWith(store, [aTicket('t1')])
    expect(await world.readers.idByNumber(number)).toBe('t1')
    expect(await world.readers.idByNumber(ticketNumber('20261123', 2))).toBeNull()
  })

  it('find a ticket by number and code, and tell a wrong code from nothing by no sign', async () => {
    const world = await worldWith(store, [aTicket('t1'), aTicket('t2', { serial: 2 })])
    await world.store.commit(aChange({ codes: [{ ticketId: 't1', code: 'K7PX2M9Q' }] }))
    expect(await world.readers.idByCode(number, 'K7PX2M9Q')).toBe('t1')
    expect(await world.readers.idByCode(number, 'WRONGONE')).toBeNull()
    expect(await world.readers.idByCode(ticketNumber('20261123', 9), 'K7PX2M9Q')).toBeNull()
    expect(await world.readers.idByCode(ticketNumber('20261123', 2), 'K7PX2M9Q')).toBeNull()
  })

  it('let one code open every ticket of its case', async () => {
    const world = await worldWith(store, [aTicket('t1'), aTicket('t2', { serial: 2 })])
    const codes = ['t1', 't2'].map((ticketId) => ({ ticketId, code: 'K7PX2M9Q' }))
    await world.store.commit(aChange({ codes }))
    const second = ticketNumber('20261123', 2)
    expect(await world.readers.idByCode(second, 'K7PX2M9Q')).toBe('t2')
  })

  it('know the last serial of a day', async () => {
    const world = await worldWith(store, [
      aTicket('t1', { serial: 99_999 }),
      aTicket('t2', { serial: 9 }),
      aTicket('t3', { serial: 3, day: '20261124' }),
    ])
    expect(await world.readers.lastSerial('20261123')).toBe(99_999)
    expect(await world.readers.lastSerial('20261124')).toBe(3)
    expect(await world.readers.lastSerial('20261125')).toBe(0)
  })

  it('name the tickets whose timer has rung, the longest waiting first', async () => {
    const late = aTicket('late', { at: monday + hour })
    const early = aTicket('early', { serial: 2 })
    const closed = aTicket('closed', { serial: 3 })
    const world = await worldWith(store, [late, early, closed, ratedBy(closed.after, monday)])
    const first = early.nextTimerAt ?? 0
    expect(await world.readers.ringing(first - 1, 10)).toEqual([])
    expect(await world.readers.ringing(first, 10)).toEqual(['early'])
    expect(await world.readers.ringing(first + hour, 10)).toEqual(['early', 'late'])
    expect(await world.readers.ringing(first + hour, 1)).toEqual(['early'])
  })
})
