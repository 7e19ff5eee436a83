import { describe, expect, it } from 'vitest'
import { anOpenCommand, commands, day, hour, minute, start } from '#tests/support/build.ts'
import { at, given } from '#tests/support/given.ts'
import { aTicketIn } from '#tests/support/status.ts'

const solve = start + 7 * day
const ask = (until: number) => ({ ...commands['request-extension'], until })

describe('an extension', () => {
  it('moves the promise once it is approved, not when it is asked for', () => {
    const asked = aTicketIn('in-progress', ask(start + 10 * day))
    expect(asked.ticket.deadlines?.solve).toBe(solve)
    expect(asked.and(commands['approve-extension']).ticket.deadlines?.solve).toBe(start + 10 * day)
  })

  it('names its reason', () => {
    aTicketIn('in-progress')
      .when({ ...ask(start + 8 * day), reason: ' ' })
      .refused('invalid-input')
  })

  it('is asked for before the deadline', () => {
    const ticket = aTicketIn('in-progress')
    ticket.when(ask(start + 10 * day), { now: solve - minute }).then('extension-requested')
    ticket.when(ask(start + 10 * day), { now: solve }).refused('too-late')
  })

  it('adds at most the class again', () => {
    const ticket = aTicketIn('in-progress')
    ticket.when(ask(solve + 7 * day)).then('extension-requested')
    ticket.when(ask(solve + 7 * day + minute)).refused('invalid-input')
  })

  it('of an urgent ticket adds at most two hours', () => {
    const urgent = given(anOpenCommand({ urgency: 'urgent' }), commands.accept, commands.contact)
    urgent.when(ask(start + 4 * hour)).then('extension-requested')
    urgent.when(ask(start + 4 * hour + minute)).refused('invalid-input')
  })

  it('adds something', () => {
    aTicketIn('in-progress').when(ask(solve)).refused('invalid-input')
  })

  it('is granted once', () => {
    aTicketIn('in-progress', ask(start + 8 * day), commands['approve-extension'])
      .when(ask(start + 9 * day))
      .refused('limit-reached')
  })

  it('is not asked for twice, not even after a refusal', () => {
    const ticket = aTicketIn('in-progress', ask(start + 8 * day))
    ticket.when(ask(start + 9 * day)).refused('limit-reached')
    ticket
      .and(commands['refuse-extension'])
      .when(ask(start + 9 * day))
      .refused('limit-reached')
  })

  it('refused leaves the promise as it was', () => {
    const { ticket } = aTicketIn('in-progress', ask(start + 8 * day), commands['refuse-extension'])
    expect(ticket).toMatchObject({ deadlines: { solve }, extension: { state: 'refused' } })
  })

  it('is not approved when nobody asked', () => {
    aTicketIn('in-progress').when(commands['approve-extension']).refused('nothing-pending')
  })

  it('is possible once more in the second handling', () => {
    const first = aTicketIn('in-progress', ask(start + 8 * day), commands['approve-extension'])
    first
      .and(commands.resolve, { ...commands.rate, solved: 'unsolved' }, commands.contact)
      .when(ask(start + 8 * day))
      .then('extension-requested')
  })
})

describe('waiting for the citizen', () => {
  const asked = aTicketIn('in-progress', at(start + day, commands['ask-citizen']))

  it('pauses the solving clock for as long as the answer takes', () => {
    const { ticket } = asked.and(at(start + 2 * day, commands.supplement))
    expect(ticket).toMatchObject({ status: 'in-progress', deadlines: { solve: solve + day } })
  })

  it('lasts three days at most; then the unit goes on without an answer', () => {
    const ticket = asked.when(commands.tick, { now: start + 4 * day }).then('answer-overdue')
    expect(ticket).toMatchObject({ status: 'in-progress', deadlines: { solve: solve + 3 * day } })
    asked.when(commands.tick, { now: start + 4 * day - minute }).then()
  })

  it('never grants more than three days, however late the house looks', () => {
    const { ticket } = asked.and(at(start + 6 * day, commands.tick))
    expect(ticket.deadlines?.solve).toBe(solve + 3 * day)
  })

  it('lasts three days over all questions together', () => {
    const twice = asked.and(
      at(start + 3 * day, commands.supplement),
      at(start + 4 * day, commands['ask-citizen']),
    )
    expect(twice.ticket.awaiting?.until).toBe(start + 5 * day)
    twice
      .and(at(start + 5 * day, commands.tick))
      .when(commands['ask-citizen'])
      .refused('limit-reached')
  })

  it('returns to the second handling when it was asked there', () => {
    const again = aTicketIn('reopened', commands['ask-citizen'], commands.supplement)
    expect(again.ticket.status).toBe('reopened')
  })

  it('ends for good when the complaint is withdrawn meanwhile', () => {
    const withdrawn = asked.and(commands.withdraw)
    withdrawn.when(commands.tick, { now: start + 30 * day }).then()
    expect(withdrawn.ticket).toMatchObject({ status: 'withdrawn', awaiting: null })
  })

  it('needs a question', () => {
    aTicketIn('in-progress')
      .when({ ...commands['ask-citizen'], question: '' })
      .refused('invalid-input')
  })

  it('is over with a photo or a place as well as with words', () => {
    const photo = { id: 'photo-1', kind: 'image', name: null } as const
    asked.when({ ...commands.supplement, text: '', attachments: [photo] }).then('supplemented')
    asked.when({ ...commands.supplement, text: '' }).refused('invalid-input')
  })
})

describe('a suspension', () => {
  const reviewAt = start + 60 * day
  const suspended = aTicketIn('suspended')

  it('lets the promise rest: what was left of it is left after the review', () => {
    const solve = reviewAt + 7 * day
    expect(suspended.ticket).toMatchObject({ status: 'suspended', deadlines: { solve } })
    const { ticket } = suspended.and(at(reviewAt, commands.tick))
    expect(ticket.deadlines?.solve).toBe(solve)
    expect(ticket.warnings).toEqual([])
    expect(ticket.callback).toBeNull()
  })

  it('reviewed before its day rests no longer than that', () => {
    const early = suspended.and(at(start + 10 * day, commands.review))
    expect(early.ticket.deadlines?.solve).toBe(start + 17 * day)
  })

  it('keeps its rest when the matter turns out urgent meanwhile', () => {
    const urgent = { ...commands['set-urgency'], urgency: 'urgent' } as const
    const { ticket } = suspended.and(at(start + day, urgent), at(start + 2 * day, commands.review))
    expect(ticket.deadlines?.solve).toBe(start + 2 * day + 2 * hour)
  })

  it('is reviewed on its day, and the ticket goes on', () => {
    suspended.when(commands.tick, { now: reviewAt - minute }).then()
    const { ticket } = suspended.and(at(reviewAt, commands.tick))
    expect(ticket).toMatchObject({ status: 'in-progress', suspension: null })
  })

  it('is not approved after its review day, which would shorten the promise', () => {
    const ticket = aTicketIn('in-progress', {
      ...commands['request-suspension'],
      reviewAt: start + hour,
    })
    ticket.when(commands['approve-suspension'], { now: start + 5 * hour }).refused('too-late')
    ticket.when(commands['refuse-suspension'], { now: start + 5 * hour }).then('suspension-refused')
  })

  it('is reviewed in the future', () => {
    aTicketIn('in-progress')
      .when({ ...commands['request-suspension'], reviewAt: start })
      .refused('invalid-input')
  })

  it('is asked for once at a time, with its reason', () => {
    const ticket = aTicketIn('in-progress')
    ticket
      .and(commands['request-suspension'])
      .when(commands['request-suspension'])
      .refused('already-done')
    ticket.when({ ...commands['request-suspension'], reason: '' }).refused('invalid-input')
  })
})
