import { describe, expect, it } from 'vitest'
import { findMeasure } from '#routing/plan/index.ts'
import { refinements } from '#routing/refinements.ts'
import { responsibilities } from '#routing/responsibility.ts'
import { route } from '#routing/route.ts'
import type { MissingFact, Refinement, RouteQuestion, Routing, TownId } from '#routing/types.ts'
import { units } from '#routing/units.ts'

const at = Date.UTC(2026, 4, 12)
const guoyuan: TownId = '110118002'
const jugezhuang: TownId = '110118105'
const park: TownId = '110118400'

function ask(
  category: RouteQuestion['category'],
  text: string,
  town: TownId | null = guoyuan,
): Routing | MissingFact {
  const place = { town, village: null, spot: null, coordinates: null }
  return route({ category, text, urgency: 'general', at, place })
}

function answer(...question: Parameters<typeof ask>): Routing {
  const routed = ask(...question)
  if ('missing' in routed) throw new Error(`missing ${routed.missing}`)
  return routed
}

const measureOf = (routing: Routing) => findMeasure(routing.clause)?.id

describe('the rule of the category', () => {
  it.each(responsibilities.map((one) => one.category))(
    '%s has a handler in every township',
    (category) => {
      const rule = responsibilities.find((one) => one.category === category)
      const routing = answer(category, '')
      expect(routing.handler).toBe(rule?.handling === 'local' ? guoyuan : rule?.handler)
      expect(routing.rule).toBe(category)
      expect(routing.clause).toEqual(rule?.clause)
      expect(routing.lead.length + routing.primary.length).toBeGreaterThan(0)
    },
  )

  it('names no unit twice', () => {
    for (const { category } of responsibilities) {
      const { handler, supporting, considered } = answer(category, '')
      const named = [handler, ...supporting]
      expect(new Set(named).size).toBe(named.length)
      expect(new Set(considered.map((one) => one.unit)).size).toBe(considered.length)
    }
  })

  it('traces handler, supporting units and those that lost, with a reason each', () => {
    const { considered } = answer('construction-noise', '工地半夜打桩')
    expect(considered[0]).toMatchObject({ unit: 'housing-construction', outcome: 'handler' })
    expect(considered).toContainEqual({
      unit: 'road-branch',
      outcome: 'rejected',
      reason: 'fact-absent roadworks',
    })
    expect(considered.every((one) => /^[a-z0-9-]+( [a-z0-9.-]+)?$/.test(one.reason))).toBe(true)
  })

  it('fills the plan’s groups of townships with the one of the place', () => {
    expect(answer('open-air-barbecue', '烧烤').primary).toEqual(['ecology-bureau', guoyuan])
    expect(answer('open-air-barbecue', '烧烤', park).primary).toEqual(['ecology-bureau', park])
  })

  it('gives back the class of its deadline and what it was asked', () => {
    const place = { town: guoyuan, village: null, spot: null, coordinates: null }
    const question = {
      category: 'fireworks',
      text: '正在放炮',
      urgency: 'fast',
      at,
      place,
    } as const
    expect(route(question)).toMatchObject({
      deadlineClass: 'fast',
      asked: { category: 'fireworks', town: guoyuan, spot: null, day: '2026-05-12' },
    })
  })

  it('gives the same bytes for the same question', () => {
    const once = JSON.stringify(ask('road-dust', '村里的土路', jugezhuang))
    expect(JSON.stringify(ask('road-dust', '村里的土路', jugezhuang))).toBe(once)
  })
})

describe('an unknown township', () => {
  it('is asked for where the township handles', () => {
    expect(ask('open-air-barbecue', '烧烤', null)).toEqual({ missing: 'town' })
  })

  it('is asked for where it decides between two handlers', () => {
    expect(ask('road-dust', '胡同里全是土', null)).toEqual({ missing: 'town' })
  })

  it('is not needed where a bureau handles, and then supports nobody', () => {
    const { handler, supporting } = answer('construction-dust', '工地扬尘', null)
    expect(handler).toBe('housing-construction')
    expect(supporting).toEqual(['city-enforcement'])
  })
})

describe('refinements', () => {
  it('all cite a measure that stands in the plan', () => {
    for (const one of refinements) expect(findMeasure(one.clause), one.id).toBeDefined()
  })

  it('name only units that the cited measure names', () => {
    for (const one of refinements) {
      const measure = findMeasure(one.clause)
      const named: readonly string[] = [
        ...(measure?.lead ?? []),
        ...(measure?.primary ?? []),
        ...(measure?.supporting ?? []),
      ]
      for (const unit of one.joins) expect(named, one.id).toContain(unit)
    }
  })

  it('hold from a day on, each and every category’s rule too', () => {
    const rules: readonly (Refinement | (typeof responsibilities)[number])[] = [
      ...responsibilities,
      ...refinements,
    ]
    for (const rule of rules) expect(rule.from).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('do not hold before their day', () => {
    const place = { town: jugezhuang, village: null, spot: null, coordinates: null }
    const early = Date.UTC(2022, 11, 31, 15, 59)
    const question = {
      category: 'road-dust',
      text: '村里的土路',
      urgency: 'general',
      place,
    } as const
    expect(route({ ...question, at: early })).toMatchObject({ rule: 'road-dust' })
    expect(route({ ...question, at: early + 60_000 })).toMatchObject({
      rule: 'road-dust/village-lane',
    })
  })

  it('a village lane’s dust is the township’s', () => {
    const routing = answer('road-dust', '村里的路全是土没人扫', jugezhuang)
    expect(routing.handler).toBe(jugezhuang)
    expect(routing.rule).toBe('road-dust/village-lane')
    expect(measureOf(routing)).toBe('air-17.3')
    expect(routing.considered).toContainEqual({
      unit: 'road-branch',
      outcome: 'rejected',
      reason: 'fact-absent county-road',
    })
  })

  it('a lane in a street of the town stays with 区城管委', () => {
    expect(answer('road-dust', '胡同里全是土').handler).toBe('city-management')
  })

  it('a county road’s dust is 区公路分局’s', () => {
    const routing = answer('road-dust', '101国道上大车一路扬尘', jugezhuang)
    expect(routing.handler).toBe('road-branch')
    expect(measureOf(routing)).toBe('air-17.2')
    expect(routing.considered).toContainEqual({
      unit: 'city-management',
      outcome: 'supporting',
      reason: 'county-road air-17.2',
    })
  })

  it.each(['乡村公路全是土', '通村公路没人扫'])('%s is no county road', (text) => {
    expect(answer('road-dust', text, jugezhuang).handler).toBe(jugezhuang)
  })

  it('reads the spot as well as the words', () => {
    const place = { town: jugezhuang, village: null, spot: '101国道路口', coordinates: null }
    const question = { category: 'road-dust', text: '路上全是土', urgency: 'general', at } as const
    expect(route({ ...question, place })).toMatchObject({ handler: 'road-branch', evidence: [] })
  })

  it('says which words told the fact', () => {
    const text = '每天早上101国道上一路扬尘'
    const [fact] = answer('road-dust', text, jugezhuang).evidence
    expect(fact?.rule).toBe('county-road')
    expect(text.slice(...(fact?.span ?? []))).toBe('101国道')
  })

  it('an expressway brings 首发集团', () => {
    expect(answer('road-dust', '京承高速出口全是土').supporting[0]).toBe('expressway-group')
  })

  it.each([
    ['河道治理工程施工扬尘', 'water-bureau'],
    ['门口修路尘土大', 'road-branch'],
    ['公园改造施工扬尘', 'landscape-forestry'],
    ['燃气管道施工全是土', 'city-management'],
  ])('%s: the trade’s bureau stands beside 区住建委', (text, bureau) => {
    const routing = answer('construction-dust', text)
    expect(routing.handler).toBe('housing-construction')
    expect(routing.supporting[0]).toBe(bureau)
  })

  it.each(['卫生院把废水排到河里', '医院后面的排水沟直接排污水', '牙科诊所的水倒进雨水口'])(
    'medical sewage is 区卫健委’s, by its own clause: %s',
    (text) => {
      const routing = answer('sewage-discharge', text)
      expect(routing.handler).toBe('health-commission')
      expect(routing.supporting).toEqual(['ecology-bureau', guoyuan])
      expect(measureOf(routing)).toBe('water-9.1')
    },
  )

  it.each(['区医院对面的饭店往河里排污水', '医院门口的小饭馆倒泔水', '卫生院旁边有人偷排'])(
    'a hospital that only says where makes no medical sewage: %s',
    (text) => {
      expect(answer('sewage-discharge', text).handler).toBe('ecology-bureau')
    },
  )

  it('in the park the park is the local unit', () => {
    expect(answer('open-air-barbecue', '园区门口烧烤', park).handler).toBe(park)
    const sewage = answer('sewage-discharge', '工厂排污水', park)
    expect(sewage.supporting).toContain(park)
    expect(measureOf(sewage)).toBe('water-10.1')
  })

  it('near the reservoir its enforcement brigade joins', () => {
    const routing = answer('solid-waste-dumping', '密云水库边上倒垃圾', '110118101')
    expect(routing.handler).toBe('110118101')
    expect(routing.supporting[0]).toBe('reservoir-enforcement')
    expect(routing.considered[1]?.reason).toBe('reservoir-zone water-4.6')
  })

  it.each([
    ['open-air-barbecue', '密云水库边上有人烧烤'],
    ['open-burning', '水库边烧垃圾'],
    ['wildlife', '密云水库里有人电鱼'],
    ['sewage-discharge', '一级保护区里有人排污水'],
  ] as const)('in the protected zone it joins for %s too', (category, text) => {
    expect(answer(category, text, '110118101').supporting).toContain('reservoir-enforcement')
  })

  it('another reservoir is not 密云水库', () => {
    const routing = answer('solid-waste-dumping', '沙厂水库边上倒垃圾', jugezhuang)
    expect(routing.supporting).not.toContain('reservoir-enforcement')
  })

  it('noise at exam time brings 区教委', () => {
    expect(answer('construction-noise', '高考了工地还在施工').supporting[0]).toBe(
      'education-commission',
    )
  })

  it('dust of farmland brings 区农业农村局', () => {
    expect(answer('bare-soil-dust', '耕地裸着刮风全是土', jugezhuang).supporting[0]).toBe(
      'agriculture-bureau',
    )
  })

  it('fish farming brings 区农业服务中心', () => {
    expect(answer('livestock-pollution', '鱼塘的水直排', jugezhuang).supporting[0]).toBe(
      'agriculture-service',
    )
  })

  it('reads facts in traditional characters', () => {
    expect(answer('sewage-discharge', '密雲水庫邊上排污水').supporting[0]).toBe(
      'reservoir-enforcement',
    )
  })
})

describe('units named', () => {
  it('are all in the registry', () => {
    const known = new Set<string>(units.map((unit) => unit.id))
    for (const { category } of responsibilities) {
      const { handler, lead, primary, supporting, considered } = answer(category, '')
      const named = [
        handler,
        ...lead,
        ...primary,
        ...supporting,
        ...considered.map((one) => one.unit),
      ]
      for (const unit of named) expect(known.has(unit), `${category} ${unit}`).toBe(true)
    }
  })
})
