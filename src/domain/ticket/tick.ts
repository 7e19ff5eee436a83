import { ended } from './callback.ts'
import type { DecisionContext } from './commands.ts'
import { callbackTimes, pendingAlarms } from './deadlines.ts'
import type { Decided, Fact } from './decide.ts'
import { settings } from './settings.ts'
import type { Ticket } from './ticket.ts'

/**
 * What has rung since the house last looked: warnings, escalations, an answer not given, a suspension to
 * review, the next step of a call-back. Ticking again at the same moment gives nothing.
 */
export function tick(ticket: Ticket, { now }: DecisionContext): Decided {
  return [...pauses(ticket, now), ...alarms(ticket, now), ...callbackStep(ticket, now)]
}

function pauses(ticket: Ticket, now: number): Fact[] {
  if (ticket.awaiting !== null && now >= ticket.awaiting.until) {
    return [{ type: 'answer-overdue', data: {} }]
  }
  const { suspension } = ticket
  if (ticket.status === 'suspended' && suspension !== null && now >= suspension.reviewAt) {
    return [{ type: 'reviewed', data: { note: '' } }]
  }
  return []
}

function alarms(ticket: Ticket, now: number): Fact[] {
  return pendingAlarms(ticket)
    .filter((alarm) => alarm.at <= now)
    .map((alarm): Fact =>
      alarm.type === 'warned'
        ? { type: 'warned', data: { clock: alarm.clock, level: alarm.level, unit: ticket.handler } }
        : { type: 'escalated', data: { clock: alarm.clock, to: alarm.to } },
    )
}

/** First the channel of origin, two reminders, then the phone queue; nobody to ask is said at once. */
function callbackStep(ticket: Ticket, now: number): Fact[] {
  const due = callbackTimes(ticket)[0]
  if (due === undefined || now < due) return []
  const round = ticket.reopenings + 1
  if (ticket.callback === null) {
    if (ticket.opened.dialogueId !== null)
      return [{ type: 'callback-started', data: { via: 'channel', round } }]
    if (ticket.opened.citizenId !== null)
      return [{ type: 'callback-started', data: { via: 'phone', round } }]
    return ended('anonymous')
  }
  const { reminders } = ticket.callback
  if (reminders < settings.callbackReminderAfterMs.length) {
    return [{ type: 'callback-reminded', data: { attempt: reminders + 1 } }]
  }
  return [{ type: 'callback-started', data: { via: 'phone', round } }]
}
