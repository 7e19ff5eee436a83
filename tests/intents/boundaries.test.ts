import { describe, expect, it } from 'vitest'
import { categories } from '#intents/categories/index.ts'
import { classify } from '#intents/classify.ts'
import { allExamples } from '#cli/understanding/examples.ts'
import { readLabelled } from '#cli/understanding/labelled.ts'

/** Pairs that differ in what a border turns on: who does it, whether it is in use, what is asked. */
const messages = readLabelled(new URL('boundaries.jsonl', import.meta.url))

describe('where one category ends and the next begins', () => {
  const wrong = messages
    .map(({ text, primary }) => ({ text, primary, said: classify(text) }))
    .filter(({ primary, said }) => said.category !== primary)

  it('is read as the rulebook has it 93 times in 100', () => {
    const lines = wrong.map(
      ({ text, primary, said }) => `${text}: ${said.category}, not ${primary}`,
    )
    expect(lines.length / messages.length, lines.join('\n')).toBeLessThanOrEqual(0.07)
  })

  it('is among the first three where it is read otherwise', () => {
    const lost = wrong.filter(
      ({ primary, said }) => !said.ranked.slice(0, 3).some(({ category }) => category === primary),
    )
    expect(lost.map(({ text }) => text)).toEqual([])
  })

  it('is told by messages that no model was trained on', () => {
    const examples = new Set(allExamples().map(({ text }) => text))
    expect(messages.filter(({ text }) => examples.has(text))).toEqual([])
  })

  it('is told between categories that exist', () => {
    const known = new Set<string>(categories.map(({ id }) => id))
    expect(messages.filter(({ primary }) => !known.has(primary))).toEqual([])
  })
})
