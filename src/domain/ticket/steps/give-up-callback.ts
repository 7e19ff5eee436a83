import { refuse } from '../../refusal.ts'
import { mayGiveUp } from '../callback.ts'
import { event, step } from '../declare.ts'
import { closedReasons } from '../events.ts'
import type { Fact } from '../events.ts'
import { nothingAsked, settled } from '../folding.ts'
import * as k from '../kinds.ts'
import { calledBackStatuses } from '../status.ts'
import type { Ticket } from '../ticket.ts'

export const unreachable = event(
  'unreachable',
  {},
  { change: (t, { at }) => ({ ...settled(t, at), unreachable: true }) },
)

/** Every end but the last is told the citizen by the answer that brought it. */
export const closed = event(
  'closed',
  { reason: k.choice('closed-reason', closedReasons) },
  {
    change: (t, { at, data }) => ({
      ...t,
      ...nothingAsked,
      status: 'closed',
      closedAt: at,
      closedBecause: data.reason,
    }),
    citizen: {
      told: ({ reason }) => (reason === 'final' ? 'told.final' : null),
      step: 'step.closed',
    },
  },
)

/** Nobody could be asked: counted apart from the rates, and shown. What is still handled goes on. */
export function unanswered(ticket: Ticket, because: 'unreachable' | 'anonymous'): Fact[] {
  const gone = because === 'unreachable' ? [unreachable({})] : []
  return ticket.status === 'resolved' ? [...gone, closed({ reason: because })] : gone
}

const because = k.choice('give-up', ['unreachable', 'anonymous'])

/** Nobody can be asked. */
export const giveUpCallback = step({
  command: 'give-up-callback',
  input: { because },
  from: calledBackStatuses,
  by: ['dispatcher', 'inspector', 'system'],
  moot: (ticket, actor) =>
    !mayGiveUp(ticket, 'unreachable', actor) && !mayGiveUp(ticket, 'anonymous', actor),
  decide: (ticket, { because }, { actor }) =>
    mayGiveUp(ticket, because, actor)
      ? unanswered(ticket, because)
      : refuse('too-early', { command: 'give-up-callback' }),
})
