import { describe, expect, it } from 'vitest'
import {
  anInspector,
  anOfficer,
  anOpenCommand,
  aRouting,
  commands,
  hour,
  minute,
  start,
} from '#tests/support/build.ts'
import { at, given } from '#tests/support/given.ts'
import { aTicketIn } from '#tests/support/status.ts'

const due = start + 24 * hour
const blow = { ...commands.whistle, due }
const enforcement = anOfficer('city-enforcement')
const market = anOfficer('market-regulation')
const blown = aTicketIn('in-progress', blow)

describe('a whistle', () => {
  it('is blown by the township on its ticket: whom, what for, where, by when', () => {
    aTicketIn('in-progress')
      .when(blow)
      .then({
        type: 'whistle-opened',
        data: { units: ['city-enforcement', 'market-regulation'], place: '果园西里南门', due },
      })
  })

  it('is not blown by a bureau', () => {
    given(
      anOpenCommand({}, { routing: aRouting({ handler: 'ecology-bureau' }) }),
      commands.accept,
      commands.contact,
    )
      .when(blow)
      .refused('not-allowed')
  })

  it('calls other units than the township itself, each once', () => {
    const ticket = aTicketIn('in-progress')
    ticket.when({ ...blow, units: ['110118002'] }).refused('invalid-input')
    ticket
      .when({ ...blow, units: ['110118002', 'water-bureau', 'water-bureau'] })
      .then({ type: 'whistle-opened', data: { units: ['water-bureau'] } })
  })

  it('sets its deadline in the future', () => {
    aTicketIn('in-progress')
      .when({ ...blow, due: start })
      .refused('invalid-input')
  })

  it('sent twice is one; with another date, for something else, or once it is closed it is another', () => {
    blown.when({ ...blow, whistleId: 'whistle-2', units: blow.units.toReversed() }).then()
    const later = { now: start + minute }
    blown.when({ ...blow, whistleId: 'whistle-2', due: due + minute }, later).then()
    blown.when({ ...blow, whistleId: 'whistle-2', due: due + hour }, later).then('whistle-opened')
    const changed = [
      { purpose: '核查证照' },
      { place: '果园西里北门' },
      { units: ['city-enforcement'] },
    ] as const
    for (const over of changed) {
      blown.when({ ...blow, ...over, whistleId: 'whistle-2' }).then('whistle-opened')
    }
    blown
      .and(commands['close-whistle'])
      .when({ ...blow, whistleId: 'whistle-2' })
      .then('whistle-opened')
  })

  it('leaves the ticket with its one handler, from calling to closing', () => {
    const closed = blown.and(
      { command: commands['report-in'], actor: enforcement },
      commands['close-whistle'],
    )
    expect(blown.ticket.handler).toBe('110118002')
    expect(closed.ticket).toMatchObject({ handler: '110118002', status: 'in-progress' })
  })

  it('lets the called units read the ticket', () => {
    expect(blown.ticket.involved).toEqual(['city-enforcement', 'market-regulation'])
  })
})

describe('reporting in', () => {
  const report = commands['report-in']

  it.each(['on-site', 'online', 'writing'] as const)('may be %s', (how) => {
    blown
      .when({ ...report, how }, { actor: enforcement })
      .then({ type: 'reported-in', data: { unit: 'city-enforcement', how, late: false } })
  })

  it('is on time until the deadline and late after it', () => {
    blown
      .when(report, { actor: enforcement, now: due })
      .then({ type: 'reported-in', data: { late: false } })
    blown
      .when(report, { actor: enforcement, now: due + minute })
      .then({ type: 'reported-in', data: { late: true } })
  })

  it('happens once per unit', () => {
    blown
      .and({ command: report, actor: enforcement })
      .when(report, { actor: enforcement })
      .refused('already-done')
  })

  it('is for the called units only', () => {
    blown.when(report, { actor: anOfficer('water-bureau') }).refused('not-your-unit')
    blown.when(report, { actor: anOfficer() }).refused('not-your-unit')
  })

  it('answers the whistle that called the unit, not another one', () => {
    blown
      .and({ ...blow, whistleId: 'whistle-2', units: ['water-bureau'] })
      .when({ ...report, whistleId: 'whistle-2' }, { actor: enforcement })
      .refused('not-your-unit')
    blown.when({ ...report, whistleId: 'whistle-9' }, { actor: enforcement }).refused('not-found')
  })

  it('comes before its part: done or not', () => {
    const part = commands['finish-whistle-part']
    blown.when(part, { actor: enforcement }).refused('too-early')
    const ticket = blown
      .and({ command: report, actor: enforcement })
      .when({ ...part, done: false }, { actor: enforcement })
      .then('whistle-part-done')
    expect(ticket.whistles[0]?.reports).toMatchObject([{ unit: 'city-enforcement', done: false }])
  })
})

describe('closing a whistle', () => {
  const close = commands['close-whistle']

  it('counts who never came', () => {
    blown
      .and({ command: commands['report-in'], actor: enforcement })
      .when(close)
      .then({ type: 'whistle-closed', data: { absent: ['market-regulation'] } })
  })

  it('is for the township that blew it, or the inspector', () => {
    blown.when(close, { actor: enforcement }).refused('not-your-unit')
    blown.when(close, { actor: anInspector() }).then('whistle-closed')
  })

  it('stays with that township when the ticket has gone to another unit', () => {
    const moved = blown.and(commands.dispatch)
    moved.when(close, { actor: anOfficer() }).then('whistle-closed')
    moved.when(close, { actor: enforcement }).refused('not-your-unit')
  })

  it('is still possible once the ticket is closed, so that absence is counted', () => {
    blown
      .and(commands.resolve, commands.rate)
      .when(close)
      .then({
        type: 'whistle-closed',
        data: { absent: ['city-enforcement', 'market-regulation'] },
      })
  })

  it('is still possible once the ticket is merged or referred', () => {
    const accepted = aTicketIn('accepted', blow)
    const merged = accepted.and(commands.merge)
    const referred = accepted.and(commands.return, commands.refer)
    for (const ended of [merged, referred]) {
      const { absent } = ended.and(commands['close-whistle']).ticket.whistles[0] ?? {}
      expect(absent).toEqual(['city-enforcement', 'market-regulation'])
    }
  })

  it('ends it: nobody reports in after that, and it is not closed twice', () => {
    const closed = blown.and(at(start + hour, close))
    closed.when(commands['report-in'], { actor: market }).refused('not-your-unit')
    closed.when(close).refused('already-done')
  })
})
