import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { settings } from '#domain/ticket/settings.ts'
import { eachApart } from '#app/tools/apart.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'

/** Tickets whose persons are erased in one round of the timers. */
const perRound = 50

/** Erasing is the administrator's; the timers do it on their standing order. */
const keeper: Actor = { id: 'system', role: 'administrator', unit: null, name: 'system' }

/** The moment `years` before `now` (UTC milliseconds), by the calendar: leap years count. */
export function yearsBefore(now: number, years: number): number {
  const then = new Date(now)
  then.setUTCFullYear(then.getUTCFullYear() - years)
  return then.getTime()
}

/**
 * Erases the persons of tickets that ended long enough ago (rulebook, Privacy): a marker in the history, nothing
 * personal left. Safe to run at any time. Gives how many tickets.
 */
export function eraseExpired(given: Ctx): Promise<number> {
  const ctx: Ctx = { ...given, actor: keeper }
  const before = yearsBefore(ctx.now(), settings.retentionYears)
  return eachApart(ctx, {
    stage: 'erasing',
    perRound,
    due: (limit) => ctx.archive.erasable(before, limit),
    work: async (ticketId) => {
      const result = await changeTicket(ctx, ticketId, { type: 'erase' })
      if (!isRefusal(result)) return true
      ctx.log.warn('retention.refused', { ticket: ticketId, code: result.refused })
      return false
    },
  })
}
