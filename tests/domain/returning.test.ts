import { describe, expect, it } from 'vitest'
import type { ReturnReason } from '#domain/ticket/events.ts'
import {
  anOfficer,
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

const reasons: readonly ReturnReason[] = [
  'not-our-duty',
  'not-our-area',
  'place-unclear',
  'duplicate',
  'not-environmental',
  'material-missing',
]
const back = commands.return

describe('a return', () => {
  it.each(reasons)('may be for the reason %s', (reason) => {
    const ticket = aTicketIn('dispatched')
      .when({ ...back, reason })
      .then({ type: 'returned', data: { reason, round: 1 } }, 'queued')
    expect(ticket).toMatchObject({ status: 'pending', queuedFor: 'returned', handler: null })
  })

  it.each(['not-our-duty', 'not-our-area'] as const)(
    'for %s names the unit or the clause the unit thinks right',
    (reason) => {
      const bare = { ...back, reason, proposedUnit: null, clause: null }
      const ticket = aTicketIn('dispatched')
      ticket.when(bare).refused('invalid-input')
      ticket.when({ ...bare, clause: '大气 19' }).then('returned', 'queued')
      ticket.when({ ...bare, proposedUnit: 'city-enforcement' }).then('returned', 'queued')
    },
  )

  it('for an unclear place need not name another unit', () => {
    aTicketIn('dispatched')
      .when({ ...back, reason: 'place-unclear', proposedUnit: null, clause: null })
      .then('returned', 'queued')
  })

  it('says in words why', () => {
    aTicketIn('dispatched')
      .when({ ...back, note: '' })
      .refused('invalid-input')
  })

  it('does not propose the unit itself', () => {
    aTicketIn('dispatched')
      .when({ ...back, proposedUnit: '110118002' })
      .refused('same-unit')
  })

  it.each([
    ['urgent', 30 * minute],
    ['fast', 2 * hour],
    ['general', day],
    ['complex', day],
  ] as const)('of a ticket that is %s is allowed for %i ms', (urgency, limit) => {
    const ticket = given(anOpenCommand({ urgency }))
    ticket.when(back, { now: start + limit }).then('returned', 'queued')
    ticket.when(back, { now: start + limit + minute }).refused('too-late')
  })

  it('is over once the unit has taken the matter up with the citizen', () => {
    aTicketIn('in-progress').when(back).refused('wrong-status')
  })

  it('leaves the ticket visible to the unit that returned it', () => {
    expect(aReturnedTicket().ticket.involved).toContain('110118002')
  })
})

describe('the desk on a return', () => {
  const returned = aReturnedTicket()

  it('redispatches to another unit', () => {
    const ticket = returned
      .when(commands.dispatch)
      .then({ type: 'redispatched', data: { from: '110118002', decidedBy: 'desk' } })
    expect(ticket).toMatchObject({ handler: 'city-enforcement', returnProposal: null })
  })

  it('upholds with the clause', () => {
    returned
      .when({ ...commands['uphold-return'], clause: '大气 22' })
      .then({ type: 'return-upheld', data: { clause: '大气 22', handler: '110118002' } })
    returned.when({ ...commands['uphold-return'], clause: null }).refused('invalid-input')
  })

  it('does not send it back to the same unit as if nothing had been said', () => {
    returned.when({ ...commands.dispatch, routing: aRouting() }).refused('same-unit')
  })

  it('has nothing to uphold where nothing was returned', () => {
    aTicketIn('pending').when(commands['uphold-return']).refused('nothing-pending')
  })

  it('may merge or refer what was returned as a duplicate or as not its own', () => {
    expect(returned.and(commands.merge).ticket.status).toBe('merged')
    expect(returned.and(commands.refer).ticket.status).toBe('referred')
  })
})

describe('after two returns', () => {
  it('the units concerned confer', () => {
    const ticket = aReturnedTicket()
      .and(commands.dispatch)
      .when({ ...back, proposedUnit: 'market-regulation' })
      .then(
        { type: 'returned', data: { round: 2 } },
        {
          type: 'conference-called',
          data: { units: ['city-enforcement', 'market-regulation', '110118002'] },
        },
      )
    expect(ticket.status).toBe('conference')
  })

  it('whoever a return has named is among them', () => {
    const named = { ...commands.return, proposedUnit: 'water-bureau' } as const
    const again = { ...back, proposedUnit: 'market-regulation' } as const
    const { ticket } = given(anOpenCommand(), named, commands.dispatch, again)
    expect(ticket.conferenceUnits).toContain('water-bureau')
  })

  it('each of them gives its word on record, and nobody else', () => {
    const conference = aTicketIn('conference')
    for (const unit of conference.ticket.conferenceUnits) {
      conference.when(commands.note, { actor: anOfficer(unit) }).then('noted')
    }
    conference.when(commands.note, { actor: anOfficer('water-bureau') }).refused('not-your-unit')
  })

  it('it makes no difference that the first return was not upheld by another unit', () => {
    aReturnedTicket()
      .and(commands['uphold-return'])
      .when(back)
      .then('returned', 'conference-called')
  })

  it('an upheld dispatch gives the unit its time to return again', () => {
    aReturnedTicket()
      .and(at(start + 2 * day, commands['uphold-return']))
      .when(back, { now: start + 3 * day })
      .then('returned', 'conference-called')
  })

  it('the conference may decide on a unit that has returned it', () => {
    aTicketIn('conference')
      .when({ ...commands.dispatch, routing: aRouting() })
      .then({ type: 'redispatched', data: { decidedBy: 'conference', handler: '110118002' } })
  })

  it('what the conference decided is not returned again', () => {
    aTicketIn('conference', commands.dispatch).when(back).refused('limit-reached')
  })
})
