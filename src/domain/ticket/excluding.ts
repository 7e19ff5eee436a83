import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Actor } from '../roles.ts'
import type { Exclusion, Ticket } from './ticket.ts'

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
