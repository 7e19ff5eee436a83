import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Actor } from '../roles.ts'
import { awaitsSupervision, wayToAsk } from './deadlines.ts'
import { settings } from './settings.ts'
import type { Ticket } from './ticket.ts'

/** A call-back waits to be made by phone. */
export function inPhoneQueue({ callback }: Ticket): boolean {
  return callback?.via === 'phone' && callback.settledAt === null
}

/**
 * Why the three questions may not be answered now: nobody has asked, or they have been answered – if by the citizen,
 * for good; what an operator wrote down for her is hers to set right.
 */
export function rateBarred(ticket: Ticket, { role }: Pick<Actor, 'role'>): Refusal | null {
  const { callback, status } = ticket
  if (role === 'citizen' && ticket.rating?.byStaff === true) return null
  if (status === 'closed') return refuse('wrong-status', { command: 'rate', status })
  if (awaitsSupervision(ticket)) return refuse('already-done')
  if (callback === null) return status === 'resolved' ? null : refuse('nothing-pending')
  return callback.settledAt === null ? null : refuse('already-done')
}

/**
 * Unreachable: after all attempts, or when the house finds that no number is on file. Anonymous: there never
 * was a way to ask (rulebook, Call-back).
 */
export function mayGiveUp(
  ticket: Ticket,
  because: 'unreachable' | 'anonymous',
  actor: Actor,
): boolean {
  if (because === 'anonymous') return wayToAsk(ticket) === null
  const tried = (ticket.callback?.attempts ?? 0) >= settings.callbackPhoneAttempts
  return inPhoneQueue(ticket) && (tried || actor.role === 'system')
}
