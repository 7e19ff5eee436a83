import { describe, expect, it } from 'vitest'
import { rates } from '#domain/rates.ts'
import { settledFromHistory } from '#domain/settled.ts'
import type { TicketEvent } from '#domain/ticket/events.ts'
import {
  aCitizen,
  anInspector,
  anOpenCommand,
  anOperator,
  byPhone,
  commands,
  day,
  hour,
  start,
} from '#tests/support/build.ts'
import { at, given } from '#tests/support/given.ts'
import { aTicketIn, reachedByPhone } from '#tests/support/status.ts'

const { accept, contact, resolve, tick } = commands
const spoken = { ...commands.rate, ...byPhone }
const operator = anOperator()
const bySpoken = { command: spoken, actor: operator }
const bad = { solved: 'unsolved', satisfied: 'unsatisfied' } as const
const reached = aTicketIn('resolved', ...reachedByPhone)
const written = reached.and(bySpoken)

const settledOf = (events: readonly TicketEvent[]) =>
  settledFromHistory(
    'ticket-1',
    events.map((event, index) => ({ ...event, ticketId: 'ticket-1', seq: index + 1 })),
  ).map(({ outcome, solved }) => `${outcome} ${String(solved)}`)

describe('a verdict an operator writes down', () => {
  it('needs a call that somebody answered', () => {
    const resolved = aTicketIn('resolved')
    resolved.when(spoken, { actor: operator }).refused('missing-call')
    const toPhone = resolved.and({ command: commands['start-callback'], actor: operator })
    toPhone.when(spoken, { actor: operator }).refused('missing-call')
    const missed = toPhone.and(commands['attempt-callback'])
    missed.when(spoken, { actor: operator }).refused('missing-call')
    reached.when(spoken, { actor: operator }).then('rated', 'closed')
  })

  it('does not live on a call of the round before', () => {
    const again = reached.and({ command: { ...spoken, ...bad }, actor: operator }, contact, resolve)
    again.and(tick).when(spoken, { actor: operator }).refused('missing-call')
  })

  it('is of whoever calls back in the same half-day, too', () => {
    const missed = aTicketIn(
      'resolved',
      { command: commands['start-callback'], actor: operator },
      commands['attempt-callback'],
    )
    missed.when(commands['attempt-callback']).refused('too-often')
    missed
      .and({ ...commands['attempt-callback'], reached: true })
      .when({ ...spoken, how: 'called-in' }, { actor: operator })
      .then('rated', 'closed')
  })

  it.each(['answeredBy', 'how'] as const)('says who answered and who called: %s', (field) => {
    const { answeredBy, how, ...answers } = spoken
    const silent = field === 'how' ? { ...answers, answeredBy } : { ...answers, how }
    reached.when(silent, { actor: operator }).refused('invalid-input')
  })

  it('says it came by telephone, whatever door the caller of the program names', () => {
    reached
      .when({ ...spoken, via: 'line' }, { actor: operator })
      .then(
        { type: 'rated', data: { via: 'hotline', answeredBy: 'citizen', how: 'called' } },
        'closed',
      )
  })

  it('a citizen’s own answer has no call in it', () => {
    const { events } = reached.and(spoken)
    const own = events.find(({ type }) => type === 'rated')
    expect(own?.data).not.toHaveProperty('answeredBy')
    expect(own?.data).not.toHaveProperty('how')
  })

  it('is asked for as well when the promise has passed unsolved', () => {
    const late = given(
      anOpenCommand({ channel: 'hotline', dialogueId: null }),
      accept,
      contact,
    ).and(at(start + 7 * day, tick))
    late.when(spoken, { actor: operator }).refused('missing-call')
    late
      .and({ ...commands['attempt-callback'], halfDay: '20261130-am', reached: true })
      .when({ ...spoken, ...bad }, { actor: operator })
      .then('rated')
  })
})

describe('the citizen’s own word', () => {
  it('overrules what an operator closed as solved: handled again', () => {
    const ticket = written
      .when({ ...commands.rate, ...bad }, { now: start + hour })
      .then({ type: 'rated', data: { overrules: true, solved: 'unsolved' } }, 'reopened')
    expect(ticket).toMatchObject({ status: 'reopened', closedAt: null, rating: { byStaff: false } })
  })

  it('confirms what an operator wrote, and the ticket stays closed', () => {
    const ticket = written.when(commands.rate).then('rated')
    expect(ticket).toMatchObject({ status: 'closed', rating: { byStaff: false } })
  })

  it('closes what an operator had opened again for her', () => {
    const reopened = reached.and({ command: { ...spoken, ...bad }, actor: operator })
    expect(reopened.ticket.status).toBe('reopened')
    reopened.when(commands.rate).then('rated', 'closed')
  })

  it('stands: neither she nor an operator says it again', () => {
    const own = written.and(commands.rate)
    own.when({ ...commands.rate, ...bad }).refused('wrong-status')
    own.when(spoken, { actor: operator }).refused('wrong-status')
    reached.and(commands.rate).when(spoken, { actor: operator }).refused('wrong-status')
  })

  it('is heard as long as a ticket may be reopened', () => {
    const objection = { ...commands.rate, ...bad }
    written.when(objection, { now: start + 30 * day }).then('rated', 'reopened')
    written.when(objection, { now: start + 30 * day + 1 }).refused('too-late')
  })

  it('is nobody else’s', () => {
    written.when(commands.rate, { actor: aCitizen({ id: 'citizen-2' }) }).refused('not-allowed')
  })

  it('after the last second handling leads to supervision instead', () => {
    const unsolved = { ...commands.rate, ...bad }
    const last = aTicketIn('reopened', contact, resolve, tick, unsolved, contact, resolve, tick)
    const closed = last.and(...reachedByPhone, bySpoken)
    expect(closed.ticket.status).toBe('closed')
    const ordered = closed.and(unsolved, tick)
    expect(ordered.ticket).toMatchObject({ status: 'resolved', rating: { solved: 'unsolved' } })
    expect(ordered.ticket.supervision).not.toBeNull()
  })

  it('alone counts in the rates', () => {
    const overruled = written.and({ ...commands.rate, ...bad })
    expect(settledOf(overruled.events)).toEqual(['rated unsolved'])
  })
})

describe('a false call-back', () => {
  const marked = written.and(commands['mark-false-callback'])

  it('is marked by the inspector, with what was found', () => {
    const blank = { ...commands['mark-false-callback'], note: ' ' }
    written.when(blank, { actor: anInspector() }).refused('invalid-input')
    written.when(commands['mark-false-callback'], { actor: operator }).refused('not-allowed')
  })

  it('is only of what an operator wrote down', () => {
    aTicketIn('closed').when(commands['mark-false-callback']).refused('nothing-pending')
    aTicketIn('resolved').when(commands['mark-false-callback']).refused('nothing-pending')
    marked.when(commands['mark-false-callback']).refused('nothing-pending')
  })

  it('opens what it had closed, and the citizen is asked anew', () => {
    expect(marked.ticket).toMatchObject({ status: 'resolved', rating: null, callback: null })
    marked.when(tick).then({ type: 'callback-started', data: { via: 'channel' } })
  })

  it('counts for nothing and is counted, also when she has answered since', () => {
    expect(settledOf(marked.events)).toEqual(['false-callback null'])
    const answered = marked.and(tick, commands.rate)
    expect(settledOf(answered.events)).toEqual(['false-callback null', 'rated solved'])
    const stored = answered.events.map((event, index) => ({
      ...event,
      ticketId: 'ticket-1',
      seq: index + 1,
    }))
    const { total, rows } = rates(settledFromHistory('ticket-1', stored), 'handler')
    expect(total).toMatchObject({ valid: 1, falseCallbacks: 1 })
    expect(rows).toMatchObject([{ key: '110118002', valid: 1, falseCallbacks: 1 }])
  })
})
