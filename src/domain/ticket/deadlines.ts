import type { ClockName } from '#routing/types.ts'
import { settings } from './settings.ts'
import type { Ticket } from './ticket.ts'

/** A clock that runs on a ticket now. Times are UTC milliseconds. */
export type RunningClock = { readonly clock: ClockName; readonly from: number; readonly at: number }

/** Clocks that run: none while the citizen owes an answer, while suspended, or once resolved. */
export function runningClocks(ticket: Ticket): readonly RunningClock[] {
  const { status, deadlines, dispatchedAt } = ticket
  if (status === 'pending' || status === 'conference') {
    const from = ticket.openedAt
    return ticket.dispatch === null
      ? [{ clock: 'dispatch', from, at: ticket.opened.dispatchDue }]
      : solving(ticket)
  }
  if (deadlines === null || dispatchedAt === null) return []
  const contact: RunningClock[] =
    ticket.contactedAt === null
      ? [{ clock: 'contact', from: dispatchedAt, at: deadlines.contact }]
      : []
  switch (status) {
    case 'dispatched':
      return [
        { clock: 'accept', from: dispatchedAt, at: deadlines.accept },
        ...contact,
        ...solving(ticket),
      ]
    case 'accepted':
    case 'in-progress':
    case 'reopened':
      return [...contact, ...solving(ticket)]
    default:
      return []
  }
}

function solving(ticket: Ticket): RunningClock[] {
  const { deadlines } = ticket
  const from = ticket.reopenings > 0 ? ticket.dispatchedAt : ticket.firstDispatchedAt
  return deadlines === null || from === null ? [] : [{ clock: 'solve', from, at: deadlines.solve }]
}

/** What a person has to do next, and by when; null when nobody has to. */
export function nextDue(ticket: Ticket): { readonly clock: ClockName; readonly at: number } | null {
  const clocks = [...runningClocks(ticket)].sort((a, b) => a.at - b.at)
  const first = clocks[0]
  return first === undefined ? null : { clock: first.clock, at: first.at }
}

/** A warning or escalation and when it is due. */
export type Alarm = { readonly at: number } & (
  | { readonly type: 'warned'; readonly clock: ClockName; readonly level: 'yellow' | 'red' }
  | {
      readonly type: 'escalated'
      readonly clock: ClockName
      readonly to: 'unit-lead' | 'inspector'
    }
)

/** Alarms of the running clocks not yet given, earliest first. */
export function pendingAlarms(ticket: Ticket): readonly Alarm[] {
  return runningClocks(ticket)
    .flatMap((running) => alarmsOf(running))
    .filter((alarm) => !given(ticket, alarm))
    .sort((a, b) => a.at - b.at)
}

function alarmsOf({ clock, from, at }: RunningClock): Alarm[] {
  const { yellowAt, escalateAfterMs } = settings
  return [
    { type: 'warned', clock, level: 'yellow', at: from + (at - from) * yellowAt },
    { type: 'warned', clock, level: 'red', at },
    { type: 'escalated', clock, to: 'unit-lead', at: at + escalateAfterMs['unit-lead'] },
    { type: 'escalated', clock, to: 'inspector', at: at + escalateAfterMs.inspector },
  ]
}

function given(ticket: Ticket, alarm: Alarm): boolean {
  return alarm.type === 'warned'
    ? ticket.warnings.some((w) => w.clock === alarm.clock && w.level === alarm.level)
    : ticket.escalations.some((e) => e.clock === alarm.clock && e.to === alarm.to)
}

/** When a tick will next have something to do, UTC milliseconds; null when never. */
export function nextTimer(ticket: Ticket): number | null {
  const times = [
    ...pendingAlarms(ticket).map((alarm) => alarm.at),
    ...(ticket.awaiting === null ? [] : [ticket.awaiting.until]),
    ...(ticket.status === 'suspended' && ticket.suspension !== null
      ? [ticket.suspension.reviewAt]
      : []),
    ...callbackTimes(ticket),
  ]
  return times.length === 0 ? null : Math.min(...times)
}

/** When the next step of an unanswered call-back is due. */
export function callbackTimes(ticket: Ticket): readonly number[] {
  const { callback } = ticket
  if (ticket.status !== 'resolved') return []
  if (callback === null) return [ticket.resolvedAt ?? ticket.lastEventAt]
  if (callback.via !== 'channel' || callback.settledAt !== null) return []
  const wait =
    settings.callbackReminderAfterMs[callback.reminders] ?? settings.callbackToPhoneAfterMs
  return [callback.startedAt + wait]
}
