import { isItsCitizen } from '../roles.ts'
import type { Actor } from '../roles.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { TicketCommandType } from './commands.ts'
import { moot } from './moot.ts'
import type { TicketStatus } from './status.ts'
import type { Ticket } from './ticket.ts'
import { workflow } from './workflow.ts'
import type { Rule, Standing } from './workflow.ts'

/** How an actor stands to a ticket: every relation that holds. */
export function standings(actor: Actor, ticket: Ticket | null): readonly Standing[] {
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
  const rule: Rule = workflow[command]
  const held = standings(actor, ticket)
  if (!rule.by.some((standing) => held.includes(standing))) {
    const unitCommand = rule.by.some((standing) => ofUnits.has(standing))
    return refuse(unitCommand && actor.unit !== null ? 'not-your-unit' : 'not-allowed', { command })
  }
  if (command === 'open') return ticket === null ? null : refuse('already-done', { command })
  if (ticket === null) return refuse('not-found')
  return fits(rule, ticket.status)
    ? null
    : refuse('wrong-status', { command, status: ticket.status })
}

function fits(rule: Rule, status: TicketStatus): boolean {
  return rule.from.includes(status)
}

// Not offered as buttons: the house gives them, or another page does.
const hidden: ReadonlySet<string> = new Set(['tick', 'open', 'start-callback', 'remind-callback'])

/** Commands an actor may give a ticket as it stands: what the desk shows as buttons. */
export function allowedCommands(ticket: Ticket, actor: Actor): readonly TicketCommandType[] {
  // Safe because Object.keys of the literal table gives exactly its keys.
  const all = Object.keys(workflow) as TicketCommandType[]
  return all.filter(
    (command) =>
      !hidden.has(command) &&
      notAllowed(ticket, command, actor) === null &&
      !moot(ticket, command, actor),
  )
}
