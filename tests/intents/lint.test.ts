import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categories } from '#intents/categories/index.ts'
import { normalize } from '#intents/normalize.ts'
import { requiredWords } from '#intents/required.ts'
import { applyRules } from '#intents/rules.ts'
import type { Category, Term } from '#intents/types.ts'
import { examplesOf } from '#cli/understanding/examples.ts'

const all: readonly Category[] = categories
const own = new Map<string, readonly string[]>(
  categories.map(({ id }) => [id, examplesOf(id).map(normalize)]),
)
const texts = [...own.values()].flat()
const patterns = all.flatMap(({ id, patterns: listed }) =>
  listed.map((pattern) => ({ rule: `${id}/${pattern.id}`, category: id, re: pattern.re })),
)

function wordOf(term: Term): string {
  return (typeof term === 'string' ? term : term[0]).toLowerCase()
}

function weightOf(term: Term): number {
  return typeof term === 'string' ? 3 : term[1]
}

/** Whether the lists of words that the pattern requires are all met: otherwise it is never tried. */
function mayMatch(re: string, text: string): boolean {
  return requiredWords(re).every((anyOf) => anyOf.some((word) => text.includes(word)))
}

describe('a pattern', () => {
  it.each(patterns)('$rule fires on an example of its category', ({ category, re }) => {
    const regex = new RegExp(re)
    expect((own.get(category) ?? []).some((text) => regex.test(text))).toBe(true)
  })

  it('is never ruled out by its required words when it would match', () => {
    const lost = patterns.flatMap(({ rule, re }) => {
      const regex = new RegExp(re)
      const missed = texts.find((text) => regex.test(text) && !mayMatch(re, text))
      return missed === undefined ? [] : [`${rule}: ${missed}`]
    })
    expect(lost).toEqual([])
  })

  it('is not ruled out either when examples are cut and joined anywhere', () => {
    const pieces = fc
      .tuple(fc.constantFrom(...texts), fc.nat(40), fc.nat(40))
      .map(([text, from, length]) => text.slice(from, from + length))
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join('')
        const lost = patterns.filter(({ re }) => !mayMatch(re, text) && new RegExp(re).test(text))
        expect(lost).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('of one category is no copy of another category’s', () => {
    const sources = patterns.map(({ re }) => re)
    expect(sources.filter((re, index) => sources.indexOf(re) !== index)).toEqual([])
  })
})

describe('a word', () => {
  it('names the nuisance of one category at most, when it is strong', () => {
    const owners = new Map<string, string[]>()
    for (const { id, terms } of all) {
      for (const term of terms.filter((one) => weightOf(one) >= 3)) {
        owners.set(wordOf(term), [...(owners.get(wordOf(term)) ?? []), id])
      }
    }
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([])
  })

  it('is found where it stands: every strong one is reached by the matcher', () => {
    const unheard = all.flatMap(({ terms }, index) =>
      terms
        .map(wordOf)
        .filter((word) => (applyRules(normalize(word), 0).scores[index]?.strong ?? 0) === 0),
    )
    expect(unheard).toEqual([])
  })
})

describe('rules together', () => {
  /** A word that no example uses could be wrong for years and nobody would see it. */
  it.each(['terms', 'sources', 'effects'] as const)(
    'have no word among their %s that the examples of its category do not use',
    (list) => {
      const unused = all.flatMap((category) =>
        category[list]
          .map(wordOf)
          .filter((word) => !(own.get(category.id) ?? []).some((text) => text.includes(word)))
          .map((word) => `${category.id}: ${word}`),
      )
      expect(unused).toEqual([])
    },
  )

  it('have no exclusion that no example of any category shows', () => {
    const unused = all.flatMap(({ id, exclusions }) =>
      exclusions
        .map(wordOf)
        .filter((word) => !texts.some((text) => text.includes(word)))
        .map((word) => `${id}: ${word}`),
    )
    expect(unused).toEqual([])
  })
})

describe('the examples', () => {
  const common = [
    'catering-fumes',
    'open-air-barbecue',
    ...all.map(({ id }) => id).filter((id) => id.endsWith('-noise') || id.endsWith('-dust')),
    'odor',
    'open-burning',
    'fireworks',
    'sewage-discharge',
    'solid-waste-dumping',
    'river-dumping',
    'industrial-emissions',
  ]

  it.each(all)('of $id are thirty at least', ({ id }) => {
    expect(own.get(id)?.length).toBeGreaterThanOrEqual(30)
  })

  it.each(common)('of %s, which is common, are eighty at least', (id) => {
    expect(own.get(id)?.length).toBeGreaterThanOrEqual(80)
  })

  it('of what is out of scope are many hundreds', () => {
    expect(own.get('out-of-scope')?.length).toBeGreaterThanOrEqual(800)
  })

  it('hold letters too: a tenth is longer than ninety characters', () => {
    const letters = texts.filter(({ length }) => length > 90)
    expect(letters.length / texts.length).toBeGreaterThan(0.1)
  })
})
