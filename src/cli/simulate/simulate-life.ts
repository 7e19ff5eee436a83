import type { Ctx } from '#app/ctx.ts'
import { planTicket, system } from '#app/tickets/plan-change.ts'
import type { TicketChange } from '#app/ports.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'

/** What somebody does: commands, or how to make them from the ticket as it stands then. */
type Deed = TicketCommand | ((ticket: Ticket, ctx: Ctx) => readonly TicketCommand[] | Refusal)

/** One ticket living its simulated life under the real mechanism. */
export type Life = {
  readonly id: TicketId
  /** As it stands. */
  readonly ticket: () => Ticket
  /** Of the last thing anybody did, UTC milliseconds. */
  readonly at: () => number
  /** Nobody does anything further: now has come, it was halted, or a command was refused. */
  readonly over: () => boolean
  /** Somebody acts at `at`, after all clocks that rang before; nothing once it is over. */
  readonly act: (at: number, actor: Actor, deed: Deed) => void
  /** Rings what is left until now and gives the whole life as one change. */
  readonly end: () => TicketChange
  /** What the mechanism refused: none, if the story was a possible one. */
  readonly refused: () => readonly string[]
}

export type LifeGiven = {
  readonly id: TicketId
  /** UTC milliseconds. */
  readonly openedAt: number
  readonly opener: Actor
  readonly open: TicketCommand
  /** The season's end, UTC milliseconds. */
  readonly now: number
  readonly halt: TicketStatus | null
}

/** Opens a ticket and lets it live. Throws when the mechanism refuses the opening. */
export function beginLife(ctx: Ctx, given: LifeGiven): Life {
  const { id, now, halt, openedAt } = given
  const first = planTicket(as(ctx, given.opener, openedAt), id, null, [given.open])
  if (isRefusal(first)) throw new Error(`not opened: ${first.refused}`)
  let whole = first
  let at = openedAt
  let over = whole.after.status === halt
  const refused: string[] = []
  const ringUntil = (until: number): void => {
    while (whole.nextTimerAt !== null && whole.nextTimerAt <= until) {
      const moment = Math.max(whole.nextTimerAt, whole.after.lastEventAt)
      const rung = planTicket(as(ctx, system, moment), id, whole.after, [])
      if (isRefusal(rung) || rung.events.length === 0) return
      whole = joined(whole, rung)
    }
  }
  const plan = (actor: Actor, deed: Deed): TicketChange | Refusal => {
    const then = as(ctx, actor, at)
    const commands = typeof deed === 'function' ? deed(whole.after, then) : [deed]
    return isRefusal(commands) ? commands : planTicket(then, id, whole.after, commands)
  }
  return {
    id,
    ticket: () => whole.after,
    at: () => at,
    over: () => over,
    refused: () => refused,
    act: (moment, actor, deed) => {
      over ||= moment > now
      if (over) return
      ringUntil(moment)
      at = Math.max(moment, whole.after.lastEventAt)
      const planned = plan(actor, deed)
      if (isRefusal(planned)) {
        refused.push(`${planned.refused} ${JSON.stringify(planned.params)}`)
        over = true
        return
      }
      whole = joined(whole, planned)
      over = planned.after.status === halt
    },
    end: () => {
      ringUntil(now)
      return whole
    },
  }
}

function as(ctx: Ctx, actor: Actor, at: number): Ctx {
  return { ...ctx, actor, now: () => at }
}

/** Two changes of a new ticket, one after the other, as one. */
function joined(before: TicketChange, next: TicketChange): TicketChange {
  return {
    ...next,
    expectedSeq: 0,
    events: [...before.events, ...next.events],
    personal: [...before.personal, ...next.personal],
    searched: next.searched ?? before.searched,
    settled: [...before.settled, ...next.settled],
    struck: [...before.struck, ...next.struck],
    notices: [...before.notices, ...next.notices],
  }
}
