import { mask } from '#domain/privacy.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/commands.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import { settings } from '#domain/ticket/settings.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { maskedWords } from './act-as-citizen.ts'
import { changeTicket } from './change-ticket.ts'
import type { StaffCommand } from './command-input.ts'
import type { Ctx } from './ctx.ts'
import { readTicket } from './read-desk.ts'
import { erasedFields } from './retention.ts'

type Asked<T extends StaffCommand['type']> = Extract<StaffCommand, { readonly type: T }>

export type GivenCommand = {
  readonly ticketId: TicketId
  readonly command: StaffCommand
  /** The last event the person had seen. */
  readonly seenSeq?: number
}

/**
 * Carries out what a person of the staff asks of a ticket. What only the house can add is added here: the id
 * and the deadline of a whistle, the ticket behind a number. What a caller says is masked. Refuses what `changeTicket` does, and
 * 'invalid-input' for a number that names no ticket to merge into.
 */
export async function giveCommand(ctx: Ctx, given: GivenCommand): Promise<Ticket | Refusal> {
  const { ticketId, command, seenSeq } = given
  if (command.type === 'merge') {
    const merge = await mergeOf(ctx, command.intoNumber)
    return isRefusal(merge) ? merge : changeTicket(ctx, ticketId, merge, seenSeq)
  }
  return changeTicket(ctx, ticketId, (ticket) => completed(ctx, ticket, command), seenSeq)
}

function completed(
  ctx: Ctx,
  ticket: Ticket,
  command: Exclude<StaffCommand, Asked<'merge'>>,
): TicketCommand {
  switch (command.type) {
    case 'whistle':
      return {
        ...command,
        whistleId: ctx.newId(),
        due: command.due ?? whistleDue(ticket, ctx.now()),
      }
    case 'erase':
      return { ...command, fields: erasedFields }
    case 'supplement':
      return maskedWords({ ...command, attachments: [], place: null })
    case 'urge':
    case 'withdraw':
    case 'rate':
    case 'reopen':
    case 'answer-exclusion':
      return maskedWords(command)
    case 'attempt-callback':
      return { ...command, note: command.note && mask(command.note) }
    default:
      return command
  }
}

/** By when called units report in unless the whistle says otherwise, UTC milliseconds (rulebook, Whistle). */
export function whistleDue({ urgency }: Pick<Ticket, 'urgency'>, now: number): number {
  const { urgent, otherwise } = settings.reportInWithinMs
  return now + (urgency === 'urgent' ? urgent : otherwise)
}

/** Into a ticket in one of these nobody would follow a merged complaint any further. */
export const noMain: readonly Ticket['status'][] = ['merged', 'withdrawn', 'referred', 'closed']

/** The command that merges into the ticket of a number; refuses 'invalid-input' when nobody would follow it there. */
export async function mergeOf(
  ctx: Ctx,
  intoNumber: string,
): Promise<Extract<TicketCommand, { readonly type: 'merge' }> | Refusal> {
  const main = await readTicket(ctx, { number: intoNumber })
  if (isRefusal(main) || noMain.includes(main.ticket.status)) {
    return refuse('invalid-input', { fields: 'intoNumber' })
  }
  const { id, opened } = main.ticket
  return { type: 'merge', into: id, intoNumber: opened.number }
}
