import type { Routing } from '#routing/types.ts'
import { maskSelf } from '../privacy.ts'
import type { TicketCommand } from './commands.ts'
import type { Attachment } from './events.ts'
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
    case 'open':
      return {
        ...command,
        opened: hiddenOpening(command.opened),
        routing: hiddenAsked(command.routing),
      }
    case 'supplement': {
      const place = command.place && hiddenSpot(command.place)
      const attachments = unnamed(command.attachments)
      return { ...command, text: maskSelf(command.text), place, attachments }
    }
    case 'dispatch':
      return { ...command, routing: hiddenAsked(command.routing) }
    case 'classify':
    case 'place':
      return command.routing === undefined
        ? command
        : { ...command, routing: hiddenAsked(command.routing) }
    case 'attempt-callback':
      return { ...command, note: maybe(command.note) }
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

type Opening = Extract<TicketCommand, { readonly type: 'open' }>['opened']

function hiddenOpening(opened: Opening): Opening {
  const { text, place, when, attachments, callbackWish: wish } = opened
  return {
    ...opened,
    text: maskSelf(text),
    place: hiddenSpot(place),
    when: maybe(when),
    attachments: unnamed(attachments),
    ...(wish === undefined ? {} : { callbackWish: { ...wish, hours: maybe(wish.hours) } }),
  }
}

/** A file is often named after whoever made it. */
function unnamed(attachments: readonly Attachment[]): readonly Attachment[] {
  return attachments.map((one) => ({ ...one, name: null }))
}

function hiddenSpot<T extends { readonly spot: string | null }>(place: T): T {
  return { ...place, spot: maybe(place.spot) }
}

/** What the rules were asked says the spot once more. */
function hiddenAsked<T extends Routing | null>(routing: T): T {
  return routing && { ...routing, asked: hiddenSpot(routing.asked) }
}

function maybe(text: string | null): string | null {
  return text === null ? null : maskSelf(text)
}
