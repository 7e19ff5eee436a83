import type { ClockName } from '#routing/types.ts'
import type { Deadlines, Opened } from './events.ts'
import { inServiceHours } from './service-hours.ts'
import { settings } from './settings.ts'
import { unitStatuses } from './status.ts'
import type { TicketStatus } from './status.ts'
import type { Ticket } from './ticket.ts'

/** A clock that runs on a ticket now. Times are UTC milliseconds. */
export type RunningClock = { readonly clock: ClockName; readonly from: number; readonly at: number }

/** Clocks that run: none while the citizen owes an answer, while suspended, or once resolved. */
export function runningClocks(ticket: Ticket): readonly RunningClock[] {
  return [...deskClock(ticket), ...unitClocks(ticket)]
}

function deskClock({ status, deskFrom, dispatchDue }: Ticket): readonly RunningClock[] {
  const atDesk = status === 'pending' || status === 'conference'
  return atDesk ? [{ clock: 'dispatch', from: deskFrom, at: dispatchDue }] : []
}

function unitClocks(ticket: Ticket): readonly RunningClock[] {
  const { status, deadlines } = ticket
  if (deadlines === null) return promisedElsewhere(ticket)
  return clocksIn(status)
    .filter((clock) => clock !== 'contact' || ticket.contactedAt === null)
    .map((clock) => {
      const from = runningFrom(ticket, clock)
      return from === null ? null : { clock, from, at: ruling(ticket, clock, deadlines[clock]) }
    })
    .filter((running) => running !== null)
}

/** The order it came with may want it sooner: the earlier one rules. */
function ruling({ opened }: Ticket, clock: keyof Deadlines, own: number): number {
  return Math.min(own, orderedBy(opened, clock) ?? own)
}

/** By when the order a ticket came with wants a clock kept, UTC milliseconds; null: it does not say. */
export function orderedBy(
  { sourceOrder }: Pick<Opened, 'sourceOrder'>,
  clock: ClockName,
): number | null {
  if (clock === 'accept') return sourceOrder?.acceptBy ?? null
  return clock === 'solve' ? (sourceOrder?.solveBy ?? null) : null
}

/** Before anybody has it, only the order it came with promises anything. */
function promisedElsewhere({ status, opened }: Ticket): readonly RunningClock[] {
  const at = orderedBy(opened, 'solve')
  return status === 'pending' && at !== null
    ? [{ clock: 'solve', from: opened.receivedAt, at }]
    : []
}

function clocksIn(status: TicketStatus): readonly (keyof Deadlines)[] {
  switch (status) {
    case 'dispatched':
      return ['accept', 'contact', 'solve']
    case 'accepted':
    case 'in-progress':
    case 'reopened':
      return ['contact', 'solve']
    case 'pending':
    case 'conference':
      return ['solve']
    default:
      return []
  }
}

/** Since when a clock runs: the citizen's from the promise, a unit's from its own dispatch. */
export function runningFrom(ticket: Ticket, clock: keyof Deadlines): number | null {
  return clock === 'solve' ? ticket.promisedFrom : ticket.dispatchedAt
}

/** What a person has to do next, and by when; null when nobody has to. */
export function nextDue(ticket: Ticket): { readonly clock: ClockName; readonly at: number } | null {
  const clocks = [...runningClocks(ticket)].sort((a, b) => a.at - b.at)
  const first = clocks[0]
  return first === undefined ? null : { clock: first.clock, at: first.at }
}

/**
 * When the next step of a call-back is due: once resolved, or once the promise has passed unsolved. Reminders
 * come in the service hours: no citizen is woken.
 */
export function callbackTimes(ticket: Ticket): readonly number[] {
  const { callback, status } = ticket
  if (status !== 'resolved' && !unitStatuses.some((one) => one === status)) return []
  if (awaitsSupervision(ticket)) return []
  if (callback === null) return firstAsked(ticket)
  if (callback.via !== 'channel' || callback.settledAt !== null) return []
  return [inServiceHours(callback.askedAt + waitAfter(callback.reminders))]
}

function firstAsked(ticket: Ticket): readonly number[] {
  if (ticket.status === 'resolved') return [ticket.resolvedAt ?? ticket.lastEventAt]
  return ticket.deadlines === null || wayToAsk(ticket) === null
    ? []
    : [inServiceHours(ticket.deadlines.solve)]
}

/**
 * Not solved or not satisfied after the last second handling: it is neither handled again nor filed before its
 * unit has answered an order of supervision.
 */
export function awaitsSupervision({ status, rating }: Ticket): boolean {
  return status === 'resolved' && rating !== null
}

/** Since when it waits for the order itself, UTC milliseconds; null when it does not, or has it. */
export function orderDue(ticket: Ticket): number | null {
  const { supervision, rating } = ticket
  if (rating === null || !awaitsSupervision(ticket)) return null
  return supervision === null || supervision.repliedAt !== null ? rating.at : null
}

/** Each step waits its own share of the rulebook's time, also when the house was stopped in between. */
function waitAfter(reminders: number): number {
  const steps = [...settings.callbackReminderAfterMs, settings.callbackToPhoneAfterMs]
  return (steps[reminders] ?? settings.callbackToPhoneAfterMs) - (steps[reminders - 1] ?? 0)
}

/**
 * Where a citizen is asked first: the channel of origin, which is the phone for a caller; null: nowhere, or
 * they do not want to be asked.
 */
export function wayToAsk({ opened }: Ticket): 'channel' | 'phone' | null {
  if (opened.callbackWish?.ask === false) return null
  if (opened.dialogueId !== null && opened.channel !== 'hotline') return 'channel'
  return opened.citizenId === null ? null : 'phone'
}
