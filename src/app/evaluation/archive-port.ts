import type { StoredEvent, TicketEventType, TicketId } from '#domain/ticket/events.ts'

/** What can be wrong with what is stored. */
export const auditFaultKinds = [
  'altered', // An entry says something else than when it was written, or was not written by this house.
  'out-of-order', // An entry is missing before this one, or it is not where it belongs.
  'removed', // Positions that were given are gone.
  'newest-removed', // The ticket's row knows of later events.
  'ticket-removed', // The ticket's row has no history.
  'erased-without-marker', // Personal fields are gone, but nothing says that they were erased.
  'seal-missing', // A seal that was made is gone.
  'seal-broken', // What was sealed is not what is stored.
  'seal-forged', // A seal was not made with the master secret.
  'unsealed', // What should have been sealed long ago is not.
  'head-unknown', // No seal has the hash that was written down elsewhere.
] as const
export type AuditFaultKind = (typeof auditFaultKinds)[number]

/** One fault, and where it is as far as that can be told. */
export type AuditFault = {
  readonly kind: AuditFaultKind
  /** Of a seal: its number. */
  readonly position: number | null
  /** A ticket's id, or what an entry of the journal tells of. */
  readonly chain: string | null
  readonly number: string | null
  readonly seq: number | null
}

/** A seal: which it is, how many entries there are up to there, when it was made (UTC milliseconds), its hash. */
export type Head = {
  readonly number: number
  readonly entries: number
  readonly at: number
  readonly hash: string
}

/** Where the newest seal is written down outside the database. */
export type Heads = {
  /** null: nothing has been written down. */
  readonly read: () => Promise<Head | null>
  readonly keep: (head: Head) => Promise<void>
}

/** `isFull`: there may be more to seal at once. */
export type Sealed = Head & { readonly isFull: boolean }

/** Tables whose rows are chained. */
export type LedgerName = 'events' | 'journal'

/** Where an audit goes on: through the chains of each ledger, the seals, and what only shows in the end. */
export type AuditPlace =
  | { readonly pass: LedgerName; readonly after: string | null }
  | { readonly pass: 'seals'; readonly after: SealsRead | null }
  | { readonly pass: 'ends' }

/** The last seal read, as it is stored. */
export type SealsRead = Head & { readonly events: number; readonly journal: number }

/** A piece of an audit. */
export type AuditStep = {
  readonly faults: readonly AuditFault[]
  readonly tickets: number
  readonly entries: number
  readonly seals: number
  /** Whole histories of the tickets it looked at, as they are read. */
  readonly histories: readonly (readonly StoredEvent[])[]
  /** null: it was the last piece. */
  readonly next: AuditPlace | null
}

/** Events of some types in [from, to), UTC milliseconds. */
export type Touched = {
  readonly types: readonly TicketEventType[]
  readonly from: number
  readonly to: number
}

/** The whole history: read as a whole, sealed, verified, and what of it is due to be erased. */
export type Archive = {
  /**
   * Whole histories of the next tickets after an id (null: from the first), by ticket id; with `touched` of those
   * only on which such an event happened in that time.
   */
  readonly histories: (
    after: TicketId | null,
    limit: number,
    touched?: Touched,
  ) => Promise<readonly (readonly StoredEvent[])[]>
  /** Seals what was written since the last seal, unless that is younger than `everyMs`; null: nothing to seal. */
  readonly seal: (now: number, everyMs: number) => Promise<Sealed | null>
  /** The newest seal: worth writing down elsewhere, for the next audit. null: none yet. */
  readonly head: () => Promise<Head | null>
  /** Whether a seal has this hash. */
  readonly knows: (hash: string) => Promise<boolean>
  /** How many entries no seal covers yet: taking the newest of them out leaves fewer traces. */
  readonly unsealed: () => Promise<number>
  /** Recomputes a piece of all hashes and seals, so much as fits the memory of a worker. */
  readonly audit: (place: AuditPlace) => Promise<AuditStep>
  /**
   * Tickets that ended before `before` (UTC milliseconds) and are not erased yet, the oldest first; those whose
   * citizen is telling something just now are left for later.
   */
  readonly erasable: (before: number, limit: number) => Promise<readonly TicketId[]>
}
