import type { TicketCommandType } from './commands.ts'
import type { TicketStatus } from './status.ts'

/** How an actor stands to a ticket. */
export type Standing =
  | 'its-citizen'
  | 'handler'
  | 'participant'
  | 'called-unit'
  | 'whistler'
  | 'conferee'
  | 'dispatcher'
  | 'operator'
  | 'inspector'
  | 'administrator'
  | 'system'

export type Rule = {
  readonly from: readonly TicketStatus[]
  readonly by: readonly Standing[]
}

const working = ['accepted', 'in-progress', 'reopened'] as const
const handled = ['in-progress', 'reopened'] as const
const open = [
  'pending',
  'dispatched',
  'accepted',
  'in-progress',
  'awaiting-citizen',
  'suspended',
  'conference',
  'reopened',
] as const
const dispatched = [
  'dispatched',
  'accepted',
  'in-progress',
  'awaiting-citizen',
  'suspended',
  'reopened',
] as const
/** What the desk may still set right: category, place and unit. */
const dispatchable = [
  'pending',
  'dispatched',
  'accepted',
  'in-progress',
  'conference',
  'reopened',
] as const
/** Asked once resolved, or when the promise has passed unsolved. */
const calledBack = ['resolved', ...dispatched] as const
const desk = ['dispatcher'] as const
const bureau = ['dispatcher', 'inspector'] as const

/** The rulebook's table: in which status a command fits, and who may give it. */
export const workflow = {
  open: { from: [], by: ['its-citizen', 'operator', 'dispatcher', 'system'] },
  classify: { from: dispatchable, by: desk },
  place: { from: dispatchable, by: desk },
  'set-urgency': { from: open, by: bureau },
  dispatch: { from: dispatchable, by: desk },
  refer: { from: ['pending'], by: desk },
  // The operator: a call that is just being written down, for its caller waits on the line.
  merge: { from: ['pending', 'dispatched', 'accepted'], by: ['dispatcher', 'operator'] },
  unmerge: { from: ['merged'], by: ['dispatcher', 'system'] },
  accept: { from: ['dispatched'], by: ['handler'] },
  contact: { from: working, by: ['handler'] },
  note: {
    from: [...open, 'resolved', 'closed'],
    by: ['handler', 'participant', 'conferee', ...bureau, 'operator', 'system'],
  },
  return: { from: ['dispatched', 'accepted'], by: ['handler'] },
  'uphold-return': { from: ['pending'], by: desk },
  'add-units': { from: dispatched, by: ['handler', ...bureau] },
  'finish-part': { from: dispatched, by: ['participant'] },
  'ask-citizen': { from: handled, by: ['handler'] },
  supplement: { from: [...open, 'resolved'], by: ['its-citizen', 'operator'] },
  'request-extension': { from: handled, by: ['handler'] },
  'approve-extension': { from: [...handled, 'awaiting-citizen'], by: bureau },
  'refuse-extension': { from: [...handled, 'awaiting-citizen'], by: bureau },
  'request-suspension': { from: handled, by: ['handler'] },
  'approve-suspension': { from: handled, by: bureau },
  'refuse-suspension': { from: handled, by: bureau },
  review: { from: ['suspended'], by: ['handler', ...bureau, 'system'] },
  urge: { from: open, by: ['its-citizen', 'operator'] },
  supervise: { from: dispatched, by: ['inspector'] },
  'answer-supervision': { from: [...dispatched, 'resolved'], by: ['handler'] },
  whistle: { from: working, by: ['handler'] },
  'report-in': { from: [...dispatched, 'resolved'], by: ['called-unit'] },
  'finish-whistle-part': { from: [...dispatched, 'resolved'], by: ['called-unit'] },
  'close-whistle': {
    from: [...open, 'resolved', 'closed', 'withdrawn', 'merged', 'referred'],
    by: ['whistler', 'inspector'],
  },
  resolve: { from: working, by: ['handler'] },
  'start-callback': { from: ['resolved'], by: ['system', 'operator'] },
  'remind-callback': { from: calledBack, by: ['system', 'operator'] },
  'attempt-callback': { from: calledBack, by: ['operator'] },
  rate: { from: calledBack, by: ['its-citizen', 'operator'] },
  'give-up-callback': { from: calledBack, by: [...bureau, 'system'] },
  reopen: { from: ['closed'], by: ['its-citizen', 'operator'] },
  withdraw: { from: [...open, 'resolved'], by: ['its-citizen', 'operator'] },
  'propose-exclusion': {
    from: ['resolved', 'closed', ...dispatched],
    by: ['inspector', 'handler'],
  },
  'answer-exclusion': {
    from: ['resolved', 'closed', ...dispatched],
    by: ['its-citizen', 'operator', 'handler'],
  },
  'approve-exclusion': { from: ['resolved', 'closed', ...dispatched], by: ['inspector'] },
  'refuse-exclusion': { from: ['resolved', 'closed', ...dispatched], by: ['inspector'] },
  tick: {
    from: [...open, 'resolved', 'closed', 'withdrawn', 'merged', 'referred'],
    by: ['system'],
  },
  erase: { from: ['closed', 'withdrawn', 'merged', 'referred'], by: ['administrator'] },
} as const satisfies Record<TicketCommandType, Rule>
