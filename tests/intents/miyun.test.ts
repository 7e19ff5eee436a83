import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { decide } from '#cli/decision.ts'

const at = Date.parse('2026-11-23T12:00:00+08:00')
const labelled = z.object({
  text: z.string(),
  category: z.string(),
  town: z.string(),
  village: z.string().nullable(),
  handler: z.string().nullable(),
})

/** Messages of our own that no model is trained on, written apart from the examples and the rules. */
const judged = readFileSync(new URL('miyun.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const message = labelled.parse(JSON.parse(line))
    return { ...message, said: decide(message.text, at) }
  })
type Judged = (typeof judged)[number]

function share(list: readonly Judged[], isRight: (one: Judged) => boolean): number {
  return list.filter(isRight).length / list.length
}

describe('messages from the district with a place', () => {
  it('are about every category at least once', () => {
    expect(new Set(judged.map(({ category }) => category)).size).toBe(41)
  })

  it('are put in the right category 93 times in 100', () => {
    const right = share(judged, ({ category, said }) => said.category === category)
    expect(right).toBeGreaterThanOrEqual(0.93)
  })

  it('are put in the right township 97 times in 100', () => {
    const right = share(judged, ({ town, said }) => said.place?.town === town)
    expect(right).toBeGreaterThanOrEqual(0.97)
  })

  it('are put in the right village 95 times in 100', () => {
    const named = judged.filter(({ village }) => village !== null)
    const right = share(named, ({ village, said }) => said.place?.village === village)
    expect(right).toBeGreaterThanOrEqual(0.95)
  })

  it('go to the right unit 93 times in 100', () => {
    const handled = judged.filter(({ handler }) => handler !== null)
    const right = share(handled, ({ handler, said }) => said.route?.handler === handler)
    expect(right).toBeGreaterThanOrEqual(0.93)
  })

  it('open nothing when they are no complaint of this desk, 90 times in 100', () => {
    const others = judged.filter(({ handler }) => handler === null)
    expect(share(others, ({ said }) => said.route === null)).toBeGreaterThanOrEqual(0.9)
  })
})
