import { describe, expect, it } from 'vitest'
import { plans, sentenceOf } from '#routing/plan/index.ts'
import type { PlanAnnex } from '#routing/plan/types.ts'
import { routerOf } from '#routing/route.ts'
import { rulebook } from '#routing/rulebook.ts'
import type { RouteQuestion, Rulebook } from '#routing/types.ts'
import { versionOf } from '#routing/version.ts'

/** A plan of one measure: from 2027 on fireworks are the emergency bureau's. */
const newer: PlanAnnex = {
  annex: 'air',
  attachment: 1,
  title: '大气污染防治',
  tasks: [
    {
      task: 1,
      name: '烟花爆竹管控',
      section: '一、烟花爆竹',
      measures: [
        {
          id: 'air-1.1',
          text: '由应急部门查处。全区禁止燃放烟花爆竹，由应急部门牵头查处。',
          deadline: '年底前',
          lead: ['emergency-bureau'],
          primary: ['all-towns'],
          supporting: [],
        },
      ],
    },
  ],
}

const clause = { plan: 2027, annex: 'air', task: 1, quote: '全区禁止燃放烟花爆竹' } as const

const book: Rulebook = {
  plans: { ...plans, 2027: [newer] },
  responsibilities: [
    ...rulebook.responsibilities.map((rule) =>
      rule.category === 'fireworks' ? { ...rule, until: '2026-12-31' } : rule,
    ),
    {
      category: 'fireworks',
      clause,
      handling: 'lead',
      handler: 'emergency-bureau',
      supporting: ['{town}'],
      from: '2027-01-01',
      until: null,
    },
  ],
  refinements: rulebook.refinements,
}

const beijing = (day: string) => Date.parse(`${day}T12:00:00+08:00`)

function ask(day: string, category: RouteQuestion['category'] = 'fireworks') {
  const place = { town: '110118002', village: null, spot: null, coordinates: null } as const
  const question = { category, text: '有人放炮', urgency: 'general', place } as const
  return routerOf(book)({ ...question, at: beijing(day) })
}

describe('a newer plan beside the one of 2023', () => {
  it('is cited from the day its rule holds', () => {
    expect(ask('2027-01-01')).toMatchObject({ handler: 'emergency-bureau', clause })
  })

  it('leaves the old rule and its plan in force until then', () => {
    expect(ask('2026-12-31')).toMatchObject({
      handler: 'public-security',
      clause: { plan: 2023, annex: 'air', task: 20 },
    })
  })

  it('gives its own lead and primary units and its own sentence', () => {
    expect(ask('2027-06-01')).toMatchObject({ lead: ['emergency-bureau'], primary: ['110118002'] })
    expect(sentenceOf(clause, book.plans)).toBe('全区禁止燃放烟花爆竹，由应急部门牵头查处。')
  })

  it('leaves rules alone that still cite the old plan', () => {
    expect(ask('2027-06-01', 'odor')).toMatchObject({ clause: { plan: 2023 } })
  })

  it('makes another version of the rules, under its year', () => {
    expect(versionOf(book)).toMatch(/^2027-[0-9a-f]{8}$/)
    expect(versionOf(book)).not.toBe(versionOf(rulebook))
  })
})

describe('effective dates', () => {
  const days = (rules: Rulebook, category: string) =>
    rules.responsibilities
      .filter((rule) => rule.category === category)
      .map(({ from, until }) => [from, until] as const)
      .sort()

  it('leave no day of a category without a rule, and none with two', () => {
    for (const { category } of rulebook.responsibilities) {
      const [first, ...others] = days(rulebook, category)
      expect(first?.[0], category).toBe('2023-01-01')
      let until = first?.[1] ?? null
      for (const [from, next] of others) {
        expect(Date.parse(from) - Date.parse(until ?? ''), category).toBe(86_400_000)
        until = next
      }
      expect(until, category).toBeNull()
    }
  })

  it('before the first rule the first answers, after the last the last: somebody must', () => {
    const ended: Rulebook = {
      ...book,
      responsibilities: book.responsibilities.map((rule) => ({
        ...rule,
        until: rule.until ?? '2027-12-31',
      })),
    }
    const place = { town: '110118002', village: null, spot: null, coordinates: null } as const
    const question = { category: 'fireworks', text: '', urgency: 'general', place } as const
    const at = (day: string) => routerOf(ended)({ ...question, at: beijing(day) })
    expect(at('2020-01-01')).toMatchObject({ handler: 'public-security' })
    expect(at('2030-01-01')).toMatchObject({ handler: 'emergency-bureau' })
  })
})

describe('the version of the rules', () => {
  it('changes with a rule', () => {
    const [first, ...others] = rulebook.responsibilities
    if (first === undefined) throw new Error('no rules')
    const changed = { ...rulebook, responsibilities: [{ ...first, supporting: [] }, ...others] }
    expect(versionOf(changed)).not.toBe(versionOf(rulebook))
  })

  it('changes with a measure that a rule cites, and with no other', () => {
    const changed = (id: string): Rulebook => ({
      ...rulebook,
      plans: Object.fromEntries(
        Object.entries(plans).map(([year, annexes]) => [
          year,
          annexes.map((annex) => ({
            ...annex,
            tasks: annex.tasks.map((task) => ({
              ...task,
              measures: task.measures.map((measure) =>
                measure.id === id ? { ...measure, lead: [] } : measure,
              ),
            })),
          })),
        ]),
      ),
    })
    expect(versionOf(changed('air-21.5'))).not.toBe(versionOf(rulebook))
    expect(versionOf(changed('climate-23.1'))).toBe(versionOf(rulebook))
  })
})
