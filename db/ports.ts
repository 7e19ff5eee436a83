import type { Ports } from '#app/ports.ts'
import type { Channel } from '#domain/ticket/events.ts'
import { createArchive } from './archive.ts'
import { createAttachments } from './attachments.ts'
import type { AttachmentSettings } from './attachments.ts'
import { createBots } from './bots.ts'
import { createCorrections } from './corrections.ts'
import type { Database } from './database.ts'
import { createClients } from './clients.ts'
import { createDialogues } from './dialogues.ts'
import { createFlooding } from './flooding.ts'
import { createForgetting } from './forget.ts'
import { createImportFiles } from './import-files.ts'
import { createInbox } from './inbox.ts'
import type { InboxSettings } from './inbox.ts'
import { createJournal } from './journal.ts'
import { createNoticeQueue } from './notice-queue.ts'
import { createNoticeTargets } from './notice-targets.ts'
import { createNotices } from './notices.ts'
import { createOutbox } from './outbox.ts'
import type { OutboxSettings } from './outbox.ts'
import { createPeople } from './people.ts'
import { eventReader } from './read-event.ts'
import type { ReadEvent } from './read-event.ts'
import { createRates } from './reads/bureau.ts'
import { createLists } from './reads/lists.ts'
import { createLookups } from './reads/lookups.ts'
import { createSources } from './reads/sources.ts'
import { createWork } from './reads/work.ts'
import { createWorklist } from './reads/worklist.ts'
import type { Seal } from './seal.ts'
import { createReplyTemplates } from './reply-templates.ts'
import { createSettingBook } from './setting-book.ts'
import { createStaff } from './staff.ts'
import { createStore } from './store.ts'
import { withTypedErrors } from './unavailable.ts'

export type PortSettings = InboxSettings &
  OutboxSettings &
  AttachmentSettings & {
    /** Channels whose messages are read in place: nothing has to be sent. */
    readonly inPlace: readonly Channel[]
    /** How events of older versions are read. */
    readonly readEvent: ReadEvent
  }

const defaults = {
  inboxTries: 10,
  outboxTries: 10,
  attachmentTries: 12,
  firstRetryMs: 5_000,
  longestRetryMs: 3_600_000,
  inPlace: ['web-chat'],
  readEvent: eventReader(),
  elsewhere: [],
} as const satisfies Partial<PortSettings>

/**
 * Every port but the senders, over one database. `newId` makes UUIDs, `now` is UTC milliseconds. All throw
 * `StorageUnavailable` when the database is full, locked or out of reach.
 */
export function createPorts(
  database: Database,
  seal: Seal,
  given: { readonly newId: () => string } & Pick<PortSettings, 'now'> & Partial<PortSettings>,
): Omit<Ports, 'senders' | 'staffSenders'> {
  const settings: PortSettings = { ...defaults, ...given }
  const { db } = database
  const { readEvent } = settings
  const inPlace = new Set(settings.inPlace)
  const people = createPeople(database, seal, given)
  return {
    store: withTypedErrors(createStore(database, seal, { inPlace, readEvent })),
    inbox: withTypedErrors(createInbox(database, seal, people, settings)),
    outbox: withTypedErrors(createOutbox(database, seal, settings)),
    dialogues: withTypedErrors(createDialogues(database, seal)),
    people: withTypedErrors(people),
    clients: withTypedErrors(createClients(database)),
    attachments: withTypedErrors(createAttachments(database, seal, settings)),
    flooding: withTypedErrors(createFlooding(database)),
    bots: withTypedErrors(createBots(database)),
    corrections: withTypedErrors(createCorrections(database)),
    archive: withTypedErrors(createArchive(database, seal, readEvent)),
    forgetting: withTypedErrors(createForgetting(database, seal, settings)),
    journal: withTypedErrors(createJournal(database, seal)),
    notices: withTypedErrors(createNotices(database, settings)),
    noticeQueue: withTypedErrors(createNoticeQueue(database, seal)),
    noticeTargets: withTypedErrors(createNoticeTargets(database, seal)),
    staff: withTypedErrors(createStaff(database, seal)),
    importFiles: withTypedErrors(createImportFiles(database, seal)),
    replyTemplates: withTypedErrors(createReplyTemplates(database)),
    settingBook: createSettingBook(database, seal),
    readers: withTypedErrors({
      ...createLists(db, seal),
      ...createRates(db),
      ...createLookups(db, seal),
      ...createWork(db),
      ...createWorklist(db, seal),
      ...createSources(db, seal, readEvent),
    }),
  }
}
