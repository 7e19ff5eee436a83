import { describe, expect, it } from 'vitest'
import type { Urgency } from '#intents/types.ts'
import { nextTimer } from '#domain/ticket/alarms.ts'
import { nextDue, runningClocks } from '#domain/ticket/deadlines.ts'
import {
  anOpenCommand,
  aRouting,
  commands,
  day,
  hour,
  minute,
  start,
} from '#tests/support/build.ts'
import { at, given } from '#tests/support/given.ts'
import { aReturnedTicket, aTicketIn } from '#tests/support/status.ts'

// Rulebook, "Clocks".
const table: readonly (readonly [Urgency, Readonly<Record<string, number>>])[] = [
  [
    'urgent',
    {
      dispatch: 15 * minute,
      accept: 15 * minute,
      contact: 30 * minute,
      return: 30 * minute,
      solve: 2 * hour,
    },
  ],
  [
    'fast',
    {
      dispatch: 30 * minute,
      accept: hour,
      contact: 2 * hour,
      return: 2 * hour,
      solve: 24 * hour,
    },
  ],
  ['general', { dispatch: 2 * hour, accept: 2 * hour, contact: day, return: day, solve: 7 * day }],
  ['complex', { dispatch: 2 * hour, accept: 2 * hour, contact: day, return: day, solve: 15 * day }],
]
const rows = table.flatMap(([urgency, clocks]) =>
  Object.entries(clocks).map(([clock, limit]) => ({ urgency, clock, limit })),
)

const toEnforcement = commands.dispatch
const later = start + 3 * hour

/** Milliseconds each clock runs: at the desk from opening, then from a dispatch three hours later. */
function clocksOf(urgency: Urgency): ReadonlyMap<string, number> {
  const atDesk = given(anOpenCommand({ urgency }, { routing: null })).ticket
  const sent = given(
    anOpenCommand({ urgency }, { routing: null }),
    at(later, { ...toEnforcement, routing: aRouting() }),
  ).ticket
  return new Map([
    ['dispatch', atDesk.dispatchDue - start],
    ...Object.entries(sent.deadlines ?? {}).map(([clock, time]): [string, number] => [
      clock,
      time - later,
    ]),
  ])
}

describe('clocks', () => {
  it.each(rows)('$urgency: $clock rings after $limit ms, to the minute', (row) => {
    expect(clocksOf(row.urgency).get(row.clock)).toBe(row.limit)
  })

  it('at the desk only the dispatch clock runs', () => {
    expect(runningClocks(aTicketIn('pending').ticket)).toEqual([
      { clock: 'dispatch', from: start, at: start + 2 * hour },
    ])
  })

  it.each([
    ['dispatched', ['accept', 'contact', 'solve']],
    ['accepted', ['contact', 'solve']],
    ['in-progress', ['solve']],
    ['awaiting-citizen', []],
    ['suspended', []],
    ['conference', ['dispatch', 'solve']],
    ['resolved', []],
    ['reopened', ['contact', 'solve']],
    ['closed', []],
    ['withdrawn', []],
  ] as const)('in %s these run: %j', (status, clocks) => {
    const running = runningClocks(aTicketIn(status).ticket)
    expect(running.map((one) => one.clock)).toEqual(clocks)
  })

  it.each([
    ['returned', aTicketIn('dispatched', at(start + hour, commands.return)), 2 * hour],
    ['called to a conference', aTicketIn('conference'), day],
    ['taken out of a merging', aTicketIn('merged', at(start + hour, commands.unmerge)), 2 * hour],
  ] as const)('what comes back to the desk, %s, has a clock there again', (_what, life, limit) => {
    const back = life.ticket.lastEventAt
    const clock = runningClocks(life.ticket).find((one) => one.clock === 'dispatch')
    expect(clock).toEqual({ clock: 'dispatch', from: back, at: back + limit })
    const late = life.and(at(back + 3 * day, commands.tick)).ticket
    expect(late.escalations).toContainEqual({ clock: 'dispatch', to: 'inspector' })
  })

  it('at the desk ring anew for what comes back, however late it was dispatched before', () => {
    const late = aTicketIn('pending', at(start + 4 * hour, commands.tick)).ticket
    expect(late.warnings).toEqual([{ clock: 'dispatch', level: 'red' }])
    const { ticket } = aTicketIn('pending', at(start + 4 * hour, commands.tick), toEnforcement, {
      ...commands.return,
      proposedUnit: '110118002',
    })
    expect(ticket.warnings).toEqual([])
    expect(nextTimer(ticket)).toBe(start + 4 * hour + 0.8 * 2 * hour)
  })

  it('what is due next is the earliest of them', () => {
    expect(nextDue(aTicketIn('dispatched').ticket)).toEqual({
      clock: 'accept',
      at: start + 2 * hour,
    })
    expect(nextDue(aTicketIn('resolved').ticket)).toBeNull()
  })

  it('the second handling has clocks of its own', () => {
    const again = aTicketIn('closed', at(start + 9 * day, commands.reopen)).ticket
    expect(again.deadlines).toMatchObject({
      contact: start + 10 * day,
      solve: start + 16 * day,
    })
  })
})

describe('a redispatch', () => {
  const moved = given(anOpenCommand(), at(start + 3 * day, toEnforcement)).ticket

  it('gives the new unit its own sign-for, contact and return clocks', () => {
    expect(moved.deadlines).toMatchObject({
      accept: start + 3 * day + 2 * hour,
      contact: start + 4 * day,
      return: start + 4 * day,
    })
  })

  it('never moves the promise to the citizen', () => {
    expect(moved.deadlines?.solve).toBe(start + 7 * day)
  })

  it('does not take an extension of the promise back either', () => {
    const extended = aTicketIn(
      'in-progress',
      { ...commands['request-extension'], until: start + 14 * day },
      commands['approve-extension'],
      at(start + day, toEnforcement),
    ).ticket
    expect(extended.deadlines?.solve).toBe(start + 14 * day)
  })

  it('does not move the promise of a conference or of an upheld dispatch', () => {
    const decided = aTicketIn('conference', at(start + 5 * day, toEnforcement)).ticket
    const upheld = aReturnedTicket().and(at(start + 5 * day, commands['uphold-return'])).ticket
    expect(decided.deadlines?.solve).toBe(start + 7 * day)
    expect(upheld.deadlines?.solve).toBe(start + 7 * day)
  })

  it('asks the new unit to contact the citizen, whatever the old one did', () => {
    const ticket = aTicketIn('in-progress', toEnforcement).ticket
    expect(ticket).toMatchObject({ contactedAt: null, acceptedAt: null })
  })

  it('goes to another unit, and the old one may still read it', () => {
    aTicketIn('dispatched')
      .when({ ...toEnforcement, routing: aRouting() })
      .refused('same-unit')
    const { ticket } = aTicketIn('dispatched', toEnforcement)
    expect(ticket.involved).toContain('110118002')
  })

  it('lets requests of the old unit lapse', () => {
    const { ticket } = aTicketIn(
      'in-progress',
      commands['request-extension'],
      commands['request-suspension'],
      toEnforcement,
    )
    expect(ticket).toMatchObject({ extension: null, suspension: null })
  })

  it('does not start the second handling anew', () => {
    const { ticket } = aTicketIn('reopened', at(start + 2 * day, toEnforcement))
    expect(ticket.deadlines?.solve).toBe(start + 7 * day)
  })
})

describe('a change of urgency', () => {
  const raised = aTicketIn('in-progress', at(start + 3 * day, commands['set-urgency'])).ticket

  it('raised: the shorter class counts from when it is set', () => {
    expect(raised.deadlines?.solve).toBe(start + 4 * day)
  })

  it('lowered: takes nothing promised back', () => {
    const lowered = given(anOpenCommand({ urgency: 'fast' }), {
      ...commands['set-urgency'],
      urgency: 'complex',
    }).ticket
    expect(lowered.deadlines?.solve).toBe(start + day)
  })

  it('hurries the desk as well while it is not dispatched', () => {
    const { ticket } = aTicketIn('pending', {
      ...commands['set-urgency'],
      urgency: 'urgent',
    })
    expect(nextDue(ticket)).toEqual({ clock: 'dispatch', at: start + 15 * minute })
  })

  it('does not reach back before the second handling', () => {
    const { ticket } = aTicketIn('closed', at(start + 9 * day, commands.reopen), {
      ...commands['set-urgency'],
    })
    expect(ticket.deadlines?.solve).toBe(start + 10 * day)
  })

  it('to the same class changes nothing', () => {
    aTicketIn('dispatched')
      .when({ ...commands['set-urgency'], urgency: 'general' })
      .then()
  })
})
