import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { House } from '#domain/ticket/declare.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import { stepsByCommand } from '#domain/ticket/steps/index.ts'
import type { StaffCommand, TicketCommand } from '#domain/ticket/steps/index.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { assignOf } from './assign-ticket.ts'
import { changeTicket } from './change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { readTicket } from './read-desk.ts'
import { endedStatuses } from '#domain/ticket/status.ts'

export type GivenCommand = {
  readonly ticketId: TicketId
  readonly command: StaffCommand
  /** The last event the person had seen. */
  readonly seenSeq?: number
}

/**
 * Carries out what a person of the staff asks of a ticket: completed by what only the house knows, or by what has
 * to be looked up first. Refuses what `changeTicket` does, and 'invalid-input' for what cannot be found.
 */
export async function giveCommand(ctx: Ctx, given: GivenCommand): Promise<Ticket | Refusal> {
  const { ticketId, command, seenSeq } = given
  if (isLookedUp(command)) {
    const found = await lookUp(ctx, command)
    return isRefusal(found) ? found : changeTicket(ctx, ticketId, found, seenSeq)
  }
  return changeTicket(ctx, ticketId, (ticket) => completed(ctx, ticket, command), seenSeq)
}

type LookedUp = Extract<StaffCommand, { readonly type: keyof typeof lookUps }>

/** Steps that name something a use case has to find. */
const lookUps = {
  merge: (ctx: Ctx, { intoNumber }: Extract<StaffCommand, { readonly type: 'merge' }>) =>
    mergeOf(ctx, intoNumber),
  assign: (ctx: Ctx, { to, note }: Extract<StaffCommand, { readonly type: 'assign' }>) =>
    assignOf(ctx, to, note),
} as const

function isLookedUp(command: StaffCommand): command is LookedUp {
  return command.type in lookUps
}

function lookUp(ctx: Ctx, command: LookedUp): Promise<TicketCommand | Refusal> {
  // Safe because the table has each look-up under its own command.
  const found = lookUps[command.type] as (
    ctx: Ctx,
    command: LookedUp,
  ) => Promise<TicketCommand | Refusal>
  return found(ctx, command)
}

type Completes = (asked: object, ticket: Ticket, house: House) => object

function completed(ctx: Ctx, ticket: Ticket, command: StaffCommand): TicketCommand {
  const { type, ...asked } = command
  const completes = stepsByCommand[type].completes as Completes | null
  if (completes === null) throw new Error(`nothing looks up what ${type} names`)
  const { newId } = ctx
  // Safe because the declaration completes exactly its own command.
  return { type, ...completes(asked, ticket, { newId, now: ctx.now() }) } as TicketCommand
}

/** Into a ticket in one of these nobody would follow a merged complaint any further. */
export const noMain: readonly Ticket['status'][] = endedStatuses

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
