import { describe, expect, it } from 'vitest'
import { nextTimer } from '#domain/ticket/alarms.ts'
import type { Opened, Satisfied, Solved } from '#domain/ticket/events.ts'
import {
  anInspector,
  anOpenCommand,
  anOperator,
  byPhone,
  commands,
  day,
  hour,
  minute,
  start,
  theHouse,
} from '#tests/support/build.ts'
import { at, given } from '#tests/support/given.ts'
import { aTicketIn, aTicketToPhone } from '#tests/support/status.ts'

const { tick, accept, contact, resolve } = commands
const answer = (solved: Solved, satisfied: Satisfied, contacted = true) => ({
  ...commands.rate,
  solved,
  satisfied,
  contacted,
})
const resolvedFor = (opened: Partial<Omit<Opened, 'dispatchDue'>>) =>
  given(anOpenCommand(opened), accept, contact, resolve)

describe('the call-back', () => {
  it('starts in the channel of origin as soon as the ticket is resolved', () => {
    resolvedFor({})
      .when(tick)
      .then({
        type: 'callback-started',
        data: { via: 'channel', round: 1 },
      })
  })

  it('starts by phone for a caller of the hotline', () => {
    resolvedFor({ channel: 'hotline' })
      .when(tick)
      .then({ type: 'callback-started', data: { via: 'phone' } })
  })

  it('starts by phone where there is no dialogue', () => {
    resolvedFor({ channel: 'open311', dialogueId: null })
      .when(tick)
      .then({ type: 'callback-started', data: { via: 'phone' } })
  })

  it('ends at once, counted as anonymous, where there is no way to ask', () => {
    const ticket = resolvedFor({ channel: 'open311', dialogueId: null, citizenId: null })
      .when(tick)
      .then({ type: 'closed', data: { reason: 'anonymous' } })
    expect(ticket).toMatchObject({ status: 'closed', rating: null })
  })

  it('starts once', () => {
    aTicketIn('resolved').when(tick).then()
  })

  it('keeps the answers to its three questions', () => {
    const { ticket } = aTicketIn('resolved', answer('partly', 'basically', false))
    expect(ticket.rating).toMatchObject({
      contacted: false,
      solved: 'partly',
      satisfied: 'basically',
    })
  })

  it.each([
    ['solved', 'satisfied'],
    ['solved', 'basically'],
  ] as const)('%s and %s closes the ticket', (solved, satisfied) => {
    const ticket = aTicketIn('resolved').when(answer(solved, satisfied)).then('rated', 'closed')
    expect(ticket).toMatchObject({ status: 'closed', closedBecause: 'solved' })
  })

  it.each([
    ['unsolved', 'unsatisfied', 'unsolved'],
    ['unsolved', 'satisfied', 'unsolved'],
    ['partly', 'basically', 'partly'],
    ['solved', 'unsatisfied', 'unsatisfied'],
  ] as const)('%s and %s opens the second handling', (solved, satisfied, reason) => {
    const ticket = aTicketIn('resolved')
      .when(answer(solved, satisfied))
      .then('rated', { type: 'reopened', data: { reason, round: 1 } })
    expect(ticket).toMatchObject({ status: 'reopened', handler: '110118002' })
  })

  it('is answered once', () => {
    aTicketIn('closed').when(commands.rate).refused('wrong-status')
  })

  it('is made again after the second handling', () => {
    aTicketIn('reopened', contact, resolve)
      .when(tick)
      .then({ type: 'callback-started', data: { via: 'channel', round: 2 } })
  })
})

describe('not solved after two second handlings', () => {
  const unsolved = answer('unsolved', 'unsatisfied')
  const twice = aTicketIn('reopened', contact, resolve, unsolved, contact, resolve, tick)
  const rated = twice.and(unsolved)
  const ordered = rated.and(tick)

  it('there is no third: the house orders supervision at once, with a time for the answer', () => {
    expect(twice.when(unsolved).then('rated').reopenings).toBe(2)
    expect(nextTimer(rated.ticket)).toBe(start)
    const data = { replyDue: start + 3 * day }
    const ticket = rated.when(tick).then({ type: 'supervised', data })
    expect(ticket).toMatchObject({ status: 'resolved', handler: '110118002' })
    ordered.when(tick).then()
  })

  it('the citizen is not asked again, nor by phone', () => {
    ordered.when(unsolved).refused('already-done')
    ordered.when(commands['start-callback']).then()
    ordered.when(commands['attempt-callback']).refused('nothing-pending')
  })

  it('the unit’s answer ends it for good', () => {
    const ticket = ordered
      .when(commands['answer-supervision'])
      .then('supervision-answered', { type: 'closed', data: { reason: 'final' } })
    expect(ticket).toMatchObject({ status: 'closed', rating: { solved: 'unsolved' } })
    expect(nextTimer(ticket)).toBeNull()
    ordered.and(commands['answer-supervision']).when(commands.reopen).refused('limit-reached')
  })

  it('an order already open stands for it; its answer ends the ticket too', () => {
    const before = aTicketIn('reopened', commands.supervise, contact, resolve, unsolved)
    const open = before.and(contact, resolve, tick, unsolved)
    open.when(tick).then()
    open
      .when(commands['answer-supervision'])
      .then('supervision-answered', { type: 'closed', data: { reason: 'final' } })
  })

  it('no answer rings for the unit, its lead and the inspector', () => {
    const looks = [2.5, 3, 4, 5].map((after) => at(start + after * day, tick))
    const { ticket } = ordered.and(...looks)
    expect(ticket.reminders.map(({ clock, level }) => `${clock} ${level}`)).toEqual([
      'supervision yellow',
      'supervision red',
      'supervision unit-lead',
      'supervision inspector',
    ])
  })
})

describe('an unanswered call-back', () => {
  const asked = aTicketIn('resolved')

  it('is repeated after 24 hours', () => {
    asked.when(tick, { now: start + day - minute }).then()
    asked.when(tick, { now: start + day }).then({
      type: 'callback-reminded',
      data: { attempt: 1 },
    })
  })

  it('is repeated after 48 hours', () => {
    const once = asked.and(at(start + day, tick))
    once.when(tick, { now: start + 2 * day - minute }).then()
    once.when(tick, { now: start + 2 * day }).then({
      type: 'callback-reminded',
      data: { attempt: 2 },
    })
  })

  it('then goes to the phone queue, a day after the second reminder', () => {
    const twice = asked.and(at(start + day, tick), at(start + 2 * day, tick))
    twice.when(tick, { now: start + 3 * day - minute }).then()
    twice
      .when(tick, { now: start + 3 * day })
      .then({ type: 'callback-started', data: { via: 'phone' } })
  })

  it('does not shower the citizen with reminders after a long stop of the house', () => {
    const late = asked.and(at(start + 10 * day, tick))
    expect(late.ticket.callback?.reminders).toBe(1)
    late.when(tick).then()
    expect(nextTimer(late.ticket)).toBe(start + 11 * day)
  })

  it('has two reminders at most', () => {
    asked
      .and(commands['remind-callback'], commands['remind-callback'])
      .when(commands['remind-callback'])
      .refused('limit-reached')
  })

  it('ends as unreachable where nobody can be phoned', () => {
    const anonymous = resolvedFor({ citizenId: null }).and(
      tick,
      at(start + day, tick),
      at(start + 2 * day, tick),
    )
    anonymous
      .when(tick, { now: start + 3 * day })
      .then('unreachable', { type: 'closed', data: { reason: 'unreachable' } })
  })

  it('waits for nothing more from the house while it is in the phone queue', () => {
    expect(nextTimer(aTicketToPhone().ticket)).toBeNull()
  })

  it('may still be answered in the channel', () => {
    aTicketToPhone().when(commands.rate).then('rated', 'closed')
  })

  it('does not go back from the phone to the channel', () => {
    aTicketToPhone().when({ type: 'start-callback', via: 'channel' }).then()
  })
})

describe('calling by phone', () => {
  const queue = aTicketToPhone()
  const attempt = (halfDay: string, reached = false) => ({
    ...commands['attempt-callback'],
    halfDay,
    reached,
  })
  const first = at(start + 3 * day, attempt('20261126-am'))
  const second = at(start + 3 * day + 6 * hour, attempt('20261126-pm'))

  it('counts three attempts, then the citizen is unreachable', () => {
    const ticket = queue
      .and(first, second)
      .when(attempt('20261127-am'), { now: start + 4 * day })
      .then('callback-attempted', 'unreachable', {
        type: 'closed',
        data: { reason: 'unreachable' },
      })
    expect(ticket).toMatchObject({ status: 'closed', unreachable: true })
  })

  it('makes its attempts on different half-days', () => {
    queue.and(first).when(attempt('20261126-am')).refused('too-often')
    queue
      .and(first)
      .when(attempt('20261126-pm'), { now: start + 3 * day + 6 * hour })
      .then('callback-attempted')
  })

  it('does not count a half-day to come, nor one before it began', () => {
    queue.when(attempt('20261126-pm')).refused('invalid-input')
    queue.when(attempt('20261125-pm')).refused('invalid-input')
  })

  it('takes a half-day as Beijing counts it', () => {
    const noon = start + 3 * day + 3 * hour
    queue.when(attempt('20261126-pm'), { now: noon - minute }).refused('invalid-input')
    queue.when(attempt('20261126-pm'), { now: noon }).then('callback-attempted')
  })

  it('does not give up on a citizen who was reached', () => {
    const reached = queue.and(first, second, at(start + 4 * day, attempt('20261127-am', true)))
    expect(reached.ticket.status).toBe('resolved')
    reached.when({ ...commands.rate, ...byPhone }, { actor: anOperator() }).then('rated', 'closed')
  })

  it('is for the phone queue only', () => {
    aTicketIn('resolved').when(attempt('20261123-am')).refused('nothing-pending')
  })
})

describe('giving a call-back up', () => {
  const giveUp = commands['give-up-callback']

  it('is not possible before all attempts, so that nobody drops out of the rates at will', () => {
    aTicketIn('resolved').when(giveUp).refused('too-early')
    aTicketToPhone().when(giveUp, { actor: anInspector() }).refused('too-early')
    aTicketIn('resolved')
      .when({ ...giveUp, because: 'anonymous' })
      .refused('too-early')
  })

  it('is for the house when no number is on file', () => {
    aTicketToPhone()
      .when(giveUp, { actor: theHouse() })
      .then('unreachable', { type: 'closed', data: { reason: 'unreachable' } })
  })

  it('says that it was anonymous where there is nobody to ask', () => {
    resolvedFor({ dialogueId: null, citizenId: null })
      .when({ ...giveUp, because: 'anonymous' })
      .then({ type: 'closed', data: { reason: 'anonymous' } })
  })
})

describe('when the promise passes unsolved', () => {
  const solve = start + 7 * day
  const working = aTicketIn('in-progress', at(start + 6 * day, tick))
  const asked = working.and(at(solve, tick))

  it('the citizen is asked all the same', () => {
    working.when(tick, { now: solve - minute }).then()
    working
      .when(tick, { now: solve })
      .then('warned', { type: 'callback-started', data: { via: 'channel', round: 1 } })
  })

  it('an answer is taken, and the handling goes on with its clocks', () => {
    const ticket = asked.when(answer('unsolved', 'unsatisfied')).then('rated')
    expect(ticket).toMatchObject({ status: 'in-progress', deadlines: { solve } })
    expect(ticket.rating?.solved).toBe('unsolved')
  })

  it('a citizen who says that it is solved ends it', () => {
    asked.when(answer('solved', 'satisfied')).then('rated', 'closed')
  })

  it('is asked and answered once, until the unit resolves it', () => {
    const answered = asked.and(answer('unsolved', 'unsatisfied'))
    answered.when(commands.rate).refused('already-done')
    const resolved = answered.and(resolve, tick)
    resolved.when(commands.rate).then('rated', 'closed')
  })

  it('before it passes nobody rates what is being worked on', () => {
    aTicketIn('in-progress').when(commands.rate).refused('nothing-pending')
  })

  it('silence does not close what is still to be solved', () => {
    const { ticket } = asked.and(
      at(solve + day, tick),
      at(solve + 2 * day, tick),
      at(solve + 3 * day, tick),
      at(solve + 3 * day, { ...commands['attempt-callback'], halfDay: '20261203-am' }),
      at(solve + 4 * day, { ...commands['attempt-callback'], halfDay: '20261204-am' }),
      at(solve + 5 * day, { ...commands['attempt-callback'], halfDay: '20261205-am' }),
    )
    expect(ticket).toMatchObject({ status: 'in-progress', unreachable: true })
    expect(nextTimer(ticket)).toBeNull()
  })

  it('nobody is asked where there is nobody to ask', () => {
    const { ticket } = given(
      anOpenCommand({ dialogueId: null, citizenId: null }),
      at(start + 20 * day, tick),
    )
    expect(ticket).toMatchObject({ status: 'dispatched', callback: null })
    expect(nextTimer(ticket)).toBeNull()
  })

  it('a pause puts the question off with the promise', () => {
    const paused = aTicketIn(
      'in-progress',
      at(start + 5 * day, commands['ask-citizen']),
      at(start + 6 * day, commands.supplement),
    )
    const { ticket } = paused.and(at(solve, tick))
    expect(ticket.callback).toBeNull()
    expect(paused.and(at(solve + day, tick)).ticket.callback?.via).toBe('channel')
  })
})
