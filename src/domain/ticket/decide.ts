import { isRefusal } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import { notAllowed } from './allowed.ts'
import type { Decided, DecisionContext } from './declare.ts'
import type { TicketEvent } from './events.ts'
import { discreet } from './personal.ts'
import { stamped } from './stamp.ts'
import { stepsByCommand } from './steps/index.ts'
import type { TicketCommand } from './steps/index.ts'
import type { Ticket } from './ticket.ts'

/**
 * Decides a command on a ticket (null: none yet): the events it leads to, none when nothing changes, or a
 * refusal. The one gate into history: whatever somebody wrote is masked here, on a ticket of secrecy concealed.
 * Pure: who, when, the calendar and the masks come in `by`. Never throws on any input of its types.
 */
export function decide(
  ticket: Ticket | null,
  command: TicketCommand,
  by: DecisionContext,
): readonly TicketEvent[] | Refusal {
  const barred = notAllowed(ticket, command.type, by.actor)
  if (barred !== null) return barred
  const { input, decide: decider } = stepsByCommand[command.type]
  const { type, ...data } = command
  const said = { type, ...discreet(input, data, by.words, isSecret(ticket, command)) }
  // Safe because the table has each step under its own command; only the one that opens asks for no ticket.
  const facts = (decider as Decider)(ticket as Ticket, said, by)
  return isRefusal(facts) ? facts : facts.map((fact) => stamped(fact, by))
}

type Decider = (ticket: Ticket, command: object, by: DecisionContext) => Decided

function isSecret(ticket: Ticket | null, command: TicketCommand): boolean {
  return command.type === 'open' ? command.opened.secrecy : ticket?.opened.secrecy === true
}
