import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { auditSeals, events, tickets } from '#db/schema.ts'
import { stores } from '#tests/support/stores.ts'
import { aChange, aTicket, dispatcher, planned } from './build.ts'
import { hour, minute, monday, openWorld } from './world.ts'
import type { World } from './world.ts'

const asked = { head: null, keyed: true }

/** Three tickets of two events or more, sealed but for the newest. */
async function aHistory(store: (typeof stores)[number]) {
  const world = await openWorld(store)
  const first = aTicket('t1')
  await world.store.commit(aChange({ tickets: [first, aTicket('t2', { serial: 2 })] }))
  const note = { type: 'note', text: '已到现场' } as const
  const noted = planned(first.after, monday + hour, [[dispatcher, note]])
  await world.store.commit(aChange({ tickets: [noted] }))
  await world.archive.seal(monday + hour, minute)
  await world.store.commit(aChange({ tickets: [aTicket('t3', { serial: 3 })] }))
  return world
}

async function kinds(world: World) {
  const { faults } = await world.archive.verify(asked)
  return faults.map(({ kind, ticketId, seq }) => ({ kind, ticketId, seq }))
}

describe.each(stores)('the audit on $name', (store) => {
  it('finds an untouched history whole, and names the newest seal', async () => {
    const world = await aHistory(store)
    const report = await world.archive.verify(asked)
    expect(report).toMatchObject({ tickets: 3, seals: 1, faults: [] })
    expect(report.unsealed).toBeGreaterThan(0)
    expect(report.head?.upTo).toBe(report.events - report.unsealed)
  })

  it('names the first ticket and event whose words were changed', async () => {
    const world = await aHistory(store)
    await world.database.db
      .update(events)
      .set({ data: sql`json_set(data, '$.text', '未到现场')` })
      .where(and(eq(events.ticketId, 't1'), eq(events.type, 'noted')))
    const [found] = await kinds(world)
    expect(found).toMatchObject({ kind: 'altered', ticketId: 't1' })
  })

  it.each([
    ['time', { at: monday + 1 }],
    ['author', { by: sql`json_set("by", '$.name', '张三')` }],
    ['kind', { type: 'noted' as const }],
    ['version', { version: 0 }],
  ])('notices a changed %s', async (_what, set) => {
    const world = await aHistory(store)
    await world.database.db
      .update(events)
      .set(set)
      .where(and(eq(events.ticketId, 't2'), eq(events.seq, 2)))
    expect(await kinds(world)).toEqual([{ kind: 'altered', ticketId: 't2', seq: 2 }])
  })

  it('notices an event whose hash was made again: its successor or its seal does not fit', async () => {
    const world = await aHistory(store)
    await world.database.db
      .update(events)
      .set({ hash: 'f'.repeat(64) })
      .where(and(eq(events.ticketId, 't1'), eq(events.seq, 1)))
    const found = await kinds(world)
    expect(found.map(({ kind }) => kind)).toEqual(['altered', 'altered', 'seal-broken'])
    expect(found[1]).toMatchObject({ ticketId: 't1', seq: 2 })
  })

  it('notices a removed event in the middle', async () => {
    const world = await aHistory(store)
    await world.database.db.delete(events).where(and(eq(events.ticketId, 't1'), eq(events.seq, 2)))
    const found = await kinds(world)
    expect(found.map(({ kind }) => kind)).toContain('removed')
    expect(found).toContainEqual({ kind: 'out-of-order', ticketId: 't1', seq: 3 })
  })

  it('notices the newest events taken out, sealed or not', async () => {
    const world = await aHistory(store)
    await world.database.db.delete(events).where(and(eq(events.ticketId, 't3'), eq(events.seq, 2)))
    const found = await kinds(world)
    expect(found.map(({ kind }) => kind)).toEqual(['removed', 'newest-removed'])
    expect(found[1]).toMatchObject({ ticketId: 't3', seq: 2 })
  })

  it('notices a whole ticket taken out with all its rows', async () => {
    const world = await aHistory(store)
    await world.database.db.delete(events).where(eq(events.ticketId, 't2'))
    await world.database.db.delete(tickets).where(eq(tickets.id, 't2'))
    const found = await kinds(world)
    expect(found.map(({ kind }) => kind)).toEqual(['removed', 'seal-broken'])
  })

  it('names a ticket whose history was taken out but for its row', async () => {
    const world = await aHistory(store)
    await world.database.db.delete(events).where(eq(events.ticketId, 't2'))
    expect(await kinds(world)).toContainEqual({ kind: 'ticket-removed', ticketId: 't2', seq: 2 })
  })

  it('notices an event put in from outside', async () => {
    const world = await aHistory(store)
    await world.database.db.insert(events).values({
      ticketId: 't2',
      seq: 3,
      at: monday,
      type: 'noted',
      version: 1,
      by: dispatcher,
      data: { text: '补记' },
      personal: [],
      hash: 'a'.repeat(64),
    })
    expect((await kinds(world))[0]).toEqual({ kind: 'altered', ticketId: 't2', seq: 3 })
  })

  it('notices a seal made again without the master secret, and one taken out by its hash', async () => {
    const world = await aHistory(store)
    const { head } = await world.archive.verify(asked)
    await world.database.db.update(auditSeals).set({ mac: 'made up' })
    expect((await kinds(world)).map(({ kind }) => kind)).toEqual(['seal-forged'])
    await world.database.db.delete(auditSeals)
    const later = await world.archive.verify({ head: head?.hash ?? '', keyed: true })
    expect(later.faults.map(({ kind }) => kind)).toEqual(['head-unknown'])
  })

  it('seals at most once a minute, and only what is new', async () => {
    const world = await aHistory(store)
    expect(await world.archive.seal(monday + hour + minute - 1, minute)).toBeNull()
    expect(await world.archive.seal(monday + hour + minute, minute)).not.toBeNull()
    expect(await world.archive.seal(monday + 3 * hour, minute)).toBeNull()
    expect(await world.archive.verify(asked)).toMatchObject({ seals: 2, unsealed: 0, faults: [] })
  })

  it('keeps the histories of two writers in one chain', async () => {
    const world = await aHistory(store)
    const other = await world.beside()
    const late = aTicket('t4', { serial: 4 })
    expect(await other.store.commit(aChange({ tickets: [late] }))).toBe('committed')
    expect(await world.store.commit(aChange({ tickets: [late] }))).toBe('conflict')
    expect(await kinds(world)).toEqual([])
  })
})
