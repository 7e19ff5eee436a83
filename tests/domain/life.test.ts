import { describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import type { TicketCommandType } from '#domain/ticket/steps/index.ts'
import { statuses } from '#domain/ticket/status.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import { anOpenCommand, commands } from '#tests/support/build.ts'
import { given } from '#tests/support/given.ts'
import { aReturnedTicket, aTicketIn } from '#tests/support/status.ts'

/** Category and place are set right wherever the ticket may still be dispatched. */
const setRight = {
  pending: 'pending',
  dispatched: 'dispatched',
  accepted: 'accepted',
  'in-progress': 'in-progress',
  conference: 'conference',
  reopened: 'reopened',
} as const

// Rulebook, "Life of a ticket", read as: a command, and the statuses it leads from and to.
const ways: readonly (readonly [TicketCommandType, Partial<Record<TicketStatus, TicketStatus>>])[] =
  [
    [
      'dispatch',
      {
        pending: 'dispatched',
        dispatched: 'dispatched',
        accepted: 'dispatched',
        'in-progress': 'dispatched',
        conference: 'dispatched',
        reopened: 'dispatched',
      },
    ],
    ['classify', setRight],
    ['place', setRight],
    ['refer', { pending: 'referred' }],
    ['merge', { pending: 'merged', dispatched: 'merged', accepted: 'merged' }],
    ['unmerge', { merged: 'pending' }],
    ['accept', { dispatched: 'accepted' }],
    ['contact', { accepted: 'in-progress', 'in-progress': 'in-progress', reopened: 'reopened' }],
    ['return', { dispatched: 'pending', accepted: 'pending' }],
    ['ask-citizen', { 'in-progress': 'awaiting-citizen', reopened: 'awaiting-citizen' }],
    ['resolve', { 'in-progress': 'resolved' }],
    ['request-extension', { 'in-progress': 'in-progress', reopened: 'reopened' }],
    ['request-suspension', { 'in-progress': 'in-progress', reopened: 'reopened' }],
    ['review', { suspended: 'in-progress' }],
    ['whistle', { accepted: 'accepted', 'in-progress': 'in-progress', reopened: 'reopened' }],
    ['rate', { resolved: 'closed' }],
    ['reopen', { closed: 'reopened' }],
    [
      'withdraw',
      {
        pending: 'withdrawn',
        dispatched: 'withdrawn',
        accepted: 'withdrawn',
        'in-progress': 'withdrawn',
        'awaiting-citizen': 'withdrawn',
        suspended: 'withdrawn',
        conference: 'withdrawn',
        resolved: 'withdrawn',
        reopened: 'withdrawn',
      },
    ],
    [
      'supplement',
      {
        pending: 'pending',
        dispatched: 'dispatched',
        accepted: 'accepted',
        'in-progress': 'in-progress',
        'awaiting-citizen': 'in-progress',
        suspended: 'suspended',
        conference: 'conference',
        resolved: 'resolved',
        reopened: 'reopened',
      },
    ],
    [
      'urge',
      {
        pending: 'pending',
        dispatched: 'dispatched',
        accepted: 'accepted',
        'in-progress': 'in-progress',
        'awaiting-citizen': 'awaiting-citizen',
        suspended: 'suspended',
        conference: 'conference',
        reopened: 'reopened',
      },
    ],
    [
      'add-units',
      {
        dispatched: 'dispatched',
        accepted: 'accepted',
        'in-progress': 'in-progress',
        'awaiting-citizen': 'awaiting-citizen',
        suspended: 'suspended',
        reopened: 'reopened',
      },
    ],
    [
      'assign',
      {
        dispatched: 'dispatched',
        accepted: 'accepted',
        'in-progress': 'in-progress',
        'awaiting-citizen': 'awaiting-citizen',
        suspended: 'suspended',
        reopened: 'reopened',
      },
    ],
    ['erase', { closed: 'closed', withdrawn: 'withdrawn', merged: 'merged', referred: 'referred' }],
  ]

const rows = ways.flatMap(([command, leads]) =>
  statuses.map((from) => ({ command, from, to: leads[from] ?? null })),
)

describe('the life of a ticket', () => {
  it.each(statuses)('can reach %s', (status) => {
    expect(aTicketIn(status).ticket.status).toBe(status)
  })

  it.each(rows.filter((row) => row.to !== null))(
    '$command leads from $from to $to',
    ({ command, from, to }) => {
      const outcome = aTicketIn(from).and(commands[command])
      expect(outcome.ticket.status).toBe(to)
    },
  )

  it.each(rows.filter((row) => row.to === null))(
    '$command does not fit $from',
    ({ command, from }) => {
      const { decided } = aTicketIn(from).when(commands[command])
      expect(isRefusal(decided) ? decided.refused : 'carried out').toMatch(
        /^(wrong-status|not-your-unit|missing-contact|nothing-pending)$/,
      )
    },
  )

  it('goes from the conference to the unit the bureau decides on', () => {
    const ticket = aTicketIn('conference')
      .when(commands.dispatch)
      .then({ type: 'redispatched', data: { decidedBy: 'conference' } })
    expect(ticket).toMatchObject({ status: 'dispatched', handler: 'city-enforcement' })
  })

  it('goes back to the unit when the desk upholds the dispatch', () => {
    const ticket = aReturnedTicket().when(commands['uphold-return']).then('return-upheld')
    expect(ticket).toMatchObject({ status: 'dispatched', handler: '110118002' })
  })

  it('goes into suspension by an approval only', () => {
    const asked = aTicketIn('in-progress', commands['request-suspension'])
    asked.when(commands['refuse-suspension']).then('suspension-refused')
    expect(asked.ticket.status).toBe('in-progress')
    expect(asked.and(commands['approve-suspension']).ticket.status).toBe('suspended')
  })

  it('returns from suspension to the second handling when it came from there', () => {
    const again = aTicketIn(
      'reopened',
      commands['request-suspension'],
      commands['approve-suspension'],
      commands.review,
    )
    expect(again.ticket.status).toBe('reopened')
  })

  it('does not get lost when nothing is asked of it: a classification it has already changes nothing', () => {
    aTicketIn('pending')
      .when({ ...commands.classify, category: 'open-air-barbecue' })
      .then()
  })

  it('is resolved only after the unit has contacted the citizen', () => {
    aTicketIn('accepted').when(commands.resolve).refused('missing-contact')
    aTicketIn('reopened').when(commands.resolve).refused('missing-contact')
    aTicketIn('reopened', commands.contact).when(commands.resolve).then('resolved')
  })

  it('is resolved only with a reply the citizen can read', () => {
    aTicketIn('in-progress')
      .when({ ...commands.resolve, publicReply: '  ' })
      .refused('invalid-input')
  })

  it('is not merged into itself', () => {
    aTicketIn('pending')
      .when({ ...commands.merge, into: 'ticket-1' })
      .refused('invalid-input')
  })

  it('is dispatched only with a category', () => {
    given(anOpenCommand({ category: null }))
      .when(commands.dispatch)
      .refused('missing-category')
    given(anOpenCommand({ category: null }), commands.classify)
      .when(commands.dispatch)
      .then('dispatched')
  })
})
