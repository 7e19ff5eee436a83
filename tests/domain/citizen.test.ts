import { describe, expect, it } from 'vitest'
import {
  anOpenCommand,
  aPlace,
  anInspector,
  anOfficer,
  commands,
  day,
  minute,
  start,
} from '#tests/support/build.ts'
import { at, given } from '#tests/support/given.ts'
import { aTicketIn } from '#tests/support/status.ts'

describe('urging', () => {
  const urged = aTicketIn('dispatched', commands.urge)

  it('is recorded at most once a day', () => {
    urged.when(commands.urge, { now: start + day - minute }).refused('too-often')
    const ticket = urged.when(commands.urge, { now: start + day }).then('urged')
    expect(ticket.urgedAt).toEqual([start, start + day])
  })

  it('does not move any clock', () => {
    expect(urged.ticket.deadlines).toEqual(aTicketIn('dispatched').ticket.deadlines)
  })
})

describe('a supplement', () => {
  it('changes the place when it names one', () => {
    const { ticket } = aTicketIn('pending', {
      ...commands.supplement,
      place: aPlace({ village: '果园新里', spot: '北门' }),
    })
    expect(ticket.place).toMatchObject({ village: '果园新里', spot: '北门' })
  })

  it('leaves the place as it is when it names none', () => {
    expect(aTicketIn('pending', commands.supplement).ticket.place).toEqual(aPlace())
  })
})

describe('withdrawing', () => {
  it('ends the ticket with its reason', () => {
    const ticket = aTicketIn('in-progress')
      .when(commands.withdraw, { now: start + day })
      .then({ type: 'withdrawn', data: { reason: '已自行解决' } })
    expect(ticket).toMatchObject({ status: 'withdrawn', closedAt: start + day })
  })

  it('ends a suspension as well: nothing rings on its review day', () => {
    aTicketIn('suspended', commands.withdraw)
      .when(commands.tick, { now: start + 90 * day })
      .then()
  })
})

describe('reopening', () => {
  const closed = aTicketIn('closed')

  it('is for the citizen within 30 days of closing', () => {
    closed
      .when(commands.reopen, { now: start + 30 * day })
      .then({ type: 'reopened', data: { reason: '又出摊了', round: 1 } })
    closed.when(commands.reopen, { now: start + 30 * day + minute }).refused('too-late')
  })

  it('goes to the same unit, which has to contact the citizen again', () => {
    const { ticket } = closed.and(commands.reopen)
    expect(ticket).toMatchObject({
      status: 'reopened',
      handler: '110118002',
      contactedAt: null,
      closedAt: null,
      resolvedAt: null,
    })
  })

  it('is possible twice', () => {
    const again = [commands.contact, commands.resolve, commands.rate, commands.reopen] as const
    const twice = closed.and(commands.reopen, ...again)
    twice
      .and(commands.contact, commands.resolve, commands.rate)
      .when(commands.reopen)
      .refused('limit-reached')
  })

  it('counts the pause for the citizen anew', () => {
    const { ticket } = aTicketIn(
      'in-progress',
      commands['ask-citizen'],
      at(start + 3 * day, commands.tick),
      commands.resolve,
      commands.rate,
      commands.reopen,
      commands['ask-citizen'],
    )
    expect(ticket.awaiting?.until).toBe(start + 6 * day)
  })
})

describe('excluding', () => {
  const proposed = aTicketIn('closed', commands['propose-exclusion'])
  const second = anInspector({ id: 'inspector-2' })

  it.each([
    'unlawful-demand',
    'outside-powers',
    'malicious-or-repeated',
    'untrue',
    'force-majeure',
    'system-outage',
  ] as const)('may be for the ground %s', (ground) => {
    aTicketIn('closed')
      .when({ ...commands['propose-exclusion'], ground })
      .then({ type: 'exclusion-proposed', data: { ground } })
  })

  it('names its evidence', () => {
    aTicketIn('closed')
      .when({ ...commands['propose-exclusion'], evidence: ' ' })
      .refused('invalid-input')
  })

  it('is decided by a second person', () => {
    proposed
      .when(commands['approve-exclusion'], { actor: anInspector() })
      .refused('second-person-needed')
    const ticket = proposed
      .when(commands['approve-exclusion'], { actor: second })
      .then('exclusion-approved')
    expect(ticket.exclusion).toMatchObject({ state: 'approved', proposedBy: 'inspector-1' })
  })

  it('may be asked for by the unit, and decided by an inspector', () => {
    aTicketIn('resolved', { command: commands['propose-exclusion'], actor: anOfficer() })
      .when(commands['approve-exclusion'], { actor: anInspector() })
      .then('exclusion-approved')
  })

  it('may be refused, and proposed again with better evidence', () => {
    const refused = proposed.and(commands['refuse-exclusion'])
    expect(refused.ticket.exclusion?.state).toBe('refused')
    refused.when(commands['propose-exclusion']).then('exclusion-proposed')
  })

  it('decided stays decided: a new proposal does not undo it', () => {
    proposed
      .and({ command: commands['approve-exclusion'], actor: second })
      .when(commands['propose-exclusion'])
      .refused('already-done')
  })

  it('is not decided where nothing was proposed', () => {
    aTicketIn('closed').when(commands['approve-exclusion']).refused('nothing-pending')
    aTicketIn('closed').when(commands['refuse-exclusion']).refused('nothing-pending')
  })

  it('hears the unit: it may write to a closed ticket', () => {
    proposed.when(commands.note, { actor: anOfficer() }).then('noted')
  })
})

describe('erasing', () => {
  it('takes the person and their words out of the ticket, and leaves the ticket', () => {
    const { ticket } = aTicketIn('closed', commands.erase)
    expect(ticket.opened).toMatchObject({ citizenId: null, dialogueId: null, text: '' })
    expect(ticket).toMatchObject({ status: 'closed', handler: '110118002' })
  })

  it('waits until the ticket has ended', () => {
    given(anOpenCommand()).when(commands.erase).refused('wrong-status')
  })
})
