import type { Column, Table } from 'drizzle-orm'
import * as authSchema from './auth-schema.ts'
import * as noticeSchema from './notice-schema.ts'
import * as schema from './schema.ts'
import * as searchSchema from './search-schema.ts'

/** Every table there is. */
export const tables = { ...schema, ...searchSchema, ...noticeSchema, ...authSchema }

type Tables = typeof tables
export type TableName = keyof Tables

/**
 * When what a table says of somebody goes.
 *
 * - `ticket`: when its ticket is erased; `person`: with its person.
 * - `unconfirmed`: when so many days have passed without a ticket that needs it (settings.unconfirmedDays).
 * - `imported`: a week after its file was handed in; `expiry`: when it is no longer valid.
 * - `account`: with the account or the address of staff, by whoever looks after it.
 * - `never`: it says nothing of anybody.
 */
type Goes = 'ticket' | 'person' | 'unconfirmed' | 'imported' | 'expiry' | 'account' | 'never'

type Keeping<T extends Table> = {
  /** Columns that tell nothing of anybody: ids, times, closed lists, hashes, staff. Any other is personal. */
  readonly open: readonly (keyof T['_']['columns'])[] | 'all'
  readonly goes: readonly Goes[]
  /** Rows of an erased ticket, or of a forgotten person, are deleted by this column. */
  readonly ofTicket?: Column
  readonly ofPerson?: Column
}

const { inbox, transcript, dialogues, people, originals, floodRecords } = schema

/** What each table says of people and when that goes: a table without an answer does not compile. */
export const keeping = {
  /** Where `data` is personal is declared by each event; a citizen's id in `by` is. */
  events: {
    open: ['position', 'ticketId', 'seq', 'at', 'type', 'version', 'personal', 'hash', 'salt'],
    goes: ['ticket'],
  },
  auditSeals: { open: 'all', goes: ['never'] },
  settingChanges: { open: 'all', goes: ['never'] },
  replyTemplates: { open: 'all', goes: ['never'] },
  tickets: {
    open: [
      ...(['id', 'number', 'day', 'serial', 'seq', 'status', 'kind', 'channel'] as const),
      ...(['category', 'handler', 'assignee', 'supporting', 'town', 'village', 'urgency'] as const),
      ...(['openedAt', 'resolvedAt', 'nextDueClock', 'nextDueAt', 'nextTimerAt'] as const),
      ...(['queuedFor', 'returns', 'reopenings', 'urges', 'contacted', 'solved'] as const),
      ...(['satisfied', 'excluded', 'endedAt', 'erasedAt', 'sourceKey', 'mergedInto'] as const),
    ],
    goes: ['ticket'],
  },
  ticketUnits: { open: 'all', goes: ['never'] },
  ticketWork: { open: 'all', goes: ['never'] },
  ticketSearch: { open: 'all', goes: ['never'] },
  /** Written anew without them in the commit that erases. */
  ticketWords: { open: ['rowid', 'open'], goes: ['ticket'] },
  settlements: { open: 'all', goes: ['never'] },
  inbox: {
    open: ['key', 'channel', 'storedAt', 'state', 'tries', 'reason'],
    goes: ['person', 'unconfirmed'],
    ofPerson: inbox.personId,
  },
  /** By the person's dialogue, which goes after them. */
  outbox: {
    open: ['position', 'batch', 'channel', 'state', 'tries', 'nextTryAt', 'reason', 'createdAt'],
    goes: ['person', 'unconfirmed'],
  },
  outboxMessages: {
    open: ['id', 'batch', 'index', 'questionId'],
    goes: ['person', 'unconfirmed'],
  },
  transcript: {
    open: ['cursor', 'inboxKey', 'messageId'],
    goes: ['person', 'unconfirmed'],
    ofPerson: transcript.personId,
  },
  /** Unconfirmed words leave the state of a dialogue that stays. */
  dialogues: {
    open: ['id', 'version', 'updatedAt', 'heldSince'],
    goes: ['person', 'unconfirmed'],
    ofPerson: dialogues.personId,
  },
  people: {
    open: ['id', 'channel', 'seenAt'],
    goes: ['person', 'unconfirmed'],
    ofPerson: people.id,
  },
  codes: { open: 'all', goes: ['never'] },
  originals: { open: ['id', 'ticketId'], goes: ['ticket'], ofTicket: originals.ticketId },
  /** Who read what and when stays; the reason is in somebody's words. */
  journal: {
    open: [
      ...(['position', 'seq', 'at', 'version', 'personal', 'hash', 'salt', 'seals'] as const),
      ...(['chain', 'type', 'by'] as const),
    ],
    goes: ['ticket', 'person'],
  },
  floodRecords: {
    open: ['id', 'seq', 'at', 'by', 'type'],
    goes: ['person'],
    ofPerson: floodRecords.personId,
  },
  bots: { open: 'all', goes: ['never'] },
  exchanges: { open: 'all', goes: ['never'] },
  /** `file` stays until the file itself is removed. */
  attachments: {
    open: [
      ...(['id', 'channel', 'state', 'at', 'mediaType', 'upload', 'tries', 'nextTryAt'] as const),
      'reason',
    ],
    goes: ['ticket', 'person', 'unconfirmed'],
  },
  attachmentChunks: {
    open: ['attachmentId', 'upload', 'index'],
    goes: ['ticket', 'person', 'unconfirmed'],
  },
  ticketAttachments: { open: 'all', goes: ['never'] },
  clients: { open: 'all', goes: ['never'] },
  importFiles: { open: ['id', 'by', 'at', 'rows'], goes: ['imported'] },
  importParts: { open: ['fileId', 'index', 'outcomes'], goes: ['imported'] },
  /** The office's own: headings, and words for values, that somebody has kept. */
  importMaps: { open: 'all', goes: ['never'] },
  /** Which ticket was decided on and how: its words stay with it. */
  corrections: { open: 'all', goes: ['never'] },
  facts: { open: 'all', goes: ['never'] },
  notices: { open: 'all', goes: ['never'] },
  noticeReads: { open: 'all', goes: ['never'] },
  noticeQueue: { open: 'all', goes: ['never'] },
  staffContacts: { open: ['accountId', 'codeSentAt', 'codeTries', 'choices'], goes: ['account'] },
  noticeTargets: {
    open: ['id', 'owner', 'way', 'choices', 'createdAt', 'createdBy'],
    goes: ['account'],
  },
  user: { open: ['id', 'role', 'unit', 'createdAt', 'updatedAt'], goes: ['account'] },
  session: { open: ['id', 'userId', 'expiresAt', 'createdAt', 'updatedAt'], goes: ['expiry'] },
  account: { open: ['id', 'userId', 'createdAt', 'updatedAt'], goes: ['account'] },
  verification: { open: ['id', 'expiresAt', 'createdAt', 'updatedAt'], goes: ['expiry'] },
  twoFactor: { open: ['id', 'userId', 'verified'], goes: ['account'] },
  /** Addresses from which somebody tried to sign in. */
  rateLimit: { open: ['id', 'count', 'lastRequest'], goes: ['expiry'] },
} as const satisfies { readonly [T in TableName]: Keeping<Tables[T]> }

const answers: readonly Keeping<Table>[] = Object.values(keeping)

/** Tables whose rows go with a person, and by which column. `people` last: what is asked of them comes before. */
export const goWithPerson = [
  ...answers.flatMap(({ ofPerson }) => ofPerson ?? []).filter((column) => column !== people.id),
  people.id,
]

/** Tables whose rows go with a ticket, and by which column. */
export const goWithTicket = answers.flatMap(({ ofTicket }) => ofTicket ?? [])
