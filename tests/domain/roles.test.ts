import { describe, expect, it } from 'vitest'
import { maySee, maySeePerson } from '#domain/roles.ts'
import {
  aCitizen,
  aDispatcher,
  anAdministrator,
  anInspector,
  anOfficer,
  anOpenCommand,
  anOperator,
  aUnitLead,
  commands,
} from '#tests/support/build.ts'
import { given } from '#tests/support/given.ts'
import { aReturnedTicket, aTicketIn } from '#tests/support/status.ts'

const { ticket } = aTicketIn('in-progress')

describe('who may see a ticket', () => {
  it('its own citizen, and no other', () => {
    expect(maySee(aCitizen(), ticket)).toBe(true)
    expect(maySee(aCitizen({ id: 'citizen-2' }), ticket)).toBe(false)
  })

  it('whoever proved the secret code of an anonymous ticket', () => {
    const anonymous = given(anOpenCommand({ citizenId: null })).ticket
    expect(maySee(aCitizen({ id: anonymous.id }), anonymous)).toBe(true)
    expect(maySee(aCitizen(), anonymous)).toBe(false)
  })

  it('the units that take part: handler, supporting, called by a whistle, former handler', () => {
    const blown = aTicketIn('in-progress', commands.whistle).ticket
    expect(maySee(anOfficer(), ticket)).toBe(true)
    expect(maySee(aUnitLead(), ticket)).toBe(true)
    expect(maySee(anOfficer('city-enforcement'), ticket)).toBe(true)
    expect(maySee(anOfficer('market-regulation'), blown)).toBe(true)
    expect(maySee(anOfficer(), aReturnedTicket().ticket)).toBe(true)
  })

  it('no other unit', () => {
    expect(maySee(anOfficer('water-bureau'), ticket)).toBe(false)
    expect(maySee(anOfficer('110118100'), ticket)).toBe(false)
  })

  it('no officer without a unit', () => {
    expect(maySee(anOfficer(undefined, { unit: null }), ticket)).toBe(false)
  })

  it('the desk, the operators and the bureau see all', () => {
    const all = [aDispatcher(), anOperator(), anInspector(), anAdministrator()]
    expect(all.map((actor) => maySee(actor, ticket))).toEqual([true, true, true, true])
  })
})

describe("who may see the citizen's name and phone", () => {
  const secret = given(anOpenCommand({ secrecy: true })).ticket

  it('the handler, who has to call', () => {
    expect(maySeePerson(anOfficer(), ticket)).toBe(true)
  })

  it('not the handler of a secret report', () => {
    expect(maySeePerson(anOfficer(), secret)).toBe(false)
    expect(maySeePerson(aUnitLead(), secret)).toBe(false)
  })

  it('not a supporting unit, nor a former handler', () => {
    expect(maySeePerson(anOfficer('city-enforcement'), ticket)).toBe(false)
    expect(maySeePerson(anOfficer(), aReturnedTicket().ticket)).toBe(false)
  })

  it('not the administrator, who calls nobody', () => {
    expect(maySeePerson(anAdministrator(), ticket)).toBe(false)
  })

  it('the operator who calls back, also on a secret report', () => {
    expect(maySeePerson(anOperator(), secret)).toBe(true)
  })

  it('not the handler any more once the ticket has ended', () => {
    expect(maySeePerson(anOfficer(), aTicketIn('closed').ticket)).toBe(false)
  })
})
