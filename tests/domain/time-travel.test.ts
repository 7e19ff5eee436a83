import { describe, expect, it } from 'vitest'
import { dayOf } from '#app/tools/time.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { nextTimer } from '#domain/ticket/alarms.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { runningClocks } from '#domain/ticket/deadlines.ts'
import { decide } from '#domain/ticket/decide.ts'
import type { TicketEvent } from '#domain/ticket/events.ts'
import { evolve } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { defaultLimits, dueAt } from '#routing/due.ts'
import { isWorkday } from '#routing/workdays.ts'
import {
  aCitizen,
  aDispatcher,
  anOfficer,
  anOpenCommand,
  commands,
  day,
  hour,
  theHouse,
  mattersIn,
  words,
} from '#tests/support/build.ts'

/** A moment on Beijing's clock. */
const beijing = (local: string) => Date.parse(`${local}+08:00`)
const working = (urgency: 'urgent' | 'fast' | 'general' | 'complex', local: string) =>
  dueAt('solve', urgency, beijing(local), { ...defaultLimits, days: 'working' })

// The State Council's arrangement for 2026: New Year 1 to 3 January, Sunday 4 January worked; Spring Festival 15
// to 23 February, Saturdays 14 and 28 February worked.
describe('seven and fifteen working days', () => {
  it.each([
    [
      'over the turn of the year and a worked Sunday',
      'general',
      '2025-12-29T10:00',
      '2026-01-08T10:00',
    ],
    ['begun on the last evening of the year', 'general', '2025-12-31T23:59', '2026-01-12T23:59'],
    [
      'over Spring Festival and both worked Saturdays',
      'general',
      '2026-02-13T10:00',
      '2026-03-02T10:00',
    ],
    ['begun on a worked Saturday', 'general', '2026-02-14T09:30', '2026-03-03T09:30'],
    ['begun on the festival itself', 'general', '2026-02-17T08:00', '2026-03-03T08:00'],
    ['fifteen of them over Spring Festival', 'complex', '2026-02-11T10:00', '2026-03-10T10:00'],
    ['over National Day and a worked Saturday', 'general', '2026-09-30T10:00', '2026-10-15T10:00'],
  ] as const)('%s', (_what, urgency, from, to) => {
    expect(new Date(working(urgency, from)).toISOString()).toBe(new Date(beijing(to)).toISOString())
  })

  it.each([
    ['2026-02-14', true],
    ['2026-02-16', false],
    ['2026-02-28', true],
    ['2026-01-04', true],
    ['2026-01-02', false],
  ] as const)('%s is worked: %s', (on, worked) => {
    expect(isWorkday(on)).toBe(worked)
  })
})

describe('hours', () => {
  it('run through New Year’s Eve and Spring Festival around the clock', () => {
    expect(working('fast', '2025-12-31T22:00')).toBe(beijing('2026-01-01T22:00'))
    expect(working('urgent', '2026-02-16T23:30')).toBe(beijing('2026-02-17T01:30'))
  })
})

describe('a ticket’s day', () => {
  it('turns at midnight in Beijing, with the year', () => {
    expect(dayOf(beijing('2025-12-31T23:59:59'))).toBe('20251231')
    expect(dayOf(beijing('2026-01-01T00:00'))).toBe('20260101')
  })
})

/** A ticket under working days, moved through time by hand. */
function travel(from: number) {
  const due = (clock: Parameters<typeof dueAt>[0], urgency: Ticket['urgency'], at: number) =>
    dueAt(clock, urgency, at, { ...defaultLimits, days: 'working' })
  let ticket: Ticket | null = null
  const act = (now: number, actor: Actor, command: TicketCommand): readonly TicketEvent[] => {
    const decided = decide(ticket, command, { actor, now, due, words, mattersIn })
    if (isRefusal(decided)) throw new Error(`${command.type}: ${decided.refused}`)
    for (const event of decided) ticket = evolve(ticket, 'ticket-1', event)
    return decided
  }
  act(from, aCitizen(), anOpenCommand())
  return {
    act,
    rings: (now: number) =>
      act(now, theHouse(), { type: 'tick' }).map((event) =>
        event.type === 'warned'
          ? `${event.data.clock} ${event.data.level}`
          : event.type === 'escalated'
            ? `${event.data.clock} ${event.data.to}`
            : event.type,
      ),
    get ticket(): Ticket {
      if (ticket === null) throw new Error('no ticket')
      return ticket
    },
  }
}

const friday = beijing('2026-02-13T10:00')
const deadline = beijing('2026-03-02T10:00')

function inProgress() {
  const trip = travel(friday)
  trip.act(friday + hour, anOfficer(), { type: 'accept' })
  trip.act(friday + 2 * hour, anOfficer(), commands.contact)
  return trip
}

describe('a promise over Spring Festival in working days', () => {
  it('is warned of at 80 % and at its end, then told to the lead and the inspector a day apart', () => {
    const trip = inProgress()
    expect(trip.ticket.deadlines?.solve).toBe(deadline)
    // 80 % is reached in the night of Friday, 27 February: nobody is woken for a general matter.
    const yellow = beijing('2026-02-27T08:00')
    expect(Math.round((deadline - friday) * 0.8)).toBeLessThan(yellow - friday)
    expect(nextTimer(trip.ticket)).toBe(yellow)
    expect(trip.rings(yellow - 1)).toEqual([])
    expect(trip.rings(yellow)).toEqual(['solve yellow'])
    expect(trip.rings(deadline)).toEqual(['solve red', 'callback-started'])
    expect(trip.rings(deadline + day)).toContain('solve unit-lead')
    expect(trip.rings(deadline + 2 * day)).toContain('solve inspector')
  })

  it('waits while the citizen owes an answer, and no clock runs on after it', () => {
    const trip = inProgress()
    const askedAt = beijing('2026-02-25T10:00')
    trip.act(askedAt, anOfficer(), commands['ask-citizen'])
    expect(runningClocks(trip.ticket)).toEqual([])
    trip.act(askedAt + 2 * day, aCitizen(), commands.supplement)
    expect(trip.ticket.deadlines?.solve).toBe(deadline + 2 * day)
    expect(trip.rings(deadline)).not.toContain('solve red')
    expect(trip.rings(deadline + 2 * day)).toContain('solve red')
  })

  it('is reckoned anew when the desk finds the matter urgent, and rings by the new class only', () => {
    const trip = inProgress()
    const now = beijing('2026-02-17T09:00')
    trip.act(now, aDispatcher(), { type: 'set-urgency', urgency: 'fast', note: null })
    const solve = trip.ticket.deadlines?.solve ?? 0
    expect(solve).toBeLessThan(deadline)
    trip.rings(Math.max(solve, now))
    expect(trip.ticket.warnings).toContainEqual({ clock: 'solve', level: 'red' })
    expect(trip.rings(deadline)).not.toContain('solve red')
  })
})
