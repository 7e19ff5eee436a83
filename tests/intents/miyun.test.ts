import { beforeAll, describe, expect, it } from 'vitest'
import { categories } from '#intents/categories/index.ts'
import { decideDistrict, districtFigures } from '#cli/understanding/district-figures.ts'
import { allExamples } from '#cli/understanding/examples.ts'
import type { DistrictFigures } from '#cli/understanding/district-figures.ts'
import { readLabelled } from '#cli/understanding/labelled.ts'

const at = Date.parse('2026-11-23T12:00:00+08:00')
/** Messages of our own that no model is trained on, written apart from the examples and the rules. */
const messages = readLabelled(new URL('miyun.jsonl', import.meta.url))

describe('the set of messages from the district', () => {
  it('holds at least four of every category, and forty that are no complaint of this desk', () => {
    const counts = new Map<string, number>(categories.map(({ id }) => [id, 0]))
    for (const { primary } of messages) counts.set(primary, (counts.get(primary) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count < 4)).toEqual([])
    expect(counts.size).toBe(41)
    expect(counts.get('out-of-scope')).toBeGreaterThanOrEqual(40)
  })

  it('shares no message with the examples', () => {
    const examples = new Set(allExamples().map(({ text }) => text))
    expect(messages.filter(({ text }) => examples.has(text))).toEqual([])
  })

  it('is no rewording of the examples: none holds half of another’s words in a row', () => {
    const runs = new Set(allExamples().flatMap(({ text }) => runsIn(text)))
    const close = messages.filter(({ text }) => {
      const own = runsIn(text)
      return own.filter((run) => runs.has(run)).length > own.length / 2
    })
    expect(close.map(({ text }) => text)).toEqual([])
  })
})

/** Every six characters in a row. */
function runsIn(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 5) }, (_, i) => text.slice(i, i + 6))
}

describe('messages from the district with a place', () => {
  let figures: DistrictFigures
  beforeAll(() => {
    figures = districtFigures(decideDistrict(messages, at))
  })

  it('are put in the right category 93 times in 100', () => {
    expect(figures.category).toBeGreaterThanOrEqual(0.93)
  })

  it('are put in the right township 97 times in 100', () => {
    expect(figures.township).toBeGreaterThanOrEqual(0.97)
  })

  it('are put in the right village 95 times in 100', () => {
    expect(figures.village).toBeGreaterThanOrEqual(0.95)
  })

  it('go to the right unit 93 times in 100', () => {
    expect(figures.handler).toBeGreaterThanOrEqual(0.93)
  })

  it('open nothing when they are no complaint of this desk, 90 times in 100', () => {
    expect(figures.unopened).toBeGreaterThanOrEqual(0.9)
  })
})
