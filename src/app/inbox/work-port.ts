import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Urgency } from '#intents/types.ts'
import type { TownId } from '#routing/types.ts'
import type { Channel, TicketId } from '#domain/ticket/events.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Whose, Work, WorkKind } from '#domain/ticket/work.ts'

/** Which tickets a list shows; what is left out does not matter. Times are UTC milliseconds. */
export type TicketFilter = {
  readonly statuses?: readonly TicketStatus[]
  readonly category?: ComplaintCategoryId
  readonly town?: TownId
  readonly village?: string
  readonly urgency?: Urgency
  readonly channel?: Channel
  /** Opened in [from, to). */
  readonly opened?: { readonly from: number; readonly to: number }
  /** Found by these words. */
  readonly search?: string
  /** Or opened by one of these people, whose number the words are. */
  readonly callers?: readonly string[]
}

/** Who of the unit has it: an account, or that account and what nobody in particular has. */
export type Holder =
  | { readonly is: 'only'; readonly id: string }
  | { readonly is: 'mine-or-nobody'; readonly id: string }
  | { readonly is: 'nobody' }

/** Where a page of work goes on: after this piece. */
export type WorkCursor = Pick<Work, 'order' | 'kind'> & { readonly ticketId: TicketId }

export type WorkQuery = {
  readonly whose: Whose
  /** What waits at this time. */
  readonly now: number
  readonly filter: TicketFilter
  readonly holder?: Holder
  readonly kind?: WorkKind
  /** Due in [from, to). */
  readonly due?: { readonly from: number; readonly to: number }
}

export type WorkRow = Omit<Work, 'whose'> & { readonly ticketId: TicketId }

export type WorkReaders = {
  /** What waits, by what is due first; `after`: a page goes on there. */
  readonly work: (
    query: WorkQuery & { readonly after?: WorkCursor; readonly limit: number },
  ) => Promise<readonly WorkRow[]>
  /** How much waits of each kind, and how much of it is past its time. */
  readonly workCounts: (
    query: Omit<WorkQuery, 'kind'>,
  ) => Promise<readonly { readonly kind: WorkKind; readonly n: number; readonly late: number }[]>
}
