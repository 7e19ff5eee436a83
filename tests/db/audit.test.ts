import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { auditHistory } from '#app/evaluation/audit-history.ts'
import type { AuditFaultKind } from '#app/evaluation/archive-port.ts'
import { genesis, hashOf } from '#db/chain.ts'
import { chainsAfter } from '#db/ledgers.ts'
import { auditSeals, events, journal, settingChanges, tickets } from '#db/schema.ts'
import { makeSeal } from '#db/seal.ts'
import { sealHash, sealMac, sealNew } from '#db/sealing.ts'
import { stores } from '#tests/support/stores.ts'
import { aChange, aTicket, dispatcher, planned } from './build.ts'
import { hour, minute, monday, openWorld } from './world.ts'
import type { World } from './world.ts'

/** Three tickets and two readings of their words under two seals, and a ticket not sealed yet. */
const aSetting = {
  setting: 'false-callback-weight',
  values: { share: 2 },
  from: monday + 24 * hour,
  at: monday + 2 * minute,
  by: 'administrator-1',
  name: '王敏',
  reason: '区里来文',
}

async function aHistory(store: (typeof stores)[number]) {
  const world = await openWorld(store)
  const first = aTicket('t1')
  const originals = [{ ticketId: 't1', text: '我叫王芳' }]
  await world.store.commit(aChange({ tickets: [first, aTicket('t2', { serial: 2 })], originals }))
  const read = (reason: string) => world.people.originalText('t1', dispatcher, reason, monday)
  await read('回访')
  await world.archive.seal(monday + minute, minute)
  const note = { type: 'note', text: '已到现场' } as const
  const noted = planned(first.after, monday + 2 * minute, [[dispatcher, note]])
  await world.store.commit(aChange({ tickets: [noted] }))
  await read('核实地点')
  await world.settingBook.add(aSetting)
  await world.archive.seal(monday + 2 * minute, minute)
  const third = aTicket('t3', { serial: 3, at: monday + 3 * minute })
  await world.store.commit(aChange({ tickets: [third] }))
  return world
}

async function faultsOf(world: World, head: string | null = null) {
  return (await auditHistory(world, head)).faults
}

async function kinds(world: World, head: string | null = null): Promise<AuditFaultKind[]> {
  return (await faultsOf(world, head)).map(({ kind }) => kind)
}

/** The newest seal as somebody wrote it down. */
async function headOf(world: World): Promise<string> {
  return (await world.archive.head())?.hash ?? ''
}

/** The forger knows the code and holds the database, not the key. */
const forgersKey = () => makeSeal('a key that the forger has made up himself')

/** All hashes of the events anew, and all seals, as well as it can be done without the key. */
async function recompute(world: World): Promise<void> {
  const { db } = world.database
  const seal = await forgersKey()
  const chains = await chainsAfter(db, 'events', { after: null, limit: 1000 })
  for (const rows of chains.values()) {
    let hash = genesis
    for (const row of rows) {
      hash = hashOf(seal, hash, row)
      await db.update(events).set({ hash }).where(eq(events.position, row.position))
    }
  }
  await db.delete(auditSeals)
  await db.run(sql`delete from sqlite_sequence where name = 'audit_seals'`)
  await sealNew(db, seal, { now: monday + hour, everyMs: 0 })
}

const ofTicket = (id: string, seq: number) => and(eq(events.ticketId, id), eq(events.seq, seq))
const changeNote = (world: World) =>
  world.database.db
    .update(events)
    .set({ data: sql`json_set(data, '$.text', '未到现场')` })
    .where(and(eq(events.ticketId, 't1'), eq(events.type, 'noted')))

describe.each(stores)('the audit on $name', (store) => {
  it('finds an untouched history whole, and names the newest seal', async () => {
    const world = await aHistory(store)
    const report = await auditHistory(world, await headOf(world))
    expect(report).toMatchObject({ tickets: 3, seals: 2, faults: [], head: { number: 2 } })
    expect(report.unsealed).toBeGreaterThan(0)
    expect(report.head?.entries).toBe(report.entries - report.unsealed)
  })

  it('seals at most once a minute, and only what is new', async () => {
    const world = await aHistory(store)
    expect(await world.archive.seal(monday + 3 * minute - 1, minute)).toBeNull()
    expect(await world.archive.seal(monday + 3 * minute, minute)).not.toBeNull()
    expect(await world.archive.seal(monday + 3 * hour, minute)).toBeNull()
    expect(await auditHistory(world, null)).toMatchObject({ seals: 3, unsealed: 0, faults: [] })
  })

  it('keeps the histories of two writers in one chain', async () => {
    const world = await aHistory(store)
    const other = await world.beside()
    const late = aTicket('t4', { serial: 4, at: monday + 4 * minute })
    expect(await other.store.commit(aChange({ tickets: [late] }))).toBe('committed')
    expect(await world.store.commit(aChange({ tickets: [late] }))).toBe('conflict')
    expect(await kinds(world)).toEqual([])
  })

  it('keeps the entries of many readers at once, each in its place', async () => {
    const world = await aHistory(store)
    const other = await world.beside()
    const reads = Array.from({ length: 6 }, (_, n) =>
      (n % 2 === 0 ? world : other).people.originalText('t1', dispatcher, '核实', monday),
    )
    await Promise.all(reads)
    expect(await world.people.accessLog(100)).toHaveLength(8)
    expect(await kinds(world)).toEqual([])
  })
})

/** Every way to forge, and by what it is found. */
const forgeries: readonly {
  readonly what: string
  readonly forge: (world: World) => Promise<unknown>
  readonly found: AuditFaultKind
  readonly where?: object
  /** It only shows to whoever has written down the newest seal elsewhere. */
  readonly byHead?: true
}[] = [
  {
    what: 'changes what an event says',
    forge: changeNote,
    found: 'altered',
    where: { number: 'MY20261123-00001-3', chain: 't1' },
  },
  ...(
    [
      ['time', { at: monday + 1 }],
      ['author', { by: sql`json_set("by", '$.name', '张三')` }],
      ['kind', { type: 'noted' as const }],
      ['list of what is personal', { personal: sql`'[]'` }],
      ['count of seals', { seals: 7 }],
    ] as const
  ).map(([what, set]) => ({
    what: `changes the ${what} of an event`,
    forge: ({ database }: World) => database.db.update(events).set(set).where(ofTicket('t2', 1)),
    found: 'altered' as const,
    where: { chain: 't2', seq: 1 },
  })),
  {
    what: 'changes an event, makes all hashes anew without the key and deletes the seals',
    forge: async (world) => {
      await changeNote(world)
      await recompute(world)
    },
    found: 'altered',
    where: { chain: 't1' },
  },
  {
    what: 'does the same, and lets the house seal it at its next start',
    forge: async (world) => {
      await changeNote(world)
      await recompute(world)
      await world.database.db.delete(auditSeals)
      await world.archive.seal(monday + 2 * hour, 0)
    },
    found: 'altered',
    where: { chain: 't1' },
  },
  {
    what: 'deletes all seals',
    forge: ({ database }) => database.db.delete(auditSeals),
    found: 'seal-missing',
    where: { position: 1 },
  },
  {
    what: 'deletes all seals, with the engine’s own memory of them, and lets the house seal anew',
    forge: async ({ database, archive }) => {
      await database.db.delete(auditSeals)
      await database.db.run(sql`delete from sqlite_sequence where name = 'audit_seals'`)
      await archive.seal(monday + 2 * hour, 0)
    },
    found: 'seal-missing',
    where: { position: 1 },
  },
  {
    what: 'deletes the newest seal',
    forge: ({ database }) => database.db.delete(auditSeals).where(eq(auditSeals.number, 2)),
    found: 'seal-missing',
    where: { position: 2 },
  },
  {
    what: 'deletes the newest seal, and the house goes on',
    forge: async ({ database, archive }) => {
      await database.db.delete(auditSeals).where(eq(auditSeals.number, 2))
      await archive.seal(monday + 2 * hour, 0)
    },
    found: 'seal-missing',
    where: { position: 2 },
  },
  {
    what: 'deletes a seal in the middle',
    forge: ({ database }) => database.db.delete(auditSeals).where(eq(auditSeals.number, 1)),
    found: 'seal-missing',
    where: { position: 1 },
  },
  {
    what: 'deletes a seal in the middle and gives its number to the next',
    forge: async ({ database }) => {
      await database.db.delete(auditSeals).where(eq(auditSeals.number, 1))
      await database.db.update(auditSeals).set({ number: 1 })
    },
    found: 'seal-broken',
    where: { position: 1 },
  },
  {
    what: 'puts seals in another order',
    forge: async ({ database: { db } }) => {
      await db.update(auditSeals).set({ number: 9 }).where(eq(auditSeals.number, 1))
      await db.update(auditSeals).set({ number: 1 }).where(eq(auditSeals.number, 2))
      await db.update(auditSeals).set({ number: 2 }).where(eq(auditSeals.number, 9))
    },
    found: 'seal-broken',
    where: { position: 1 },
  },
  ...(['at', 'events', 'journal', 'entries'] as const).map((column) => ({
    what: `changes the ${column} of a seal`,
    forge: ({ database }: World) =>
      database.db.run(sql.raw(`update audit_seals set ${column} = ${column} - 1 where number = 2`)),
    found: 'seal-broken' as const,
    where: { position: 2 },
  })),
  {
    what: 'makes a seal of his own',
    forge: async ({ database: { db } }) => {
      const seal = await forgersKey()
      const [row] = await db.select().from(auditSeals).where(eq(auditSeals.number, 2))
      if (row === undefined) throw new Error('no seal')
      const hash = sealHash('', row, [])
      await db
        .update(auditSeals)
        .set({ hash, mac: sealMac(seal, hash) })
        .where(eq(auditSeals.number, 2))
    },
    found: 'seal-forged',
    where: { position: 2 },
  },
  {
    what: 'removes an event in the middle',
    forge: ({ database }) => database.db.delete(events).where(ofTicket('t1', 2)),
    found: 'out-of-order',
    where: { chain: 't1', seq: 3 },
  },
  {
    what: 'removes an event in the middle and closes the gap',
    forge: async ({ database: { db } }) => {
      await db.delete(events).where(ofTicket('t1', 2))
      await db.run(sql`update events set seq = seq - 1 where ticketId = 't1' and seq > 2`)
      await db.run(sql`update tickets set seq = seq - 1 where id = 't1'`)
    },
    found: 'altered',
    where: { chain: 't1', seq: 2 },
  },
  {
    what: 'puts two events of a ticket in another order',
    forge: async ({ database: { db } }) => {
      await db.update(events).set({ seq: 9 }).where(ofTicket('t1', 1))
      await db.update(events).set({ seq: 1 }).where(ofTicket('t1', 2))
      await db.update(events).set({ seq: 2 }).where(ofTicket('t1', 9))
    },
    found: 'altered',
    where: { chain: 't1', seq: 1 },
  },
  {
    what: 'puts events of two tickets in another order',
    forge: async ({ database: { db } }) => {
      await db.update(events).set({ position: 99 }).where(ofTicket('t1', 1))
      await db.update(events).set({ position: 1 }).where(ofTicket('t2', 1))
      await db.run(sql`update events set position = 3 where position = 99`)
    },
    found: 'seal-broken',
    where: { position: 1 },
  },
  {
    what: 'changes a number of the mechanism',
    forge: ({ database }) => database.db.update(settingChanges).set({ reason: '没有' }),
    found: 'altered',
    where: { chain: 'setting:false-callback-weight' },
  },
  {
    what: 'takes a change of a number out',
    forge: ({ database }) => database.db.delete(settingChanges),
    found: 'altered',
    where: { chain: 'setting:false-callback-weight' },
  },
  {
    what: 'puts a change of a number in',
    forge: ({ database }) => database.db.insert(settingChanges).values({ ...aSetting, at: monday }),
    found: 'altered',
    where: { chain: 'setting:false-callback-weight' },
  },
  {
    what: 'puts an event in from outside',
    forge: async ({ database }) => {
      const at = monday + 5 * minute
      const link = { chain: 't2', seq: 3, at, type: 'noted', by: dispatcher, data: { text: '补' } }
      const more = { version: 1, personal: [], salt: null, seals: 2 }
      const hash = hashOf(await forgersKey(), genesis, { ...link, ...more })
      await database.db
        .insert(events)
        .values({ ...link, ...more, ticketId: 't2', type: 'noted', data: { text: '补' }, hash })
      await database.db.update(tickets).set({ seq: 3 }).where(eq(tickets.id, 't2'))
    },
    found: 'altered',
    where: { chain: 't2', seq: 3 },
  },
  {
    what: 'takes the newest event out',
    forge: ({ database }) => database.db.delete(events).where(ofTicket('t3', 2)),
    found: 'newest-removed',
    where: { chain: 't3', seq: 2 },
  },
  {
    what: 'takes the newest ticket out with all its rows',
    forge: async ({ database: { db } }) => {
      await db.delete(events).where(eq(events.ticketId, 't3'))
      await db.delete(tickets).where(eq(tickets.id, 't3'))
    },
    found: 'removed',
  },
  {
    what: 'takes a sealed ticket out with all its rows',
    forge: async ({ database: { db } }) => {
      await db.delete(events).where(eq(events.ticketId, 't2'))
      await db.delete(tickets).where(eq(tickets.id, 't2'))
    },
    found: 'seal-broken',
  },
  {
    what: 'takes the history of a ticket out but for its row',
    forge: ({ database }) => database.db.delete(events).where(eq(events.ticketId, 't2')),
    found: 'ticket-removed',
    where: { chain: 't2', seq: 2 },
  },
  {
    what: 'changes who has read personal data',
    forge: ({ database }) =>
      database.db.update(journal).set({ by: { id: 'somebody', role: 'dispatcher' } }),
    found: 'altered',
    where: { chain: 'ticket:t1' },
  },
  {
    what: 'changes the reason of a reading',
    forge: ({ database }) =>
      database.db.run(sql`update journal set data = json_set(data, '$.reason', '好奇')`),
    found: 'altered',
    where: { chain: 'ticket:t1' },
  },
  {
    what: 'takes the newest reading out of the access log',
    forge: ({ database }) =>
      database.db.run(
        sql`delete from journal where position = (select max(position) from journal)`,
      ),
    found: 'removed',
  },
  {
    what: 'takes the first reading out of the access log',
    forge: ({ database }) => database.db.delete(journal).where(eq(journal.seq, 1)),
    found: 'out-of-order',
    where: { chain: 'ticket:t1', seq: 2 },
  },
  {
    what: 'puts the database of before in the place of today’s, with all that the engine remembers',
    forge: async ({ database: { db } }) => {
      await db.delete(events).where(eq(events.ticketId, 't3'))
      await db.delete(tickets).where(eq(tickets.id, 't3'))
      await db.run(sql`delete from events where type = 'noted'`)
      await db.run(sql`delete from journal where position > 1`)
      await db.delete(settingChanges)
      await db.delete(auditSeals).where(eq(auditSeals.number, 2))
      await db.run(sql`update tickets set seq = (
        select max(seq) from events where events.ticketId = tickets.id)`)
      for (const [table, column] of [
        ['events', 'position'],
        ['journal', 'position'],
        ['audit_seals', 'number'],
      ] as const) {
        await db.run(
          sql.raw(
            `update sqlite_sequence set seq = (select max(${column}) from ${table}) where name = '${table}'`,
          ),
        )
      }
    },
    found: 'head-unknown',
    byHead: true,
  },
]

// On one engine: what he does and how it is looked for is the same on both.
describe.each(stores.slice(0, 1))('a forger without the key', (store) => {
  it.each(forgeries)('who $what is found', async ({ forge, found, where, byHead }) => {
    const world = await aHistory(store)
    const head = await headOf(world)
    await forge(world)
    const faults = await faultsOf(world, head)
    expect(faults).toContainEqual(expect.objectContaining({ kind: found, ...where }))
    if (byHead) expect(await kinds(world)).toEqual([])
  })

  it('who keeps the house from sealing is found within the hour that it runs', async () => {
    const world = await aHistory(store)
    const later = aTicket('t4', { serial: 4, at: monday + 2 * hour })
    await world.store.commit(aChange({ tickets: [later] }))
    expect(await kinds(world)).toEqual(['unsealed'])
  })
})
