import { describe, expect, it } from 'vitest'
import { byRule, confusionOf, correctionOf, readingOf } from '#domain/corrections.ts'
import type { Reading } from '#domain/corrections.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { classify } from '#intents/classify.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { aRouting, aTicket, dispatcher, planned } from '#tests/db/build.ts'
import { hour, monday } from '#tests/db/world.ts'

const text = '楼下饭店的油烟味太大'
const read = classify(text)

/** A ticket's history: opened as read, then what the desk did. */
function historyOf(...done: readonly TicketCommand[]): readonly StoredEvent[] {
  const opened = aTicket('ticket-1', { opened: { text, classification: read } })
  const later =
    done.length === 0
      ? []
      : planned(
          opened.after,
          monday + hour,
          done.map((one) => [dispatcher, one]),
        ).events
  return [...opened.events, ...later].map((event, index) => ({
    ...event,
    ticketId: 'ticket-1',
    seq: index + 1,
    // Safe because these events are what the store gives back, but for what only it adds.
  })) as unknown as readonly StoredEvent[]
}

const reclassified: TicketCommand = {
  type: 'classify',
  category: 'open-air-barbecue',
  note: '是路边的烤架',
}
const redirected: TicketCommand = {
  type: 'dispatch',
  routing: aRouting('110118002'),
  note: '街道先去',
}

describe('A ticket that nobody changed', () => {
  it('holds no correction, and was read right', () => {
    expect(correctionOf(historyOf())).toBeNull()
    expect(readingOf(historyOf())).toMatchObject({
      read: 'catering-fumes',
      meant: 'catering-fumes',
    })
  })

  it('tells nothing of the reading when nobody read its words', () => {
    const [first] = aTicket('ticket-1').events
    expect(readingOf([first as StoredEvent])).toBeNull()
  })
})

describe('A ticket that a person gave another category', () => {
  it('proposes its words as an example of it, under the rule that misled', () => {
    const correction = correctionOf(historyOf(reclassified))
    expect(correction).toMatchObject({
      text,
      read: 'catering-fumes',
      meant: 'open-air-barbecue',
      units: null,
    })
    expect(correction?.rule).toMatch(/^catering-fumes\//)
  })
})

describe('A ticket that a person redirected', () => {
  it('proposes its words, under the rule that named the unit', () => {
    expect(correctionOf(historyOf(redirected))).toMatchObject({
      rule: 'catering-fumes',
      read: 'catering-fumes',
      meant: 'catering-fumes',
      units: { from: 'ecology-bureau', to: '110118002' },
    })
  })
})

describe('A ticket whose words are erased', () => {
  it('proposes nothing', () => {
    const erased = { type: 'erased' } as unknown as StoredEvent
    expect(correctionOf([...historyOf(reclassified), erased])).toBeNull()
  })
})

describe('Corrections by rule', () => {
  it('come with the rule that misled most first, the latest first within', () => {
    const one = correctionOf(historyOf(reclassified))
    const other = correctionOf(historyOf(redirected))
    if (one === null || other === null) throw new Error('no correction')
    const groups = byRule([one, other, { ...other, at: other.at + 1 }])
    expect(groups.map(({ rule, all }) => [rule, all.length])).toEqual([
      [other.rule, 2],
      [one.rule, 1],
    ])
    expect(groups[0]?.all[0]?.at).toBe(other.at + 1)
  })
})

describe('The confusion matrix by month', () => {
  const reading = (at: number, meant: Reading['meant']): Reading => ({ at, read: 'odor', meant })
  const monthOf = (at: number) => (at < 10 ? '2026-10' : '2026-11')

  it('counts what was right, and each mistake by month, the most frequent first', () => {
    const table = confusionOf(
      [
        reading(1, 'odor'),
        reading(2, 'industrial-emissions'),
        reading(11, 'solid-waste-dumping'),
        reading(12, 'solid-waste-dumping'),
        reading(13, 'odor'),
      ],
      monthOf,
    )
    expect(table).toEqual({
      months: ['2026-10', '2026-11'],
      read: [2, 3],
      right: [1, 1],
      wrong: [
        { read: 'odor', meant: 'solid-waste-dumping', counts: [0, 2] },
        { read: 'odor', meant: 'industrial-emissions', counts: [1, 0] },
      ],
    })
  })
})
