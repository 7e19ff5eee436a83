import { event, step } from '../declare.ts'
import { deadlinesFrom } from '../dispatching.ts'
import type { Deadlines } from '../events.ts'
import { withDeadlines } from '../folding.ts'
import * as k from '../kinds.ts'
import { deadlines, urgency } from '../shapes.ts'
import { openStatuses } from '../status.ts'
import type { Ticket } from '../ticket.ts'

/**
 * `dispatchDue`: when the desk has to dispatch it, if it still has to. `deadlines`: null while no unit has ever had
 * it.
 */
export const urgencySet = event(
  'urgency-set',
  {
    urgency,
    note: k.maybe(k.words.ofStaff),
    dispatchDue: k.moment,
    deadlines: k.maybe(deadlines),
  },
  {
    change: (t, { data, at }) => {
      const set = { ...t, urgency: data.urgency, dispatchDue: data.dispatchDue }
      return data.deadlines === null ? set : withDeadlines(set, data.deadlines, at)
    },
  },
)

export const setUrgency = step({
  command: 'set-urgency',
  input: { urgency, note: k.maybe(k.words.ofStaff) },
  from: openStatuses,
  by: ['dispatcher', 'inspector'],
  decide: (ticket, { urgency, note }, by) => {
    if (urgency === ticket.urgency) return []
    const fresh = whileResting(ticket, deadlinesFrom(by, urgency), by.now)
    const deadlines = ticket.deadlines && earlier(ticket.deadlines, fresh)
    const dispatchDue = Math.min(ticket.dispatchDue, by.due('dispatch', urgency, by.now))
    return [urgencySet({ urgency, note, dispatchDue, deadlines })]
  },
})

/** A suspended ticket's promise is told as it will be after the review. */
function whileResting({ status, suspension }: Ticket, fresh: Deadlines, now: number): Deadlines {
  if (status !== 'suspended' || suspension === null) return fresh
  return { ...fresh, solve: fresh.solve + Math.max(0, suspension.reviewAt - now) }
}

/** A new urgency counts from when it is set, and takes nothing promised back. */
function earlier(promised: Deadlines, fresh: Deadlines): Deadlines {
  return {
    accept: Math.min(promised.accept, fresh.accept),
    contact: Math.min(promised.contact, fresh.contact),
    return: Math.min(promised.return, fresh.return),
    solve: Math.min(promised.solve, fresh.solve),
  }
}
