import { describe, expect, it } from 'vitest'
import { conferenceOutcomes } from '#domain/conference-outcomes.ts'
import { dispatchAccuracy } from '#domain/dispatch-accuracy.ts'
import type { Outage } from '#domain/outages.ts'
import { participation } from '#domain/participation.ts'
import type { StoredEvent, TicketEvent } from '#domain/ticket/events.ts'
import { anOfficer, aRouting, commands, day, hour, start } from '#tests/support/build.ts'
import { at } from '#tests/support/given.ts'
import { aReturnedTicket, aTicketIn } from '#tests/support/status.ts'

const whole = { from: start - day, to: start + 90 * day }
const enforcement = anOfficer('city-enforcement')
const market = anOfficer('market-regulation')

function stored({ events }: { readonly events: readonly TicketEvent[] }): StoredEvent[] {
  return events.map((event, index) => ({ ...event, ticketId: 'ticket-1', seq: index + 1 }))
}

const rowOf = (unit: string, life: { readonly events: readonly TicketEvent[] }, period = whole) =>
  participation([stored(life)], period).find((row) => row.unit === unit)

describe('who counts for what', () => {
  const whistled = aTicketIn('in-progress', { ...commands.whistle, due: start + 5 * hour })

  it('a unit that never came is absent once the township has closed the whistle', () => {
    const waiting = rowOf('market-regulation', whistled)?.whistles
    expect(waiting).toEqual({ asked: 1, inTime: 0, late: 0, open: 1, absent: 0, notDone: 0 })
    const closed = rowOf('market-regulation', whistled.and(commands['close-whistle']))?.whistles
    expect(closed).toMatchObject({ asked: 1, open: 0, absent: 1 })
  })

  it('a unit that came is in time or late, and its part is done or not', () => {
    const came = whistled.and(
      at(start + 4 * hour, commands['report-in'], enforcement),
      at(start + 6 * hour, commands['report-in'], market),
      at(start + 6 * hour, { ...commands['finish-whistle-part'], done: false }, market),
    )
    expect(rowOf('city-enforcement', came)?.whistles).toMatchObject({ inTime: 1, late: 0 })
    expect(rowOf('market-regulation', came)?.whistles).toMatchObject({ late: 1, notDone: 1 })
  })

  it('a supporting part is done in time, done late, or open', () => {
    const part = { ...commands['add-units'], due: start + 5 * hour }
    const added = aTicketIn('in-progress', part)
    expect(rowOf('market-regulation', added)?.parts).toMatchObject({ asked: 1, open: 1 })
    const late = added.and(at(start + 6 * hour, commands['finish-part'], market))
    expect(rowOf('market-regulation', late)?.parts).toMatchObject({ asked: 1, late: 1, open: 0 })
  })

  it('an order is for whoever has the ticket then, and late when its reply is', () => {
    const ordered = aTicketIn('in-progress', { ...commands.supervise, replyDue: start + hour })
    const late = ordered.and(at(start + 2 * hour, commands['answer-supervision']))
    expect(rowOf('110118002', late)?.supervisions).toMatchObject({ asked: 1, late: 1 })
  })

  it('what fell into an outage of the house is not late for it: whistle, part and order', () => {
    const asked = aTicketIn(
      'in-progress',
      { ...commands.whistle, due: start + 5 * hour },
      { ...commands['add-units'], due: start + 5 * hour },
      { ...commands.supervise, replyDue: start + 5 * hour },
    )
    const woken = start + 3 * day
    const late = asked.and(
      at(woken + hour, commands['report-in'], market),
      at(woken + hour, commands['finish-part'], market),
      at(woken + hour, commands['answer-supervision']),
    )
    const outage = { kind: 'stopped', from: start + 4 * hour, to: woken } as const
    const judged = (outages: readonly Outage[]) => {
      const rows = participation([stored(late)], whole, outages)
      const unit = (id: string) => rows.find((row) => row.unit === id)
      const { whistles, parts } = unit('market-regulation') ?? {}
      return [whistles?.late, parts?.late, unit('110118002')?.supervisions.late]
    }
    expect(judged([])).toEqual([1, 1, 1])
    expect(judged([outage])).toEqual([0, 0, 0])
  })

  it('in time is judged by the order of facts: a clock put back makes nothing earlier', () => {
    const ordered = aTicketIn('in-progress', { ...commands.supervise, replyDue: start + hour })
    const late = ordered.and(
      at(start + 2 * hour, commands.note),
      at(start + hour / 2, commands['answer-supervision']),
    )
    expect(rowOf('110118002', late)?.supervisions).toMatchObject({ inTime: 0, late: 1 })
  })

  it('a return counts for the unit that made it, and stands beside those that did not hold', () => {
    const upheld = aReturnedTicket().and(commands['uphold-return'])
    expect(rowOf('110118002', upheld)).toMatchObject({ returned: 1, upheld: 1 })
  })

  it('what was asked in another period is not counted', () => {
    expect(rowOf('market-regulation', whistled, { from: start + day, to: start + 9 * day })).toBe(
      undefined,
    )
  })
})

describe('a first dispatch', () => {
  const rowFor = (life: { readonly events: readonly TicketEvent[] }) =>
    dispatchAccuracy([stored(life)], whole)[0]

  it('is right while nobody else has been given the ticket', () => {
    expect(rowFor(aTicketIn('closed'))).toMatchObject({
      rule: 'open-air-barbecue',
      unit: '110118002',
      dispatched: 1,
      accuracy: { count: 1 },
      returned: { count: 0 },
    })
  })

  it('is wrong once another unit has it, and returned when its unit gave it back', () => {
    const moved = aReturnedTicket().and(commands.dispatch)
    expect(rowFor(moved)).toMatchObject({ accuracy: { count: 0 }, returned: { count: 1 } })
  })

  it('stays right when the desk holds against the return', () => {
    const upheld = aReturnedTicket().and(commands['uphold-return'])
    expect(rowFor(upheld)).toMatchObject({ accuracy: { count: 1 }, upheld: 1 })
  })
})

describe('a conference', () => {
  it('leaves its decision, with the units that conferred, as a proposal for the rules', () => {
    const routing = aRouting({ handler: 'market-regulation' })
    const decided = aTicketIn('conference', { type: 'dispatch', routing, note: '按证照归口' })
    expect(conferenceOutcomes([stored(decided)], whole)).toMatchObject([
      {
        rule: 'open-air-barbecue',
        from: 'city-enforcement',
        units: ['city-enforcement', '110118002'],
        handler: 'market-regulation',
        note: '按证照归口',
        town: '110118002',
      },
    ])
  })

  it('has left none where the desk decided alone', () => {
    expect(conferenceOutcomes([stored(aReturnedTicket().and(commands.dispatch))], whole)).toEqual(
      [],
    )
  })
})
