import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { asRead } from '#intents/readable.ts'
import { urgencyOf } from '#intents/urgency.ts'
import { route } from '#routing/route.ts'
import type { Place, Routing } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { circumstancesAt } from './circumstances.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { placeByHand } from '#app/places/place-by-hand.ts'
import { urgencies } from '#domain/ticket/shapes.ts'

export type DispatchInput = {
  readonly ticketId: TicketId
  readonly seenSeq?: number
  /** Left out: as the ticket has it. */
  readonly category?: ComplaintCategoryId
  readonly place?: Place
  /** Left out: the unit the rules name. */
  readonly unit?: UnitId
  readonly note: string | null
}

/**
 * The desk classifies, places and dispatches in one step. Without `unit` the rules name the handler; with
 * it the desk's choice stands beside the rules' clause, and the trace keeps whom the rules had named. Where the
 * unit stays the same, only what was wrong is set right.
 * Refuses: 'missing-category', 'missing-place', and what the mechanism refuses.
 */
export function dispatchTicket(ctx: Ctx, input: DispatchInput): Promise<Ticket | Refusal> {
  return changeTicket(
    ctx,
    input.ticketId,
    (ticket) => commandsFor(ctx, ticket, input),
    input.seenSeq,
  )
}

/** What the desk's one step means on this ticket as it stands, in order; refuses what `dispatchTicket` does. */
export function commandsFor(
  ctx: Ctx,
  ticket: Ticket,
  input: DispatchInput,
): TicketCommand[] | Refusal {
  const category = input.category ?? ticket.category
  const place = input.place === undefined ? ticket.place : placeByHand(input.place)
  if (category === null) return refuse('missing-category')
  const { text } = ticket.opened
  const question = { category, place, text, urgency: ticket.urgency, at: ctx.now() }
  const routed = route(question)
  if ('missing' in routed) return refuse('missing-place')
  const commands: TicketCommand[] = []
  if (category !== ticket.category) {
    commands.push({ type: 'classify', category, note: null }, ...reclassed(ticket, category))
  }
  if (!samePlace(place, ticket.place)) commands.push({ type: 'place', place })
  const routing = input.unit === undefined ? routed : chosenByHand(routed, input.unit)
  // Set right, and still its unit's: nothing is sent anew, so that its work goes on.
  if (commands.length > 0 && routing.handler === ticket.handler) {
    return commands.map((command) => withRouting(command, routing))
  }
  return [...commands, { type: 'dispatch', routing, note: input.note }]
}

/** What it is answered by follows what was set right. */
function withRouting(command: TicketCommand, routing: Routing): TicketCommand {
  return command.type === 'classify' || command.type === 'place' ? { ...command, routing } : command
}

/**
 * Another category may be of another class: its clocks are reckoned anew. A class somebody chose by hand is only
 * raised; what the citizen was promised never moves later (domain/ticket/dispatching.ts).
 */
function reclassed(ticket: Ticket, category: ComplaintCategoryId): TicketCommand[] {
  const { opened, urgency } = ticket
  const { normal } = asRead(opened.text)
  const circumstances = circumstancesAt(opened.receivedAt)
  const before =
    ticket.category === null
      ? opened.urgency
      : urgencyOf(normal, ticket.category, circumstances).urgency
  const after = urgencyOf(normal, category, circumstances).urgency
  const raised = urgencies.indexOf(after) < urgencies.indexOf(urgency)
  const byHand = urgency !== before
  return after === urgency || (byHand && !raised)
    ? []
    : [{ type: 'set-urgency', urgency: after, note: null }]
}

function samePlace(a: Place, b: Place): boolean {
  return a.town === b.town && a.village === b.village && a.spot === b.spot
}

/** The rules' answer with another handler, chosen by a person; the trace keeps whom the rules had named. */
export function chosenByHand(rules: Routing, unit: UnitId): Routing {
  if (unit === rules.handler) return rules
  return {
    ...rules,
    handler: unit,
    supporting: rules.supporting.filter((other) => other !== unit),
    rule: `desk/${rules.rule}`,
    considered: [
      { unit, outcome: 'handler', reason: 'chosen-by-desk' },
      ...rules.considered
        .filter((other) => other.unit !== unit)
        .map((other) =>
          other.outcome === 'handler'
            ? { ...other, outcome: 'rejected' as const, reason: 'desk-chose-another' }
            : other,
        ),
    ],
  }
}
