import { describe, expect, it } from 'vitest'
import { figures } from '#routing/plan/figures.ts'
import { unitGroups } from '#routing/plan/groups.ts'
import { findMeasure, plan, sentenceOf } from '#routing/plan/index.ts'
import { responsibilities } from '#routing/responsibility.ts'
import { units } from '#routing/units.ts'
import { readRows, sourceText, squeeze } from './plan-source.ts'

const source = sourceText(2023)
const rows = readRows(source)
const measures = plan.flatMap(({ attachment, tasks }) =>
  tasks.flatMap((task) => task.measures.map((measure) => ({ attachment, task, ...measure }))),
)
const names = [...units, ...unitGroups]
  .flatMap(({ id, label, aliases }) => [label, ...aliases].map((name) => ({ id, name })))
  .sort((a, b) => b.name.length - a.name.length)

/** The source's own slips: the number of air task 22, and a unit's name cut off in water task 18. */
const slips = { task: { 19122: 22 } as Readonly<Record<number, number>>, cut: '区市' }

/** The units a cell names, in its order, each once. Throws on what is no unit's name. */
function unitsIn(cell: string): readonly string[] {
  const found: string[] = []
  let rest = cell === '——' ? '' : cell
  while (rest !== '' && rest !== slips.cut) {
    const next = names.find(({ name }) => rest.startsWith(name))
    if (next === undefined) throw new Error(`no unit: ${rest}`)
    found.push(next.id)
    rest = rest.slice(next.name.length)
  }
  return [...new Set(found)]
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

  it('is what stands in the source, row by row: nothing left over, nothing invented', () => {
    const printed = rows.map((row) => ({
      ...row,
      task: slips.task[row.task] ?? row.task,
      lead: unitsIn(row.lead),
      primary: unitsIn(row.primary),
      supporting: unitsIn(row.supporting),
    }))
    const kept = measures.map(({ attachment, task, text, deadline, ...cells }) => ({
      attachment,
      section: squeeze(task.section),
      task: task.task,
      name: squeeze(task.name),
      text: squeeze(text),
      deadline: squeeze(deadline ?? ''),
      lead: cells.lead,
      primary: cells.primary,
      supporting: cells.supporting,
    }))
    for (const [at, row] of printed.entries()) expect(kept[at]).toEqual(row)
    expect(kept.length).toBe(printed.length)
  })

  it('leaves of the attachments only their titles outside the tables', () => {
    const inTables = rows.map((row) => Object.values(row).join(' ')).join(' ')
    const outside = source
      .slice(source.indexOf('附件1'))
      .split('\n')
      .filter((line) => !line.startsWith('\t'))
      .map(squeeze)
      .filter((line) => line !== '' && !inTables.includes(line))
    expect(outside).toEqual(
      plan.flatMap(({ attachment, title }) => [
        `附件${String(attachment)}`,
        `北京市密云区${title}2023年行动计划（征求意见稿）`,
      ]),
    )
  })

  it('names a lead and a primary unit for every measure', () => {
    for (const measure of measures) {
      expect(measure.lead.length, measure.id).toBeGreaterThan(0)
      expect(measure.primary.length, measure.id).toBeGreaterThan(0)
    }
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

  it.each(figures)('the answer on $topic has no figure the plan has not', ({ answer }) => {
    const numbers = answer.match(/\d+(?:\.\d+)?/g) ?? []
    const text = squeeze(source)
    expect(numbers.filter((number) => !text.includes(number))).toEqual([])
  })
})
