import { refuse } from '../refusal.ts'
import type { DecisionContext, TicketCommand } from './commands.ts'
import type { Decided } from './decide.ts'
import { deadlinesFrom } from './intake.ts'
import { settings } from './settings.ts'
import type { Ticket } from './ticket.ts'

type Command<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>

/** How a ticket ends other than by its call-back, and what may follow its end. */
export const deciders = {
  withdraw: (_ticket: Ticket, { reason }: Command<'withdraw'>): Decided => [
    { type: 'withdrawn', data: { reason } },
  ],

  reopen: (ticket: Ticket, { reason }: Command<'reopen'>, by: DecisionContext): Decided => {
    if (ticket.closedAt === null || ticket.handler === null)
      return refuse('wrong-status', { status: ticket.status })
    const until = ticket.closedAt + settings.reopenWithinMs
    if (by.now > until) return refuse('too-late', { until })
    if (ticket.reopenings >= settings.maxReopenings) {
      return refuse('limit-reached', { limit: settings.maxReopenings })
    }
    const round = ticket.reopenings + 1
    return [
      { type: 'reopened', data: { reason, round, deadlines: deadlinesFrom(by, ticket.urgency) } },
    ]
  },

  erase: (_ticket: Ticket, { fields }: Command<'erase'>): Decided => [
    { type: 'erased', data: { fields } },
  ],
}
