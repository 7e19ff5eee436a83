import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Actor } from '../roles.ts'
import type { DecisionContext, TicketCommand } from './commands.ts'
import type { Decided } from './decide.ts'
import type { Exclusion, Ticket } from './ticket.ts'

type Command<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>

/** Out of the rates: proposed with evidence, heard, decided by a second person, appealed once (rulebook, Exclusion). */
export const deciders = {
  'propose-exclusion': (
    ticket: Ticket,
    { ground, evidence }: Command<'propose-exclusion'>,
  ): Decided => {
    if (ticket.exclusion !== null && ticket.exclusion.state !== 'refused') {
      return refuse('already-done')
    }
    if (evidence.trim() === '') return refuse('invalid-input', { fields: 'evidence' })
    return [{ type: 'exclusion-proposed', data: { ground, evidence } }]
  },

  'answer-exclusion': (
    ticket: Ticket,
    { text }: Command<'answer-exclusion'>,
    { actor }: DecisionContext,
  ): Decided => {
    const barred = answerBarred(ticket, actor)
    if (barred !== null) return barred
    if (text.trim() === '') return refuse('invalid-input', { fields: 'text' })
    return [{ type: 'exclusion-answered', data: { text } }]
  },

  'approve-exclusion': (
    ticket: Ticket,
    { note }: Command<'approve-exclusion'>,
    { actor }: DecisionContext,
  ): Decided => decisionBarred(ticket, actor) ?? [{ type: 'exclusion-approved', data: { note } }],

  'refuse-exclusion': (
    ticket: Ticket,
    { note }: Command<'refuse-exclusion'>,
    { actor }: DecisionContext,
  ): Decided => {
    // Whoever proposed it may take it back; an appeal is for somebody new.
    const barred = ticket.exclusion?.state === 'proposed' ? null : decisionBarred(ticket, actor)
    return barred ?? [{ type: 'exclusion-refused', data: { note } }]
  },
}

/** Out of the rates for now: an appeal is not yet a decision. */
export function isExcluded({ exclusion }: Pick<Ticket, 'exclusion'>): boolean {
  return exclusion?.state === 'approved' || exclusion?.state === 'appealed'
}

/** An exclusion that waits for an inspector. */
export function isUndecided(exclusion: Exclusion | null): exclusion is Exclusion {
  return exclusion?.state === 'proposed' || exclusion?.state === 'appealed'
}

/** Why somebody's word on an exclusion is not taken now: there is none, they have had it, or the appeal is over. */
export function answerBarred({ exclusion }: Ticket, actor: Actor): Refusal | null {
  if (exclusion === null || exclusion.state === 'refused') return refuse('nothing-pending')
  if (exclusion.state === 'approved') {
    return exclusion.appealed ? refuse('limit-reached', { limit: 1 }) : null
  }
  return exclusion.heard.includes(sideOf(actor)) ? refuse('already-done') : null
}

/** Why somebody may not decide: nothing waits, or they proposed it or have approved it before. */
export function decisionBarred({ exclusion }: Ticket, actor: Actor): Refusal | null {
  if (!isUndecided(exclusion)) return refuse('nothing-pending')
  const { proposedBy, approvedBy } = exclusion
  return actor.id === proposedBy || actor.id === approvedBy ? refuse('second-person-needed') : null
}

/** For whom somebody speaks: an operator passes on what the citizen says. */
export function sideOf({ unit }: Pick<Actor, 'unit'>): 'citizen' | 'unit' {
  return unit === null ? 'citizen' : 'unit'
}
