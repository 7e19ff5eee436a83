import { describe, expect, it } from 'vitest'
import type { Reader, StaffMessage } from '#app/notices/notices-port.ts'
import { stores } from '#tests/support/stores.ts'
import type { TestStore } from '#tests/support/stores.ts'
import { aChange, aTicket, dispatcher, officerOf } from './build.ts'
import { day, hour, minute, monday, openWorld } from './world.ts'

const bureau = officerOf('ecology-bureau')
const reader: Reader = { accountId: bureau.id, audiences: ['unit:ecology-bureau'] }
const colleague: Reader = { ...reader, accountId: 'officer-2' }
const desk: Reader = { accountId: dispatcher.id, audiences: ['dispatchers'] }
const all = { unreadOnly: false, before: null, limit: 10 } as const
const unread = { ...all, unreadOnly: true }

/** Two tickets dispatched to the ecology bureau and one that waits at the desk. */
async function threeTickets(store: TestStore) {
  const world = await openWorld(store)
  const opened = [
    aTicket('t1', { serial: 1 }),
    aTicket('t2', { serial: 2, at: monday + minute }),
    aTicket('t3', { serial: 3, handler: null }),
  ]
  for (const ticket of opened) await world.store.commit(aChange({ tickets: [ticket] }))
  return { world, opened }
}

function aMessage(batch: string): StaffMessage {
  return {
    batch,
    recipient: 'mail:officer-2',
    way: 'email',
    subject: '新工单',
    lines: ['MY20261123-00001-8'],
    items: [],
    purpose: 'notices',
    createdAt: monday,
  }
}

describe.each(stores)('notices on $name', (store) => {
  it('are stored with the events that tell them, newest first, for those they are for', async () => {
    const { world } = await threeTickets(store)
    const listed = await world.notices.list(reader, all)
    expect(listed.map(({ ticketId, matter, read }) => [ticketId, matter, read])).toEqual([
      ['t2', 'dispatched', false],
      ['t1', 'dispatched', false],
    ])
    expect(listed[1]?.facts).toMatchObject({ category: 'catering-fumes', village: '果园西里' })
    expect((await world.notices.list(desk, all)).map(({ ticketId }) => ticketId)).toEqual(['t3'])
    expect(await world.notices.list({ ...reader, audiences: [] }, all)).toEqual([])
  })

  it('are not stored when the change is not', async () => {
    const { world, opened } = await threeTickets(store)
    const [first] = opened
    expect(await world.store.commit(aChange({ tickets: first ? [first] : [] }))).toBe('conflict')
    expect(await world.notices.unread(reader)).toBe(2)
  })

  it('are read by each person for themselves, one, a ticket’s or all', async () => {
    const { world } = await threeTickets(store)
    const [newest] = await world.notices.list(reader, all)
    await world.notices.markRead(reader, { positions: [newest?.position ?? 0] })
    expect(await world.notices.unread(reader)).toBe(1)
    expect(await world.notices.unread(colleague)).toBe(2)
    await world.notices.markRead(colleague, { ticketId: 't1' })
    expect((await world.notices.list(colleague, unread)).map((one) => one.ticketId)).toEqual(['t2'])
    await world.notices.markRead(colleague, 'all')
    await world.notices.markRead(colleague, 'all')
    expect(await world.notices.unread(colleague)).toBe(0)
    expect(await world.notices.unread(desk)).toBe(1)
  })

  it('meant for others cannot be marked', async () => {
    const { world } = await threeTickets(store)
    const [ofDesk] = await world.notices.list(desk, all)
    await world.notices.markRead(reader, { positions: [ofDesk?.position ?? 0] })
    expect(await world.notices.list(desk, unread)).toHaveLength(1)
  })

  it('of one’s own deeds are left out', async () => {
    const { world } = await threeTickets(store)
    const opened = aTicket('t4', { serial: 4, handler: null })
    const notices = opened.notices.map((notice) => ({ ...notice, by: desk.accountId }))
    await world.store.commit(aChange({ tickets: [{ ...opened, notices }] }))
    expect(await world.notices.unread(desk)).toBe(1)
    expect(await world.notices.unread({ ...desk, accountId: 'staff-9' })).toBe(2)
  })

  it('of a citizen’s deeds do not say whose', async () => {
    const { opened } = await threeTickets(store)
    expect(new Set(opened.flatMap(({ notices }) => notices.map(({ by }) => by)))).toEqual(
      new Set(['']),
    )
  })

  it('come in pages, and count as known after two weeks', async () => {
    const { world } = await threeTickets(store)
    const [newest] = await world.notices.list(reader, { ...all, limit: 1 })
    const older = await world.notices.list(reader, { ...all, before: newest?.position ?? 0 })
    expect(older.map(({ ticketId }) => ticketId)).toEqual(['t1'])
    world.clock.now = monday + 14 * day + 1
    expect((await world.notices.list(reader, unread)).map((one) => one.ticketId)).toEqual(['t2'])
    expect((await world.notices.list(reader, all)).map(({ read }) => read)).toEqual([false, true])
    expect(await world.notices.unread(reader)).toBe(1)
  })

  it('are forgotten with their marks and what waits in the queue', async () => {
    const { world } = await threeTickets(store)
    const [first] = await world.noticeQueue.unspread(1)
    const queued = [{ position: first?.position ?? 0, recipient: 'mail:a', dueAt: monday }] as const
    await world.noticeQueue.spread(first ? [first] : [], queued)
    await world.notices.forget(monday + 1)
    expect((await world.notices.list(reader, all)).map(({ ticketId }) => ticketId)).toEqual(['t2'])
    expect(await world.noticeQueue.due(monday + day, 10)).toBeNull()
  })
})

describe.each(stores)('the queue of notices on $name', (store) => {
  it('is filled once, whoever tries again', async () => {
    const { world } = await threeTickets(store)
    const beside = await world.beside()
    const found = await world.noticeQueue.unspread(10)
    expect(found.map(({ ticketId }) => ticketId)).toEqual(['t1', 't2', 't3'])
    const queued = found.map(({ position }) => ({
      position,
      recipient: 'mail:officer-2' as const,
      dueAt: monday,
    }))
    const outcomes = [
      await world.noticeQueue.spread(found, queued),
      await beside.noticeQueue.spread(found, queued),
    ]
    expect(outcomes).toEqual(['committed', 'conflict'])
    expect(await world.noticeQueue.unspread(10)).toEqual([])
  })

  it('gives what is due of the recipient who has waited longest, in order', async () => {
    const { world } = await threeTickets(store)
    const found = await world.noticeQueue.unspread(10)
    await world.noticeQueue.spread(
      found,
      found.map(({ position, ticketId }) => ({
        position,
        recipient: ticketId === 't2' ? 'target:g1' : 'mail:officer-2',
        dueAt: ticketId === 't3' ? monday + hour : monday + minute,
      })),
    )
    expect(await world.noticeQueue.due(monday + minute - 1, 10)).toBeNull()
    const first = await world.noticeQueue.due(monday + minute, 10)
    expect([first?.recipient, first?.notices.map((one) => one.ticketId)]).toEqual([
      'mail:officer-2',
      ['t1'],
    ])
    const later = await world.noticeQueue.due(monday + hour, 10)
    expect(later?.notices.map((one) => one.ticketId)).toEqual(['t1', 't3'])
  })

  it('turns notices into one message of the outbox, once', async () => {
    const { world } = await threeTickets(store)
    const beside = await world.beside()
    const found = await world.noticeQueue.unspread(10)
    const recipient = 'mail:officer-2'
    await world.noticeQueue.spread(
      found,
      found.map(({ position }) => ({ position, recipient, dueAt: monday })),
    )
    const outcomes = [
      await world.noticeQueue.gather(recipient, found, aMessage('batch-1')),
      await beside.noticeQueue.gather(recipient, found, aMessage('batch-2')),
    ]
    expect(outcomes).toEqual(['committed', 'conflict'])
    expect(await world.noticeQueue.due(monday + day, 10)).toBeNull()
    expect(await world.outbox.takeStaff(monday, 10, minute)).toEqual([
      { message: aMessage('batch-1'), tries: 0 },
    ])
  })
})

describe.each(stores)('messages to staff in the outbox on $name', (store) => {
  it('are taken apart from those to citizens, and shown with whom they were for', async () => {
    const world = await openWorld(store)
    await world.outbox.putStaff(aMessage('batch-1'))
    expect(await world.outbox.take(monday, 10, minute)).toEqual([])
    expect(await world.outbox.takeStaff(monday, 10, minute)).toHaveLength(1)
    const refused = { ok: false, retryable: false, reason: 'smtp-550', retryAt: null } as const
    await world.outbox.settle('batch-1', refused, monday)
    expect(await world.outbox.troubles(10)).toMatchObject([
      { batch: 'batch-1', channel: 'email', recipient: 'mail:officer-2', state: 'dead' },
    ])
    await world.outbox.retry('batch-1', monday + minute)
    expect(await world.outbox.takeStaff(monday + minute, 10, minute)).toHaveLength(1)
  })

  it('keep their order per recipient', async () => {
    const world = await openWorld(store)
    await world.outbox.putStaff(aMessage('batch-1'))
    await world.outbox.putStaff(aMessage('batch-2'))
    await world.outbox.putStaff({ ...aMessage('batch-3'), recipient: 'mail:officer-3' })
    const taken = await world.outbox.takeStaff(monday, 10, minute)
    expect(taken.map(({ message }) => message.batch)).toEqual(['batch-1', 'batch-3'])
  })
})
