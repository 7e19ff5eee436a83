import { desc, eq } from 'drizzle-orm'
import type { JournalData } from '#app/evaluation/journal-port.ts'
import type { People } from '#app/ports.ts'
import type { Channel } from '#domain/ticket/events.ts'
import { isOneOf } from './database.ts'
import type { Database, Db } from './database.ts'
import { recordWith } from './journal.ts'
import { phoneKey, senderKey } from './keys.ts'
import { journal, originals, people } from './schema.ts'
import type { Seal } from './seal.ts'

/** `now`: UTC milliseconds. */
type PeopleHouse = { readonly newId: () => string; readonly now: () => number }

/** Being heard of again is written down once a day. */
const seenEveryMs = 86_400_000

/** The people port. Reading by a person is logged before anything is handed out. */
export function createPeople(database: Database, seal: Seal, house: PeopleHouse): People {
  const { db } = database
  const find = async (personId: string) => {
    const [row] = await db.select().from(people).where(eq(people.id, personId))
    return row ?? null
  }
  return {
    ...createReading(database, seal, find),
    ensure: (channel, sender) => ensure(db, seal, { channel, sender, ...house }),
    address: async (personId) => {
      const row = await find(personId)
      if (row === null) return null
      return { channel: row.channel, sender: await seal.open(row.sealedSender) }
    },
    hasPhone: async (personId) => typeof (await find(personId))?.sealedPhone === 'string',
    setContact: async (personId, { name, phone }) => {
      const sealedName = name === null ? null : await seal.seal(name)
      const numbers = await phoneColumns(seal, phone)
      await db
        .update(people)
        .set({ sealedName, ...numbers })
        .where(eq(people.id, personId))
    },
    byPhone: async (phone) => {
      const key = await phoneKey(seal, phone)
      if (key === null) return []
      const rows = await db.select({ id: people.id }).from(people).where(eq(people.phoneKey, key))
      return rows.map(({ id }) => id)
    },
  }
}

/** A phone number as it is kept: sealed, and as what it is found by. */
export async function phoneColumns(
  seal: Seal,
  phone: string | null,
): Promise<{ readonly sealedPhone: string | null; readonly phoneKey: string | null }> {
  if (phone === null) return { sealedPhone: null, phoneKey: null }
  return { sealedPhone: await seal.seal(phone), phoneKey: await phoneKey(seal, phone) }
}

async function ensure(
  db: Db,
  seal: Seal,
  given: PeopleHouse & { readonly channel: Channel; readonly sender: string },
): Promise<string> {
  const { channel, sender, newId } = given
  const now = given.now()
  const key = await senderKey(seal, channel, sender)
  const find = async () => {
    const { id, seenAt } = people
    const [row] = await db.select({ id, seenAt }).from(people).where(eq(people.senderKey, key))
    return row
  }
  const known = await find()
  if (known !== undefined && now - known.seenAt < seenEveryMs) return known.id
  if (known !== undefined) {
    await db.update(people).set({ seenAt: now }).where(eq(people.id, known.id))
    // Between the look and the note they may have been forgotten.
    if ((await find()) !== undefined) return known.id
  }
  const id = newId()
  const row = { id, channel, senderKey: key, sealedSender: await seal.seal(sender), seenAt: now }
  await db.insert(people).values(row).onConflictDoNothing({ target: people.senderKey })
  return (await find())?.id ?? id
}

type ReadingType = 'person-read' | 'original-read'
type PersonRecord = typeof people.$inferSelect

/** What is logged: a person's data, a ticket's unmasked words. */
function createReading(
  database: Database,
  seal: Seal,
  find: (personId: string) => Promise<PersonRecord | null>,
): Pick<People, 'read' | 'originalText' | 'accessLog'> {
  const { db } = database
  const openIfAny = async (sealed: string | null) => (sealed === null ? null : seal.open(sealed))
  return {
    read: async (personId, by, reason, at) => {
      const row = await find(personId)
      if (row === null) return null
      await recordWith(database, seal, {
        type: 'person-read',
        at,
        by: { id: by.id, role: by.role },
        data: { personId, reason },
      })
      return {
        id: row.id,
        channel: row.channel,
        sender: await seal.open(row.sealedSender),
        name: await openIfAny(row.sealedName),
        phone: await openIfAny(row.sealedPhone),
      }
    },
    originalText: async (ticketId, by, reason, at) => {
      const rows = await db
        .select({ sealed: originals.sealedText })
        .from(originals)
        .where(eq(originals.ticketId, ticketId))
        .orderBy(originals.id)
      if (rows.length === 0) return null
      await recordWith(database, seal, {
        type: 'original-read',
        at,
        by: { id: by.id, role: by.role },
        data: { ticketId, reason },
      })
      return (await Promise.all(rows.map((row) => seal.open(row.sealed)))).join('\n')
    },
    accessLog: async (limit) => {
      const rows = await db
        .select()
        .from(journal)
        .where(isOneOf(journal.type, ['person-read', 'original-read'] satisfies ReadingType[]))
        .orderBy(desc(journal.position))
        .limit(limit)
      return rows.map(({ at, by, data }) => {
        // Safe because of the types asked for.
        const reading = data as JournalData[ReadingType]
        const what =
          'personId' in reading ? `person:${reading.personId}` : `original:${reading.ticketId}`
        return { at, by: by.id, what, reason: reading.reason }
      })
    },
  }
}
