import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** History: appended, never changed. The unique (ticket, seq) is what makes two writers a conflict. */
export const events = sqliteTable(
  'events',
  {
    ticketId: text().notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    type: text().notNull(),
    by: text({ mode: 'json' }).notNull(),
    data: text({ mode: 'json' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.seq] }), index('events_at').on(t.at)],
)

/** Read model: one row per ticket, made from its state. */
export const tickets = sqliteTable(
  'tickets',
  {
    id: text().primaryKey(),
    number: text().notNull(),
    day: text().notNull(),
    serial: integer().notNull(),
    caseId: text().notNull(),
    dialogueId: text(),
    status: text().notNull(),
    kind: text().notNull(),
    channel: text().notNull(),
    category: text(),
    handler: text(),
    supporting: text({ mode: 'json' }).notNull(),
    town: text(),
    village: text(),
    spot: text(),
    urgency: text().notNull(),
    excerpt: text().notNull(),
    openedAt: integer().notNull(),
    resolvedAt: integer(),
    dueClock: text(),
    dueAt: integer(),
    timerAt: integer(),
    queuedFor: text(),
    returns: integer().notNull(),
    reopenings: integer().notNull(),
    urges: integer().notNull(),
    contacted: integer({ mode: 'boolean' }),
    solved: text(),
    satisfied: text(),
    seq: integer().notNull(),
  },
  (t) => [
    uniqueIndex('tickets_number').on(t.number),
    uniqueIndex('tickets_serial').on(t.day, t.serial),
    index('tickets_timer').on(t.timerAt),
    index('tickets_status_due').on(t.status, t.dueAt),
    index('tickets_opened').on(t.openedAt),
  ],
)

/** Which units take part in a ticket: what a unit may see. */
export const ticketUnits = sqliteTable(
  'ticket_units',
  { ticketId: text().notNull(), unit: text().notNull() },
  (t) => [primaryKey({ columns: [t.unit, t.ticketId] })],
)

/** Settled call-backs, as the rates count them. */
export const settled = sqliteTable(
  'settled',
  {
    ticketId: text().notNull(),
    settledAt: integer().notNull(),
    number: text().notNull(),
    handler: text().notNull(),
    town: text(),
    category: text().notNull(),
    clause: text().notNull(),
    outcome: text().notNull(),
    contacted: integer({ mode: 'boolean' }),
    solved: text(),
    satisfied: text(),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.settledAt] }),
    index('settled_at').on(t.settledAt),
  ],
)

/** Messages as they came in, sealed; kept under the channel's own event id. */
export const inbox = sqliteTable(
  'inbox',
  {
    id: text().primaryKey(),
    receivedAt: integer().notNull(),
    payload: text().notNull(),
    tries: integer().notNull().default(0),
    state: text().notNull().default('pending'),
    reason: text(),
  },
  (t) => [index('inbox_state').on(t.state, t.receivedAt)],
)

/** Marks written in the commit that answers a message: a second answer conflicts here. */
export const inboxDone = sqliteTable('inbox_done', { id: text().primaryKey() })

export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    batch: text().notNull(),
    position: integer().notNull(),
    dialogueId: text().notNull(),
    channel: text().notNull(),
    payload: text().notNull(),
    state: text().notNull(),
    tries: integer().notNull().default(0),
    nextTryAt: integer().notNull(),
    reason: text(),
    createdAt: integer().notNull(),
  },
  (t) => [index('outbox_due').on(t.state, t.nextTryAt), index('outbox_batch').on(t.batch)],
)

/** Both sides of every dialogue in one order; sealed. `owner` is the blind index of channel and sender. */
export const transcript = sqliteTable(
  'transcript',
  {
    cursor: integer().primaryKey({ autoIncrement: true }),
    owner: text().notNull(),
    from: text().notNull(),
    at: integer().notNull(),
    payload: text().notNull(),
  },
  (t) => [index('transcript_owner').on(t.owner, t.cursor)],
)

export const dialogues = sqliteTable('dialogues', {
  id: text().primaryKey(),
  owner: text().notNull().unique(),
  version: integer().notNull(),
  state: text().notNull(),
  updatedAt: integer().notNull(),
})

/** One row per version a dialogue had: two writers of the same version conflict here. */
export const dialogueVersions = sqliteTable(
  'dialogue_versions',
  { dialogueId: text().notNull(), version: integer().notNull() },
  (t) => [primaryKey({ columns: [t.dialogueId, t.version] })],
)

/** Personal data, sealed, apart from everything else. */
export const people = sqliteTable('people', {
  id: text().primaryKey(),
  owner: text().notNull().unique(),
  channel: text().notNull(),
  sender: text().notNull(),
  name: text(),
  phone: text(),
})

/** Secret codes as keyed hashes. */
export const codes = sqliteTable(
  'codes',
  { ticketId: text().notNull(), code: text().notNull() },
  (t) => [primaryKey({ columns: [t.ticketId, t.code] })],
)

/** Unmasked texts, sealed. */
export const originals = sqliteTable('originals', {
  ticketId: text().primaryKey(),
  text: text().notNull(),
})

/** Who read personal data, when and why. */
export const accessLog = sqliteTable('access_log', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  by: text().notNull(),
  what: text().notNull(),
  reason: text().notNull(),
})

/** Exchanges that opened nothing, for statistics; no words. */
export const exchanges = sqliteTable('exchanges', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  channel: text().notNull(),
  outcome: text().notNull(),
  category: text(),
})
