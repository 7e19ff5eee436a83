import { describe, expect, it } from 'vitest'
import { roles } from '#domain/roles.ts'
import type { Actor, Role } from '#domain/roles.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { TicketCommandType } from '#domain/ticket/steps/index.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import {
  aCitizen,
  aDispatcher,
  anAdministrator,
  anInspector,
  anOfficer,
  anOpenCommand,
  anOperator,
  aUnitLead,
  byPhone,
  commands,
  theHouse,
} from '#tests/support/build.ts'
import { given } from '#tests/support/given.ts'
import { aTicketIn, aTicketToPhone, reachedByPhone } from '#tests/support/status.ts'

const people: Readonly<Record<Role, Actor>> = {
  citizen: aCitizen(),
  officer: anOfficer(),
  'unit-lead': aUnitLead(),
  dispatcher: aDispatcher(),
  operator: anOperator(),
  inspector: anInspector({ id: 'inspector-2' }),
  administrator: anAdministrator(),
  system: theHouse(),
}

const unit: readonly Role[] = ['officer', 'unit-lead']
const bureau: readonly Role[] = ['dispatcher', 'inspector']
const citizen: readonly Role[] = ['citizen', 'operator']

// Rulebook, "Commands and who may"; the officer and the lead are those of the handler.
const mayGive: readonly (readonly [TicketCommandType, TicketStatus, readonly Role[]])[] = [
  ['classify', 'pending', ['dispatcher']],
  ['place', 'pending', ['dispatcher']],
  ['set-urgency', 'dispatched', bureau],
  ['dispatch', 'pending', ['dispatcher']],
  ['dispatch', 'in-progress', ['dispatcher']],
  ['dispatch', 'conference', ['dispatcher']],
  ['refer', 'pending', ['dispatcher']],
  ['merge', 'pending', ['dispatcher']],
  ['unmerge', 'merged', ['dispatcher', 'system']],
  ['accept', 'dispatched', unit],
  ['contact', 'accepted', unit],
  ['assign', 'accepted', unit],
  ['resolve', 'in-progress', unit],
  ['return', 'dispatched', unit],
  ['request-extension', 'in-progress', unit],
  ['request-suspension', 'in-progress', unit],
  ['ask-citizen', 'in-progress', unit],
  ['note', 'in-progress', [...unit, ...bureau, 'operator', 'system']],
  ['add-units', 'in-progress', [...unit, ...bureau]],
  ['review', 'suspended', [...unit, ...bureau, 'system']],
  ['whistle', 'in-progress', unit],
  ['urge', 'in-progress', citizen],
  ['supplement', 'in-progress', citizen],
  ['withdraw', 'in-progress', citizen],
  ['rate', 'resolved', citizen],
  ['reopen', 'closed', citizen],
  ['supervise', 'in-progress', ['inspector']],
  ['propose-exclusion', 'in-progress', [...unit, 'inspector']],
  ['erase', 'closed', ['administrator']],
  ['tick', 'in-progress', ['system']],
]

const rows = mayGive.flatMap(([command, status, may]) =>
  roles.map((role) => ({ command, status, role, may: may.includes(role) })),
)

const spoken = { ...commands.rate, ...byPhone }
/** Staff write down only what was said in a call that was answered. */
const lifeOf = ({ command, status }: (typeof rows)[number]) =>
  command === 'rate' ? aTicketIn(status, ...reachedByPhone) : aTicketIn(status)
const commandOf = ({ command }: (typeof rows)[number]) =>
  command === 'rate' ? spoken : commands[command]

const barred = /^(not-allowed|not-your-unit)$/

describe('who may', () => {
  it.each(rows.filter((row) => row.may))('$role may $command ($status)', (row) => {
    const { decided } = lifeOf(row).when(commandOf(row), {
      actor: people[row.role],
    })
    expect(isRefusal(decided) ? decided.refused : 'carried out').toBe('carried out')
  })

  it.each(rows.filter((row) => !row.may))('$role may not $command ($status)', (row) => {
    const { decided } = lifeOf(row).when(commandOf(row), {
      actor: people[row.role],
    })
    expect(isRefusal(decided) ? decided.refused : 'carried out').toMatch(barred)
  })

  it.each(roles)('approving an extension: %s', (role) => {
    const { decided } = aTicketIn('in-progress', commands['request-extension']).when(
      commands['approve-extension'],
      { actor: people[role] },
    )
    expect(!isRefusal(decided)).toBe(bureau.includes(role))
  })

  it.each(roles)('approving a suspension: %s', (role) => {
    const { decided } = aTicketIn('in-progress', commands['request-suspension']).when(
      commands['approve-suspension'],
      { actor: people[role] },
    )
    expect(!isRefusal(decided)).toBe(bureau.includes(role))
  })

  it.each(roles)('approving an exclusion: %s', (role) => {
    const { decided } = aTicketIn('closed', commands['propose-exclusion']).when(
      commands['approve-exclusion'],
      { actor: people[role] },
    )
    expect(!isRefusal(decided)).toBe(role === 'inspector')
  })

  it.each(roles)('making a call-back by phone: %s', (role) => {
    const { decided } = aTicketToPhone().when(
      { ...commands['attempt-callback'], halfDay: '20261126-am' },
      { actor: people[role] },
    )
    expect(!isRefusal(decided)).toBe(role === 'operator')
  })

  it.each(['accept', 'return'] as const)('another unit may not %s it', (command) => {
    given(anOpenCommand())
      .when(commands[command], { actor: anOfficer('water-bureau') })
      .refused('not-your-unit')
  })

  it('a supporting unit adds notes and finishes its part, and nothing else', () => {
    const actor = anOfficer('city-enforcement')
    const ticket = aTicketIn('in-progress')
    ticket.when(commands.note, { actor }).then('noted')
    ticket
      .when(commands['finish-part'], { actor })
      .then({ type: 'part-done', data: { unit: 'city-enforcement' } })
    ticket.when(commands.resolve, { actor }).refused('not-your-unit')
    ticket.when(commands.contact, { actor }).refused('not-your-unit')
  })

  it('a unit called in later takes part as well, and is called in once', () => {
    const joined = aTicketIn('in-progress', commands['add-units'])
    joined
      .when(commands['finish-part'], { actor: anOfficer('market-regulation') })
      .then('part-done')
    joined.when(commands['add-units']).refused('already-done')
  })

  it('another citizen may not touch it', () => {
    const actor = aCitizen({ id: 'citizen-2' })
    aTicketIn('in-progress').when(commands.withdraw, { actor }).refused('not-allowed')
    aTicketIn('resolved').when(commands.rate, { actor }).refused('not-allowed')
  })

  it('whoever proved the secret code of an anonymous ticket acts as its citizen', () => {
    const anonymous = given(anOpenCommand({ citizenId: null }))
    anonymous.when(commands.urge, { actor: aCitizen({ id: 'ticket-1' }) }).then('urged')
    anonymous.when(commands.urge, { actor: aCitizen({ id: 'citizen-1' }) }).refused('not-allowed')
  })
})
