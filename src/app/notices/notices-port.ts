import type { Actor } from '#domain/roles.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import type { NoticeChoices } from '#domain/notices/choices.ts'
import type { NoticeKind } from '#domain/notices/matters.ts'
import type { Audience } from '#domain/notices/audiences.ts'
import type { Notice } from '#domain/notices/notices.ts'
import type { UnitId } from '#routing/units.ts'
import type { SendResult } from '#app/messages.ts'

/** Ways to a group; a person has e-mail. */
export const targetWays = ['wecom-robot', 'line-group', 'webhook'] as const
export type TargetWay = (typeof targetWays)[number]
export type StaffWay = 'email' | TargetWay

/** Whose group it is: a unit's, the dispatch desk's, the inspectors'. */
export type TargetOwner = UnitId | 'dispatchers' | 'inspectors'

/** Where a notice goes outside the desk: a person's mail, or a group. */
export type RecipientKey = `mail:${string}` | `target:${string}`

/** A notice as it is stored; `position` counts them in the order they were written. */
export type StoredNotice = Notice & { readonly position: number; readonly ticketId: TicketId }

/** A person at the desk: their account and the audiences they belong to. */
export type Reader = { readonly accountId: string; readonly audiences: readonly Audience[] }

/** What the desk shows of notices. */
export type Notices = {
  /** Newest first, from before `before` (a position; null: from the newest). None of one's own deeds. */
  readonly list: (
    reader: Reader,
    query: {
      readonly unreadOnly: boolean
      readonly before: number | null
      readonly limit: number
    },
  ) => Promise<readonly (StoredNotice & { readonly read: boolean })[]>
  readonly unread: (reader: Reader) => Promise<number>
  /** Only what the reader may read is marked; marking twice changes nothing. */
  readonly markRead: (
    reader: Reader,
    which: { readonly positions: readonly number[] } | { readonly ticketId: TicketId } | 'all',
  ) => Promise<void>
  /** Deletes notices from before `before`, UTC milliseconds, with all that belongs to them. */
  readonly forget: (before: number) => Promise<void>
}

/** A notice on its way to one recipient. */
type Queued = {
  readonly position: number
  readonly recipient: RecipientKey
  /** UTC milliseconds. */
  readonly dueAt: number
}

/** From notices to outgoing messages, each step in one commit; 'conflict': another process did it. */
export type NoticeQueue = {
  /** Notices not yet put into the queue, oldest first. */
  readonly unspread: (limit: number) => Promise<readonly StoredNotice[]>
  readonly spread: (
    notices: readonly StoredNotice[],
    queued: readonly Queued[],
  ) => Promise<'committed' | 'conflict'>
  /** What is due for one recipient, the one that has waited longest, oldest first; null when nothing is due. */
  readonly due: (
    now: number,
    limit: number,
  ) => Promise<{
    readonly recipient: RecipientKey
    readonly notices: readonly StoredNotice[]
  } | null>
  /** Puts off what is still waiting, to UTC milliseconds. */
  readonly postpone: (
    recipient: RecipientKey,
    notices: readonly StoredNotice[],
    dueAt: number,
  ) => Promise<void>
  /** Takes them out of the queue and hands the message to the outbox; null: nobody wants them any more. */
  readonly gather: (
    recipient: RecipientKey,
    notices: readonly StoredNotice[],
    message: StaffMessage | null,
  ) => Promise<'committed' | 'conflict'>
}

/** A message to staff, ready to be written out by a way. No personal data of citizens. */
export type StaffMessage = {
  /** The batch in the outbox, a UUID: also the way's idempotency key where it has one. */
  readonly batch: string
  readonly recipient: RecipientKey
  readonly way: StaffWay
  readonly subject: string
  /** Blocks of text, each of which may have several lines. */
  readonly lines: readonly string[]
  /** For programs; empty for what is no notice (a code, a test). */
  readonly items: readonly StaffItem[]
  /** 'code': goes to the new address that waits for it. */
  readonly purpose: 'notices' | 'test' | 'code'
  /** UTC milliseconds. */
  readonly createdAt: number
}

/** A notice for programs. Of a secret report nothing but the number and the deadline. */
export type StaffItem = {
  readonly number: string
  readonly kind: NoticeKind | null
  readonly matter: Notice['matter'] | null
  readonly category: string | null
  readonly place: string | null
  readonly due: Notice['facts']['due']
  readonly at: number
  readonly url: string
}

/** An account that may sign in. */
export type StaffMember = Pick<Actor, 'id' | 'role' | 'unit' | 'name'>

export type StaffContact = {
  /** Proved by a code; null: none. */
  readonly email: string | null
  readonly newEmail: {
    readonly email: string
    readonly sentAt: number
    readonly tries: number
  } | null
  /** null: never chosen, the defaults hold. */
  readonly choices: NoticeChoices | null
}

/** Accounts as far as notices need them, their addresses and choices. */
export type Staff = {
  /** Everybody who may sign in. */
  readonly members: () => Promise<readonly StaffMember[]>
  readonly contact: (accountId: string) => Promise<StaffContact>
  /** Contacts with a proved address. */
  readonly reachable: () => Promise<
    readonly { readonly accountId: string; readonly contact: StaffContact }[]
  >
  readonly choose: (accountId: string, choices: NoticeChoices) => Promise<void>
  /** Keeps an address until its code is given; the message that carries the code is stored with it. */
  readonly propose: (
    accountId: string,
    given: { readonly email: string; readonly code: string; readonly message: StaffMessage },
  ) => Promise<void>
  /**
   * Counts the try before it compares; true: the new address is now the proved one. A code sent at or before
   * `sentAfter` (UTC milliseconds) or tried `tries` times is spent.
   */
  readonly confirm: (
    accountId: string,
    code: string,
    limits: { readonly sentAfter: number; readonly tries: number },
  ) => Promise<boolean>
  /** Forgets both addresses. */
  readonly forgetEmail: (accountId: string) => Promise<void>
}

/** How a group is reached. */
export type TargetAddress =
  | { readonly way: 'wecom-robot'; readonly key: string }
  | { readonly way: 'line-group'; readonly groupId: string }
  | { readonly way: 'webhook'; readonly url: string; readonly secret: string }

export type NoticeTarget = {
  readonly id: string
  readonly owner: TargetOwner
  readonly label: string
  readonly address: TargetAddress
  readonly choices: NoticeChoices
  readonly createdAt: number
  /** Account id. */
  readonly createdBy: string
}

export type NoticeTargets = {
  /** Of one owner, or of all; by owner and label. */
  readonly list: (owner: TargetOwner | null) => Promise<readonly NoticeTarget[]>
  readonly get: (id: string) => Promise<NoticeTarget | null>
  /** Adds it, or replaces what has its id. */
  readonly put: (target: NoticeTarget) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

/** A message to staff as the outbox gives it for sending. */
export type StaffBatch = { readonly message: StaffMessage; readonly tries: number }

/** Where one message goes, as a way needs it. */
export type StaffAddress = { readonly way: 'email'; readonly email: string } | TargetAddress

/** Sends one message over the way of its address. */
export type StaffSender = (message: StaffMessage, to: StaffAddress) => Promise<SendResult>
