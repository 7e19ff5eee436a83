import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { rateLimit, session, user } from '#db/auth-schema.ts'
import { staffContacts } from '#db/notice-schema.ts'
import { attachments, dialogues, inbox, outboxMessages, people, tickets } from '#db/schema.ts'
import type { Change } from '#app/ports.ts'
import type { Dialogue } from '#domain/dialogue/types.ts'
import { freshDraft } from '#domain/dialogue/draft.ts'
import { stores } from '#tests/support/stores.ts'
import type { TestStore } from '#tests/support/stores.ts'
import {
  aChange,
  aDialogue,
  aMessage,
  anAnswer,
  aTicket,
  citizen,
  dispatcher,
  planned,
} from './build.ts'
import { day, hour, monday, openWorld } from './world.ts'
import type { World } from './world.ts'

const month = 30 * day

/** Somebody who wrote once and was answered; what else there is of them is the test's. */
async function somebody(store: TestStore, parts: Partial<Change> = {}) {
  const world = await openWorld(store)
  await world.inbox.put(aMessage('line:1'))
  const personId = await world.people.ensure('line', aMessage('line:1').sender)
  await world.store.commit(
    aChange({
      dialogue: aDialogue({ personId }),
      outbox: [anAnswer('m1', { personId })],
      inboxDone: ['line:1'],
      ...parts,
    }),
  )
  await world.outbox.settle('batch-m1', { ok: true }, monday)
  return { world, personId }
}

async function kept({ database: { db } }: World) {
  return {
    people: (await db.select().from(people)).length,
    dialogues: (await db.select().from(dialogues)).length,
    received: (await db.select().from(inbox)).length,
    sent: (await db.select().from(outboxMessages)).length,
  }
}

const all = { people: 1, dialogues: 1, received: 1, sent: 1 }
const nothing = { people: 0, dialogues: 0, received: 0, sent: 0 }

async function forget({ forgetting }: World, before: number): Promise<void> {
  await forgetting.people(before)
  await forgetting.talk(before)
  await forgetting.files(before)
}

async function filesOf({ database: { files } }: World): Promise<string[]> {
  const found: string[] = []
  let page = await files.list(null)
  for (;;) {
    found.push(...page.files.map(({ key }) => key))
    if (page.next === null) return found
    page = await files.list(page.next)
  }
}

function aPhoto(world: World, id: string, personId: string): Promise<void> {
  return world.attachments.put({
    id,
    personId,
    channel: 'line',
    mediaType: 'image/jpeg',
    location: null,
    bytes: new Uint8Array([1, 2, 3]),
    at: monday,
  })
}

describe.each(stores)('people without a ticket on $name', (store) => {
  it('are forgotten, with all that was said, once they have been silent for so long', async () => {
    const { world } = await somebody(store)
    await forget(world, monday)
    expect(await kept(world)).toEqual(all)
    await forget(world, monday + 1)
    expect(await kept(world)).toEqual(nothing)
  })

  it('are somebody new when they write again', async () => {
    const { world, personId } = await somebody(store)
    await forget(world, monday + 1)
    expect(await world.people.ensure('line', aMessage('line:1').sender)).not.toBe(personId)
  })

  it('are kept as long as they go on writing, or a message of theirs waits', async () => {
    const { world } = await somebody(store)
    world.clock.now = monday + month
    await world.inbox.put(aMessage('line:2'))
    await forget(world, monday + month)
    expect((await kept(world)).people).toBe(1)
    await world.forgetting.people(monday + 2 * month)
    expect((await kept(world)).people).toBe(1)
  })

  it('are kept as long as they have a ticket, however silent', async () => {
    const { world } = await somebody(store, { tickets: [aTicket('t1')] })
    await forget(world, monday + 10 * month)
    expect(await kept(world)).toEqual(all)
  })
})

describe.each(stores)('words nobody confirmed on $name', (store) => {
  const draft = { ...freshDraft(monday), texts: ['我叫王芳'] }
  const ticketOf = (personId: string) => aTicket('t1', { opened: { citizenId: personId } })
  const ended = (personId: string) =>
    planned(ticketOf(personId).after, monday + hour, [
      [
        { ...citizen, id: personId },
        { type: 'withdraw', reason: null },
      ],
    ])
  const hold = (personId: string, parts: Partial<Dialogue>) => ({
    dialogue: aDialogue({ personId, version: 2, ...parts }),
  })

  it('are found while a dialogue holds them', async () => {
    const { world, personId } = await somebody(store)
    expect(await world.dialogues.holding(monday + day, 10)).toEqual([])
    await world.store.commit(aChange(hold(personId, { draft })))
    expect(await world.dialogues.holding(monday, 10)).toEqual([])
    expect(await world.dialogues.holding(monday + 1, 10)).toMatchObject([{ draft }])
  })

  it('of somebody whose tickets are over go with the talk; the ticket and the person stay', async () => {
    const { world, personId } = await somebody(store)
    await world.store.commit(aChange({ tickets: [ticketOf(personId)] }))
    await world.store.commit(aChange({ tickets: [ended(personId)] }))
    await forget(world, monday + hour)
    expect(await kept(world)).toEqual(all)
    await forget(world, monday + 2 * hour)
    expect(await kept(world)).toEqual({ ...nothing, people: 1, dialogues: 1 })
  })

  it('keep the talk they are about, and put off the erasing of an old ticket', async () => {
    const { world, personId } = await somebody(store)
    await world.store.commit(aChange({ tickets: [ticketOf(personId)] }))
    await world.store.commit(aChange({ tickets: [ended(personId)] }))
    const later = monday + day
    expect(await world.archive.erasable(later, 10)).toEqual(['t1'])
    await world.store.commit(aChange(hold(personId, { draft })))
    expect(await world.archive.erasable(later, 10)).toEqual([])
    await forget(world, monday + month)
    expect(await kept(world)).toEqual(all)
  })

  it('in files go when no ticket names them, with the files', async () => {
    const attached = [{ id: 'evidence', kind: 'image', name: null }] as const
    const opened = { attachments: attached }
    const { world, personId } = await somebody(store, { tickets: [aTicket('t1', { opened })] })
    await aPhoto(world, 'evidence', personId)
    await aPhoto(world, 'loose', personId)
    expect(await world.forgetting.files(monday)).toBe(0)
    expect(await world.forgetting.files(monday + 1)).toBe(1)
    const { id, file } = attachments
    const rows = await world.database.db.select({ id, file }).from(attachments)
    expect(rows).toMatchObject([{ id: 'evidence' }])
    expect(await filesOf(world)).toEqual([rows[0]?.file])
    expect(await world.attachments.open('evidence')).not.toBeNull()
  })
})

describe.each(stores)('what has expired on $name', (store) => {
  it('is forgotten: sign-ins, tries from some address, an e-mail address never proved', async () => {
    const world = await openWorld(store)
    const { db } = world.database
    const [made, over] = [new Date(monday - day), new Date(monday - 1)]
    const times = { createdAt: made, updatedAt: made }
    await db.insert(user).values({ id: 'u', name: '周敏', email: 'u', role: 'officer', ...times })
    const ofUser = { userId: 'u', ipAddress: '203.0.113.7', ...times }
    await db.insert(session).values([
      { id: 'old', token: 'a', expiresAt: over, ...ofUser },
      { id: 'new', token: 'b', expiresAt: new Date(monday + day), ...ofUser },
    ])
    await db.insert(rateLimit).values([
      { id: 'old', key: 'address|203.0.113.7', count: 1, lastRequest: monday - month - 1 },
      { id: 'new', key: 'address|203.0.113.8', count: 1, lastRequest: monday - month },
    ])
    const waiting = { sealedNewEmail: 'sealed', codeKey: 'k', codeTries: 0 }
    await db.insert(staffContacts).values([
      { accountId: 'old', ...waiting, codeSentAt: monday - month - 1 },
      { accountId: 'new', ...waiting, codeSentAt: monday - month },
    ])
    await world.forgetting.expired(monday, monday - month)
    expect(await db.select({ id: session.id }).from(session)).toEqual([{ id: 'new' }])
    expect(await db.select({ id: rateLimit.id }).from(rateLimit)).toEqual([{ id: 'new' }])
    const { accountId, sealedNewEmail } = staffContacts
    const left = await db.select({ accountId, sealedNewEmail }).from(staffContacts)
    expect(left).toEqual([
      { accountId: 'old', sealedNewEmail: null },
      { accountId: 'new', sealedNewEmail: 'sealed' },
    ])
  })
})

describe.each(stores)('after an erasing on $name', (store) => {
  const administrator = { ...dispatcher, role: 'administrator' } as const
  const end = { type: 'withdraw', reason: null } as const
  const erase = { type: 'erase' } as const

  it('what was said is gone even where another ticket needs the person', async () => {
    const { world, personId } = await somebody(store)
    const by = { ...citizen, id: personId }
    const first = aTicket('t1', { opened: { citizenId: personId } })
    const other = aTicket('t2', { serial: 2, opened: { citizenId: personId } })
    await world.store.commit(aChange({ tickets: [first, other] }))
    const erased = planned(first.after, monday, [
      [by, end],
      [administrator, erase],
    ])
    await world.store.commit(aChange({ tickets: [erased] }))
    expect(await kept(world)).toEqual({ ...nothing, people: 1, dialogues: 1 })
  })

  it('a report sent again is still the same one, and its number is gone', async () => {
    const { world } = await somebody(store)
    const opened = { channel: 'import', sourceNumber: 'WD-1', dialogueId: null } as const
    const first = aTicket('t1', { opened })
    await world.store.commit(aChange({ tickets: [first] }))
    const erased = planned(first.after, monday, [
      [citizen, end],
      [administrator, erase],
    ])
    await world.store.commit(aChange({ tickets: [erased] }))
    expect(await world.readers.idBySource('import', 'WD-1')).toBe('t1')
    expect((await world.store.history('t1'))[0]).toMatchObject({ data: { sourceNumber: null } })
  })

  it('words that are written on the ticket later are erased in their turn', async () => {
    const { world } = await somebody(store)
    const first = aTicket('t1')
    const erased = planned(first.after, monday, [
      [citizen, end],
      [administrator, erase],
    ])
    await world.store.commit(aChange({ tickets: [first] }))
    await world.store.commit(aChange({ tickets: [erased] }))
    expect(await world.archive.erasable(monday + day, 10)).toEqual([])
    const noted = planned({ ...erased.after, status: 'closed' }, monday, [
      [dispatcher, { type: 'note', text: '王芳又打来电话' }],
    ])
    await world.store.commit(aChange({ tickets: [noted] }))
    const [row] = await world.database.db.select().from(tickets).where(eq(tickets.id, 't1'))
    expect(row?.erasedAt).toBeNull()
    expect(await world.archive.erasable(monday + day, 10)).toEqual(['t1'])
  })

  it('the database is to be written anew, once, and keeps the order of what came in', async () => {
    const { world } = await somebody(store)
    expect(await world.forgetting.remainsSince()).toBeNull()
    for (const id of ['line:2', 'line:3', 'line:4']) await world.inbox.put(aMessage(id))
    await world.inbox.put(aMessage('line:0', { sender: 'another' }))
    world.clock.now = monday + hour
    await world.forgetting.talk(monday + 1)
    await aPhoto(world, 'loose', 'nobody')
    await world.forgetting.files(monday + 1)
    expect(await world.forgetting.remainsSince()).toBeGreaterThanOrEqual(monday + hour)
    expect(await world.forgetting.rewrite(monday + day)).toBe(true)
    expect(await world.forgetting.remainsSince()).toBeNull()
    const waiting = await world.inbox.waiting('line:4')
    expect(waiting.map(({ id }) => id)).toEqual(['line:2', 'line:3', 'line:4'])
  })

  it('a round is begun by one process, once an hour', async () => {
    const { world } = await somebody(store)
    const beside = await world.beside()
    expect(await world.forgetting.begin(monday, hour)).toBe(true)
    expect(await beside.forgetting.begin(monday + hour - 1, hour)).toBe(false)
    expect(await beside.forgetting.begin(monday + hour, hour)).toBe(true)
  })
})
