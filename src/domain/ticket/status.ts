export const statuses = [
  'pending',
  'dispatched',
  'accepted',
  'in-progress',
  'awaiting-citizen',
  'suspended',
  'conference',
  'resolved',
  'reopened',
  'closed',
  'withdrawn',
  'merged',
  'referred',
] as const

/** Where a ticket stands; the rulebook's "Life of a ticket". */
export type TicketStatus = (typeof statuses)[number]

/** Statuses after which nobody has to act. */
export const endedStatuses = [
  'closed',
  'withdrawn',
  'merged',
  'referred',
] as const satisfies readonly TicketStatus[]

/** A unit has it and works on it: its clocks run. */
export const unitStatuses = [
  'dispatched',
  'accepted',
  'in-progress',
  'reopened',
] as const satisfies readonly TicketStatus[]
