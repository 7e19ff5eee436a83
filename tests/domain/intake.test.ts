import { describe, expect, it } from 'vitest'
import { ticketNumber } from '#domain/ticket/number.ts'
import {
  anOpenCommand,
  anOperator,
  anOfficer,
  commands,
  hour,
  start,
} from '#tests/support/build.ts'
import { given } from '#tests/support/given.ts'

describe('opening a ticket', () => {
  it('dispatches at once when the rules name a unit', () => {
    const ticket = given()
      .when(anOpenCommand())
      .then('opened', { type: 'dispatched', data: { decidedBy: 'rules', handler: '110118002' } })
    expect(ticket).toMatchObject({ status: 'dispatched', handler: '110118002', queuedFor: null })
  })

  it('waits at the desk, with the reason, when no unit can be named', () => {
    const ticket = given()
      .when(anOpenCommand({}, { routing: null, queueReason: 'place-missing' }))
      .then('opened', { type: 'queued', data: { reason: 'place-missing' } })
    expect(ticket).toMatchObject({ status: 'pending', handler: null, queuedFor: 'place-missing' })
  })

  it('waits at the desk when the category is unknown, even with a unit in mind', () => {
    given()
      .when(anOpenCommand({ category: null }))
      .then('opened', { type: 'queued', data: { reason: 'unsure' } })
  })

  it('starts the dispatch clock when it is opened', () => {
    const { ticket } = given(anOpenCommand({ urgency: 'urgent' }, { routing: null }))
    expect(ticket.opened.dispatchDue).toBe(start + hour / 4)
  })

  it('may be done by an operator for a caller', () => {
    given()
      .when(anOpenCommand({ channel: 'hotline' }), { actor: anOperator() })
      .then('opened', 'dispatched')
  })

  it('is not for the units that will handle it', () => {
    given().when(anOpenCommand(), { actor: anOfficer() }).refused('not-allowed')
  })

  it('happens once: an open ticket is not opened again', () => {
    given(anOpenCommand()).when(anOpenCommand()).refused('already-done')
  })

  it('keeps the number, the words and the person it came with', () => {
    const { ticket } = given(anOpenCommand({ text: '半夜打桩', citizenId: 'citizen-7' }))
    expect(ticket.opened).toMatchObject({
      number: ticketNumber('20261123', 42),
      text: '半夜打桩',
      citizenId: 'citizen-7',
    })
  })

  it('comes before everything else: no other command fits a ticket that does not exist', () => {
    given().when(commands.tick).refused('not-found')
  })

  it('keeps the name of a citizen out of the history', () => {
    const { events } = given(anOpenCommand())
    expect(events.map((event) => event.by.name)).toEqual([null, null])
  })
})
