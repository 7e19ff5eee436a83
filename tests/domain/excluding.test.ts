import { describe, expect, it } from 'vitest'
import { isExcluded } from '#domain/ticket/excluding.ts'
import { aCitizen, anInspector, anOfficer, anOperator, commands } from '#tests/support/build.ts'
import { aTicketIn } from '#tests/support/status.ts'

const citizen = aCitizen()
const unit = anOfficer()
const first = anInspector({ id: 'inspector-1' })
const second = anInspector({ id: 'inspector-2' })
const third = anInspector({ id: 'inspector-3' })
const say = commands['answer-exclusion']
const proposed = aTicketIn('closed', { command: commands['propose-exclusion'], actor: first })
const approved = proposed.and({ command: commands['approve-exclusion'], actor: second })

describe('the word on an exclusion', () => {
  it('is the citizen’s, also after the ticket is closed, and is on record', () => {
    proposed
      .when(say, { actor: citizen })
      .then({ type: 'exclusion-answered', data: { text: say.text } })
  })

  it('is the unit’s as well, each once before the decision', () => {
    const heard = proposed.and({ command: say, actor: citizen })
    heard.when(say, { actor: unit }).then('exclusion-answered')
    heard.when(say, { actor: citizen }).refused('already-done')
    heard.when(say, { actor: anOperator() }).refused('already-done')
  })

  it('may be passed on by an operator for a caller', () => {
    proposed.when(say, { actor: anOperator() }).then('exclusion-answered')
  })

  it('is nobody else’s', () => {
    proposed.when(say, { actor: aCitizen({ id: 'citizen-2' }) }).refused('not-allowed')
    proposed.when(say, { actor: anOfficer('water-bureau') }).refused('not-your-unit')
  })

  it('says something, and there has to be an exclusion', () => {
    proposed.when({ ...say, text: ' ' }, { actor: citizen }).refused('invalid-input')
    aTicketIn('closed').when(say, { actor: citizen }).refused('nothing-pending')
  })

  it('does not stop the decision, nor make it', () => {
    const heard = proposed.and({ command: say, actor: citizen })
    expect(heard.ticket.exclusion?.state).toBe('proposed')
    heard.when(commands['approve-exclusion'], { actor: second }).then('exclusion-approved')
  })
})

describe('an appeal', () => {
  const appealed = approved.and({ command: say, actor: citizen })

  it('is a word after the approval: it is decided once more, and counts as excluded until then', () => {
    expect(appealed.ticket.exclusion?.state).toBe('appealed')
    expect(isExcluded(appealed.ticket)).toBe(true)
  })

  it('is decided by somebody who has neither proposed nor approved it', () => {
    for (const actor of [first, second]) {
      appealed.when(commands['approve-exclusion'], { actor }).refused('second-person-needed')
      appealed.when(commands['refuse-exclusion'], { actor }).refused('second-person-needed')
    }
  })

  it('brings the ticket back into the rates when it is right', () => {
    const back = appealed.and({ command: commands['refuse-exclusion'], actor: third })
    expect(isExcluded(back.ticket)).toBe(false)
  })

  it('hears the other side too', () => {
    appealed.when(say, { actor: unit }).then('exclusion-answered')
  })

  it('is made once: what is then approved is final', () => {
    const final = appealed.and({ command: commands['approve-exclusion'], actor: third })
    expect(isExcluded(final.ticket)).toBe(true)
    final.when(say, { actor: unit }).refused('limit-reached')
  })
})
