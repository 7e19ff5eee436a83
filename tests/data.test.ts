import { createHash } from 'node:crypto'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { categories } from '#intents/categories/index.ts'
import type { CategoryId } from '#intents/categories/index.ts'
import { classify, understandingVersion } from '#intents/classify.ts'
import { acts, padding } from '#intents/dialogue/acts.ts'
import { families } from '#intents/dialogue/clarify.ts'
import { ratings } from '#intents/dialogue/ratings.ts'
import { denial } from '#intents/lexicon/denial.ts'
import { homophones } from '#intents/lexicon/homophones.ts'
import { inquiryTopics } from '#intents/lexicon/inquiry-topics.ts'
import { outOfScopeTopics } from '#intents/lexicon/out-of-scope-topics.ts'
import { placeWords } from '#intents/lexicon/place-words.ts'
import { secrecy } from '#intents/lexicon/secrecy.ts'
import { timeWords } from '#intents/lexicon/time-words.ts'
import { wordClasses } from '#intents/lexicon/word-classes.ts'
import { calm, dangerKinds } from '#intents/lexicon/danger-words.ts'
import { questionTopics } from '#intents/lexicon/question-topics.ts'
import { fastAtNight, fastWhenNow } from '#intents/lexicon/urgency.ts'
import { normalize } from '#intents/normalize.ts'
import { replies } from '#intents/replies/index.ts'
import { understandingSettings } from '#intents/settings.ts'
import type { Category, Term } from '#intents/types.ts'
import { allExamples, examplesOf } from '#cli/understanding/examples.ts'
import { statuses } from '#domain/ticket/status.ts'
import { figures } from '#routing/plan/figures.ts'
import { findMeasure } from '#routing/plan/index.ts'
import { refinements } from '#routing/refinements.ts'
import { responsibilities } from '#routing/responsibility.ts'
import type { Refinement, Responsibility } from '#routing/types.ts'
import { units } from '#routing/units.ts'

const all: readonly Category[] = categories
const rules: readonly Responsibility[] = responsibilities
const refined: readonly Refinement[] = refinements
const complaints = all.filter(({ id }) => id !== 'out-of-scope' && id !== 'env-inquiry')
const unitIds = new Set<string>(units.map(({ id }) => id))
const categoryIds = new Set<string>(categories.map(({ id }) => id))
const keys = new Set(Object.keys(replies['zh-hans']))

function word(term: Term): string {
  return typeof term === 'string' ? term : term[0]
}

function twice(words: readonly string[]): string[] {
  return words.filter((one, index) => words.indexOf(one) !== index)
}

describe.each(complaints)('the category $id', ({ id }) => {
  const own = rules.filter(({ category }) => category === id)

  it('has a unit that answers for it', () => {
    expect(own.length).toBeGreaterThan(0)
  })

  it('rests on a clause that stands in the plan', () => {
    for (const { clause } of own) expect(findMeasure(clause)).toBeDefined()
  })

  it('names only units that exist', () => {
    const named = own.flatMap(({ handler, supporting }) => [handler, ...supporting])
    const known = named.filter((unit) => unitIds.has(unit) || /^\{.+\}$/.test(unit))
    expect(named).toEqual(known)
  })
})

describe.each(all)('the words of $id', ({ id, terms, sources, effects, ...more }) => {
  it('are each listed once in their list', () => {
    const lists: readonly (readonly Term[])[] = [terms, sources, effects, more.exclusions]
    expect(lists.flatMap((list) => twice(list.map(word)))).toEqual([])
  })

  it('do not speak for and against it at once', () => {
    const against = new Set(more.exclusions.map((term: Term) => word(term)))
    const both = [...terms, ...sources, ...effects].map(word).filter((one) => against.has(one))
    expect(both).toEqual([])
  })

  it('are written as the rules read them', () => {
    const words = [...terms, ...sources, ...effects, ...more.exclusions].map((term: Term) =>
      word(term),
    )
    expect(words.filter((one) => normalize(one) !== one.toLowerCase())).toEqual([])
  })

  it('have patterns that compile, with ids of their own', () => {
    for (const { re } of more.patterns) expect(() => new RegExp(re)).not.toThrow()
    expect(twice(more.patterns.map((pattern) => pattern.id))).toEqual([])
  })

  it('come with examples, each given once', () => {
    const examples = examplesOf(id as CategoryId)
    expect(examples.length).toBeGreaterThan(0)
    expect(twice(examples)).toEqual([])
  })

  it('have no example that is surely taken for something else', () => {
    const wrong = examplesOf(id as CategoryId)
      .map((text) => ({ text, ...classify(text) }))
      .filter(({ category, confidence }) => category !== id && confidence >= 0.75)
      .map(({ text, category, confidence }) => `${text} → ${category} ${String(confidence)}`)
    expect(wrong).toEqual([])
  })
})

describe('the categories together', () => {
  it('have ids and labels of their own', () => {
    expect(twice(categories.map(({ id }) => id))).toEqual([])
    expect(twice(categories.map(({ label }) => label))).toEqual([])
  })

  it('share no example', () => {
    expect(twice(allExamples().map(({ text }) => text))).toEqual([])
  })

  it('are those the model was trained for', () => {
    const rules = createHash('sha256')
      .update(JSON.stringify([categories, wordClasses, understandingSettings]))
      .digest('hex')
      .slice(0, 12)
    expect(understandingVersion.split('-')[0]).toBe(rules)
  })

  it('are known to the settings, and their expected shares leave room for the others', () => {
    const { priors } = understandingSettings
    for (const id of Object.keys(priors)) expect(categoryIds).toContain(id)
    expect(Object.values(priors).reduce((sum, share) => sum + share, 0)).toBeLessThan(1)
  })
})

describe('the refinements', () => {
  it.each(refined)('$id rests on the plan and names units that exist', (refinement) => {
    const { clause, handler, supporting = [], joins } = refinement
    const named = [...(handler === undefined ? [] : [handler]), ...supporting, ...joins]
    expect(findMeasure(clause)).toBeDefined()
    expect(named.filter((unit) => !unitIds.has(unit) && unit !== '{town}')).toEqual([])
  })
})

/** The slots a sentence names, in order of the alphabet. */
function slots(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort()
}

describe('the replies', () => {
  const languages = ['zh-hant', 'en'] as const

  it.each(languages)(
    'in %s have the keys of those in simplified Chinese, in their order',
    (language) => {
      expect(Object.keys(replies[language])).toEqual([...keys])
    },
  )

  it.each(languages)('in %s have the same slots, sentence by sentence', (language) => {
    const own = Object.entries(replies[language]).map(([key, text]) => [key, slots(text)])
    const first = Object.entries(replies['zh-hans']).map(([key, text]) => [key, slots(text)])
    expect(own).toEqual(first)
  })

  it('are never empty', () => {
    const empty = Object.values(replies).flatMap((texts) =>
      Object.entries(texts).filter(([, text]) => text.trim() === ''),
    )
    expect(empty).toEqual([])
  })

  it('in English hold no Chinese but names of places', () => {
    const places = /果园西里|溪翁庄镇|走马庄村|果园街道/g
    const chinese = Object.entries(replies.en).filter(([, text]) =>
      /[\u4e00-\u9fff]/.test(text.replaceAll(places, '')),
    )
    expect(chinese).toEqual([])
  })

  it('in traditional Chinese hold no simplified character', () => {
    const simplified = Object.entries(replies['zh-hant']).filter(([, text]) =>
      /[们这为现处说话问题请电烟门个样边诉单号办]/.test(text),
    )
    expect(simplified).toEqual([])
  })

  it('in simplified Chinese hold no traditional character', () => {
    const traditional = Object.entries(replies['zh-hans']).filter(([, text]) =>
      /[們這為現處說話問題請電號煙門個樣沒]/.test(text),
    )
    expect(traditional).toEqual([])
  })
})

describe('the sentences the code puts together by name', () => {
  it.each(families)('exist for the family $family and its choices', ({ family, choices }) => {
    expect(keys).toContain(`ask.${family}`)
    for (const { id, categories: meant } of choices) {
      if (!meant.some((category: string) => category === id)) expect(keys).toContain(`choice.${id}`)
    }
  })

  it.each(outOfScopeTopics)('exist for the topic $topic', ({ topic }) => {
    expect(keys).toContain(`out-of-scope.${topic}`)
  })

  it.each([...Object.keys(dangerKinds), 'unknown'])('exist for the danger %s', (danger) => {
    expect(keys).toContain(`danger.${danger}`)
  })

  it.each(questionTopics)('exist for the question $topic, or the plan answers it', ({ topic }) => {
    const inPlan = topic === 'fireworks' || topic === 'burning'
    expect(inPlan || keys.has(`answer.${topic}`)).toBe(true)
  })

  it.each(statuses)('exist for the state %s', (status) => {
    expect(keys).toContain(`state.${status}`)
  })

  it.each(['climate', 'air', 'water', 'soil', 'ecology'])('exist for the annex %s', (annex) => {
    expect(keys).toContain(`annex.${annex}`)
  })

  it.each(['confirm', 'correct', 'cancel', 'none', 'withdraw', 'keep'])(
    'exist for the button %s',
    (choice) => {
      expect(keys).toContain(`choice.${choice}`)
    },
  )

  it.each([
    'contacted',
    'solved',
    'satisfied',
    'reminder',
    'repeat',
    'closed',
    'reopened',
    'final',
  ])('exist for the call-back: %s', (step) => {
    expect(keys).toContain(`callback.${step}`)
  })
})

describe('what the plan answers', () => {
  it.each(inquiryTopics)('$topic has an answer', ({ topic }) => {
    expect(figures.map((figure): string => figure.topic)).toContain(topic)
  })

  it.each(figures)('$topic rests on a clause that stands in the plan', ({ clause }) => {
    expect(findMeasure(clause)).toBeDefined()
  })

  it('is asked for by every topic once', () => {
    expect(twice(inquiryTopics.map(({ topic }) => topic))).toEqual([])
  })
})

describe('the choices of a clarifying question', () => {
  it.each(families)('of $family are three and each names categories that exist', ({ choices }) => {
    expect(choices).toHaveLength(3)
    for (const { categories: meant } of choices) {
      expect(meant.filter((id: string) => !categoryIds.has(id))).toEqual([])
      expect(meant.length).toBeGreaterThan(0)
    }
  })
})

describe('the lexicon', () => {
  it('puts a slip right with as many characters as it has', () => {
    expect(homophones.filter(([written, meant]) => written.length !== meant.length)).toEqual([])
  })

  it('takes no slip for two things, and no right word for a slip', () => {
    const meant = new Set<string>(homophones.map(([, word]) => word))
    expect(twice(homophones.map(([written]) => written))).toEqual([])
    expect(homophones.filter(([written]) => meant.has(written))).toEqual([])
  })

  it('has only regular expressions that compile', () => {
    const listed: readonly string[] = [
      ...acts.flatMap(({ patterns }) => [...patterns]),
      padding,
      ...Object.values(ratings).flatMap((list) => list.map(({ re }) => re)),
      ...denial.cues,
      ...inquiryTopics.map(({ re }) => re),
      ...outOfScopeTopics.map(({ re }) => re),
      ...secrecy,
      ...Object.values(placeWords).flat(),
      ...[timeWords.sure, timeWords.beside, timeWords.joints, timeWords.behind].flat(),
      ...calm,
    ]
    for (const re of listed) expect(() => new RegExp(re)).not.toThrow()
  })

  it('lists a word once in each class that it belongs to, as the reader sees it', () => {
    for (const list of Object.values(wordClasses)) {
      expect(twice([...list])).toEqual([])
      expect(list.filter((one) => normalize(one) !== one)).toEqual([])
    }
  })

  it('lets no phrase be two acts', () => {
    expect(twice(acts.flatMap(({ whole }) => [...whole]))).toEqual([])
  })

  it('writes phrases as the rules read them', () => {
    const listed: readonly string[] = [
      ...acts.flatMap(({ whole }) => [...whole]),
      ...timeWords.now,
      ...timeWords.night,
    ]
    expect(listed.filter((one) => normalize(one) !== one)).toEqual([])
  })

  it('is fast only for categories that exist', () => {
    const fast: readonly string[] = [...fastWhenNow, ...fastAtNight]
    expect(fast.filter((id) => !categoryIds.has(id))).toEqual([])
  })
})

describe('what runs for citizens', () => {
  it('carries no example: of all rooms the tools of training, measuring and showing alone read them', async () => {
    const { metafile } = await build({
      entryPoints: ['src/server/worker.ts'],
      ...{ bundle: true, write: false, metafile: true, outdir: 'dist' },
      ...{ platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' },
    })
    const read = Object.keys(metafile.inputs)
    expect(read).toContain('intents/categories/odor.ts')
    expect(read.filter((path) => /examples/.test(path))).toEqual([])
  })
})
