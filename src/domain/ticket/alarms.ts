import type { ClockName } from '#routing/types.ts'
import { callbackTimes, orderDue, runningClocks } from './deadlines.ts'
import { alarmLevels } from './events.ts'
import type { AlarmLevel, Reminder } from './events.ts'
import { inServiceHours } from './service-hours.ts'
import { settings } from './settings.ts'
import { sideClocks } from './side-clocks.ts'
import type { Ticket } from './ticket.ts'

/** A warning or escalation and when it is due, UTC milliseconds. */
export type Alarm = { readonly at: number } & (
  | { readonly type: 'warned'; readonly clock: ClockName; readonly level: 'yellow' | 'red' }
  | {
      readonly type: 'escalated'
      readonly clock: ClockName
      readonly to: 'unit-lead' | 'inspector'
    }
  | { readonly type: 'reminded'; readonly data: Reminder }
)

type Span = { readonly from: number; readonly at: number }

/** Alarms of the running clocks not yet given, earliest first. A unit's lead hears only while a unit has it. */
export function pendingAlarms(ticket: Ticket): readonly Alarm[] {
  return [...handlerAlarms(ticket), ...sideAlarms(ticket)].sort((a, b) => a.at - b.at)
}

function handlerAlarms(ticket: Ticket): readonly Alarm[] {
  return runningClocks(ticket)
    .flatMap(({ clock, ...span }): readonly Alarm[] => {
      const time = (level: AlarmLevel): number => alarmTime(ticket, span, level)
      return [
        { type: 'warned', clock, level: 'yellow', at: time('yellow') },
        { type: 'warned', clock, level: 'red', at: time('red') },
        { type: 'escalated', clock, to: 'unit-lead', at: time('unit-lead') },
        { type: 'escalated', clock, to: 'inspector', at: time('inspector') },
      ]
    })
    .filter((alarm) => !isGiven(ticket, alarm))
    .filter(
      (alarm) => alarm.type !== 'escalated' || alarm.to === 'inspector' || ticket.handler !== null,
    )
}

function sideAlarms(ticket: Ticket): readonly Alarm[] {
  return sideClocks(ticket)
    .flatMap(({ clock, unit, ...span }): readonly Alarm[] =>
      alarmLevels.map((level) => ({
        type: 'reminded',
        data: { clock, level, unit, from: span.from },
        at: alarmTime(ticket, span, level),
      })),
    )
    .filter((alarm) => !isGiven(ticket, alarm))
}

/**
 * When an alarm of a clock comes: at 80 %, at the deadline, a day later, two days later, in whole milliseconds.
 * What is urgent or fast rings by day and night; of the other classes nobody is woken.
 */
export function alarmTime(
  { urgency }: Pick<Ticket, 'urgency'>,
  { from, at }: Span,
  level: AlarmLevel,
): number {
  const time = plainTime(from, at, level)
  return urgency === 'urgent' || urgency === 'fast' ? time : inServiceHours(time)
}

function plainTime(from: number, at: number, level: AlarmLevel): number {
  switch (level) {
    case 'yellow':
      return Math.round(from + (at - from) * settings.yellowAt)
    case 'red':
      return at
    default:
      return at + settings.escalateAfterMs[level]
  }
}

/** When a tick will next have something to do, UTC milliseconds; null when never. */
export function nextTimer(ticket: Ticket): number | null {
  const ordered = orderDue(ticket)
  const times = [
    ...(ordered === null ? [] : [ordered]),
    ...pendingAlarms(ticket).map((alarm) => alarm.at),
    ...(ticket.awaiting === null ? [] : [ticket.awaiting.until]),
    ...(ticket.status === 'suspended' && ticket.suspension !== null
      ? [ticket.suspension.reviewAt]
      : []),
    ...callbackTimes(ticket),
  ]
  return times.length === 0 ? null : Math.min(...times)
}

/**
 * What rings at `now` (UTC milliseconds): of each clock its highest stage alone. After a stop of the house nobody
 * is told four times of one lateness, nor first that time is running out and then that it has run out.
 */
export function ringingAlarms(ticket: Ticket, now: number): readonly Alarm[] {
  const highest = new Map<string, Alarm>()
  for (const alarm of pendingAlarms(ticket)) {
    if (alarm.at > now) continue
    const known = highest.get(clockKey(alarm))
    if (known === undefined || rank(levelOf(known)) < rank(levelOf(alarm))) {
      highest.set(clockKey(alarm), alarm)
    }
  }
  return [...highest.values()]
}

function clockKey(alarm: Alarm): string {
  if (alarm.type !== 'reminded') return alarm.clock
  const { clock, unit, from } = alarm.data
  return `${clock} ${unit} ${String(from)}`
}

function levelOf(alarm: Alarm): AlarmLevel {
  switch (alarm.type) {
    case 'warned':
      return alarm.level
    case 'escalated':
      return alarm.to
    case 'reminded':
      return alarm.data.level
  }
}

function rank(level: AlarmLevel): number {
  return alarmLevels.indexOf(level)
}

/** It has rung, or a higher stage of its clock has: nothing is told of what is long past. */
function isGiven(ticket: Ticket, alarm: Alarm): boolean {
  const lowest = rank(levelOf(alarm))
  return givenLevels(ticket, alarm).some((level) => rank(level) >= lowest)
}

function givenLevels(ticket: Ticket, alarm: Alarm): readonly AlarmLevel[] {
  if (alarm.type === 'reminded') {
    const { clock, unit, from } = alarm.data
    return ticket.reminders
      .filter((one) => one.clock === clock && one.unit === unit && one.from === from)
      .map(({ level }) => level)
  }
  const { clock } = alarm
  return [
    ...ticket.warnings.filter((one) => one.clock === clock).map(({ level }) => level),
    ...ticket.escalations.filter((one) => one.clock === clock).map(({ to }) => to),
  ]
}
