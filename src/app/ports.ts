import type { ReplyTemplates } from './replies/templates.ts'
import type { SettingBook } from './settings/book.ts'
import type { CategoryId, ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Urgency } from '#intents/types.ts'
import type { ClockName, TownId } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { Actor } from '#domain/roles.ts'
import type { Dialogue } from '#domain/dialogue/types.ts'
import type { FloodRecord } from '#domain/flooding.ts'
import type {
  Attachment,
  Channel,
  Satisfied,
  Solved,
  StoredEvent,
  TicketEvent,
  TicketEventType,
  TicketId,
} from '#domain/ticket/events.ts'
import type { ListedWords } from '#domain/ticket/listed.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Work } from '#domain/ticket/work.ts'
import type { Notice } from '#domain/notices/notices.ts'
import type { Outage } from '#domain/outages.ts'
import type { SettledRow, Settlement, Struck } from '#domain/settled.ts'
import type { Occurrence } from '#domain/spots.ts'
import type { Archive, Heads } from './evaluation/archive-port.ts'
import type { Corrections } from './evaluation/corrections-port.ts'
import type { Attachments } from './files/attachments-port.ts'
import type { Bots } from './outbox/bot-port.ts'
import type { Clients } from './intake/clients.ts'
import type { Flooding } from './talk/flooding-port.ts'
import type { Forgetting } from './timers/forgetting-port.ts'
import type { ImportFiles } from './import/import-files-port.ts'
import type { Journal } from './evaluation/journal-port.ts'
import type { SearchedWords } from './tickets/searched-words.ts'
import type { InboundMessage, OutboundMessage, SendResult } from './messages.ts'
import type {
  NoticeQueue,
  NoticeTargets,
  Notices,
  RecipientKey,
  Staff,
  StaffBatch,
  StaffMessage,
  StaffSender,
  StaffWay,
} from './notices/notices-port.ts'
import type { TicketFilter, WorkReaders } from './inbox/work-port.ts'
import type { SourceReaders } from './intake/source-readers.ts'

/** Events of one ticket with the state they lead to; read models are rows made from `after`. */
export type TicketChange = {
  readonly ticketId: TicketId
  /** Events already stored; the first of `events` gets expectedSeq + 1. */
  readonly expectedSeq: number
  readonly events: readonly TicketEvent[]
  /** Where each of them is personal (domain/ticket/personal.ts). */
  readonly personal: readonly (readonly string[])[]
  readonly after: Ticket
  /** Its words as lists show them. */
  readonly listed: ListedWords
  /** What it is found by from now on; null: by the same as before. */
  readonly searched: SearchedWords | null
  /** What a person has to do next, for sorting by what is due. */
  readonly nextDue: { readonly clock: ClockName; readonly at: number } | null
  /** All that waits for somebody on it now. */
  readonly work: readonly Work[]
  /** When a timer has to look at it again, UTC milliseconds. */
  readonly nextTimerAt: number | null
  /** Call-backs these events settled, as the rates count them. */
  readonly settled: readonly Settlement[]
  /** What they make of the verdict before them: overruled, or found to be false. */
  readonly struck: readonly Struck[]
  /** What these events tell units, the desk and the bureau. */
  readonly notices: readonly Notice[]
}

/** All that one use case changes: committed together or not at all. */
export type Change = {
  readonly tickets: readonly TicketChange[]
  /** New state; its `version` is one more than the stored one (0 = not stored yet). */
  readonly dialogue: Dialogue | null
  readonly outbox: readonly OutboundMessage[]
  /** Messages that are answered with it. */
  readonly inboxDone: readonly string[]
  /** A message whose sender is asked to wait with it: once, or it is a conflict. */
  readonly inboxTold?: string
  /** Secret codes, stored hashed. */
  readonly codes: readonly { readonly ticketId: TicketId; readonly code: string }[]
  /** Unmasked texts, stored encrypted. */
  readonly originals: readonly { readonly ticketId: TicketId; readonly text: string }[]
  /** A phone number given in the dialogue, stored encrypted with the person. */
  readonly phone: { readonly personId: string; readonly phone: string } | null
  /** Exchanges that opened nothing (out of scope, inquiry), for statistics. No text. */
  readonly exchange: {
    readonly at: number
    readonly channel: Channel
    readonly outcome: string
    readonly category: CategoryId | null
    /** What it came from, where the same may be sent twice: a second one of it is a conflict. */
    readonly source?: string
  } | null
  readonly flooding: readonly FloodRecord[]
}

export type Store = {
  /** History of a ticket, by seq; empty when unknown. */
  readonly history: (ticketId: TicketId) => Promise<readonly StoredEvent[]>
  /** 'conflict': somebody else wrote first (ticket seq, dialogue version or ticket number); load and think again. */
  readonly commit: (change: Change) => Promise<'committed' | 'conflict'>
}

export type Inbox = {
  /** Stores a message under its id before anything else. Tells what is known of that id. */
  readonly put: (message: InboundMessage) => Promise<'new' | 'pending' | 'done'>
  readonly get: (id: string) => Promise<InboundMessage | null>
  /**
   * Of every sender with something stored before `before` and never finished the last such message; who has waited
   * longest comes first.
   */
  readonly unfinished: (before: number, limit: number) => Promise<readonly InboundMessage[]>
  /** What the same sender had sent before this message and is not finished, in the order it was stored; then itself. */
  readonly waiting: (id: string) => Promise<readonly InboundMessage[]>
  /** Whether the same sender has sent something after this message that is not finished. */
  readonly isFollowed: (id: string) => Promise<boolean>
  /** Counts a failed try; after `maxTries` the message is set aside as dead. */
  readonly failed: (id: string, reason: string) => Promise<void>
  /**
   * Counts a try before it is made, so that one which ends the process counts too. False: it was the last but one
   * too many, and the message is set aside.
   */
  readonly begin: (id: string) => Promise<boolean>
  /** Where a message stands among those its sender had stored in `windowMs` up to it, and when the newest came. */
  readonly crowd: (id: string, windowMs: number) => Promise<Crowd>
  /** Messages set aside, newest first, for the desk. */
  readonly troubles: (limit: number) => Promise<readonly InboxTrouble[]>
  /** Takes a message up again that was set aside; false when there is none of that key. */
  readonly retry: (key: string) => Promise<boolean>
}

/** `place`: 1 for the first. `storedAt`: of the message itself. `isTold`: its sender has been asked to wait. */
export type Crowd = {
  readonly place: number
  readonly storedAt: number
  readonly newestAt: number
  readonly isTold: boolean
}

/** A message that could not be processed: no words of it. */
export type InboxTrouble = {
  readonly key: string
  readonly channel: Channel
  /** When it was stored, UTC milliseconds. */
  readonly at: number
  readonly tries: number
  readonly reason: string
}

export type Outbox = {
  /** Takes due batches for sending; a taken batch is not given again for `leaseMs`. */
  readonly take: (now: number, limit: number, leaseMs: number) => Promise<readonly OutboxBatch[]>
  /** The same for messages to staff: a slow mail server holds up no citizen's message. */
  readonly takeStaff: (
    now: number,
    limit: number,
    leaseMs: number,
  ) => Promise<readonly StaffBatch[]>
  /** Stores a message to staff that comes from no ticket. */
  readonly putStaff: (message: StaffMessage) => Promise<void>
  readonly settle: (batch: string, result: SendResult, now: number) => Promise<void>
  /** Dead letters and waiting retries, for the desk. */
  readonly troubles: (limit: number) => Promise<readonly OutboxTrouble[]>
  /** False when there is no such batch that could be sent again. */
  readonly retry: (batch: string, now: number) => Promise<boolean>
}

export type OutboxBatch = {
  readonly batch: string
  readonly tries: number
  readonly messages: readonly OutboundMessage[]
}
export type OutboxTrouble = {
  readonly batch: string
  readonly channel: Channel | StaffWay
  /** Whom of the staff it was for; null: a citizen. */
  readonly recipient: RecipientKey | null
  /** Numbers of the tickets it tells of; none when it belongs to no ticket. */
  readonly tickets: readonly string[]
  readonly state: 'waiting' | 'dead'
  readonly tries: number
  readonly reason: string
  readonly nextTryAt: number | null
}

export type Dialogues = {
  /** The dialogue of a sender on a channel; null when they never wrote. */
  readonly find: (channel: Channel, sender: string) => Promise<Dialogue | null>
  readonly get: (id: string) => Promise<Dialogue | null>
  readonly ofPerson: (personId: string) => Promise<Dialogue | null>
  /** Those that hold words nobody has confirmed since before `before`, UTC milliseconds. */
  readonly holding: (before: number, limit: number) => Promise<readonly Dialogue[]>
  /** Both sides of a sender's dialogue after `cursor` (0 = from the start), in order. */
  readonly transcript: (
    channel: Channel,
    sender: string,
    cursor: number,
    limit: number,
  ) => Promise<readonly TranscriptEntry[]>
}

export type TranscriptEntry = {
  /** Grows with every entry; give the last one back as `cursor`. */
  readonly cursor: number
  readonly from: 'citizen' | 'bot'
  readonly at: number
  readonly text: string
  readonly choices: OutboundMessage['choices']
  readonly questionId: string | null
  readonly card: OutboundMessage['card']
  /** What was sent with it, in order. */
  readonly attachments: readonly Attachment[]
}

export type Person = {
  readonly id: string
  readonly channel: Channel
  /** The channel's identity; used to send. */
  readonly sender: string
  readonly name: string | null
  readonly phone: string | null
}

export type People = {
  /** Finds or makes the person behind a sender. */
  readonly ensure: (channel: Channel, sender: string) => Promise<string>
  /** Reading for sending messages; not logged. */
  readonly address: (
    personId: string,
  ) => Promise<{ readonly channel: Channel; readonly sender: string } | null>
  /** Reading by a person: logged with who and why. */
  readonly read: (personId: string, by: Actor, reason: string, at: number) => Promise<Person | null>
  /** Whether a number is on file; not a reading of it. */
  readonly hasPhone: (personId: string) => Promise<boolean>
  /** Everybody who has left this number, on whatever channel; not a reading of it. */
  readonly byPhone: (phone: string) => Promise<readonly string[]>
  readonly setContact: (
    personId: string,
    contact: { readonly name: string | null; readonly phone: string | null },
  ) => Promise<void>
  /** The unmasked text of a ticket; logged. */
  readonly originalText: (
    ticketId: TicketId,
    by: Actor,
    reason: string,
    at: number,
  ) => Promise<string | null>
  readonly accessLog: (limit: number) => Promise<
    readonly {
      readonly at: number
      readonly by: string
      readonly what: string
      readonly reason: string
    }[]
  >
}

/** One line of a list of tickets. No personal data. */
export type TicketRow = {
  readonly id: TicketId
  readonly number: string
  readonly status: TicketStatus
  readonly kind: 'complaint' | 'alarm'
  readonly channel: Channel
  readonly category: ComplaintCategoryId | null
  readonly handler: UnitId | null
  readonly supporting: readonly UnitId[]
  readonly town: TownId | null
  readonly village: string | null
  readonly spot: string | null
  /** The place in the citizen's own words. */
  readonly told: string | null
  readonly urgency: Urgency
  /** First 80 characters of the text as lists show it. */
  readonly excerpt: string
  readonly openedAt: number
  readonly resolvedAt: number | null
  readonly nextDue: { readonly clock: ClockName; readonly at: number } | null
  readonly queuedFor: Ticket['queuedFor']
  readonly returns: number
  readonly reopenings: number
  readonly urges: number
  readonly contacted: boolean | null
  readonly solved: Solved | null
  readonly satisfied: Satisfied | null
}

export type TicketQuery = TicketFilter & {
  /** Tickets this unit takes part in (handler, supporting or involved). */
  readonly unit?: UnitId
  readonly handler?: UnitId
  /** Account of whoever of the handler has it. */
  readonly assignee?: string
  /** Citizens' complaints or alarms; both when left out. */
  readonly kind?: TicketRow['kind']
  /** Call-back settled in [from, to). */
  readonly settled?: { readonly from: number; readonly to: number }
  readonly overdueAt?: number
  readonly ids?: readonly TicketId[]
  /** Opened by this person. */
  readonly citizen?: string
  readonly sort: 'due' | 'newest'
  readonly limit: number
  readonly offset: number
}

/** Tickets on which an event of `asked` has not been followed by one of `answered`. */
export type WaitingQuery = {
  readonly asked: {
    readonly type: TicketEventType
    /** Only with these values in its data. */
    readonly where?: Readonly<Record<string, string>>
    /** Only with none of these values in its data. */
    readonly except?: Readonly<Record<string, readonly string[]>>
  }
  readonly answered: readonly TicketEventType[]
  readonly statuses: readonly TicketStatus[]
  readonly handler?: UnitId
  /** Takes part in it, in whatever way. */
  readonly unit?: UnitId
  readonly limit: number
}

export type Readers = SourceReaders &
  WorkReaders & {
    readonly list: (
      query: TicketQuery,
    ) => Promise<{ readonly rows: readonly TicketRow[]; readonly total: number }>
    readonly idByNumber: (number: string) => Promise<TicketId | null>
    /** null for an unknown number and for a wrong code alike. */
    readonly idByCode: (number: string, code: string) => Promise<TicketId | null>
    /** Highest serial used on a day (YYYYMMDD in Asia/Shanghai); 0 when none. */
    readonly lastSerial: (day: string) => Promise<number>
    /** Tickets whose nextTimerAt is at or before `now`. */
    readonly ringing: (now: number, limit: number) => Promise<readonly TicketId[]>
    /** Dialogues of the tickets merged into this one, by whatever way. */
    readonly followers: (ticketId: TicketId) => Promise<readonly string[]>
    /** Tickets merged into this very one. */
    readonly mergedInto: (ticketId: TicketId) => Promise<readonly TicketId[]>
    /** When the house itself did not work, the oldest first. */
    readonly outages: () => Promise<readonly Outage[]>
    readonly settled: (period: {
      readonly from: number
      readonly to: number
    }) => Promise<readonly SettledRow[]>
    /** Citizens' complaints opened in [from, to) that stand for themselves: not withdrawn, merged or referred. */
    readonly occurrences: (opened: {
      readonly from: number
      readonly to: number
    }) => Promise<readonly Occurrence[]>
    /** What was asked for longest ago comes first. */
    readonly waiting: (query: WaitingQuery) => Promise<readonly TicketId[]>
    /** Counts per status of what a query finds. */
    readonly countsOf: (
      query: Omit<TicketQuery, 'sort' | 'limit' | 'offset'>,
    ) => Promise<Readonly<Partial<Record<TicketStatus, number>>>>
    /** How many tickets each handler has in these statuses; a unit with none is left out. */
    readonly heldBy: (statuses: readonly TicketStatus[]) => Promise<ReadonlyMap<UnitId, number>>
    /** Counts per status for a unit, or for all; of one kind, or of both. */
    readonly counts: (
      unit: UnitId | null,
      kind?: TicketRow['kind'],
    ) => Promise<Readonly<Partial<Record<TicketStatus, number>>>>
  }

export type Ports = {
  readonly settingBook: SettingBook
  readonly replyTemplates: ReplyTemplates
  readonly store: Store
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly dialogues: Dialogues
  readonly people: People
  readonly attachments: Attachments
  readonly readers: Readers
  readonly clients: Clients
  readonly archive: Archive
  readonly corrections: Corrections
  readonly journal: Journal
  /** Left out: the newest seal is written down nowhere else. */
  readonly heads?: Heads
  readonly flooding: Flooding
  readonly forgetting: Forgetting
  readonly bots: Bots
  readonly notices: Notices
  readonly noticeQueue: NoticeQueue
  readonly noticeTargets: NoticeTargets
  readonly staff: Staff
  /** Ways to staff that are on; left out: none. */
  readonly staffSenders?: Readonly<Partial<Record<StaffWay, StaffSender>>>
  readonly importFiles: ImportFiles
  /** Sends one batch over one channel. */
  readonly senders: Readonly<Partial<Record<Channel, Sender>>>
}

/** `token`: the reply token of the message answered, when it is still fresh. */
export type Sender = (batch: OutboxBatch, to: string, token: string | null) => Promise<SendResult>

/** Fetches what was sent over a channel that keeps it itself; the id is ours. No more than `most` bytes are read. */
export type Fetcher = (id: string, most: number) => Promise<Fetched>
export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly retryable: boolean; readonly reason: string }
