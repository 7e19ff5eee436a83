import { noMedia } from '#app/files/media-tools.ts'
import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { auditHistory } from '#app/evaluation/audit-history.ts'
import type { Ctx } from '#app/ctx.ts'
import { eraseExpired, yearsBefore } from '#app/timers/retention.ts'
import { makeNumbers } from '#app/tools/numbers.ts'
import { events, inbox, originals, people } from '#db/schema.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { stores } from '#tests/support/stores.ts'
import {
  aChange,
  aDialogue,
  aMessage,
  anAnswer,
  aRouting,
  aTicket,
  citizen,
  dispatcher,
  planned,
  ratedBy,
} from './build.ts'
import { hour, monday, openWorld } from './world.ts'
import type { World } from './world.ts'

const twoYearsOn = Date.UTC(2028, 10, 23, 1) + 2 * hour
const silent = () => undefined

function ctxOf(world: World): Ctx {
  return {
    ...world,
    senders: {},
    actor: dispatcher,
    now: () => world.clock.now,
    newId: () => 'id',
    media: noMedia,
    pause: () => Promise.resolve(),
    randomBytes: (n) => new Uint8Array(n),
    giveNumbers: makeNumbers(world.readers),
    log: { info: silent, warn: silent, error: silent },
  }
}

/** One person's closed ticket with all that is kept beside it. */
async function aClosedTicket(store: (typeof stores)[number]) {
  const world = await openWorld(store)
  await world.inbox.put(aMessage('line:1'))
  const { sender } = aMessage('line:1')
  const personId = await world.people.ensure('line', sender)
  const attachments = [{ id: 'photo-1', kind: 'image', name: '王芳家窗外.jpg' }] as const
  const opened = { citizenId: personId, attachments }
  const first = aTicket('t1', { opened })
  await world.attachments.put({
    id: 'photo-1',
    personId,
    channel: 'line',
    mediaType: 'image/jpeg',
    location: null,
    bytes: new Uint8Array([1, 2, 3]),
    at: monday,
  })
  await world.store.commit(
    aChange({
      tickets: [first],
      dialogue: aDialogue({ personId }),
      outbox: [anAnswer('m1', { personId })],
      inboxDone: ['line:1'],
      originals: [{ ticketId: 't1', text: '我叫王芳，楼下饭店油烟直排' }],
      phone: { personId, phone: '13800001111' },
    }),
  )
  const closed = ratedBy(first.after, monday + hour, { comment: '王师傅很负责' })
  await world.store.commit(aChange({ tickets: [closed] }))
  return { world, personId, sender }
}

describe('the day two years ago', () => {
  it('goes by the calendar, leap years too', () => {
    expect(yearsBefore(Date.UTC(2026, 10, 24, 5), 2)).toBe(Date.UTC(2024, 10, 24, 5))
    expect(yearsBefore(Date.UTC(2028, 1, 29), 2)).toBe(Date.UTC(2026, 2, 1))
  })
})

describe.each(stores)('retention on $name', (store) => {
  it('leaves a person alone until two years after the ticket was closed', async () => {
    const { world, sender } = await aClosedTicket(store)
    world.clock.now = twoYearsOn - 2 * hour
    expect(await eraseExpired(ctxOf(world))).toBe(0)
    const person = await world.people.ensure('line', sender)
    expect((await world.people.address(person))?.sender).toBe(sender)
  })

  it('then erases them once, with all that was said', async () => {
    const { world, personId, sender } = await aClosedTicket(store)
    world.clock.now = twoYearsOn
    expect(await eraseExpired(ctxOf(world))).toBe(1)
    expect(await eraseExpired(ctxOf(world))).toBe(0)
    expect(await world.people.address(personId)).toBeNull()
    expect(await world.people.read(personId, dispatcher, 'test', twoYearsOn)).toBeNull()
    expect(await world.people.hasPhone(personId)).toBe(false)
    expect(await world.people.originalText('t1', dispatcher, 'test', twoYearsOn)).toBeNull()
    expect(await world.attachments.open('photo-1')).toBeNull()
    expect((await world.database.files.list(null)).files).toEqual([])
    expect(await world.dialogues.get('dialogue-1')).toBeNull()
    const { db } = world.database
    expect(await db.select().from(inbox)).toEqual([])
    expect(await db.select().from(originals)).toEqual([])
    expect(await db.select().from(people)).toEqual([])
    expect(await world.people.ensure('line', sender)).not.toBe(personId)
  })

  it('empties the personal fields of the history, marks it, and keeps what is counted', async () => {
    const { world, personId } = await aClosedTicket(store)
    const before = fold('t1', await world.store.history('t1'))
    world.clock.now = twoYearsOn
    await eraseExpired(ctxOf(world))
    const history = await world.store.history('t1')
    expect(history.at(-1)?.type).toBe('erased')
    const stored = JSON.stringify(await world.database.db.select().from(events))
    for (const word of ['油烟直排', '王师傅', '小区门口', '王芳', personId]) {
      expect(stored).not.toContain(word)
    }
    const after = fold('t1', history)
    expect(after?.opened).toMatchObject({ text: '', citizenId: null, dialogueId: null })
    expect(after?.place).toMatchObject({ town: '110118001', village: '果园西里', spot: null })
    expect(after?.opened.attachments).toEqual([{ id: 'photo-1', kind: 'image', name: null }])
    expect(after?.rating).toEqual({ ...before?.rating, comment: null })
    const { rows } = await world.readers.list({ sort: 'newest', limit: 1, offset: 0 })
    expect(rows).toMatchObject([{ excerpt: '', spot: null, status: 'closed', solved: 'solved' }])
  })

  it('forgets when a caller can be reached, and the place the rules were asked about', async () => {
    const world = await openWorld(store)
    const asked = { ...aRouting('ecology-bureau').asked, spot: '王家院子东墙外' }
    const opened = {
      channel: 'hotline',
      dialogueId: null,
      callbackWish: { ask: true, hours: '晚上八点后找王老师' },
    } as const
    const first = aTicket('t1', { opened, asked })
    const moved = planned(first.after, monday, [
      [
        dispatcher,
        { type: 'dispatch', routing: { ...aRouting('water-bureau'), asked }, note: '按职责改派' },
      ],
    ])
    const withdrawn = planned(moved.after, monday, [[citizen, { type: 'withdraw', reason: null }]])
    for (const change of [first, moved, withdrawn]) {
      await world.store.commit(aChange({ tickets: [change] }))
    }
    await world.archive.seal(monday + 2 * hour, 0)
    world.clock.now = twoYearsOn
    expect(await eraseExpired(ctxOf(world))).toBe(1)
    const stored = JSON.stringify(await world.database.db.select().from(events))
    for (const word of ['王老师', '王家院子']) expect(stored).not.toContain(word)
    const after = fold('t1', await world.store.history('t1'))
    expect(after?.opened.callbackWish).toEqual({ ask: true, hours: null })
    expect(after?.dispatch?.routing.asked).toEqual({ ...asked, spot: null })
    expect((await auditHistory(world, null)).faults).toEqual([])
  })

  it('leaves the hash chain whole, before and after the seal', async () => {
    const { world } = await aClosedTicket(store)
    await world.archive.seal(monday + 2 * hour, 0)
    world.clock.now = twoYearsOn
    await eraseExpired(ctxOf(world))
    expect(await auditHistory(world, null)).toMatchObject({ faults: [], seals: 1 })
  })

  it('still notices what is changed after the erasing', async () => {
    const { world } = await aClosedTicket(store)
    world.clock.now = twoYearsOn
    await eraseExpired(ctxOf(world))
    await world.database.db
      .update(events)
      .set({ data: sql`json_set(data, '$.text', '编造的话')` })
      .where(and(eq(events.ticketId, 't1'), eq(events.seq, 1)))
    const { faults } = await auditHistory(world, null)
    expect(faults[0]).toMatchObject({ kind: 'altered', chain: 't1', seq: 1 })
  })

  it('keeps the person, not the words, while another ticket of theirs is open', async () => {
    const { world, personId, sender } = await aClosedTicket(store)
    const opened = { citizenId: personId }
    const other = aTicket('t2', { serial: 2, at: twoYearsOn - hour, opened })
    await world.store.commit(aChange({ tickets: [other] }))
    world.clock.now = twoYearsOn
    expect(await eraseExpired(ctxOf(world))).toBe(1)
    expect((await world.people.address(personId))?.sender).toBe(sender)
    expect(await world.people.originalText('t1', dispatcher, 'test', twoYearsOn)).toBeNull()
  })

  it('also erases who withdrew', async () => {
    const world = await openWorld(store)
    const first = aTicket('t1')
    const withdrawn = planned(first.after, monday, [
      [citizen, { type: 'withdraw', reason: '我是3号楼的，已经好了' }],
    ])
    await world.store.commit(aChange({ tickets: [first] }))
    await world.store.commit(aChange({ tickets: [withdrawn] }))
    await world.archive.seal(monday + 2 * hour, 0)
    world.clock.now = twoYearsOn
    expect(await eraseExpired(ctxOf(world))).toBe(1)
    const stored = JSON.stringify(await world.database.db.select().from(events))
    expect(stored).not.toContain('3号楼')
    expect((await auditHistory(world, null)).faults).toEqual([])
  })
})

describe.each(stores)('the access log on $name', (store) => {
  it('tells the administrator who read whose data, why and when; newest first', async () => {
    const { world, personId } = await aClosedTicket(store)
    await world.people.read(personId, dispatcher, '回访', monday + hour)
    await world.people.originalText('t1', dispatcher, '核实地点', monday + 2 * hour)
    expect(await world.people.accessLog(10)).toEqual([
      { at: monday + 2 * hour, by: dispatcher.id, what: 'original:t1', reason: '核实地点' },
      { at: monday + hour, by: dispatcher.id, what: `person:${personId}`, reason: '回访' },
    ])
  })
})
