import { describe, expect, it } from 'vitest'
import { rates } from '#domain/rates.ts'
import { settledBy, settledFromHistory } from '#domain/settled.ts'
import type { SettledRow } from '#domain/settled.ts'
import type { StoredEvent, TicketEvent } from '#domain/ticket/events.ts'
import { settings } from '#domain/ticket/settings.ts'
import { anInspector, anOpenCommand, commands, day, start } from '#tests/support/build.ts'
import { at, given, ticketId } from '#tests/support/given.ts'
import { aTicketIn, aTicketToPhone } from '#tests/support/status.ts'

function aRow(n: number, over: Partial<SettledRow> = {}): SettledRow {
  return {
    ticketId: `ticket-${String(n)}`,
    number: `MY20261123-${String(n).padStart(5, '0')}-0`,
    handler: '110118002',
    leads: ['city-management'],
    town: '110118002',
    category: 'open-air-barbecue',
    clause: 'air-22',
    channel: 'line',
    person: null,
    personName: null,
    settledAt: start + n,
    outcome: 'rated',
    contacted: true,
    solved: 'solved',
    satisfied: 'satisfied',
    firstHandler: '110118002',
    right: true,
    returned: false,
    reopened: false,
    late: false,
    contactMinutes: 60,
    solveMinutes: 600,
    first: true,
    ...over,
  }
}

const rows = (count: number, over: Partial<SettledRow> = {}, from = 0): SettledRow[] =>
  Array.from({ length: count }, (_, n) => aRow(from + n, over))

const totalOf = (all: readonly SettledRow[], using?: Parameters<typeof rates>[2]) =>
  rates(all, 'handler', using).total

function stored(events: readonly TicketEvent[]): StoredEvent[] {
  return events.map((event, index) => ({ ...event, ticketId, seq: index + 1 }))
}

const settledOf = (ticket: { readonly events: readonly TicketEvent[] }) =>
  settledFromHistory(ticketId, stored(ticket.events))

describe('the three rates', () => {
  it('are shares of the valid tickets', () => {
    const total = totalOf([
      ...rows(6),
      ...rows(2, { solved: 'unsolved', satisfied: 'unsatisfied' }, 6),
      ...rows(2, { contacted: false }, 8),
    ])
    expect(total).toMatchObject({
      valid: 10,
      contacted: { count: 8, share: 0.8 },
      solved: { count: 8, share: 0.8 },
      satisfied: { count: 8, share: 0.8 },
    })
  })

  it('count partly solved as not solved by default', () => {
    const total = totalOf([...rows(1), ...rows(1, { solved: 'partly' }, 1)])
    expect(total.solved?.share).toBe(0.5)
  })

  it('count partly solved as a half by setting', () => {
    const total = totalOf([...rows(1), ...rows(1, { solved: 'partly' }, 1)], {
      ...settings,
      partlySolved: 0.5,
    })
    expect(total.solved).toMatchObject({ count: 1.5, share: 0.75 })
  })

  it('count basically satisfied as satisfied by default', () => {
    expect(totalOf(rows(4, { satisfied: 'basically' })).satisfied?.share).toBe(1)
  })

  it('count basically satisfied as 0.8 by setting', () => {
    const total = totalOf(rows(4, { satisfied: 'basically' }), {
      ...settings,
      basicallySatisfied: 0.8,
    })
    expect(total.satisfied?.share).toBeCloseTo(0.8)
  })

  it('make a composite of one tenth, nine twentieths and nine twentieths', () => {
    const all = [
      ...rows(5, { contacted: false }),
      ...rows(5, { solved: 'unsolved', satisfied: 'unsatisfied' }, 5),
    ]
    expect(totalOf(all.slice(0, 5)).composite).toBeCloseTo(0.9)
    expect(totalOf(all.slice(5)).composite).toBeCloseTo(0.1)
    expect(totalOf(rows(3)).composite).toBeCloseTo(1)
  })

  it('make a composite by other weights when these are set', () => {
    const total = totalOf(rows(3, { solved: 'unsolved' }), {
      ...settings,
      weights: { contacted: 0.3, solved: 0.4, satisfied: 0.3 },
    })
    expect(total.composite).toBeCloseTo(0.6)
  })

  it('say nothing where nothing is valid', () => {
    expect(totalOf(rows(2, { outcome: 'unreachable' }))).toMatchObject({
      valid: 0,
      contacted: null,
      solved: null,
      satisfied: null,
      composite: null,
    })
  })

  it.each(['excluded', 'unreachable', 'anonymous'] as const)(
    'leave %s tickets out of the denominators, and count them apart',
    (outcome) => {
      const total = totalOf([...rows(3), ...rows(2, { outcome }, 3)])
      expect(total).toMatchObject({ valid: 3, [outcome]: 2, solved: { share: 1 } })
    },
  )

  it('count a ticket called back twice once, by its last answer, whatever the clock said', () => {
    const first = aRow(1, { solved: 'unsolved', settledAt: start })
    for (const settledAt of [start + 9 * day, start - 9 * day]) {
      const second = aRow(1, { settledAt })
      expect(totalOf([first, second])).toMatchObject({ valid: 1, solved: { share: 1 } })
    }
  })

  it('show a 95 % interval (Wilson): 8 of 10 lies between 49 % and 94 %', () => {
    const total = totalOf([...rows(8), ...rows(2, { solved: 'unsolved' }, 8)])
    expect(total.solved?.low).toBeCloseTo(0.4902, 3)
    expect(total.solved?.high).toBeCloseTo(0.9433, 3)
  })

  it('keep the interval inside 0 and 1 and around the share', () => {
    const all = totalOf(rows(5)).solved
    const none = totalOf(rows(5, { solved: 'unsolved' })).solved
    expect(all?.high).toBeLessThanOrEqual(1)
    expect(all?.low).toBeLessThan(1)
    expect(none?.low).toBeGreaterThanOrEqual(0)
    expect(none?.high).toBeGreaterThan(0)
  })

  it('mark a unit with fewer than ten valid tickets', () => {
    expect(totalOf(rows(9)).small).toBe(true)
    expect(totalOf([...rows(9), ...rows(5, { outcome: 'excluded' }, 9)]).small).toBe(true)
    expect(totalOf(rows(10)).small).toBe(false)
  })
})

describe('rankings', () => {
  const all = [
    ...rows(2, { handler: 'ecology-bureau', category: 'catering-fumes', clause: 'air-19' }),
    ...rows(3, { solved: 'unsolved' }, 2),
    ...rows(1, { handler: 'water-bureau', town: null }, 5),
  ]

  it.each([
    ['handler', ['110118002', 'ecology-bureau', 'water-bureau']],
    ['category', ['open-air-barbecue', 'catering-fumes']],
    ['clause', ['air-22', 'air-19']],
    ['town', ['110118002', '']],
  ] as const)('group by %s, most valid tickets first', (group, keys) => {
    expect(rates(all, group).rows.map((row) => row.key)).toEqual(keys)
  })

  it('give the district as a whole', () => {
    expect(rates(all, 'handler').total).toMatchObject({ key: null, valid: 6 })
  })

  it('put equal counts in a stable order', () => {
    const equal = [aRow(1, { handler: 'water-bureau' }), aRow(2, { handler: 'city-management' })]
    const keys = (list: readonly SettledRow[]) => rates(list, 'handler').rows.map((row) => row.key)
    expect(keys(equal)).toEqual(keys(equal.toReversed()))
  })
})

describe('what a ticket adds to the rates', () => {
  it('is its answered call-back, for the handler at that time', () => {
    expect(settledOf(aTicketIn('closed'))).toEqual([
      expect.objectContaining({
        ticketId,
        handler: '110118002',
        town: '110118002',
        category: 'open-air-barbecue',
        clause: 'air-22',
        settledAt: start,
        outcome: 'rated',
        contacted: true,
        solved: 'solved',
        satisfied: 'satisfied',
      }),
    ])
  })

  it('is one answer for each handling', () => {
    const twice = aTicketIn('reopened', commands.contact, commands.resolve, commands.rate)
    expect(settledOf(twice).map((row) => row.solved)).toEqual(['unsolved', 'solved'])
  })

  it('scores the unit that resolved it, not the one before a redispatch', () => {
    const moved = aTicketIn(
      'in-progress',
      commands.dispatch,
      commands.accept,
      commands.contact,
      commands.resolve,
      commands.rate,
    )
    expect(settledOf(moved).map((row) => row.handler)).toEqual(['city-enforcement'])
  })

  it('scores a promise that passed unsolved', () => {
    const overdue = aTicketIn('in-progress', at(start + 7 * day, commands.tick), {
      ...commands.rate,
      solved: 'unsolved',
      satisfied: 'unsatisfied',
    })
    expect(settledOf(overdue).map((row) => row.solved)).toEqual(['unsolved'])
  })

  it('is unreachable once all attempts have failed', () => {
    const attempts = ['20261126-am', '20261127-am', '20261128-am'].map((halfDay, n) =>
      at(start + (3 + n) * day, { ...commands['attempt-callback'], halfDay }),
    )
    const rowsOf = settledOf(aTicketToPhone().and(...attempts))
    expect(rowsOf.map((row) => row.outcome)).toEqual(['unreachable'])
  })

  it('is anonymous where nobody could be asked', () => {
    const anonymous = given(
      anOpenCommand({ citizenId: null, dialogueId: null }),
      commands.accept,
      commands.contact,
      commands.resolve,
      commands.tick,
    )
    expect(settledOf(anonymous).map((row) => row.outcome)).toEqual(['anonymous'])
  })

  it('is excluded once a second person has approved it, and not before', () => {
    const proposed = aTicketIn('closed', commands['propose-exclusion'])
    const approved = proposed.and({
      command: commands['approve-exclusion'],
      actor: anInspector({ id: 'inspector-2' }),
    })
    const refused = proposed.and(commands['refuse-exclusion'])
    expect(settledOf(proposed).map((row) => row.outcome)).toEqual(['rated'])
    expect(settledOf(refused).map((row) => row.outcome)).toEqual(['rated'])
    expect(settledOf(approved).map((row) => row.outcome)).toEqual(['excluded'])
  })

  it.each(['withdrawn', 'merged', 'referred', 'in-progress', 'resolved'] as const)(
    'is nothing while or when it is %s',
    (status) => {
      expect(settledOf(aTicketIn(status))).toEqual([])
    },
  )

  it('is nothing when it is withdrawn after a first answer', () => {
    expect(settledOf(aTicketIn('reopened', commands.withdraw))).toEqual([])
  })

  it('is told by the very event that settles it', () => {
    const { ticket, events } = aTicketIn('closed')
    const settling = events.filter((event) => settledBy(ticket, event) !== null)
    expect(settling.map((event) => event.type)).toEqual(['rated'])
  })
})
