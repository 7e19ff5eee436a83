import { auditHistory } from '#app/evaluation/audit-history.ts'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { NewerData } from '#app/errors.ts'
import { createFacts } from '#db/facts.ts'
import { eventReader } from '#db/read-event.ts'
import { events, facts } from '#db/schema.ts'
import { makeSeal } from '#db/seal.ts'
import {
  documentForms,
  documentFrom,
  documentText,
  eventForms,
  upcast,
  writtenVersions,
} from '#db/upcast.ts'
import type { Forms } from '#db/upcast.ts'
import { events as declared } from '#domain/ticket/steps/index.ts'
import { stores } from '#tests/support/stores.ts'
import { aChange, aTicket, citizen, dispatcher, planned } from './build.ts'
import { hour, monday, openWorld, worldSecret } from './world.ts'

const administrator = { ...dispatcher, id: 'staff-9', role: 'administrator' } as const

describe.each([
  ['event', eventForms],
  ['document', documentForms],
])('the versions of every kind of %s', (_name, forms: Forms) => {
  it('are each led to the next, up to the one written today', () => {
    const gaps = Object.entries(forms.versions).flatMap(([kind, version]) => {
      const steps = Object.keys(forms.upcasters[kind] ?? {}).map(Number)
      const expected = Array.from({ length: version - 1 }, (_, index) => index + 1)
      return JSON.stringify(steps) === JSON.stringify(expected) ? [] : [kind]
    })
    expect(gaps).toEqual([])
  })

  it('are of kinds there are', () => {
    const strange = Object.keys(forms.upcasters).filter((kind) => !(kind in forms.versions))
    expect(strange).toEqual([])
  })
})

it('an event and another stored value never share a name', () => {
  const kinds = [...declared.map(({ type }) => type), ...Object.keys(documentForms.versions)]
  expect(Object.keys(writtenVersions)).toHaveLength(kinds.length)
})

/** As if the words of a note were called so only since its third version. */
const later: Forms = {
  versions: { ...eventForms.versions, noted: 3 },
  upcasters: {
    noted: {
      1: ({ text }: { readonly text: string }) => ({ words: text }),
      2: ({ words }: { readonly words: string }) => ({ words, length: words.length }),
    },
  },
}

describe.each(stores)('an event of an older version on $name', (store) => {
  const read = async (forms: Forms) => {
    const world = await openWorld(store, { readEvent: eventReader(forms) })
    const first = aTicket('t1')
    await world.store.commit(aChange({ tickets: [first] }))
    const note = { type: 'note', text: '已到现场' } as const
    const noted = planned(first.after, monday + hour, [[dispatcher, note]])
    await world.store.commit(aChange({ tickets: [noted] }))
    return { ...world, noted }
  }
  const notes = (history: readonly { readonly type: string; readonly data: unknown }[]) =>
    history.filter(({ type }) => type === 'noted').map(({ data }) => data)

  it('is read in the form of today, wherever history is read', async () => {
    const world = await read(later)
    const found = await Promise.all([
      world.store.history('t1'),
      world.archive.histories(null, 10).then(([first = []]) => first),
      world.readers.histories(['t1']).then((all) => all.get('t1') ?? []),
    ])
    const today = [{ words: '已到现场', length: 4 }]
    expect(found.map(notes)).toEqual([today, today, today])
  })

  it('stays as it was written: the history is whole', async () => {
    const world = await read(later)
    const [row] = await world.database.db.select().from(events).where(eq(events.type, 'noted'))
    expect(row).toMatchObject({ version: 1, data: { text: '已到现场' } })
    expect((await auditHistory(world, null)).faults).toEqual([])
  })

  it('has lost its words when its person is erased', async () => {
    const world = await read(later)
    const erased = planned(world.noted.after, monday + 2 * hour, [
      [citizen, { type: 'withdraw', reason: '不用了' }],
      [administrator, { type: 'erase' }],
    ])
    await world.store.commit(aChange({ tickets: [erased] }))
    expect(notes(await world.store.history('t1'))).toEqual([{ words: '', length: 0 }])
  })

  it('is refused when it is newer than the code, and so is one of a kind not known', async () => {
    const world = await read(eventForms)
    const { db } = world.database
    await db.update(events).set({ version: 2 }).where(eq(events.type, 'noted'))
    await expect(world.store.history('t1')).rejects.toThrow(NewerData)
    // Safe because the column holds any text; a later release may know this one.
    const type = 'teleported' as 'noted'
    await db.update(events).set({ version: 1, type }).where(eq(events.type, 'noted'))
    await expect(world.store.history('t1')).rejects.toThrow(NewerData)
  })
})

describe('another stored value', () => {
  const forms: Forms = {
    versions: { dialogue: 2 },
    upcasters: { dialogue: { 1: (older: readonly string[]) => ({ all: older }) } },
  }

  it('of the first version is plain JSON, and is led to today’s form', () => {
    const text = documentText('dialogue', ['a'])
    expect(text).toBe('["a"]')
    expect(documentFrom('dialogue', text, forms)).toEqual({ all: ['a'] })
  })

  it('of a later version carries it, and comes back as it was', () => {
    const text = documentText('dialogue', { all: ['a'] }, forms)
    expect(documentFrom('dialogue', text, forms)).toEqual({ all: ['a'] })
    expect(() => documentFrom('dialogue', text)).toThrow(NewerData)
  })

  it('without a way to today’s form is a fault of the program', () => {
    const gap = { versions: { dialogue: 2 }, upcasters: {} }
    expect(() => upcast({ kind: 'dialogue', version: 1, value: {} }, gap)).toThrow(/no way/)
  })
})

describe.each(stores)('code that is older than a database on $name', (store) => {
  const entering = async (kept: Readonly<Record<string, number>>) => {
    const { database } = await openWorld(store)
    await database.db.insert(facts).values({ name: 'versions', value: JSON.stringify(kept) })
    const house = createFacts(database, await makeSeal(worldSecret))
    await house.enter()
    const [row] = await database.db.select().from(facts).where(eq(facts.name, 'versions'))
    return JSON.parse(row?.value ?? '') as unknown
  }

  it.each([
    ['a newer version', { ...writtenVersions, opened: 2 }],
    ['a kind it does not know', { ...writtenVersions, teleported: 1 }],
  ])('is refused where %s is written', async (_what, kept) => {
    await expect(entering(kept)).rejects.toThrow(NewerData)
  })

  it('is let in otherwise, and notes what it writes itself', async () => {
    expect(await entering({ opened: 1 })).toEqual(writtenVersions)
  })
})
