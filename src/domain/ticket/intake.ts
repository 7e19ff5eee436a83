import type { Routing } from '#routing/types.ts'
import type { DecisionContext, TicketCommand } from './commands.ts'
import type { Decided } from './decide.ts'
import type { Deadlines, Dispatched, Opened } from './events.ts'

/** Opens a ticket: dispatched at once when the rules named a unit, else it waits at the desk. */
export function open(
  command: Extract<TicketCommand, { readonly type: 'open' }>,
  by: DecisionContext,
): Decided {
  const { urgency } = command.opened
  const opened: Opened = { ...command.opened, dispatchDue: by.due('dispatch', urgency, by.now) }
  const first = { type: 'opened', data: opened } as const
  if (command.routing === null || opened.category === null) {
    const reason = command.queueReason ?? 'unsure'
    return [first, { type: 'queued', data: { reason, note: command.note } }]
  }
  const data = dispatchData(command.routing, 'rules', command.note, deadlinesFrom(by, urgency))
  return [first, { type: 'dispatched', data }]
}

/** The clocks a dispatch starts now. */
export function deadlinesFrom(by: DecisionContext, urgency: Opened['urgency']): Deadlines {
  return {
    accept: by.due('accept', urgency, by.now),
    contact: by.due('contact', urgency, by.now),
    return: by.due('return', urgency, by.now),
    solve: by.due('solve', urgency, by.now),
  }
}

/** A dispatch as history keeps it. */
export function dispatchData(
  routing: Routing,
  decidedBy: Dispatched['decidedBy'],
  note: string | null,
  deadlines: Deadlines,
): Dispatched {
  const { handler, supporting } = routing
  return { handler, supporting, routing, decidedBy, note, deadlines }
}
