import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { RecipientKey, TargetOwner, TargetWay } from '#app/notices/notices-port.ts'
import type { NoticeChoices } from '#domain/notices/choices.ts'
import type { Notice } from '#domain/notices/notices.ts'
import { document } from './document.ts'

/** What a ticket's events tell its units, the desk and the bureau: written with those events. No personal data. */
export const notices = sqliteTable(
  'notices',
  {
    position: integer().primaryKey({ autoIncrement: true }),
    ticketId: text().notNull(),
    /** Of the event that tells it. */
    seq: integer().notNull(),
    audience: text().$type<Notice['audience']>().notNull(),
    matter: text().$type<Notice['matter']>().notNull(),
    at: integer().notNull(),
    by: text().notNull(),
    facts: document('notice-facts').$type<Notice['facts']>().notNull(),
    /** Whether it has been put into the queue of everybody who wants it outside the desk; NOT NULL is a guard. */
    spread: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    uniqueIndex('notices_event').on(t.ticketId, t.seq, t.audience),
    index('notices_audience').on(t.audience, t.position),
    index('notices_spread').on(t.spread, t.position),
    index('notices_at').on(t.at),
  ],
)

/** Which notices a person has read at the desk. */
export const noticeReads = sqliteTable(
  'notice_reads',
  { accountId: text().notNull(), notice: integer().notNull() },
  (t) => [
    primaryKey({ columns: [t.accountId, t.notice] }),
    index('notice_reads_notice').on(t.notice),
  ],
)

/** Notices that go out to a person or a group, and when; those of one recipient that are due leave as one message. */
export const noticeQueue = sqliteTable(
  'notice_queue',
  {
    notice: integer().notNull(),
    recipient: text().$type<RecipientKey>().notNull(),
    dueAt: integer().notNull(),
    /** NOT NULL also guards against gathering it twice: see db/notice-queue.ts. */
    state: text().$type<'waiting' | 'gathered'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.notice, t.recipient] }),
    index('notice_queue_due').on(t.state, t.dueAt),
  ],
)

/** What staff want to be told outside the desk, and where. Addresses are sealed. */
export const staffContacts = sqliteTable('staff_contacts', {
  accountId: text().primaryKey(),
  /** Proved by a code that was sent there. */
  sealedEmail: text(),
  /** Waits for its code. */
  sealedNewEmail: text(),
  /** Keyed hash of the code. */
  codeKey: text(),
  codeSentAt: integer(),
  codeTries: integer().notNull(),
  /** null: never chosen, the defaults hold. */
  choices: document('notice-choices').$type<NoticeChoices>(),
})

/** Where a unit, the desk or the bureau is told as a group. Addresses and secrets are sealed. */
export const noticeTargets = sqliteTable(
  'notice_targets',
  {
    id: text().primaryKey(),
    owner: text().$type<TargetOwner>().notNull(),
    way: text().$type<TargetWay>().notNull(),
    label: text().notNull(),
    sealedAddress: text().notNull(),
    choices: document('notice-choices').$type<NoticeChoices>().notNull(),
    createdAt: integer().notNull(),
    createdBy: text().notNull(),
  },
  (t) => [index('notice_targets_owner').on(t.owner)],
)
