import { describe, expect, it } from 'vitest'
import { noticesOf } from '#domain/notices/notices.ts'
import { aDispatcher, anOfficer, aRouting, commands } from '#tests/support/build.ts'
import { given, ticketId } from '#tests/support/given.ts'

const opened = given(commands.open)
const { handler } = opened.ticket
const assigned = opened.and(commands.accept, commands.assign)

describe('交办: a unit gives a ticket to one of its own by name', () => {
  it('says who works on it, and leaves status, unit and clocks as they are', () => {
    const before = opened.and(commands.accept).ticket
    const after = assigned.ticket
    expect(after.assignee).toEqual({ id: 'officer-2', name: '李霞' })
    expect({ ...after, assignee: null, seq: 0, lastEventAt: 0 }).toEqual({
      ...before,
      seq: 0,
      lastEventAt: 0,
      written: [...before.written, commands.assign.note],
    })
  })

  it('is given on to another, and not twice to the same', () => {
    const other = { ...commands.assign, to: 'officer-3', toName: '陈刚' }
    expect(assigned.and(other).ticket.assignee?.id).toBe('officer-3')
    assigned.when(commands.assign).refused('already-done')
  })

  it('is no other unit’s to give', () => {
    assigned.when(commands.assign, { actor: anOfficer('water-bureau') }).refused('not-your-unit')
    assigned.when(commands.assign, { actor: aDispatcher() }).refused('not-allowed')
  })

  it('lapses when another unit gets the ticket', () => {
    const elsewhere = aRouting({ handler: handler === '110118001' ? '110118002' : '110118001' })
    const moved = assigned.and({ type: 'dispatch', routing: elsewhere, note: '按职责改派' })
    expect(moved.ticket.assignee).toBeNull()
  })

  it('is told the colleague alone', () => {
    const events = assigned.events.filter(({ type }) => type === 'assigned')
    const told = noticesOf(ticketId, opened.and(commands.accept).ticket, events)
    expect(told.map(({ matter, audience }) => ({ matter, audience }))).toEqual([
      { matter: 'assigned', audience: 'person:officer-2' },
    ])
  })
})
