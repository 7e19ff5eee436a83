import type { TicketId } from '#domain/ticket/events.ts'
import type { TicketChange } from '#app/ports.ts'

/** A row of a table that follows from history, and says something else. */
export type RowFault = {
  readonly ticketId: TicketId
  readonly number: string
  readonly table: string
  /** It is not there, nothing in history leads to it, or these columns differ. */
  readonly kind: 'missing' | 'extra' | 'altered'
  readonly columns: readonly string[]
}

/** A ticket's whole history, change by change. */
export type Replayed = readonly TicketChange[]

/** The tables that follow from the histories of tickets. */
export type ReadModels = {
  /** What the rows of a ticket differ in from what its history leads to. */
  readonly differences: (replayed: Replayed) => Promise<readonly RowFault[]>
  /** Writes the rows of a ticket anew. */
  readonly rebuild: (replayed: Replayed) => Promise<void>
  /** Rows of tickets that have no history, at most a hundred. */
  readonly strays: () => Promise<readonly RowFault[]>
}
