import { and, asc, eq, lt, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { InboundMessage } from '#app/messages.ts'
import type { Inbox, People } from '#app/ports.ts'
import { wantStatements } from './attachment-downloads.ts'
import type { Database, Db } from './database.ts'
import { inboxKey } from './keys.ts'
import { inbox, transcript } from './schema.ts'
import { openJson, sealJson } from './seal.ts'
import type { Seal } from './seal.ts'

export type InboxSettings = {
  readonly now: () => number
  /** Failed tries after which a message is set aside. */
  readonly inboxTries: number
}

// Nothing was said: not shown in the transcript.
const quiet: ReadonlySet<InboundMessage['content']['type']> = new Set(['joined', 'left'])

/** The inbox port. A message set aside is taken up again when its channel redelivers it. */
export function createInbox(
  database: Database,
  seal: Seal,
  people: People,
  settings: InboxSettings,
): Inbox {
  const { db } = database
  const read = (sealed: string) => openJson<InboundMessage>(seal, sealed)
  return {
    put: (message) => put(database, seal, people, { message, storedAt: settings.now() }),
    get: async (id) => {
      const own = eq(inbox.key, await inboxKey(seal, id))
      const [row] = await db.select({ sealed: inbox.sealedMessage }).from(inbox).where(own)
      return row === undefined ? null : read(row.sealed)
    },
    unfinished: async (before, limit) => {
      const rows = await db
        .select({ sealed: inbox.sealedMessage })
        .from(inbox)
        .where(and(eq(inbox.state, 'pending'), lt(inbox.storedAt, before)))
        .orderBy(asc(inbox.storedAt), asc(sql`rowid`))
        .limit(limit)
      return Promise.all(rows.map((row) => read(row.sealed)))
    },
    waiting: async (id) => {
      const rows = await waitingUpTo(db, await inboxKey(seal, id))
      return Promise.all(rows.map((row) => read(row.sealed)))
    },
    isFollowed: async (id) => isFollowed(db, await inboxKey(seal, id)),
    failed: async (id, reason) => {
      const tries = sql`${inbox.tries} + 1`
      const state = sql`case when ${tries} >= ${settings.inboxTries} then 'dead' else 'pending' end`
      const own = eq(inbox.key, await inboxKey(seal, id))
      await db
        .update(inbox)
        .set({ tries, reason, state })
        .where(and(own, ne(inbox.state, 'done')))
    },
  }
}

/**
 * The row ids of this table grow with every message stored: they are the order of arrival. The message itself
 * also when it was set aside: whoever asks has received it again.
 */
function waitingUpTo(db: Db, key: string) {
  const self = alias(inbox, 'self')
  const before = and(eq(inbox.state, 'pending'), sql`${inbox}.rowid < ${self}.rowid`)
  return db
    .select({ sealed: inbox.sealedMessage })
    .from(inbox)
    .innerJoin(self, and(eq(self.key, key), eq(self.personId, inbox.personId)))
    .where(or(before, and(eq(inbox.key, key), ne(inbox.state, 'done'))))
    .orderBy(asc(sql`${inbox}.rowid`))
}

async function isFollowed(db: Db, key: string): Promise<boolean> {
  const self = alias(inbox, 'self')
  const rows = await db
    .select({ key: inbox.key })
    .from(inbox)
    .innerJoin(self, and(eq(self.key, key), eq(self.personId, inbox.personId)))
    .where(and(eq(inbox.state, 'pending'), sql`${inbox}.rowid > ${self}.rowid`))
    .limit(1)
  return rows.length > 0
}

/** Stores a message and its place in the transcript together; two deliveries at once are stored once. */
async function put(
  { db, commit }: Database,
  seal: Seal,
  people: People,
  { message, storedAt }: { readonly message: InboundMessage; readonly storedAt: number },
): Promise<'new' | 'pending' | 'done'> {
  const key = await inboxKey(seal, message.id)
  const [known] = await db.select({ state: inbox.state }).from(inbox).where(eq(inbox.key, key))
  if (known !== undefined) return known.state === 'done' ? 'done' : 'pending'
  const { channel, sender, content } = message
  const personId = await people.ensure(channel, sender)
  const sealedMessage = await sealJson(seal, message)
  const row = {
    key,
    channel,
    personId,
    storedAt,
    sealedMessage,
    state: 'pending',
    tries: 0,
  } as const
  const stored = db.insert(inbox).values(row).onConflictDoNothing()
  const shown = db.insert(transcript).values({ personId, inboxKey: key }).onConflictDoNothing()
  const wanted = wantStatements(db, message, { personId, storedAt })
  await commit(quiet.has(content.type) ? [stored] : [stored, shown, ...wanted])
  return 'new'
}
