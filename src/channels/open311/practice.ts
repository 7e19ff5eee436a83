import { planReport } from '#app/intake/open-by-source.ts'
import { planTicket } from '#app/tickets/plan-change.ts'
import type { PickQuery } from '#app/intake/source-readers.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { StoredEvent, TicketEvent } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Backend, History } from './backend.ts'
import { reporterOf, supplementOf } from './backend.ts'

/** Reports kept at once; the oldest goes first. */
const keptAtMost = 200

type Kept = { readonly ticket: Ticket; readonly history: History }

/**
 * The test endpoint's reports: planned by the same rules as real ones, then kept in memory alone. No ticket is
 * opened, no unit hears of them, nobody's number is taken, and a restart forgets them.
 */
export function makePractice(): Backend {
  const kept = new Map<string, Kept>()
  const keep = (one: Kept) => {
    kept.set(one.ticket.opened.number, one)
    const [oldest] = kept.keys()
    if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest)
  }
  let made = 0
  const next = () => `TEST-${String((made += 1)).padStart(5, '0')}`
  return {
    open: async (ctx, report) => {
      const again = [...kept.values()].find(
        ({ ticket }) => ticket.opened.sourceNumber === report.sourceNumber,
      )
      if (again !== undefined) return again.ticket
      const planned = planReport(ctx, report, { citizenId: null, numbers: { next } })
      if (isRefusal(planned)) return planned
      const history = planned.events.map((event, index) =>
        stored(event, planned.ticketId, index + 1),
      )
      const ticket = planned.after
      keep({ ticket, history })
      return ticket
    },
    version: () => Promise.resolve(null),
    pick: async (_ctx, query) =>
      [...kept.values()]
        .reverse()
        .filter(({ ticket, history }) => fits(ticket, history, query))
        .slice(query.offset ?? 0, (query.offset ?? 0) + query.limit)
        .map(({ history }) => history),
    supplement: async (ctx, before, words) => {
      const known = kept.get(before.opened.number)
      const actor = reporterOf(before)
      const planned = planTicket({ ...ctx, actor }, before.id, before, [supplementOf(words)])
      if (isRefusal(planned) || known === undefined) return isRefusal(planned) ? planned : before
      const added = planned.events.map((event, index) =>
        stored(event, before.id, before.seq + index + 1),
      )
      keep({ ticket: planned.after, history: [...known.history, ...added] })
      return fold(before.id, [...known.history, ...added]) ?? before
    },
  }
}

function stored(event: TicketEvent, ticketId: string, seq: number): StoredEvent {
  return { ...event, ticketId, seq }
}

/** The same question as the database answers for real tickets. */
function fits(ticket: Ticket, history: History, query: PickQuery): boolean {
  const { numbers, categories, statuses, opened, changed } = query
  return (
    (numbers === undefined || numbers.includes(ticket.opened.number)) &&
    (categories === undefined || categories.includes(ticket.category)) &&
    (statuses === undefined || statuses.includes(ticket.status)) &&
    (opened === undefined || within(ticket.openedAt, opened)) &&
    (changed === undefined || history.some(({ at }) => within(at, changed)))
  )
}

function within(at: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return at >= from && at < to
}
