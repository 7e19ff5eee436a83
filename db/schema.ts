import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { CategoryId, ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Urgency } from '#intents/types.ts'
import type { ClockName, TownId } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { Verdict } from '#app/evaluation/corrections-port.ts'
import type { BotState } from '#app/outbox/bot-port.ts'
import type { StaffWay } from '#app/notices/notices-port.ts'
import type { ImportMap } from '#app/import/import-map.ts'
import type { ImportedRow } from '#app/import/import-files-port.ts'
import type { ReplyState } from '#app/replies/templates.ts'
import type { SettingChange } from '#app/settings/book.ts'
import type { JournalEntry } from '#app/evaluation/journal-port.ts'
import type { FloodRecord } from '#domain/flooding.ts'
import type { MediaType } from '#domain/media.ts'
import type { SettledRow } from '#domain/settled.ts'
import type { Channel, Satisfied, Solved, TicketEvent } from '#domain/ticket/events.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Whose, WorkKind } from '#domain/ticket/work.ts'
import { document } from './document.ts'

/** What makes a row a link of a chain: see db/chain.ts. */
function linkColumns() {
  return {
    position: integer().primaryKey({ autoIncrement: true }),
    seq: integer().notNull(),
    at: integer().notNull(),
    /** Of what `data` holds: see db/upcast.ts. */
    version: integer().notNull(),
    /** Where `data` is personal, as declared when it was written. */
    personal: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** Keyed: of the hash before it and all that it says. */
    hash: text().notNull(),
    salt: text(),
    /** How many seals there were when it was written. */
    seals: integer().notNull(),
  }
}

/** History: appended, never changed but to erase a person. `seq` makes two writers a conflict; positions have no gaps. */
export const events = sqliteTable(
  'events',
  {
    ...linkColumns(),
    ticketId: text().notNull(),
    type: text().$type<TicketEvent['type']>().notNull(),
    by: text({ mode: 'json' }).$type<TicketEvent['by']>().notNull(),
    data: text({ mode: 'json' }).$type<TicketEvent['data']>().notNull(),
  },
  (t) => [uniqueIndex('events_ticket_seq').on(t.ticketId, t.seq), index('events_at').on(t.at)],
)

/** Seals over history in the order it was written, each over all positions since the one before. */
export const auditSeals = sqliteTable(
  'audit_seals',
  {
    /** Without gaps. */
    number: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    /** The last positions it covers, of events and of the journal, and how many entries there are up to there. */
    events: integer().notNull(),
    journal: integer().notNull(),
    entries: integer().notNull(),
    hash: text().notNull(),
    /** Keyed hash of `hash`: cannot be made again without the master secret. */
    mac: text().notNull(),
  },
  (t) => [index('audit_seals_hash').on(t.hash)],
)

/** Read model: one row per ticket, made from its state. No personal data. */
export const tickets = sqliteTable(
  'tickets',
  {
    id: text().primaryKey(),
    number: text().notNull().unique(),
    /** YYYYMMDD and count of the number; null for a number of another form. */
    day: text(),
    serial: integer(),
    seq: integer().notNull(),
    status: text().$type<TicketStatus>().notNull(),
    kind: text().$type<Ticket['opened']['kind']>().notNull(),
    channel: text().$type<Channel>().notNull(),
    category: text().$type<ComplaintCategoryId>(),
    handler: text().$type<UnitId>(),
    /** Account of whoever of the handler has it. */
    assignee: text(),
    supporting: document('ticket-supporting').$type<readonly UnitId[]>().notNull(),
    town: text().$type<TownId>(),
    village: text(),
    spot: text(),
    told: text(),
    urgency: text().$type<Urgency>().notNull(),
    /** Masked. */
    text: text().notNull(),
    openedAt: integer().notNull(),
    resolvedAt: integer(),
    nextDueClock: text().$type<ClockName>(),
    nextDueAt: integer(),
    nextTimerAt: integer(),
    queuedFor: text().$type<NonNullable<Ticket['queuedFor']>>(),
    returns: integer().notNull(),
    reopenings: integer().notNull(),
    urges: integer().notNull(),
    contacted: integer({ mode: 'boolean' }),
    solved: text().$type<Solved>(),
    satisfied: text().$type<Satisfied>(),
    /** Excluded from the rates, by a second person's decision. */
    excluded: integer({ mode: 'boolean' }).notNull(),
    /** Since when nobody has to act; null while somebody has. */
    endedAt: integer(),
    erasedAt: integer(),
    /** Keyed hash of channel and the sender's own number, where a report sent twice must stay one ticket. */
    sourceKey: text().unique(),
    citizenId: text(),
    dialogueId: text(),
    mergedInto: text(),
  },
  (t) => [
    index('tickets_serial').on(t.day, t.serial),
    index('tickets_timer').on(t.nextTimerAt),
    index('tickets_status_due').on(t.status, t.nextDueAt),
    index('tickets_due').on(t.nextDueAt),
    index('tickets_opened').on(t.openedAt),
    index('tickets_handler').on(t.handler),
    index('tickets_ended').on(t.erasedAt, t.endedAt),
    index('tickets_citizen').on(t.citizenId),
    index('tickets_merged').on(t.mergedInto),
    index('tickets_dialogue').on(t.dialogueId),
    index('tickets_town').on(t.town, t.openedAt),
  ],
)

/** Which units take part in a ticket, and how: what a unit may see. */
export const ticketUnits = sqliteTable(
  'ticket_units',
  {
    ticketId: text().notNull(),
    unit: text().$type<UnitId>().notNull(),
    relation: text().$type<'handler' | 'supporting' | 'involved'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.unit] }),
    index('ticket_units_unit').on(t.unit, t.ticketId),
  ],
)

/** All that waits for somebody, once for each of them: what their list shows, in its order. */
export const ticketWork = sqliteTable(
  'ticket_work',
  {
    ticketId: text().notNull(),
    kind: text().$type<WorkKind>().notNull(),
    whose: text().$type<Whose>().notNull(),
    due: integer(),
    clock: text().$type<ClockName>(),
    /** It waits only from then on. */
    from: integer().notNull(),
    assignee: text(),
    /** By what it is sorted. */
    order: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.kind, t.whose] }),
    index('ticket_work_whose').on(t.whose, t.order, t.ticketId, t.kind),
  ],
)

/** Under which row of the index of words (db/search-schema.ts) a ticket is found; they grow as tickets are opened. */
export const ticketSearch = sqliteTable('ticket_search', {
  id: integer().primaryKey({ autoIncrement: true }),
  ticketId: text().notNull().unique(),
})

/** Settled call-backs, as the rates count them. */
export const settlements = sqliteTable(
  'settlements',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    ticketId: text().notNull(),
    settledAt: integer().notNull(),
    handler: text().$type<UnitId>().notNull(),
    leads: text({ mode: 'json' }).$type<readonly UnitId[]>().notNull(),
    town: text().$type<TownId>(),
    category: text().$type<ComplaintCategoryId>().notNull(),
    clause: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    person: text(),
    personName: text(),
    outcome: text().$type<SettledRow['outcome']>().notNull(),
    contacted: integer({ mode: 'boolean' }),
    solved: text().$type<Solved>(),
    satisfied: text().$type<Satisfied>(),
    firstHandler: text().$type<UnitId>().notNull(),
    right: integer({ mode: 'boolean' }).notNull(),
    returned: integer({ mode: 'boolean' }).notNull(),
    reopened: integer({ mode: 'boolean' }).notNull(),
    late: integer({ mode: 'boolean' }).notNull(),
    contactMinutes: integer(),
    solveMinutes: integer(),
    /** The ticket's first answer that was not struck out; it was answered again later. Set in the same commit. */
    first: integer({ mode: 'boolean' }).notNull().default(false),
    followed: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    index('settlements_at').on(t.settledAt),
    index('settlements_ticket').on(t.ticketId, t.id),
  ],
)

/** Messages as they came in, sealed, under the channel's own event id. */
export const inbox = sqliteTable(
  'inbox',
  {
    /** Keyed hash of the id. */
    key: text().primaryKey(),
    channel: text().$type<Channel>().notNull(),
    personId: text().notNull(),
    storedAt: integer().notNull(),
    /** NOT NULL also guards the commit that answers a message: see db/store.ts. */
    state: text().$type<'pending' | 'done' | 'dead'>().notNull(),
    tries: integer().notNull(),
    reason: text(),
    sealedMessage: text().notNull(),
  },
  (t) => [
    index('inbox_state').on(t.state, t.storedAt),
    index('inbox_person').on(t.personId, t.storedAt),
  ],
)

/** What has to be sent: one row per batch, in the order they were written. */
export const outbox = sqliteTable(
  'outbox',
  {
    position: integer().primaryKey({ autoIncrement: true }),
    batch: text().notNull().unique(),
    /** Whose messages keep their order: the dialogue, or the RecipientKey of staff. */
    dialogueId: text().notNull(),
    channel: text().$type<Channel | StaffWay>().notNull(),
    state: text().$type<'waiting' | 'sent' | 'dead'>().notNull(),
    tries: integer().notNull(),
    nextTryAt: integer().notNull(),
    reason: text(),
    createdAt: integer().notNull(),
  },
  (t) => [
    index('outbox_due').on(t.state, t.nextTryAt),
    index('outbox_dialogue').on(t.dialogueId, t.state, t.position),
  ],
)

/** Words of each batch, sealed. */
export const outboxMessages = sqliteTable(
  'outbox_messages',
  {
    id: text().primaryKey(),
    batch: text().notNull(),
    index: integer().notNull(),
    questionId: text(),
    sealedMessage: text().notNull(),
  },
  (t) => [
    index('outbox_messages_batch').on(t.batch, t.index),
    index('outbox_messages_question').on(t.questionId),
  ],
)

/** Both sides of every dialogue in one order: refers to an inbox or an outbox message. */
export const transcript = sqliteTable(
  'transcript',
  {
    cursor: integer().primaryKey({ autoIncrement: true }),
    personId: text().notNull(),
    inboxKey: text().unique(),
    messageId: text().unique(),
  },
  (t) => [index('transcript_person').on(t.personId, t.cursor)],
)

/** One dialogue per person; a draft may hold unmasked words, so the state is sealed. */
export const dialogues = sqliteTable('dialogues', {
  id: text().primaryKey(),
  personId: text().notNull().unique(),
  /** NOT NULL also guards against a second writer: see db/store.ts. */
  version: integer().notNull(),
  sealedState: text().notNull(),
  updatedAt: integer().notNull(),
  /** Since when it holds words nobody has confirmed; null: none. */
  heldSince: integer(),
})

/** Personal data, sealed, apart from everything else. */
export const people = sqliteTable(
  'people',
  {
    id: text().primaryKey(),
    channel: text().$type<Channel>().notNull(),
    /** Keyed hash of channel and sender. */
    senderKey: text().notNull().unique(),
    sealedSender: text().notNull(),
    sealedName: text(),
    sealedPhone: text(),
    /** Keyed hash of the phone number: whoever calls from it is found again, whatever the channel. */
    phoneKey: text(),
    /** When they were last heard of, to within a day. */
    seenAt: integer().notNull(),
  },
  (t) => [index('people_phone').on(t.phoneKey), index('people_seen').on(t.seenAt)],
)

/** Secret codes as keyed hashes. */
export const codes = sqliteTable(
  'codes',
  { ticketId: text().notNull(), codeKey: text().notNull() },
  (t) => [primaryKey({ columns: [t.ticketId, t.codeKey] })],
)

/** Unmasked texts, sealed. */
export const originals = sqliteTable(
  'originals',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    ticketId: text().notNull(),
    sealedText: text().notNull(),
  },
  (t) => [index('originals_ticket').on(t.ticketId)],
)

/** What happens outside tickets and has to be proved later: appended, chained like history (src/app/journal-port.ts). */
export const journal = sqliteTable(
  'journal',
  {
    ...linkColumns(),
    /** What it tells of: each has a chain of its own, so that nobody waits for anybody else. */
    chain: text().notNull(),
    type: text().$type<JournalEntry['type']>().notNull(),
    by: text({ mode: 'json' }).$type<JournalEntry['by']>().notNull(),
    data: text({ mode: 'json' }).$type<JournalEntry['data']>().notNull(),
  },
  (t) => [
    uniqueIndex('journal_chain_seq').on(t.chain, t.seq),
    index('journal_type').on(t.type, t.position),
  ],
)

/** Who was pointed out for writing very much, and what was decided: appended, never changed. */
export const floodRecords = sqliteTable(
  'flood_records',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    personId: text().notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    by: text({ mode: 'json' }).$type<FloodRecord['by']>().notNull(),
    type: text().$type<FloodRecord['type']>().notNull(),
    data: document('flood-record').$type<FloodRecord['data']>().notNull(),
  },
  (t) => [uniqueIndex('flood_records_person').on(t.personId, t.seq)],
)

/** How each bot stands, and which process runs it. */
export const bots = sqliteTable('bots', {
  name: text().primaryKey(),
  holder: text().notNull(),
  state: text().$type<BotState>().notNull(),
  code: text(),
  account: text(),
  reason: text(),
  since: integer().notNull(),
  seenAt: integer().notNull(),
})

/** Exchanges that opened nothing, for statistics; no words. */
export const exchanges = sqliteTable(
  'exchanges',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    channel: text().$type<Channel>().notNull(),
    outcome: text().notNull(),
    category: text().$type<CategoryId>(),
    /** What it came from, where the same may be sent twice. */
    source: text().unique(),
  },
  (t) => [index('exchanges_at').on(t.at)],
)

/** What citizens sent besides words: known as soon as its message is stored, its bytes as soon as they are here. */
export const attachments = sqliteTable(
  'attachments',
  {
    id: text().primaryKey(),
    personId: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    state: text().$type<'wanted' | 'stored' | 'lost'>().notNull(),
    at: integer().notNull(),
    mediaType: text().$type<MediaType>(),
    size: integer(),
    /** Key of its bytes among the files; kept after erasing until they are removed. */
    file: text(),
    /** Where it was taken, as it said itself. */
    sealedLocation: text(),
    /** Of one stored before there were files: which of its chunks count. */
    upload: text(),
    tries: integer().notNull(),
    nextTryAt: integer().notNull(),
    reason: text(),
  },
  (t) => [
    index('attachments_due').on(t.state, t.channel, t.nextTryAt),
    index('attachments_person').on(t.personId),
    index('attachments_file').on(t.file),
  ],
)

/** Bytes of attachments stored before there were files, until they are moved: sealed, in pieces. */
export const attachmentChunks = sqliteTable(
  'attachment_chunks',
  {
    attachmentId: text().notNull(),
    upload: text().notNull(),
    index: integer().notNull(),
    sealedBytes: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.attachmentId, t.upload, t.index] })],
)

/** Read model: which tickets' events name an attachment. */
export const ticketAttachments = sqliteTable(
  'ticket_attachments',
  { attachmentId: text().notNull(), ticketId: text().notNull() },
  (t) => [primaryKey({ columns: [t.attachmentId, t.ticketId] })],
)

/** Programs that may write: each with its own key, kept as its hash. */
export const clients = sqliteTable('clients', {
  name: text().primaryKey(),
  door: text().$type<'open311' | 'alarm'>().notNull(),
  keyHash: text().notNull().unique(),
  createdAt: integer().notNull(),
})

/** Spreadsheets of other systems on their way in: what they are, and how their columns are read. */
export const importFiles = sqliteTable('import_files', {
  id: text().primaryKey(),
  by: text().notNull(),
  at: integer().notNull(),
  name: text().notNull(),
  header: document('import-header').$type<readonly string[]>().notNull(),
  rows: integer().notNull(),
  map: document('import-map').$type<ImportMap>(),
})

/** Their rows, sealed, in parts that are imported one after the other. */
export const importParts = sqliteTable(
  'import_parts',
  {
    fileId: text().notNull(),
    index: integer().notNull(),
    sealedRows: text().notNull(),
    /** What became of each row; null until the part has been imported. No words of citizens. */
    outcomes: document('import-outcomes').$type<readonly ImportedRow[]>(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.index] })],
)

/** Ways to read a spreadsheet that somebody has kept. */
export const importMaps = sqliteTable('import_maps', {
  name: text().primaryKey(),
  by: text().notNull(),
  at: integer().notNull(),
  map: document('import-map').$type<ImportMap>().notNull(),
})

/** What officials decided on proposed examples: no words, which stay with their ticket alone. */
export const corrections = sqliteTable('corrections', {
  ticketId: text().primaryKey(),
  verdict: text().$type<Verdict['verdict']>().notNull(),
  /** What the words are an example of; null when it was rejected. */
  category: text().$type<CategoryId>(),
  by: text().notNull(),
  at: integer().notNull(),
})

/** What the office changed of the mechanism's settings, from when on, who and why: appended, never changed. */
export const settingChanges = sqliteTable('setting_changes', {
  id: integer().primaryKey({ autoIncrement: true }),
  setting: text().notNull(),
  values: document('setting-values').$type<SettingChange['values']>().notNull(),
  from: integer().notNull(),
  at: integer().notNull(),
  by: text().notNull(),
  name: text().notNull(),
  reason: text().notNull(),
})

/** What units answer with when they close a case, every version: appended, never changed. */
export const replyTemplates = sqliteTable(
  'reply_templates',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    template: text().notNull(),
    unit: text().$type<UnitId>().notNull(),
    name: text().notNull(),
    text: text().notNull(),
    category: text().$type<ComplaintCategoryId>(),
    state: text().$type<ReplyState>(),
    retired: integer({ mode: 'boolean' }).notNull(),
    at: integer().notNull(),
    by: text().notNull(),
    byName: text().notNull(),
  },
  (table) => [index('reply_templates_unit').on(table.unit)],
)

/**
 * What the house knows of itself: which key it is sealed with, the versions of what is stored, when it could last
 * write, numbers left out, when it last looked for what is to be forgotten, since when the file may hold remains of
 * what was erased.
 */
export const facts = sqliteTable('facts', {
  name: text()
    .$type<
      | 'key-check'
      | 'versions'
      | 'written'
      | 'numbers-from'
      | 'forgotten'
      | 'erased'
      | 'beat'
      | 'outages'
    >()
    .primaryKey(),
  value: text().notNull(),
})
