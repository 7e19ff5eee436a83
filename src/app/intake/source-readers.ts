import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Channel, StoredEvent, TicketId } from '#domain/ticket/events.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'

/** [from, to), UTC milliseconds. */
export type Period = { readonly from: number; readonly to: number }

/** Which tickets a program asks for; what is left out does not matter. */
export type PickQuery = {
  readonly kind?: 'complaint' | 'alarm'
  readonly channel?: Channel
  readonly numbers?: readonly string[]
  /** null among them: those not classified yet. */
  readonly categories?: readonly (ComplaintCategoryId | null)[]
  readonly statuses?: readonly TicketStatus[]
  readonly opened?: Period
  /** With an event in it. */
  readonly changed?: Period
  readonly limit: number
  /** So many of them are passed over first. */
  readonly offset?: number
}

/** What programs read: whole histories, many at once. */
export type SourceReaders = {
  /** The ticket of a report that came before under the same number of its source. */
  readonly idBySource: (channel: Channel, sourceNumber: string) => Promise<TicketId | null>
  /** Newest first. */
  readonly pick: (query: PickQuery) => Promise<readonly TicketId[]>
  /** Grows with every event that is stored; 0 before the first. */
  readonly newestEvent: () => Promise<number>
  /** Of each id that is known, its events by seq. */
  readonly histories: (
    ids: readonly TicketId[],
  ) => Promise<ReadonlyMap<TicketId, readonly StoredEvent[]>>
}
