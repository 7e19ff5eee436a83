import { and, asc, desc, eq, gt, lt, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { InboundMessage } from '#app/messages.ts'
import type { Crowd, Inbox, People } from '#app/ports.ts'
import { wantStatements } from './attachment-downloads.ts'
import type { Database, Db, Statement } from './database.ts'
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

/** Why a message was set aside that nobody can read any more: sealed with another key, or damaged. */
const unreadable = 'unreadable'
/** Its try before is still counted as under way. */
const interrupted = 'interrupted'
/** Why a message waits whose sender wrote very much at once. */
const toldToWait = 'too-fast'

/** The inbox port. A message set aside is taken up again when its channel redelivers it. */
export function createInbox(
  database: Database,
  seal: Seal,
  people: People,
  settings: InboxSettings,
): Inbox {
  const { db } = database
  const read = (sealed: string) => openJson<InboundMessage>(seal, 'inbound-message', sealed)
  const readAll = (rows: readonly Stored[]) => readable(db, rows, read)
  return {
    put: (message) => put(database, seal, people, { message, storedAt: settings.now() }),
    get: async (id) => {
      const own = eq(inbox.key, await inboxKey(seal, id))
      const [row] = await db.select({ sealed: inbox.sealedMessage }).from(inbox).where(own)
      return row === undefined ? null : read(row.sealed)
    },
    unfinished: async (before, limit) => {
      return readAll(await lastOfEach(db, before, limit))
    },
    waiting: async (id) => {
      return readAll(await waitingUpTo(db, await inboxKey(seal, id)))
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
    begin: async (id) => begin(db, await inboxKey(seal, id), settings.inboxTries),
    crowd: async (id, windowMs) => crowdOf(db, await inboxKey(seal, id), windowMs),
    ...createAside(db),
  }
}

type Stored = { readonly key: string; readonly sealed: string }
const storedColumns = { key: inbox.key, sealed: inbox.sealedMessage }

/** Messages as they were stored; one that cannot be opened is set aside and stops nobody else's. */
async function readable(
  db: Db,
  rows: readonly Stored[],
  read: (sealed: string) => Promise<InboundMessage>,
): Promise<InboundMessage[]> {
  const found = await Promise.all(rows.map(({ sealed }) => read(sealed).catch(() => null)))
  for (const [index, { key }] of rows.entries()) {
    if (found[index] !== null) continue
    await db.update(inbox).set({ state: 'dead', reason: unreadable }).where(eq(inbox.key, key))
  }
  return found.filter((message) => message !== null)
}

/** Messages set aside: shown at the desk, and taken up again on a person's word. */
function createAside(db: Db): Pick<Inbox, 'troubles' | 'retry'> {
  return {
    troubles: async (limit) => {
      const rows = await db
        .select()
        .from(inbox)
        .where(eq(inbox.state, 'dead'))
        .orderBy(desc(inbox.storedAt))
        .limit(limit)
      return rows.map(({ key, channel, storedAt: at, tries, reason }) => ({
        key,
        channel,
        at,
        tries,
        reason: reason ?? '',
      }))
    },
    retry: async (key) => {
      const again = await db
        .update(inbox)
        .set({ state: 'pending', tries: 0, reason: null })
        .where(and(eq(inbox.key, key), eq(inbox.state, 'dead')))
        .returning({ key: inbox.key })
      return again.length > 0
    },
  }
}

/** Of each sender's unfinished messages the last; the sender of the oldest comes first. */
function lastOfEach(db: Db, before: number, limit: number): Promise<Stored[]> {
  const senders = db
    .select({
      last: sql<number>`max(${inbox}.rowid)`.as('last'),
      first: sql<number>`min(${inbox}.rowid)`.as('first'),
    })
    .from(inbox)
    .where(and(eq(inbox.state, 'pending'), lt(inbox.storedAt, before)))
    .groupBy(inbox.personId)
    .as('senders')
  return db
    .select(storedColumns)
    .from(inbox)
    .innerJoin(senders, sql`${inbox}.rowid = ${senders.last}`)
    .orderBy(asc(senders.first))
    .limit(limit)
}

async function begin(db: Db, key: string, most: number): Promise<boolean> {
  const tries = sql`${inbox.tries} + 1`
  const state = sql`case when ${tries} > ${most} then 'dead' else 'pending' end`
  const reason = sql`coalesce(${inbox.reason}, ${interrupted})`
  const [row] = await db
    .update(inbox)
    .set({ tries, reason, state })
    .where(and(eq(inbox.key, key), eq(inbox.state, 'pending')))
    .returning({ state: inbox.state })
  return row?.state !== 'dead'
}

async function crowdOf(db: Db, key: string, windowMs: number): Promise<Crowd> {
  const self = alias(inbox, 'self')
  const since = sql`${self.storedAt} - ${windowMs}`
  const own = and(eq(self.key, key), eq(self.personId, inbox.personId))
  const [row] = await db
    .select({
      place: sql<number>`sum(${inbox}.rowid <= ${self}.rowid)`,
      storedAt: sql<number>`max(${self.storedAt})`,
      newestAt: sql<number>`max(${inbox.storedAt})`,
      told: sql<number>`sum(${inbox.reason} = ${toldToWait})`,
    })
    .from(inbox)
    .innerJoin(self, own)
    .where(gt(inbox.storedAt, since))
  return {
    place: row?.place ?? 0,
    storedAt: row?.storedAt ?? 0,
    newestAt: row?.newestAt ?? 0,
    isTold: (row?.told ?? 0) > 0,
  }
}

/** Marks a message as one whose sender has been asked to wait, or fails (a conflict) when that has happened. */
export async function toldStatement(db: Db, seal: Seal, id: string): Promise<Statement[]> {
  const fresh = sql`${inbox.state} = 'pending' and coalesce(${inbox.reason}, '') <> ${toldToWait}`
  const state = sql`case when ${fresh} then 'pending' end`
  const key = await inboxKey(seal, id)
  return [db.update(inbox).set({ state, reason: toldToWait }).where(eq(inbox.key, key))]
}

/**
 * The row ids of this table grow with every message stored: they are the order of arrival. The message itself
 * also when it was set aside: whoever asks has received it again.
 */
function waitingUpTo(db: Db, key: string) {
  const self = alias(inbox, 'self')
  const before = and(eq(inbox.state, 'pending'), sql`${inbox}.rowid < ${self}.rowid`)
  return db
    .select(storedColumns)
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
  const sealedMessage = await sealJson(seal, 'inbound-message', message)
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
