import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTimer } from '#domain/ticket/alarms.ts'
import type { TicketEvent } from '#domain/ticket/events.ts'
import { anOpenCommand, commands, day, hour, minute, start } from '#tests/support/build.ts'
import { at, given } from '#tests/support/given.ts'
import { aReturnedTicket, aTicketIn } from '#tests/support/status.ts'

const solve = start + 7 * day
const { tick } = commands
const inProgress = aTicketIn('in-progress')

/** Alarms in words: clock and level or recipient. */
function alarms(events: readonly TicketEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type === 'warned') return [`${event.data.clock} ${event.data.level}`]
    return event.type === 'escalated' ? [`${event.data.clock} ${event.data.to}`] : []
  })
}

/** What has rung by then, with the house looking at each of these moments. */
const alarmsAt = (...moments: readonly number[]) =>
  alarms(inProgress.and(...moments.map((now) => at(now, tick))).events)

describe('warnings', () => {
  it('come at 80 % of the clock, not a minute before', () => {
    const dispatched = aTicketIn('dispatched')
    const eighty = start + 1.6 * hour
    expect(alarms(dispatched.and(at(eighty - minute, tick)).events)).toEqual([])
    expect(alarms(dispatched.and(at(eighty, tick)).events)).toEqual(['accept yellow'])
  })

  it('of general matters wait for the morning when their time comes by night', () => {
    const eight = start + 6 * day - hour
    expect(start + 5.6 * day).toBeLessThan(eight)
    expect(alarmsAt(eight - minute)).toEqual([])
    expect(alarmsAt(eight)).toEqual(['solve yellow'])
  })

  it.each(['urgent', 'fast'] as const)(
    'of %s matters come at any hour, for the duty staff',
    (urgency) => {
      const night = start + 17 * hour
      const opened = given({ command: anOpenCommand({ urgency }), now: night })
      const accept = opened.ticket.deadlines?.accept ?? 0
      expect(alarms(opened.and(at(accept, tick)).events)).toEqual(['accept red'])
    },
  )

  it('come at the deadline', () => {
    expect(alarmsAt(solve - minute)).toEqual(['solve yellow'])
    expect(alarmsAt(solve - minute, solve)).toEqual(['solve yellow', 'solve red'])
  })

  it('go to the unit that has the ticket', () => {
    inProgress
      .when(tick, { now: start + 6 * day })
      .then({ type: 'warned', data: { clock: 'solve', level: 'yellow', unit: '110118002' } })
  })

  it('go a day after the deadline to its lead, and a day later to the inspector', () => {
    const passed = [solve - minute, solve] as const
    expect(alarmsAt(...passed, solve + day - minute)).toEqual(['solve yellow', 'solve red'])
    const lead = ['solve yellow', 'solve red', 'solve unit-lead']
    expect(alarmsAt(...passed, solve + day)).toEqual(lead)
    expect(alarmsAt(...passed, solve + day, solve + 2 * day - minute)).toEqual(lead)
    expect(alarmsAt(...passed, solve + day, solve + 2 * day)).toEqual([...lead, 'solve inspector'])
  })

  it('are given once', () => {
    inProgress
      .and(at(solve + 2 * day, tick))
      .when(tick)
      .then()
  })

  it.each(['dispatched', 'accepted', 'in-progress', 'reopened', 'conference'] as const)(
    'never ring twice at one moment: %s',
    (status) => {
      aTicketIn(status)
        .and(at(start + 40 * day, tick))
        .when(tick)
        .then()
    },
  )

  it('of signing for and of contacting come on their own clocks', () => {
    const dispatched = aTicketIn('dispatched')
    expect(alarms(dispatched.and(at(start + 2 * hour, tick)).events)).toEqual(['accept red'])
    const accepted = dispatched.and(commands.accept, at(start + day, tick))
    expect(alarms(accepted.events)).toEqual(['contact red'])
  })

  it('at the desk concern its own clock, and skip the unit lead there is none of', () => {
    const late = [2 * hour, day + 2 * hour, 5 * day].map((after) => at(start + after, tick))
    const { events } = aTicketIn('pending', ...late)
    expect(alarms(events)).toEqual(['dispatch red', 'dispatch inspector'])
  })

  it('of the promise go on while a returned ticket waits at the desk', () => {
    const { events } = aReturnedTicket().and(at(solve + day, tick))
    expect(alarms(events).filter((one) => one.startsWith('solve'))).toEqual(['solve red'])
  })

  it('come again for a promise that an extension has moved', () => {
    const extended = inProgress.and(
      at(start + 6 * day, tick),
      { ...commands['request-extension'], until: start + 14 * day },
      commands['approve-extension'],
    )
    const again = [start + 12 * day, start + 14 * day].map((now) => at(now, tick))
    expect(alarms(extended.and(...again).events)).toEqual([
      'solve yellow',
      'solve yellow',
      'solve red',
    ])
  })

  it('come again even when the extension was approved after the old deadline', () => {
    const late = inProgress.and(
      { ...commands['request-extension'], until: start + 14 * day },
      at(solve + hour, tick),
      commands['approve-extension'],
    )
    expect(alarms(late.events)).toEqual(['solve red'])
    const again = [start + 12 * day, start + 14 * day].map((now) => at(now, tick))
    expect(alarms(late.and(...again).events).slice(1)).toEqual(['solve yellow', 'solve red'])
  })

  it('already given stay given when a pause does not bring the deadline back', () => {
    const overdue = inProgress.and(
      at(solve + 3 * day, tick),
      commands['ask-citizen'],
      at(solve + 4 * day, commands.supplement),
    )
    expect(alarms(overdue.and(tick).events)).toEqual(alarms(overdue.events))
  })

  it('of the new unit start anew after a redispatch; those of the promise do not', () => {
    const moved = aTicketIn(
      'dispatched',
      at(start + 6 * day, tick),
      at(start + 6 * day, commands.dispatch),
    )
    expect(alarms(moved.events)).toContain('solve yellow')
    const after = moved.and(at(start + 6 * day + 2 * hour, tick))
    expect(alarms(after.events.slice(moved.events.length))).toEqual(['accept red'])
  })

  it('of an upheld dispatch start anew for the unit', () => {
    const upheld = aReturnedTicket().and(at(start + 3 * day, commands['uphold-return']))
    upheld.when(tick, { now: start + 3 * day + hour }).then()
    const { ticket } = upheld
    expect(ticket.deadlines?.accept).toBe(start + 3 * day + 2 * hour)
  })

  it('do not reach back before the second handling', () => {
    const again = aTicketIn('closed', at(start + 20 * day, commands.reopen), commands.contact)
    again.when(tick, { now: start + 25 * day }).then()
    expect(alarms(again.and(at(start + 26 * day, tick)).events)).toEqual(['solve yellow'])
  })

  it('are not given for what is over', () => {
    for (const status of ['closed', 'withdrawn', 'merged', 'referred'] as const) {
      aTicketIn(status)
        .when(tick, { now: start + 90 * day })
        .then()
    }
  })
})

describe('the timer', () => {
  it('next looks at the next alarm, pause, review or call-back', () => {
    const next = (status: Parameters<typeof aTicketIn>[0]) => nextTimer(aTicketIn(status).ticket)
    expect(next('dispatched')).toBe(start + 1.6 * hour)
    expect(next('awaiting-citizen')).toBe(start + 3 * day)
    expect(next('suspended')).toBe(start + 60 * day)
    expect(next('resolved')).toBe(start + day)
    expect(next('closed')).toBeNull()
  })

  it('looks at whole milliseconds', () => {
    const odd = given({ command: anOpenCommand(), now: start + 7 }).ticket
    expect(Number.isInteger(nextTimer(odd))).toBe(true)
  })

  it.each(['pending', 'dispatched', 'in-progress', 'awaiting-citizen', 'resolved'] as const)(
    'always moves on after a tick: %s',
    (status) => {
      const now = start + 50 * day
      const { ticket } = aTicketIn(status).and(at(now, tick))
      expect(nextTimer(ticket) ?? Infinity).toBeGreaterThan(now)
    },
  )

  it('after a long stop catches up with a pause and all that follows from it', () => {
    const { ticket } = aTicketIn('awaiting-citizen', at(start + 30 * day, tick))
    expect(ticket.status).toBe('in-progress')
    expect(ticket.escalations.map((one) => one.to)).toEqual(['inspector'])
  })
})

describe('after a stop of the house', () => {
  it.each(['pending', 'dispatched', 'accepted', 'in-progress', 'reopened', 'conference'] as const)(
    'each clock rings once, at its highest stage: %s',
    (status) => {
      const rung = alarms(aTicketIn(status, at(start + 40 * day, tick)).events)
      const clocks = rung.map((one) => one.split(' ')[0])
      expect(clocks.length).toBeGreaterThan(0)
      expect(new Set(clocks).size).toBe(clocks.length)
      expect(rung.every((one) => one.endsWith('inspector'))).toBe(true)
    },
  )

  it('however long it was, no stage comes after a higher one of the same lateness', () => {
    const stages = ['yellow', 'red', 'unit-lead', 'inspector']
    const hours = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(hours, (waits) => {
        let now = start
        const looks = waits.map((wait) => at((now += wait * hour), tick))
        const rung = alarms(inProgress.and(...looks).events).map((one) => one.split(' ')[1] ?? '')
        const order = rung.map((one) => stages.indexOf(one))
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
      }),
    )
  })

  it('what an extension puts ahead again comes again, what stays behind does not', () => {
    const asked = { ...commands['request-extension'], until: solve + 2 * day + hour } as const
    const late = inProgress.and(asked, at(solve + 4 * day, tick))
    expect(alarms(late.events)).toEqual(['solve inspector'])
    const granted = late.and(commands['approve-extension'], tick)
    expect(alarms(granted.events)).toEqual(['solve inspector'])
    expect(alarms(granted.and(at(solve + 5 * day, tick)).events)).toEqual([
      'solve inspector',
      'solve inspector',
    ])
  })
})

describe('supervision', () => {
  it('orders an answer by a day in the future, which the unit gives once', () => {
    const supervised = aTicketIn('in-progress', commands.supervise)
    const answered = supervised.and(commands['answer-supervision'])
    expect(answered.ticket.supervision?.repliedAt).toBe(start)
    answered.when(commands['answer-supervision']).refused('nothing-pending')
    aTicketIn('in-progress')
      .when({ ...commands.supervise, replyDue: start })
      .refused('invalid-input')
  })
})
