import type { CategoryId } from '#intents/categories/index.ts'
import type { TicketId } from '#domain/ticket/events.ts'

/** What an official decided on the example that a ticket's correction proposes. */
export type Verdict = {
  readonly ticketId: TicketId
  readonly verdict: 'approved' | 'rejected'
  /** What the words are an example of; null when it was rejected. */
  readonly category: CategoryId | null
  readonly by: string
  /** UTC milliseconds. */
  readonly at: number
}

export type Corrections = {
  /** Every decision, one a ticket. */
  readonly verdicts: () => Promise<readonly Verdict[]>
  /** A later decision on the same ticket takes the place of the one before. */
  readonly decide: (verdict: Verdict) => Promise<void>
}
