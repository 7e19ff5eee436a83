import { describe, expect, it } from 'vitest'
import type { TicketEvent } from '#domain/ticket/events.ts'
import { sideClocks } from '#domain/ticket/side-clocks.ts'
import { anInspector, anOfficer, commands, day, hour, start } from '#tests/support/build.ts'
import { at } from '#tests/support/given.ts'
import { aReturnedTicket, aTicketIn } from '#tests/support/status.ts'

const { tick } = commands
const market = anOfficer('market-regulation')

/** Alarms of side clocks in words: clock, unit and level. */
function reminders(events: readonly TicketEvent[]): string[] {
  return events.flatMap((event) =>
    event.type === 'reminded' ? [`${event.data.clock} ${event.data.unit} ${event.data.level}`] : [],
  )
}

const added = { ...commands['add-units'], due: start + 10 * hour }
const withPart = aTicketIn('in-progress', added)

describe('a supporting unit’s part', () => {
  it('has a clock of its own: warned of at 80 % and at its end, then told to its lead and the inspector', () => {
    const by = (...hours: readonly number[]) =>
      reminders(withPart.and(...hours.map((after) => at(start + after * hour, tick))).events)
    expect(by(7.9)).toEqual([])
    expect(by(8)).toEqual(['part market-regulation yellow'])
    expect(by(8, 10)).toEqual(['part market-regulation yellow', 'part market-regulation red'])
    expect(by(8, 10, 34, 58)).toEqual([
      'part market-regulation yellow',
      'part market-regulation red',
      'part market-regulation unit-lead',
      'part market-regulation inspector',
    ])
    expect(by(58)).toEqual(['part market-regulation inspector'])
  })

  it('rings no more once it is done', () => {
    const done = withPart.and({ command: commands['finish-part'], actor: market })
    expect(sideClocks(done.ticket)).toEqual([])
    expect(reminders(done.and(at(start + 3 * day, tick)).events)).toEqual([])
  })

  it('is done once', () => {
    withPart
      .and({ command: commands['finish-part'], actor: market })
      .when(commands['finish-part'], { actor: market })
      .refused('already-done')
  })

  it('without a date is due when the ticket is', () => {
    const { ticket } = aTicketIn('in-progress', commands['add-units'])
    expect(ticket.parts).toMatchObject([{ unit: 'market-regulation', due: start + 7 * day }])
  })

  it('lies in the future', () => {
    aTicketIn('in-progress')
      .when({ ...added, due: start })
      .refused('invalid-input')
  })

  it('may be asked of a unit the rules had named already, and again when the first is done', () => {
    const part = { ...added, units: ['city-enforcement'] } as const
    const asked = aTicketIn('in-progress', part)
    expect(asked.ticket.parts).toMatchObject([{ unit: 'city-enforcement', due: start + 10 * hour }])
    asked.when(part).refused('already-done')
    const actor = anOfficer('city-enforcement')
    asked.and({ command: commands['finish-part'], actor }).when(part).then('units-added')
  })

  it('is not asked any more of a unit another dispatch leaves out', () => {
    const moved = withPart.and(commands.dispatch)
    expect(moved.ticket.parts).toEqual([])
  })

  it('waits with the ticket: nothing rings while it is suspended', () => {
    const parked = withPart.and(commands['request-suspension'], commands['approve-suspension'])
    expect(reminders(parked.and(at(start + 5 * day, tick)).events)).toEqual([])
  })
})

describe('reporting in', () => {
  const whistled = aTicketIn('in-progress', { ...commands.whistle, due: start + 5 * hour })

  it('is a clock of each called unit that has not come', () => {
    const came = whistled.and({
      command: commands['report-in'],
      actor: anOfficer('city-enforcement'),
    })
    expect(reminders(came.and(at(start + 5 * hour, tick)).events)).toEqual([
      'report-in market-regulation red',
    ])
  })

  it('rings no more once the whistle is closed', () => {
    const closed = whistled.and(commands['close-whistle'])
    expect(reminders(closed.and(at(start + 5 * day, tick)).events)).toEqual([])
  })
})

describe('a supervision order', () => {
  const order = { ...commands.supervise, replyDue: start + 5 * hour }
  const ordered = aTicketIn('in-progress', order)

  it('warns the unit that owes the reply, then its lead and the inspector', () => {
    const looks = [4, 5, 29, 53].map((after) => at(start + after * hour, tick))
    expect(reminders(ordered.and(...looks).events)).toEqual([
      'supervision 110118002 yellow',
      'supervision 110118002 red',
      'supervision 110118002 unit-lead',
      'supervision 110118002 inspector',
    ])
  })

  it('answered rings no more; a second order rings anew', () => {
    const again = ordered.and(
      at(start + 5 * hour, tick),
      commands['answer-supervision'],
      at(start + 6 * hour, { ...order, replyDue: start + 9 * hour }, anInspector()),
    )
    const late = again.and(at(start + 9 * hour, tick))
    expect(reminders(late.events)).toEqual([
      'supervision 110118002 red',
      'supervision 110118002 red',
    ])
  })

  it('is for the unit that has it: at the desk nobody is warned', () => {
    expect(sideClocks(aReturnedTicket().ticket)).toEqual([])
  })
})
