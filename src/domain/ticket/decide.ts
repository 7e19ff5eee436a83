import { isRefusal } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import { notAllowed } from './allowed.ts'
import * as callback from './callback.ts'
import * as closing from './closing.ts'
import type { DecisionContext, TicketCommand } from './commands.ts'
import { discreet } from './discretion.ts'
import * as dispatching from './dispatching.ts'
import type { TicketEvent } from './events.ts'
import * as excluding from './excluding.ts'
import * as handling from './handling.ts'
import { open } from './intake.ts'
import { stamped } from './stamp.ts'
import type { Fact } from './stamp.ts'
import { tick } from './tick.ts'
import type { Ticket } from './ticket.ts'
import * as whistling from './whistling.ts'

export type { Fact } from './stamp.ts'

export type Decided = readonly Fact[] | Refusal

/**
 * Decides a command on a ticket (null: none yet): the events it leads to, none when nothing changes, or a
 * refusal. Pure: who, when and the calendar come in `by`. Never throws on any input of its types.
 */
export function decide(
  ticket: Ticket | null,
  command: TicketCommand,
  by: DecisionContext,
): readonly TicketEvent[] | Refusal {
  const barred = notAllowed(ticket, command.type, by.actor)
  if (barred !== null) return barred
  const said = discreet(ticket, command)
  const facts = ticket === null ? openOnly(said, by) : decideOn(ticket, said, by)
  return isRefusal(facts) ? facts : facts.map((fact) => stamped(fact, by))
}

function openOnly(command: TicketCommand, by: DecisionContext): Decided {
  return command.type === 'open' ? open(command, by) : []
}

type Command<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>
type Deciders = {
  readonly [T in Exclude<TicketCommand['type'], 'open'>]: (
    ticket: Ticket,
    command: Command<T>,
    by: DecisionContext,
  ) => Decided
}

const deciders: Deciders = {
  ...dispatching.deciders,
  ...handling.deciders,
  ...whistling.deciders,
  ...closing.deciders,
  ...excluding.deciders,
  ...callback.deciders,
  tick: (ticket, _command, by) => tick(ticket, by),
}

function decideOn(ticket: Ticket, command: TicketCommand, by: DecisionContext): Decided {
  if (command.type === 'open') return []
  // Safe because the table has exactly one decider per command type.
  const decider = deciders[command.type] as (
    ticket: Ticket,
    command: TicketCommand,
    by: DecisionContext,
  ) => Decided
  return decider(ticket, command, by)
}
