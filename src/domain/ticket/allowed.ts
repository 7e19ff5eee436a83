import { isItsCitizen } from '../roles.ts'
import type { Actor } from '../roles.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Standing } from './declare.ts'
import { steps, stepsByCommand } from './steps/index.ts'
import type { TicketCommandType } from './steps/index.ts'
import type { TicketStatus } from './status.ts'
import type { Ticket } from './ticket.ts'

/** How an actor stands to a ticket: every relation that holds. */
function standings(actor: Actor, ticket: Ticket | null): readonly Standing[] {
  switch (actor.role) {
    case 'citizen':
      return ticket === null || isItsCitizen(actor, ticket) ? ['its-citizen'] : []
    case 'officer':
    case 'unit-lead':
      return ticket === null ? [] : unitStandings(actor, ticket)
    default:
      return [actor.role]
  }
}

function unitStandings(actor: Actor, ticket: Ticket): Standing[] {
  const { unit } = actor
  if (unit === null) return []
  const found: Standing[] = []
  if (ticket.handler === unit) found.push('handler')
  else if (ticket.supporting.includes(unit)) found.push('participant')
  if (ticket.whistles.some((w) => w.closedAt === null && w.units.includes(unit))) {
    found.push('called-unit')
  }
  if (ticket.status === 'conference' && ticket.conferenceUnits.includes(unit)) {
    found.push('conferee')
  }
  if (ticket.whistles.some((w) => w.caller === unit)) found.push('whistler')
  return found
}

const ofUnits: ReadonlySet<Standing> = new Set([
  'handler',
  'participant',
  'called-unit',
  'whistler',
  'conferee',
])

/** Why a command does not fit, or null: first the person, then the status. */
export function notAllowed(
  ticket: Ticket | null,
  command: TicketCommandType,
  actor: Actor,
): Refusal | null {
  const { by, from }: Rule = stepsByCommand[command]
  const held = standings(actor, ticket)
  if (!by.some((standing) => held.includes(standing))) {
    const unitCommand = by.some((standing) => ofUnits.has(standing))
    return refuse(unitCommand && actor.unit !== null ? 'not-your-unit' : 'not-allowed', { command })
  }
  if (command === 'open') return ticket === null ? null : refuse('already-done', { command })
  if (ticket === null) return refuse('not-found')
  return from.includes(ticket.status)
    ? null
    : refuse('wrong-status', { command, status: ticket.status })
}

type Rule = { readonly by: readonly Standing[]; readonly from: readonly TicketStatus[] }

/** Commands an actor may give a ticket as it stands: what the desk shows as buttons. */
export function allowedCommands(ticket: Ticket, actor: Actor): readonly TicketCommandType[] {
  return steps
    .filter(
      ({ command, quiet, moot }) =>
        !quiet && notAllowed(ticket, command, actor) === null && !moot(ticket, actor),
    )
    .map(({ command }) => command)
}
