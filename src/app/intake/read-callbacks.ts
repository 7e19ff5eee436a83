import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { inPhoneQueue } from '#domain/ticket/callback.ts'
import { halfDayOf } from '#domain/ticket/half-day.ts'
import { stepsByCommand } from '#domain/ticket/steps/index.ts'
import type { Ctx } from '#app/ctx.ts'
import { readTicket } from '#app/tickets/read-desk.ts'
import type { TicketView } from '#app/tickets/read-desk.ts'

/** Most calls that are listed at a time. */
const callbacksMost = 100

export type CallbackQueue = {
  /** The half-day it is now, e.g. 20261123-am. */
  readonly halfDay: string
  /** May be called now, or has been reached; what has waited longest comes first. */
  readonly now: readonly TicketView[]
  /** Tried in this half-day already. */
  readonly later: readonly TicketView[]
  /** Unanswered in the channel so far: not yet for the phone. At most `callbacksMost` are counted. */
  readonly inChannel: number
}

const answered = [
  'rated',
  'unreachable',
  'closed',
  'reopened',
  'withdrawn',
  'callback-started',
] as const

/** Tickets whose citizen is to be called, and who may be called now. Refuses 'not-allowed' for all but operators. */
export async function readCallbacks(ctx: Ctx): Promise<CallbackQueue | Refusal> {
  if (ctx.actor.role !== 'operator') return refuse('not-allowed')
  const waiting = await ctx.readers.work({
    whose: 'operators',
    now: ctx.now(),
    filter: {},
    kind: 'callback',
    limit: callbacksMost,
  })
  const asked = await ctx.readers.waiting({
    asked: { type: 'callback-started', where: { via: 'channel' } },
    answered,
    statuses: stepsByCommand['attempt-callback'].from,
    limit: callbacksMost,
  })
  const inChannel = asked.length
  const views = await Promise.all(waiting.map(({ ticketId: id }) => readTicket(ctx, { id })))
  const queue = views.flatMap((view) =>
    isRefusal(view) || !inPhoneQueue(view.ticket) ? [] : [view],
  )
  const halfDay = halfDayOf(ctx.now())
  // Who has been reached waits for no other half-day: what they said is still to be written down.
  const tried = ({ ticket: { callback } }: TicketView) =>
    callback !== null && callback.reachedAt === null && callback.halfDays.includes(halfDay)
  return {
    halfDay,
    now: queue.filter((view) => !tried(view)),
    later: queue.filter(tried),
    inChannel,
  }
}
