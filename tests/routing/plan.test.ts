import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { figures } from '#routing/plan/figures.ts'
import { unitGroups } from '#routing/plan/groups.ts'
import { findMeasure, plan, sentenceOf } from '#routing/plan/index.ts'
import { responsibilities } from '#routing/responsibility.ts'
import { units } from '#routing/units.ts'

const source = readFileSync(new URL('../../routing/plan/2023/source.txt', import.meta.url), 'utf8')
const tables = source.slice(source.indexOf('附件1'))

/** Without white space: the source breaks lines inside sentences and names. */
function squeeze(text: string): string {
  return text.replace(/\s/g, '')
}

/** Cells of the source's tables: a line that begins with a tab starts one, lines without one continue it. */
function cells(): string[] {
  const found: string[] = []
  for (const line of tables.split('\n')) {
    if (line.startsWith('\t')) found.push(line)
    else if (/^\s*附件\d$/.test(line) || line.endsWith('行动计划（征求意见稿）')) continue
    else if (found.length > 0) found[found.length - 1] += line
  }
  return found.map(squeeze).filter((cell) => cell !== '')
}

const measures = plan.flatMap((annex) => annex.tasks.flatMap((task) => task.measures))
const named: readonly { readonly label: string; readonly aliases: readonly string[] }[] = [
  ...units,
  ...unitGroups,
]
const unitNames = named
  .flatMap((unit) => [unit.label, ...unit.aliases])
  .map(squeeze)
  .sort((a, b) => b.length - a.length)

/** What is left of a cell of unit names once every known name is taken from its front. */
function leftOver(cell: string): string {
  let rest = cell
  for (;;) {
    const name = unitNames.find((known) => rest.startsWith(known))
    if (name === undefined || rest === '') return rest
    rest = rest.slice(name.length)
  }
}

describe('the plan as data', () => {
  it('has 25 + 29 + 19 + 17 + 16 = 106 tasks, numbered without gaps', () => {
    expect(plan.map((annex) => annex.tasks.length)).toEqual([25, 29, 19, 17, 16])
    for (const annex of plan) {
      expect(annex.tasks.map((task) => task.task)).toEqual(annex.tasks.map((_, i) => i + 1))
    }
  })

  it('gives every measure a stable id: attachment, task, place in the text', () => {
    for (const annex of plan) {
      for (const task of annex.tasks) {
        expect(task.measures.map((m) => m.id)).toEqual(
          task.measures.map((_, i) => `${annex.annex}-${String(task.task)}.${String(i + 1)}`),
        )
      }
    }
  })

  it('quotes every measure verbatim, in the order of the source', () => {
    const text = squeeze(tables)
    let at = 0
    for (const measure of measures) {
      const next = text.indexOf(squeeze(measure.text), at)
      expect(next, measure.id).toBeGreaterThanOrEqual(at)
      at = next + 1
    }
  })

  it('names a lead and a primary unit for every measure', () => {
    for (const measure of measures) {
      expect(measure.lead.length, measure.id).toBeGreaterThan(0)
      expect(measure.primary.length, measure.id).toBeGreaterThan(0)
    }
  })

  it('names only units that are in the registry, each standing in the source', () => {
    const text = squeeze(source)
    const byId = new Map<string, (typeof named)[number]>(
      [...units, ...unitGroups].map((unit) => [unit.id, unit]),
    )
    for (const measure of measures) {
      for (const ref of [...measure.lead, ...measure.primary, ...measure.supporting]) {
        const unit = byId.get(ref)
        expect(unit, `${measure.id} ${ref}`).toBeDefined()
        const stands = [unit?.label ?? '', ...(unit?.aliases ?? [])].some((name) =>
          text.includes(name),
        )
        expect(stands, `${measure.id} ${ref}`).toBe(true)
      }
    }
  })

  it('leaves nothing of the tables over', () => {
    const known = new Set(
      [
        ...['序号', '重点任务', '工作措施', '完成时限', '牵头部门', '主责单位', '协办单位', '——'],
        ...plan.flatMap((annex) => annex.tasks.flatMap((task) => [task.name, task.section])),
        ...plan.flatMap((annex) => annex.tasks.map((task) => String(task.task))),
        ...measures.flatMap((measure) => [measure.text, measure.deadline ?? '']),
        // The source's own slips: the number of air task 22, and a unit name cut off in water task 18.
        ...['19122', '区财政局区市场监管局区市'],
      ].map(squeeze),
    )
    const over = cells().filter((cell) => !known.has(cell) && leftOver(cell) !== '')
    expect(over).toEqual([])
  })

  it('holds every measure of the source once', () => {
    const inSource = new Map<string, number>()
    for (const cell of cells()) inSource.set(cell, (inSource.get(cell) ?? 0) + 1)
    const inData = new Map<string, number>()
    for (const measure of measures) {
      const text = squeeze(measure.text)
      inData.set(text, (inData.get(text) ?? 0) + 1)
    }
    for (const [text, count] of inData) expect(inSource.get(text), text.slice(0, 20)).toBe(count)
  })

  it('fills both lead and primary from a merged cell', () => {
    const merged = measures.find((m) => m.text.startsWith('加大对街道、公园、广场等公共场所'))
    expect(merged?.lead).toEqual(['public-security'])
    expect(merged?.primary).toEqual(['public-security'])
  })

  it('carries a vertically merged cell to the rows below', () => {
    expect(measures.find((m) => m.id === 'air-16.6')?.lead).toEqual(['city-enforcement'])
    expect(measures.find((m) => m.id === 'water-4.2')?.primary).toContain('water-bureau')
  })
})

describe('clauses cited', () => {
  it.each(responsibilities.map((r) => [r.category, r.clause] as const))(
    '%s cites a measure that stands in the plan',
    (_category, clause) => {
      expect(findMeasure(clause)).toBeDefined()
      expect(sentenceOf(clause)).toContain(clause.quote)
    },
  )

  it.each(figures.map((figure) => [figure.topic, figure.clause] as const))(
    'the answer on %s cites a measure that stands in the plan',
    (_topic, clause) => {
      expect(findMeasure(clause)).toBeDefined()
    },
  )
})
