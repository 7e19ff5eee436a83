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

/** Statuses in which nobody works on it any more. */
export const finishedStatuses = ['resolved', ...endedStatuses] as const

/** Not over: resolved, it may still be taken up again. */
export const liveStatuses = statuses.filter(
  (status) => !endedStatuses.some((ended): boolean => ended === status),
) satisfies readonly TicketStatus[]

/** A unit has it and works on it: its clocks run. */
export const unitStatuses = [
  'dispatched',
  'accepted',
  'in-progress',
  'reopened',
] as const satisfies readonly TicketStatus[]

/** Groups of statuses in which steps fit. */

/** Its unit has signed for it. */
export const workingStatuses = ['accepted', 'in-progress', 'reopened'] as const
/** Its unit has been in touch with the citizen. */
export const handledStatuses = ['in-progress', 'reopened'] as const
/** Some unit has it, at work or waiting. */
export const heldStatuses = [
  'dispatched',
  'accepted',
  'in-progress',
  'awaiting-citizen',
  'suspended',
  'reopened',
] as const
/** Not over, not resolved. */
export const openStatuses = [
  'pending',
  'dispatched',
  'accepted',
  'in-progress',
  'awaiting-citizen',
  'suspended',
  'conference',
  'reopened',
] as const
/** Somebody has to act, and waits for nobody: the clocks run, and the desk may still set category, place and unit right. */
export const runningStatuses = [
  'pending',
  'dispatched',
  'accepted',
  'in-progress',
  'conference',
  'reopened',
] as const
/** Asked once resolved, or when the promise has passed unsolved. */
export const calledBackStatuses = ['resolved', ...heldStatuses] as const
/** It counts in the rates, or will. */
export const countedStatuses = ['resolved', 'closed', ...heldStatuses] as const
/** Orders and whistles may still be answered. */
export const answerableStatuses = [...heldStatuses, 'resolved'] as const
