import { maskSelf } from '../privacy.ts'
import type { TicketCommand } from './commands.ts'
import type { Ticket } from './ticket.ts'

/**
 * What a citizen says on a ticket of secrecy, as it may enter history: what tells who speaks is starred, for the
 * handler reads it (rulebook, Privacy). The unmasked words are kept apart, sealed.
 */
export function discreet(ticket: Ticket | null, command: TicketCommand): TicketCommand {
  const secret = command.type === 'open' ? command.opened.secrecy : ticket?.opened.secrecy
  return secret === true ? hidden(command) : command
}

function hidden(command: TicketCommand): TicketCommand {
  switch (command.type) {
    case 'open': {
      const { opened } = command
      const place = { ...opened.place, spot: maybe(opened.place.spot) }
      return { ...command, opened: { ...opened, text: maskSelf(opened.text), place } }
    }
    case 'supplement':
    case 'urge':
    case 'answer-exclusion':
      return { ...command, text: maskSelf(command.text) }
    case 'rate':
      return { ...command, comment: maybe(command.comment) }
    case 'reopen':
      return { ...command, reason: maskSelf(command.reason) }
    case 'withdraw':
      return { ...command, reason: maybe(command.reason) }
    default:
      return command
  }
}

function maybe(text: string | null): string | null {
  return text === null ? null : maskSelf(text)
}
