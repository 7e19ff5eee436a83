import { runningClocks } from '#domain/ticket/deadlines.ts'
import type { TicketEventType } from '#domain/ticket/events.ts'
import { runningStatuses } from '#domain/ticket/status.ts'
import type { ClockName } from '#routing/types.ts'
import { lastOf, none } from './inbox-sources.ts'
import type { InboxSource } from './inbox-sources.ts'

const answeredBy = {
  dispatch: ['dispatched', 'redispatched', 'return-upheld'],
  accept: ['accepted'],
  contact: ['contacted'],
  return: [],
  solve: ['resolved'],
} as const satisfies Record<ClockName, readonly TicketEventType[]>

const unitClocks = ['accept', 'contact', 'solve'] as const

function alarmQueries(
  asked: { readonly type: 'warned' | 'escalated'; readonly where?: Record<string, string> },
  clocks: readonly ClockName[],
): InboxSource['queries'] {
  return clocks.map((clock) => ({
    asked: { type: asked.type, where: { ...asked.where, clock } },
    answered: answeredBy[clock],
    statuses: runningStatuses,
  }))
}

/** Overdue long enough to have been passed up to somebody or beyond, and still running. */
export const escalatedTo = (to: 'unit-lead' | 'inspector', scope?: 'handler'): InboxSource => ({
  kind: 'escalation',
  queries: alarmQueries({ type: 'escalated', ...(to === 'inspector' ? { where: { to } } : {}) }, [
    'dispatch',
    ...unitClocks,
  ]),
  ...(scope === undefined ? {} : { scope }),
  waits: ({ ticket, events }) => {
    const running = runningClocks(ticket).find(({ clock }) =>
      ticket.escalations.some(
        (given) => given.clock === clock && (given.to === to || given.to === 'inspector'),
      ),
    )
    if (running === undefined) return null
    return { ...none, since: lastOf(events, 'escalated'), due: running.at, clock: running.clock }
  },
})

const alarmed =
  (clocks: readonly ClockName[]): InboxSource['waits'] =>
  ({ ticket, events }) => {
    const running = runningClocks(ticket).find(
      ({ clock }) =>
        clocks.includes(clock) && ticket.warnings.some((given) => given.clock === clock),
    )
    if (running === undefined || ticket.escalations.some((e) => e.clock === running.clock)) {
      return null
    }
    return { ...none, since: lastOf(events, 'warned'), due: running.at, clock: running.clock }
  }

export const warnings: InboxSource = {
  kind: 'warning',
  queries: alarmQueries({ type: 'warned' }, unitClocks),
  scope: 'handler',
  waits: alarmed(unitClocks),
}

export const undispatched: InboxSource = {
  kind: 'dispatch',
  queries: alarmQueries({ type: 'warned' }, ['dispatch']),
  waits: alarmed(['dispatch']),
}
