import { parseArgs } from 'node:util'
import { measureLabels } from '#routing/labels.ts'
import { unitGroups } from '#routing/plan/groups.ts'
import { findTask, plan, planYear } from '#routing/plan/index.ts'
import type { Measure, PlanTask, UnitRef } from '#routing/plan/types.ts'
import type { Annex } from '#routing/types.ts'
import { units } from '#routing/units.ts'

const labels = new Map<string, string>([...units, ...unitGroups].map((one) => [one.id, one.label]))
const usage = `npm run plan [-- --json] [-- ANNEX-TASK]   ANNEX: ${plan.map((one) => one.annex).join(' ')}`

/** Prints the plan: all tasks or one (air-21, air-21.5), for people or with --json. Exit 2 when there is none such. */
function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const tasks = select(positionals[0])
  if (tasks.length === 0) {
    console.error(usage)
    return 2
  }
  if (values.json) console.log(JSON.stringify({ year: planYear, tasks }, null, 2))
  else console.log(tasks.map((one) => (tasks.length === 1 ? inFull(one) : inBrief(one))).join('\n'))
  return 0
}

type Task = PlanTask & { readonly id: string; readonly annex: Annex; readonly title: string }

function select(wanted: string | undefined): readonly Task[] {
  const all = plan.flatMap(({ annex, title, tasks }) =>
    tasks.map((task) => ({ id: `${annex}-${String(task.task)}`, annex, title, ...task })),
  )
  if (wanted === undefined) return all
  const [id, measure] = wanted.split('.')
  const found = all.filter((one) => one.id === id)
  if (measure === undefined) return found
  return found.flatMap((one) => {
    const measures = findTask(one.annex, one.task)?.measures.filter(({ id }) => id === wanted) ?? []
    return measures.length === 0 ? [] : [{ ...one, measures }]
  })
}

function inBrief({ id, name, measures }: Task): string {
  return `${id}\t${name}\t${String(measures.length)}`
}

function inFull({ id, title, section, name, measures }: Task): string {
  return [`${id}  ${title} / ${section} / ${name}`, ...measures.map(measureInFull)].join('\n\n')
}

function measureInFull({ id, text, deadline, lead, primary, supporting }: Measure): string {
  const heads = measureLabels
  return [
    `${id}  ${heads.deadline} ${deadline ?? '-'}`,
    ...text.split('\n').map((line) => `  ${line}`),
    `  ${heads.lead} ${names(lead)}`,
    `  ${heads.primary} ${names(primary)}`,
    `  ${heads.supporting} ${names(supporting)}`,
  ].join('\n')
}

function names(refs: readonly UnitRef[]): string {
  return refs.length === 0 ? '-' : refs.map((ref) => labels.get(ref) ?? ref).join(' ')
}

process.exitCode = main(process.argv.slice(2))
