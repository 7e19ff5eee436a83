import { describe, expect, it } from 'vitest'
import type { Change } from '#app/ports.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { codes, events, exchanges, journal, outbox, people, tickets } from '#db/schema.ts'
import { stores } from '#tests/support/stores.ts'
import {
  aChange,
  aDialogue,
  aMessage,
  aTicket,
  anAnswer,
  dispatcher,
  officerOf,
  planned,
  ratedBy,
} from './build.ts'
import { hour, monday, openWorld } from './world.ts'
import type { World } from './world.ts'

const everyTicket = { sort: 'newest', limit: 10, offset: 0 } as const

/** A change that touches everything a commit can. */
function everything(personId: string): Change {
  return aChange({
    tickets: [aTicket('t1'), aTicket('t2', { serial: 2 })],
    dialogue: aDialogue({ personId }),
    outbox: [anAnswer('m1', { personId })],
    inboxDone: ['line:1'],
    codes: [{ ticketId: 't1', code: 'K7PX2M9Q' }],
    originals: [{ ticketId: 't1', text: '我叫王芳，楼下饭店油烟直排' }],
    phone: { personId, phone: '13800001111' },
    exchange: { at: monday, channel: 'line', outcome: 'inquiry', category: 'env-inquiry' },
  })
}

/** What of `everything` can be seen in the database. */
async function seen(world: World) {
  const message = aMessage('line:1')
  const person = await world.people.ensure('line', message.sender)
  const count = async (table: typeof exchanges | typeof codes) =>
    (await world.database.db.select().from(table)).length
  return {
    events: (await world.store.history('t1')).length,
    listed: (await world.readers.list(everyTicket)).total,
    dialogue: (await world.dialogues.get('dialogue-1'))?.version ?? null,
    outbox: (await world.outbox.take(monday, 10, hour)).length,
    inbox: await world.inbox.put(message),
    codes: await count(codes),
    original: await world.people.originalText('t1', dispatcher, 'test', monday),
    phone: (await world.people.read(person, dispatcher, 'test', monday))?.phone ?? null,
    exchanges: await count(exchanges),
  }
}

async function worldWithMessage(store: (typeof stores)[number]) {
  const world = await openWorld(store)
  const message = aMessage('line:1')
  await world.inbox.put(message)
  return { world, personId: await world.people.ensure('line', message.sender) }
}

describe.each(stores)('commit on $name', (store) => {
  it('writes every part of a change', async () => {
    const { world, personId } = await worldWithMessage(store)
    expect(await world.store.commit(everything(personId))).toBe('committed')
    expect(await seen(world)).toEqual({
      events: 2,
      listed: 2,
      dialogue: 1,
      outbox: 1,
      inbox: 'done',
      codes: 1,
      original: '我叫王芳，楼下饭店油烟直排',
      phone: '13800001111',
      exchanges: 1,
    })
  })

  it('writes no part of a change when its last statement conflicts', async () => {
    const { world, personId } = await worldWithMessage(store)
    await world.store.commit(aChange({ inboxDone: ['line:1'] }))
    expect(await world.store.commit(everything(personId))).toBe('conflict')
    expect(await seen(world)).toEqual({
      events: 0,
      listed: 0,
      dialogue: null,
      outbox: 0,
      inbox: 'done',
      codes: 0,
      original: null,
      phone: null,
      exchanges: 0,
    })
  })

  it('writes no part of a change when a statement in the middle fails, and throws', async () => {
    const { world, personId } = await worldWithMessage(store)
    const change = everything(personId)
    const twice = { ...change, outbox: [anAnswer('m1'), anAnswer('m1', { index: 1 })] }
    await expect(world.store.commit(twice)).rejects.toThrow()
    expect(await seen(world)).toEqual({
      events: 0,
      listed: 0,
      dialogue: null,
      outbox: 0,
      inbox: 'pending',
      codes: 0,
      original: null,
      phone: null,
      exchanges: 0,
    })
  })

  it('of two first writers of a ticket lets one through', async () => {
    const world = await openWorld(store)
    const beside = await world.beside()
    const open = (ports: typeof beside, serial: number) =>
      ports.store.commit(aChange({ tickets: [aTicket('t1', { serial })] }))
    const results = await Promise.all([open(world, 1), open(beside, 2)])
    expect(results.sort()).toEqual(['committed', 'conflict'])
    expect((await world.store.history('t1')).map((event) => event.seq)).toEqual([1, 2])
  })

  it('tells the slower of two writers on the same seq that there is a conflict', async () => {
    const world = await openWorld(store)
    const opened = aTicket('t1')
    await world.store.commit(aChange({ tickets: [opened] }))
    const accept = planned(opened.after, monday + hour, [
      [officerOf('ecology-bureau'), { type: 'accept' }],
    ])
    const note = planned(opened.after, monday + hour, [
      [dispatcher, { type: 'note', text: '请尽快' }],
    ])
    expect(await world.store.commit(aChange({ tickets: [accept] }))).toBe('committed')
    expect(await world.store.commit(aChange({ tickets: [note] }))).toBe('conflict')
    const { rows } = await world.readers.list(everyTicket)
    expect(rows.map((row) => row.status)).toEqual(['accepted'])
  })

  it('does not give a number to two tickets', async () => {
    const world = await openWorld(store)
    await world.store.commit(aChange({ tickets: [aTicket('t1', { serial: 7 })] }))
    const second = await world.store.commit(aChange({ tickets: [aTicket('t2', { serial: 7 })] }))
    expect(second).toBe('conflict')
    expect(await world.store.history('t2')).toEqual([])
  })

  it('takes the next version of a dialogue and no other', async () => {
    const world = await openWorld(store)
    const write = (version: number) =>
      world.store.commit(aChange({ dialogue: aDialogue({ version, asked: version }) }))
    expect(await write(1)).toBe('committed')
    expect(await write(1)).toBe('conflict')
    expect(await write(3)).toBe('conflict')
    expect(await write(2)).toBe('committed')
    expect((await world.dialogues.get('dialogue-1'))?.asked).toBe(2)
  })

  it('does not begin a second dialogue for a person', async () => {
    const world = await openWorld(store)
    await world.store.commit(aChange({ dialogue: aDialogue({ id: 'd1' }) }))
    const second = aChange({ dialogue: aDialogue({ id: 'd2' }) })
    expect(await world.store.commit(second)).toBe('conflict')
  })

  it('answers a message once', async () => {
    const { world } = await worldWithMessage(store)
    const beside = await world.beside()
    const answer = (ports: typeof beside, id: string) =>
      ports.store.commit(aChange({ outbox: [anAnswer(id)], inboxDone: ['line:1'] }))
    const results = await Promise.all([answer(world, 'm1'), answer(beside, 'm2')])
    expect(results.sort()).toEqual(['committed', 'conflict'])
    expect(await world.database.db.select().from(outbox)).toHaveLength(1)
  })

  it('gives a history back as it was written', async () => {
    const world = await openWorld(store)
    const opened = aTicket('t1', { supporting: ['110118001'] })
    const rated = ratedBy(opened.after, monday + hour)
    await world.store.commit(aChange({ tickets: [opened] }))
    await world.store.commit(aChange({ tickets: [rated] }))
    const history = await world.store.history('t1')
    const written = [...opened.events, ...rated.events]
    expect(history).toEqual(
      written.map((event, index) => ({ ...event, ticketId: 't1', seq: index + 1 })),
    )
    expect(fold('t1', history)).toEqual(rated.after)
  })

  it('knows no history of an unknown ticket', async () => {
    const world = await openWorld(store)
    expect(await world.store.history('nothing')).toEqual([])
  })

  it('takes a change of hundreds of rows', async () => {
    const world = await openWorld(store)
    const many = Array.from({ length: 30 }, (_, index) =>
      aTicket(`t${String(index)}`, { serial: index + 1 }),
    )
    expect(await world.store.commit(aChange({ tickets: many }))).toBe('committed')
    expect((await world.readers.list(everyTicket)).total).toBe(30)
    expect(await world.database.db.select().from(events)).toHaveLength(60)
  })

  it('takes a change of nothing', async () => {
    const world = await openWorld(store)
    expect(await world.store.commit(aChange({}))).toBe('committed')
    expect(await world.database.db.select().from(tickets)).toEqual([])
  })

  it('keeps what a person gave before when no phone is given', async () => {
    const { world, personId } = await worldWithMessage(store)
    await world.store.commit(aChange({ phone: { personId, phone: '13800001111' } }))
    await world.store.commit(aChange({ inboxDone: ['line:1'] }))
    const [row] = await world.database.db.select().from(people)
    expect(row?.sealedPhone).not.toBeNull()
    expect(await world.database.db.select().from(journal)).toEqual([])
  })
})
