import type { StoredEvent, TicketEventType, TicketId } from '#domain/ticket/events.ts'

/** What is wrong with the stored history. `ticketId` and `seq` where they can be told. */
export type AuditFault = {
  readonly kind:
    | 'altered' // An event says something else than when it was written.
    | 'out-of-order' // An event is missing before this one, or it is not where it belongs.
    | 'removed' // Positions that were given are gone.
    | 'newest-removed' // The ticket's row knows of later events.
    | 'ticket-removed' // The ticket's row has no history.
    | 'erased-without-marker' // Personal fields are gone, but nothing says that they were erased.
    | 'seal-broken' // What was sealed is not what is stored.
    | 'seal-forged' // A seal was not made with the master secret.
    | 'head-unknown' // No seal has the hash that was written down elsewhere.
  readonly position: number | null
  readonly ticketId: TicketId | null
  readonly number: string | null
  readonly seq: number | null
}

/** A seal: the last position it covers, and its hash. */
export type Sealed = { readonly upTo: number; readonly hash: string }

export type AuditReport = {
  readonly tickets: number
  readonly events: number
  readonly seals: number
  /** The newest seal: worth writing down elsewhere, for the next verification. */
  readonly head: Sealed | null
  /** Events not sealed yet: taking the newest of them out leaves fewer traces. */
  readonly unsealed: number
  /** In the order of writing; a hundred at most. */
  readonly faults: readonly AuditFault[]
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
  /**
   * Recomputes every hash and seal. `head`: the hash of a seal written down elsewhere, if any. `keyed`: whether
   * the master secret is the house's own, so that seals can be checked with it.
   */
  readonly verify: (given: {
    readonly head: string | null
    readonly keyed: boolean
  }) => Promise<AuditReport>
  /**
   * Tickets that ended before `before` (UTC milliseconds) and are not erased yet, the oldest first; those whose
   * citizen is telling something just now are left for later.
   */
  readonly erasable: (before: number, limit: number) => Promise<readonly TicketId[]>
}
