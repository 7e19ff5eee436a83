import { toLevel, toUnits, toHandler } from '../../notices/audiences.ts'
import type { NoticeDue, Told } from '../../notices/audiences.ts'
import { ringingAlarms } from '../alarms.ts'
import type { Alarm } from '../alarms.ts'
import { callbackTimes, orderDue, runningClocks, wayToAsk } from '../deadlines.ts'
import { event, innerStep } from '../declare.ts'
import { alarmLevels, clockNames, sideClockNames } from '../events.ts'
import type { Deadlines, Fact } from '../events.ts'
import { evolve } from '../evolve.ts'
import { resumed } from '../folding.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { sideClocks } from '../side-clocks.ts'
import { stamped } from '../stamp.ts'
import { endedStatuses, openStatuses } from '../status.ts'
import type { Ticket } from '../ticket.ts'
import { unanswered } from './give-up-callback.ts'
import { callbackReminded } from './remind-callback.ts'
import { reviewed } from './review.ts'
import { callbackStarted } from './start-callback.ts'
import { supervised } from './supervise.ts'

const clock = k.choice('clock', clockNames)

export const warned = event(
  'warned',
  { clock, level: k.choice('alarm-level', ['yellow', 'red']), unit: k.maybe(k.unit) },
  {
    change: (t, { data: { clock, level } }) => ({
      ...t,
      warnings: [...t.warnings, { clock, level }],
    }),
    tells: ({ after }, { data: { clock, level, unit } }) => {
      const due = { clock, at: deadline(after, clock) }
      return unit === null
        ? [{ matter: level, audience: 'dispatchers', due }]
        : toUnits(level, [unit], due)
    },
  },
)

export const escalated = event(
  'escalated',
  { clock, to: k.choice('alarm-level', ['unit-lead', 'inspector']) },
  {
    change: (t, { data }) => ({ ...t, escalations: [...t.escalations, data] }),
    tells: ({ after }, { data: { clock, to } }) =>
      toLevel(to, after.handler, { clock, at: deadline(after, clock) }),
  },
)

/** An alarm of a side clock; `from`: when that clock began, which tells it from others of its unit. */
export const reminded = event(
  'reminded',
  {
    clock: k.choice('side-clock', sideClockNames),
    level: k.choice('alarm-level', alarmLevels),
    unit: k.unit,
    from: k.moment,
  },
  {
    change: (t, { data }) => ({ ...t, reminders: [...t.reminders, data] }),
    tells: ({ before, after }, { data: { clock, level, unit, from } }) => {
      const running = sideClocks(after).find(
        (one) => one.clock === clock && one.unit === unit && one.from === from,
      )
      const due = running === undefined ? null : { clock, at: running.at }
      const isTold = before.reminders.some(
        (one) => one.unit === unit && one.from === from && one.level !== 'yellow',
      )
      const isLate = clock === 'report-in' && level !== 'yellow' && !isTold
      return [...toLevel(level, unit, due), ...(isLate ? toCallers(after, from, due) : [])]
    },
  },
)

export const answerOverdue = event(
  'answer-overdue',
  {},
  {
    change: (t, { at }) => resumed(t, at),
    tells: ({ after }) => toHandler('answer-overdue', after),
  },
)

/** The township that called hears that somebody has not come. */
function toCallers({ whistles }: Ticket, openedAt: number, due: NoticeDue): readonly Told[] {
  const callers = whistles.filter((one) => one.openedAt === openedAt).map(({ caller }) => caller)
  return toUnits('report-late', callers, due)
}

function deadline(ticket: Ticket, clock: keyof Deadlines | 'dispatch'): number {
  const running = runningClocks(ticket).find((one) => one.clock === clock)
  return running?.at ?? ticket.dispatchDue
}

/**
 * What has rung since the house last looked: warnings, escalations, an answer not given, a suspension to
 * review, the next step of a call-back, and what follows from these. Ticking again at the same moment gives
 * nothing.
 */
export const tick = innerStep({
  command: 'tick',
  input: {},
  from: [...openStatuses, 'resolved', ...endedStatuses],
  by: ['system'],
  quiet: true,
  decide: (ticket, _command, by) => {
    const rung: Fact[] = []
    let current = ticket
    for (;;) {
      const facts = stage(current, by.now)
      if (facts.length === 0) return rung
      rung.push(...facts)
      current = facts.reduce((state, fact) => evolve(state, state.id, stamped(fact, by)), current)
    }
  },
})

/** One stage at a time: the end of a pause lets clocks run that may have rung already. */
function stage(ticket: Ticket, now: number): Fact[] {
  const ended = pauses(ticket, now)
  if (ended.length > 0) return ended
  const rung = alarms(ticket, now)
  if (rung.length > 0) return rung
  return orderDue(ticket) === null ? callbackStep(ticket, now) : supervision(now)
}

/** After the last second handling the house orders at once, in no words of its own: a person may forget. */
function supervision(now: number): Fact[] {
  return [supervised({ order: '', replyDue: now + settings.supervisionReplyMs })]
}

function pauses(ticket: Ticket, now: number): Fact[] {
  if (ticket.awaiting !== null && now >= ticket.awaiting.until) {
    return [answerOverdue({})]
  }
  const { suspension } = ticket
  if (ticket.status === 'suspended' && suspension !== null && now >= suspension.reviewAt) {
    return [reviewed({ note: '' })]
  }
  return []
}

function alarms(ticket: Ticket, now: number): Fact[] {
  return ringingAlarms(ticket, now).map((alarm) => alarmFact(ticket, alarm))
}

function alarmFact({ handler }: Ticket, alarm: Alarm): Fact {
  switch (alarm.type) {
    case 'warned': {
      const { clock, level } = alarm
      return warned({ clock, level, unit: handler })
    }
    case 'escalated':
      return escalated({ clock: alarm.clock, to: alarm.to })
    case 'reminded':
      return reminded(alarm.data)
  }
}

/** First the channel of origin, two reminders, then the phone queue; nobody to ask is said at once. */
function callbackStep(ticket: Ticket, now: number): Fact[] {
  const due = callbackTimes(ticket)[0]
  if (due === undefined || now < due) return []
  const round = ticket.reopenings + 1
  if (ticket.callback === null) {
    const via = wayToAsk(ticket)
    return via === null ? unanswered(ticket, 'anonymous') : [callbackStarted({ via, round })]
  }
  const { reminders } = ticket.callback
  if (reminders < settings.callbackReminderAfterMs.length) {
    return [callbackReminded({ attempt: reminders + 1 })]
  }
  return ticket.opened.citizenId === null
    ? unanswered(ticket, 'unreachable')
    : [callbackStarted({ via: 'phone', round })]
}
