import { pendingAlarms } from './alarms.ts'
import type { Alarm } from './alarms.ts'
import { unanswered } from './callback.ts'
import type { DecisionContext } from './commands.ts'
import { callbackTimes, orderDue, wayToAsk } from './deadlines.ts'
import type { Decided, Fact } from './decide.ts'
import { evolve } from './evolve.ts'
import { settings } from './settings.ts'
import { stamped } from './stamp.ts'
import type { Ticket } from './ticket.ts'

/**
 * What has rung since the house last looked: warnings, escalations, an answer not given, a suspension to
 * review, the next step of a call-back, and what follows from these. Ticking again at the same moment gives
 * nothing.
 */
export function tick(ticket: Ticket, by: DecisionContext): Decided {
  const rung: Fact[] = []
  let current = ticket
  for (;;) {
    const facts = step(current, by.now)
    if (facts.length === 0) return rung
    rung.push(...facts)
    current = facts.reduce((state, fact) => evolve(state, state.id, stamped(fact, by)), current)
  }
}

/** One stage at a time: the end of a pause lets clocks run that may have rung already. */
function step(ticket: Ticket, now: number): Fact[] {
  const ended = pauses(ticket, now)
  if (ended.length > 0) return ended
  const rung = alarms(ticket, now)
  if (rung.length > 0) return rung
  return orderDue(ticket) === null ? callbackStep(ticket, now) : supervision(now)
}

/** After the last second handling the house orders at once, in no words of its own: a person may forget. */
function supervision(now: number): Fact[] {
  return [{ type: 'supervised', data: { order: '', replyDue: now + settings.supervisionReplyMs } }]
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
    .map((alarm) => alarmFact(ticket, alarm))
}

function alarmFact({ handler }: Ticket, alarm: Alarm): Fact {
  switch (alarm.type) {
    case 'warned': {
      const { clock, level } = alarm
      return { type: 'warned', data: { clock, level, unit: handler } }
    }
    case 'escalated':
      return { type: 'escalated', data: { clock: alarm.clock, to: alarm.to } }
    case 'reminded':
      return { type: 'reminded', data: alarm.data }
  }
}

/** First the channel of origin, two reminders, then the phone queue; nobody to ask is said at once. */
function callbackStep(ticket: Ticket, now: number): Fact[] {
  const due = callbackTimes(ticket)[0]
  if (due === undefined || now < due) return []
  const round = ticket.reopenings + 1
  if (ticket.callback === null) {
    const via = wayToAsk(ticket)
    return via === null
      ? unanswered(ticket, 'anonymous')
      : [{ type: 'callback-started', data: { via, round } }]
  }
  const { reminders } = ticket.callback
  if (reminders < settings.callbackReminderAfterMs.length) {
    return [{ type: 'callback-reminded', data: { attempt: reminders + 1 } }]
  }
  return ticket.opened.citizenId === null
    ? unanswered(ticket, 'unreachable')
    : [{ type: 'callback-started', data: { via: 'phone', round } }]
}
